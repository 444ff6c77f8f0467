import { type IntegerArray, inEights } from './columns.ts'
import type { TicketColumn, TicketTable } from './ticketTable.ts'

const orders = new WeakMap<TicketTable, { revision: number; byColumn: Map<TicketColumn, Uint32Array> }>()

/**
 * The rows that have a value in a column, by ascending value; then, up to whole eights, the row after the last, which is none.
 * Worked out once and kept until the table changes: periods, groupings and rules change with a click, the order of the values
 * does not.
 */
export function rowsByValue(table: TicketTable, column: TicketColumn): Uint32Array {
  let known = orders.get(table)
  if (known?.revision !== table.revision) {
    known = { revision: table.revision, byColumn: new Map() }
    orders.set(table, known)
  }
  let rows = known.byColumn.get(column)
  if (rows === undefined) {
    rows = filledUp(sortedRows(table.tickets.arrays[column], table.tickets.length), table.tickets.length)
    known.byColumn.set(column, rows)
  }
  return rows
}

function filledUp(sorted: Uint32Array, none: number): Uint32Array {
  const rows = new Uint32Array(inEights(sorted.length)).fill(none)
  rows.set(sorted)
  return rows
}

/** A radix sort from the least digit, with about as many digits as there are rows, so that one or two passes do. */
function sortedRows(stored: IntegerArray, length: number): Uint32Array {
  let rows = new Uint32Array(length)
  let present = 0
  let greatest = 0
  for (let row = 0; row < length; row++) {
    if (stored[row] === 0) continue
    rows[present++] = row
    greatest = Math.max(greatest, stored[row]!)
  }
  rows = rows.slice(0, present)
  const bits = 32 - Math.clz32(greatest)
  const passes = Math.ceil(bits / Math.max(8, Math.log2(length)))
  const digitBits = Math.ceil(bits / passes)
  for (let pass = 0; pass < passes; pass++) rows = sortedByDigit(rows, stored, pass * digitBits, digitBits)
  return rows
}

/** Rows with equal digits stay in the order in which they came. */
function sortedByDigit(rows: Uint32Array, stored: IntegerArray, shift: number, bits: number): Uint32Array<ArrayBuffer> {
  const mask = (1 << bits) - 1
  const starts = new Int32Array(mask + 2)
  for (let at = 0; at < rows.length; at++) starts[((stored[rows[at]!]! >>> shift) & mask) + 1]!++
  for (let digit = 0; digit < mask; digit++) starts[digit + 1]! += starts[digit]!
  const sorted = new Uint32Array(rows.length)
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!
    sorted[starts[(stored[row]! >>> shift) & mask]!++] = row
  }
  return sorted
}
