import type { Ticket } from '../../../src/domain/ticket.ts'

/** The usual way to keep tickets in a browser's database: each a record of its own under its id. */
export const ROWS_DATABASE = 'rows'
const STORE = 'tickets'

/** A transaction a page, no more durable than the product asks for. */
export async function writeRows(pages: readonly (readonly Ticket[])[]): Promise<void> {
  const database = await open()
  for (const page of pages) {
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction(STORE, 'readwrite', { durability: 'relaxed' })
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error ?? new Error('The transaction was given up'))
      const store = transaction.objectStore(STORE)
      for (const ticket of page) store.put(ticket)
    })
  }
  database.close()
}

/** Gives the number of tickets that came back. */
export async function readRows(): Promise<number> {
  const database = await open()
  const tickets = await answered(
    database.transaction(STORE, 'readonly').objectStore(STORE).getAll() as IDBRequest<Ticket[]>,
  )
  database.close()
  return tickets.length
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(ROWS_DATABASE, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' })
  return answered(request)
}

export function answered<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The database did not answer'))
  })
}
