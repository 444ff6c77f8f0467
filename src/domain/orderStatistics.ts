import type { IntegerArray } from './columns.ts'
import { interpolate, medianIntervalRank, quantileRank } from './statistics.ts'

/** The values of a duration in ascending order, each as it is stored (+ 1), and the finest cell of each. */
export interface Samples {
  readonly values: Uint32Array
  readonly cells: Int32Array
  /** How many values each finest cell has. */
  readonly n: Int32Array
  /** Room to deal the values out in. */
  readonly spare: Uint32Array
}

/** Order statistics of one metric in each cell of a grouping; NaN where a cell has too few values. */
export interface DurationCells {
  readonly median: Float64Array
  readonly p90: Float64Array
  readonly low: Float64Array
  readonly high: Float64Array
}

/** Room to sort in, enough for a value and a cell of each row twice over; new memory costs more than using the same again. */
export interface Room {
  readonly values: readonly [Uint32Array, Uint32Array]
  readonly cells: readonly [Int32Array, Int32Array]
}

export function makeRoom(rows: number): Room {
  return {
    values: [new Uint32Array(rows), new Uint32Array(rows)],
    cells: [new Int32Array(rows), new Int32Array(rows)],
  }
}

/**
 * Puts the values of a column into ascending order: a radix sort from the least digit, with digits up to some times as
 * many as there are values, so that one or two passes do. Absent ones, stored as 0, come first and are then left out.
 * @param cellOf the finest cell of each row
 * @param room holds the samples until it is used again
 */
export function inOrder(cellOf: Int32Array, column: IntegerArray, finest: number, room: Room): Samples {
  const { length } = cellOf
  let [values, spare] = room.values
  let cells = cellOf
  let [spareCells, nextCells] = room.cells
  values.set(column.subarray(0, length))
  const bits = 32 - Math.clz32(greatestIn(values))
  const passes = Math.ceil(bits / Math.max(8, 3 + Math.log2(length)))
  const digitBits = Math.ceil(bits / passes)
  for (let pass = 0; pass < passes; pass++) {
    sortByDigit(pass * digitBits, digitBits, values, cells, spare, spareCells)
    ;[values, spare] = [spare, values]
    cells = spareCells
    ;[spareCells, nextCells] = [nextCells, spareCells]
  }
  let absent = 0
  while (values[absent] === 0) absent++
  values = values.subarray(absent)
  cells = cells.subarray(absent)
  return { values, cells, n: countPerCell(cells, finest), spare }
}

function greatestIn(values: Uint32Array): number {
  let greatest = 0
  for (let at = 0; at < values.length; at++) greatest = Math.max(greatest, values[at]!)
  return greatest
}

/** How often each cell occurs. */
export function countPerCell(cells: Int32Array, finest: number): Int32Array {
  const n = new Int32Array(finest)
  for (let at = 0; at < cells.length; at++) n[cells[at]!]!++
  return n
}

/** Equal digits stay in the order in which they came. */
function sortByDigit(
  shift: number,
  bits: number,
  values: Uint32Array,
  cells: Int32Array,
  toValues: Uint32Array,
  toCells: Int32Array,
): void {
  const mask = (1 << bits) - 1
  const starts = new Int32Array(mask + 2)
  for (let at = 0; at < values.length; at++) starts[((values[at]! >>> shift) & mask) + 1]!++
  for (let digit = 0; digit < mask; digit++) starts[digit + 1]! += starts[digit]!
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!
    const place = starts[(value >>> shift) & mask]!++
    toValues[place] = value
    toCells[place] = cells[at]!
  }
}

/**
 * Exact R-7 quantiles of every cell of some groupings without sorting any of them: the values are dealt out to the cells in
 * ascending order, so that each cell gets its own in order.
 * @param groupings for each the cell that each finest cell belongs to, and how many values each of its cells has
 */
export function measureDurations(
  samples: Samples,
  groupings: readonly { readonly of: Int32Array; readonly n: Int32Array }[],
): readonly DurationCells[] {
  return groupings.map(({ of, n }) => readOff(samples.spare, deal(samples, of, n), n))
}

/** Tells where the values of each cell end. */
function deal({ values, cells, spare }: Samples, of: Int32Array, n: Int32Array): Int32Array {
  const ends = new Int32Array(n.length)
  for (let cell = 1; cell < n.length; cell++) ends[cell] = ends[cell - 1]! + n[cell - 1]!
  for (let at = 0; at < values.length; at++) spare[ends[of[cells[at]!]!]!++] = values[at]!
  return ends
}

function readOff(stored: Uint32Array, ends: Int32Array, n: Int32Array): DurationCells {
  const median = new Float64Array(n.length).fill(NaN)
  const p90 = new Float64Array(n.length).fill(NaN)
  const low = new Float64Array(n.length).fill(NaN)
  const high = new Float64Array(n.length).fill(NaN)
  for (let cell = 0; cell < n.length; cell++) {
    const size = n[cell]!
    if (size === 0) continue
    const first = ends[cell]! - size
    median[cell] = quantileAt(stored, first, size, 50)
    p90[cell] = quantileAt(stored, first, size, 90)
    const edge = medianIntervalRank(size)
    if (edge === null) continue
    low[cell] = stored[first + edge]! - 1
    high[cell] = stored[first + size - 1 - edge]! - 1
  }
  return { median, p90, low, high }
}

function quantileAt(stored: Uint32Array, first: number, size: number, percent: number): number {
  const { low, high, fraction } = quantileRank(size, percent)
  return interpolate(stored[first + low]! - 1, stored[first + high]! - 1, fraction)
}
