import { databaseNamed, done } from './database.ts'

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
  const open = databaseNamed(NAME, 1, (database) => database.createObjectStore(STORE))
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
