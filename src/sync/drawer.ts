/**
 * A place in this browser for what is the person's own: what they saw last, what they set themselves. Every call may fail where the
 * browser forbids storage in a frame of another site.
 */
export interface Drawer {
  readonly take: (key: string) => Promise<unknown>
  readonly put: (key: string, value: unknown) => Promise<void>
  readonly drop: (isUnwanted: (key: string) => boolean) => Promise<void>
}

const NAME = 'laurel-own'
const STORE = 'own'

/** A drawer in a database of its own, so that clearing what was read of the account leaves it alone. */
export function indexedDbDrawer(): Drawer {
  let opening: Promise<IDBDatabase> | null = null

  function open(): Promise<IDBDatabase> {
    opening ??= new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(NAME, 1)
      request.onupgradeneeded = () => request.result.createObjectStore(STORE)
      request.onsuccess = () => {
        request.result.onversionchange = () => {
          request.result.close()
          opening = null
        }
        request.result.onclose = () => (opening = null)
        resolve(request.result)
      }
      request.onerror = () => reject(request.error ?? new Error('The database did not open'))
      request.onblocked = () => reject(new Error('The database is blocked by an older copy'))
    }).catch((error: unknown) => {
      opening = null
      throw error
    })
    return opening
  }

  const store = async (mode: IDBTransactionMode) => (await open()).transaction(STORE, mode).objectStore(STORE)

  return {
    take: async (key) => done((await store('readonly')).get(key) as IDBRequest<unknown>),
    async put(key, value) {
      await done((await store('readwrite')).put(value, key))
    },
    async drop(isUnwanted) {
      const own = await store('readwrite')
      for (const key of (await done(own.getAllKeys())) as string[]) if (isUnwanted(key)) own.delete(key)
    },
  }
}

/** A drawer that lasts as long as the copy of the app. */
export function memoryDrawer(): Drawer {
  const kept = new Map<string, unknown>()
  return {
    take: (key) => Promise.resolve(kept.get(key)),
    put: (key, value) => Promise.resolve(void kept.set(key, structuredClone(value))),
    drop(isUnwanted) {
      for (const key of kept.keys()) if (isUnwanted(key)) kept.delete(key)
      return Promise.resolve()
    },
  }
}

function done<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The database did not answer'))
  })
}
