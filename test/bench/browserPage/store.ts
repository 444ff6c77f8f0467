import 'temporal-polyfill/global'
import { config } from 'zod/mini'
import { tableBytes } from '../../../src/domain/ticketTable.ts'
import type { Ticket } from '../../../src/domain/ticket.ts'
import { drawTickets } from '../facts.ts'
import { chunksOf, readColumns, writeColumns } from './columnStore.ts'
import { STORED_TICKETS, type StoreTurn } from './measured.ts'
import { answered, readRows, ROWS_DATABASE, writeRows } from './rowStore.ts'

/*
 * The page in which storing is measured. A turn begins without any database.
 */

// As in the app, whose pages forbid code made from text.
config({ jitless: true })

const PAGE = 1000
const COLUMNS_DATABASE = 'laurel'

const tickets = [...drawTickets(STORED_TICKETS)]
const pages: Ticket[][] = []
for (let start = 0; start < tickets.length; start += PAGE) pages.push(tickets.slice(start, start + PAGE))
const chunks = chunksOf(pages)

async function measureStore(): Promise<StoreTurn> {
  for (const name of [COLUMNS_DATABASE, ROWS_DATABASE]) await answered(indexedDB.deleteDatabase(name))
  return {
    columnsWrite: await timed(() => writeColumns(chunks)),
    rowsWrite: await timed(() => writeRows(pages)),
    columnsRead: await timed(() => whole(readColumns())),
    rowsRead: await timed(() => whole(readRows())),
    bytesPerTicket: chunks.reduce((sum, chunk) => sum + tableBytes(chunk), 0) / STORED_TICKETS,
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function whole(reading: Promise<number>): Promise<void> {
  const read = await reading
  if (read !== STORED_TICKETS) throw new Error(`${STORED_TICKETS - read} tickets did not come back`)
}

Object.assign(globalThis, { measureStore })
