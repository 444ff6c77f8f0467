import { copyCells, readCell } from './columns.ts'
import { type Dictionary, encode } from './dictionary.ts'
import type { Instant } from './period.ts'
import { putRating, ratingAt } from './ratingRecords.ts'
import { rowsOf } from './rowIndex.ts'
import { emptyTable, putTicket, TICKET_COLUMNS, type TicketColumn, type TicketTable, ticketAt } from './ticketTable.ts'

/**
 * Takes in all tickets and ratings of another table; the same as if each had been put into this one. Rows are copied as they are
 * stored, so that tables of thousands of rows join in milliseconds.
 */
export function absorb(into: TicketTable, from: TicketTable): void {
  const places: Partial<Record<TicketColumn, readonly number[]>> = {
    agent: placesIn(into.agents, from.agents),
    group: placesIn(into.groups, from.groups),
    channel: placesIn(into.channels, from.channels),
    priority: placesIn(into.priorities, from.priorities),
    brand: placesIn(into.brands, from.brands),
  }
  const index = rowsOf(into.tickets)
  const { length } = into.tickets
  const rows = new Int32Array(from.tickets.length)
  const targets = new Int32Array(from.tickets.length)
  const equallyNew: number[] = []
  let taken = 0
  let added = 0
  for (let row = 0; row < from.tickets.length; row++) {
    const known = index.find(readCell(from.tickets, 'id', row)!)
    const age = known < 0 ? 1 : readCell(from.tickets, 'version', row)! - readCell(into.tickets, 'version', known)!
    if (age === 0) equallyNew.push(row)
    if (age <= 0) continue
    rows[taken] = row
    targets[taken++] = known < 0 ? length + added++ : known
  }
  if (taken > 0) {
    for (const name of TICKET_COLUMNS)
      copyCells(
        into.tickets,
        from.tickets,
        name,
        rows.subarray(0, taken),
        targets.subarray(0, taken),
        places[name] ?? null,
      )
    into.tickets.length = length + added
    for (let row = length; row < length + added; row++) index.add(row)
    into.revision += taken
  }
  // Equally new copies are compared part by part.
  for (const row of equallyNew) putTicket(into, ticketAt(from, row))
  for (let row = 0; row < from.ratings.length; row++) putRating(into, ratingAt(from, row))
  into.unreadable += from.unreadable
}

/** A new table with the tickets and ratings of all; the same as if they had been put into one table in any order. */
export function mergeTables(tables: readonly TicketTable[]): TicketTable {
  const merged = emptyTable()
  for (const table of tables) absorb(merged, table)
  return merged
}

/** The tickets changed since, and the rating records made since the other instant; a new table. */
export function keptSince(table: TicketTable, changed: Instant, rated: Instant): TicketTable {
  const kept = emptyTable()
  for (let row = 0; row < table.tickets.length; row++) {
    if (readCell(table.tickets, 'version', row)! >= changed) putTicket(kept, ticketAt(table, row))
  }
  for (let row = 0; row < table.ratings.length; row++) {
    if (readCell(table.ratings, 'created', row)! >= rated) putRating(kept, ratingAt(table, row))
  }
  kept.unreadable = table.unreadable
  return kept
}

/** For each place of the one dictionary the place in the other. */
function placesIn<Value>(into: Dictionary<Value>, from: Dictionary<Value>): readonly number[] {
  return from.map((value) => encode(into, value)!)
}
