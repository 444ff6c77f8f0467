import { absorb } from '../../../src/domain/merging.ts'
import { compactTable, emptyTable, putTicket, type TicketTable } from '../../../src/domain/ticketTable.ts'
import type { Ticket } from '../../../src/domain/ticket.ts'
import { indexedDbShelf } from '../../../src/sync/indexedDb.ts'
import { NOTHING_SEEN } from '../../../src/sync/insight.ts'
import { type Mark, parseChunk, parseMark, type Source, STORED_VERSION } from '../../../src/sync/stored.ts'

const KEY = 'bench/1/facts'
const FINGERPRINT = 'bench'

export function chunksOf(pages: readonly (readonly Ticket[])[]): TicketTable[] {
  return pages.map((page) => {
    const table = emptyTable()
    for (const ticket of page) putTicket(table, ticket)
    return compactTable(table)
  })
}

/** As a first reading puts pages down: a chunk a transaction, and with it a mark that lists all chunks so far. */
export async function writeColumns(chunks: readonly TicketTable[]): Promise<void> {
  const shelf = indexedDbShelf()
  let kept: number | null = null
  for (const [place, chunk] of chunks.entries()) {
    const mark = markAfter(place)
    if (!(await shelf.save(KEY, kept, mark, [{ place, chunk }], []))) throw new Error('Somebody else has written')
    kept = mark.revision
  }
}

/** As the app starts: everything is loaded, checked and joined to one table. Gives its number of tickets. */
export async function readColumns(): Promise<number> {
  const found = await indexedDbShelf().load(KEY)
  const mark = found && parseMark(found.mark, FINGERPRINT)
  const table = emptyTable()
  for (const { place } of mark?.next?.chunks ?? []) {
    const chunk = parseChunk(found!.chunks.get(place))
    if (chunk === null) throw new Error(`Chunk ${place} is broken`)
    absorb(table, chunk)
  }
  return table.tickets.length
}

function markAfter(place: number): Mark {
  const listing: Source['listing'] = { kind: 'changes', since: 0 }
  const chunks = Array.from({ length: place + 1 }, (_, at) => ({
    place: at,
    sources: [{ listing, cursor: `cursor-${at}`, isOpen: false }],
  }))
  const lanes = [[{ listing, cursor: `cursor-${place + 1}`, isDone: false }]]
  const pass = { startedAt: 0, soon: null, lanes }
  return {
    version: STORED_VERSION,
    revision: place + 1,
    fingerprint: FINGERPRINT,
    since: 0,
    whole: null,
    next: { chunks, pass, asOf: null, wholeSince: null, bookmark: `cursor-${place + 1}`, expected: null },
    isSuspect: false,
    countedAt: 0,
    nextPlace: place + 1,
    lease: null,
    exports: [],
    seen: NOTHING_SEEN,
  }
}
