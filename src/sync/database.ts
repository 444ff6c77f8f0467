/**
 * A database of the browser, opened when it is first asked for, and again after it had to be closed. Opening fails where the browser
 * forbids storage in a frame of another site.
 */
export function databaseNamed(
  name: string,
  version: number,
  upgrade: (database: IDBDatabase) => void,
): () => Promise<IDBDatabase> {
  let opening: Promise<IDBDatabase> | null = null
  return () => {
    opening ??= new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name, version)
      request.onupgradeneeded = () => upgrade(request.result)
      request.onsuccess = () => {
        // Another version of the app, or the person clearing the site's data, must not wait for us.
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
}

/** What a request of a database brings. */
export function done<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The database did not answer'))
  })
}
