import { databaseNamed, done } from './database.ts'
import { ownedBy, revisionOf, type Shelf } from './shelf.ts'

const NAME = 'laurel'
const VERSION = 1
const MARKS = 'marks'
const CHUNKS = 'chunks'

/**
 * A shelf in the browser's database: a record per chunk of columns and one mark per key, written in one transaction with relaxed
 * durability, since the account is the truth. Every call fails where the browser forbids storage in a frame of another site.
 */
export function indexedDbShelf(): Shelf {
  const open = databaseNamed(NAME, VERSION, (database) => {
    database.createObjectStore(MARKS)
    database.createObjectStore(CHUNKS)
  })

  async function within<Value>(
    mode: IDBTransactionMode,
    work: (marks: IDBObjectStore, chunks: IDBObjectStore) => Promise<Value>,
  ): Promise<Value> {
    const database = await open()
    const transaction = database.transaction([MARKS, CHUNKS], mode, { durability: 'relaxed' })
    const ended = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error ?? new Error('The transaction was given up'))
    })
    const [value] = await Promise.all([work(transaction.objectStore(MARKS), transaction.objectStore(CHUNKS)), ended])
    return value
  }

  return {
    load: (key) =>
      within('readonly', async (marks, chunks) => {
        const [mark, places, stored] = await Promise.all([
          done(marks.get(key) as IDBRequest<unknown>),
          done(chunks.getAllKeys(chunksOf(key))),
          done(chunks.getAll(chunksOf(key)) as IDBRequest<unknown[]>),
        ])
        if (mark === undefined) return null
        return {
          mark,
          chunks: new Map(places.map((place, at) => [(place as [string, number])[1], stored[at]])),
        }
      }),
    revision: (key) =>
      within('readonly', async (marks) => revisionOf(await done(marks.get(key) as IDBRequest<unknown>))),
    save: (key, expected, mark, put, drop) =>
      within('readwrite', async (marks, chunks) => {
        if (revisionOf(await done(marks.get(key) as IDBRequest<unknown>)) !== expected) return false
        for (const place of drop) chunks.delete([key, place])
        for (const { place, chunk } of put) chunks.put(chunk, [key, place])
        marks.put(mark, key)
        return true
      }),
    keepOnly: (owner) =>
      within('readwrite', async (marks, chunks) => {
        for (const key of (await done(marks.getAllKeys())) as string[]) {
          if (ownedBy(owner, key)) continue
          marks.delete(key)
          chunks.delete(chunksOf(key))
        }
      }),
  }
}

const chunksOf = (key: string) => IDBKeyRange.bound([key], [key, Infinity])
