import type { IntegerArray } from '../../src/domain/columns.ts'
import { METRICS } from '../../src/domain/metrics.ts'
import type { TicketTable } from '../../src/domain/ticketTable.ts'
import { rowsByValue } from '../../src/domain/valueOrder.ts'
import { question } from './question.ts'

const WORD = 4
const BYTE = 1

/**
 * Bytes that `aggregate` reads and writes per row for the bench's question, pass by pass. Only what grows with the rows is
 * counted, each array once per pass; what is looked up (cells, periods, digits) is taken to be free, as in a cache.
 */
export function bytesTouched(table: TicketTable): number {
  const { rules, metrics, groupings } = question()
  const { arrays, length } = table.tickets
  const bytes = (column: IntegerArray) => column.BYTES_PER_ELEMENT
  let perRow = 0
  for (const dated of ['created', 'solved'] as const) {
    perRow += bytes(arrays[dated]) + bytes(arrays.leftOut) + WORD // The period of each row with a say is located,
    perRow += WORD + WORD + WORD // and the combination with agent and group is numbered,
  }
  for (const dimension of ['agent', 'group'] as const) perRow += WORD + bytes(arrays[dimension]) + WORD // put together before.
  let touched = perRow * length
  for (const key of metrics!) {
    const metric = METRICS[key]
    if (metric.kind === 'duration') {
      const present = rowsByValue(table, metric.value(rules)).length
      touched += (WORD + WORD + WORD) * present // In order of value: the row and its cell are read, the cell written,
      touched += WORD * present // and counted,
      touched += (WORD + WORD + WORD) * present * groupings.length // and dealt out: cell and row are read, the row written.
    } else if (metric.kind === 'share') {
      touched += BYTE * length // What is said of a row begins with everything,
      for (const { column } of metric.conditions(rules)!) {
        touched += (bytes(arrays[column === 'rating' ? 'score' : column]) + 2 * BYTE) * length // is narrowed down,
      }
      if (metric.settles) touched += bytes(arrays.solved) * length // is asked whether it has settled, which it mostly has,
      touched += (WORD + BYTE) * length // and counted by cell.
    }
  }
  return touched
}

/** More than any cache holds. */
const words = 1 << 25
let memory: Int32Array | null = null

/** Reads memory in order, as fast as this process can. Gives bytes per millisecond. */
export function streamingSpeed(): number {
  const all = (memory ??= new Int32Array(words).fill(1))
  const start = performance.now()
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  for (let at = 0; at < words; at += 4) {
    a = (a + all[at]!) | 0
    b = (b + all[at + 1]!) | 0
    c = (c + all[at + 2]!) | 0
    d = (d + all[at + 3]!) | 0
  }
  const speed = (words * WORD) / (performance.now() - start)
  if (a + b + c + d !== words) throw new Error('The memory does not hold what was written')
  return speed
}

export function forgetMemory(): void {
  memory = null
}
