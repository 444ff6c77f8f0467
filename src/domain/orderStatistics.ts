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

/** Room for the samples of a metric; new memory costs more than using the same again. */
export interface Room {
  readonly values: Uint32Array
  readonly cells: Int32Array
  readonly spare: Uint32Array
}

export function makeRoom(rows: number): Room {
  return { values: new Uint32Array(rows), cells: new Int32Array(rows), spare: new Uint32Array(rows) }
}

/**
 * The values of a column in ascending order with their cells.
 * @param rows the rows that have a value, by ascending value
 * @param cellOf the finest cell of each row
 * @param room holds the samples until it is used again
 */
export function samplesOf(
  rows: Uint32Array,
  column: IntegerArray,
  cellOf: Int32Array,
  finest: number,
  room: Room,
): Samples {
  const values = room.values.subarray(0, rows.length)
  const cells = room.cells.subarray(0, rows.length)
  const n = new Int32Array(finest)
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!
    const cell = cellOf[row]!
    values[at] = column[row]!
    cells[at] = cell
    n[cell]!++
  }
  return { values, cells, n, spare: room.spare }
}

/** How often each cell occurs. */
export function countPerCell(cells: Int32Array, finest: number): Int32Array {
  const n = new Int32Array(finest)
  for (let at = 0; at < cells.length; at++) n[cells[at]!]!++
  return n
}

/** Where cells hold more values than this, most values are none of the few that are read off, and are not written down. */
export const LARGE_CELL = 48

/**
 * Exact R-7 quantiles of every cell of some groupings without sorting any of them: the values are dealt out to the cells in
 * ascending order, so that each cell gets its own in order; large cells get only those that are then read off.
 * @param groupings for each the cell that each finest cell belongs to, and how many values each of its cells has
 */
export function measureDurations(
  samples: Samples,
  groupings: readonly { readonly of: Int32Array; readonly n: Int32Array }[],
  withIntervals: boolean,
): readonly DurationCells[] {
  return groupings.map(({ of, n }) => {
    const firsts = new Int32Array(n.length)
    for (let cell = 1; cell < n.length; cell++) firsts[cell] = firsts[cell - 1]! + n[cell - 1]!
    if (samples.values.length > LARGE_CELL * n.length) dealWanted(samples, of, n, firsts)
    else deal(samples, of, firsts.slice())
    return readOff(samples.spare, firsts, n, withIntervals)
  })
}

function deal({ values, cells, spare }: Samples, of: Int32Array, next: Int32Array): void {
  for (let at = 0; at < values.length; at++) spare[next[of[cells[at]!]!]!++] = values[at]!
}

/** Each cell counts down to the next rank that it wants. */
function dealWanted({ values, cells, spare }: Samples, of: Int32Array, n: Int32Array, firsts: Int32Array): void {
  const ranks = new Int32Array(n.length * RANKS)
  const slots = new Int32Array(n.length)
  const countdown = new Int32Array(n.length)
  for (let cell = 0; cell < n.length; cell++) {
    if (n[cell] === 0) continue
    slots[cell] = cell * RANKS
    wantRanks(ranks.subarray(cell * RANKS, cell * RANKS + RANKS), n[cell]!)
    countdown[cell] = ranks[cell * RANKS]! + 1
  }
  for (let at = 0; at < values.length; at++) {
    const cell = of[cells[at]!]!
    if (--countdown[cell]! !== 0) continue
    const end = cell * RANKS + RANKS
    let slot = slots[cell]!
    const rank = ranks[slot]!
    spare[firsts[cell]! + rank] = values[at]!
    while (slot < end && ranks[slot] === rank) slot++
    slots[cell] = slot
    countdown[cell] = slot < end ? ranks[slot]! - rank : 0
  }
}

/** Two for the median, two for the 90th percentile, two for the median's interval. */
const RANKS = 6

/** The ranks that are read off a cell of this size, ascending. */
function wantRanks(ranks: Int32Array, size: number): void {
  const median = quantileRank(size, 50)
  const p90 = quantileRank(size, 90)
  const edge = medianIntervalRank(size) ?? median.low
  ranks[0] = edge
  ranks[1] = median.low
  ranks[2] = median.high
  ranks[3] = p90.low
  ranks[4] = p90.high
  ranks[5] = size - 1 - edge
  ranks.sort()
}

function readOff(stored: Uint32Array, firsts: Int32Array, n: Int32Array, withIntervals: boolean): DurationCells {
  const median = new Float64Array(n.length).fill(NaN)
  const p90 = new Float64Array(n.length).fill(NaN)
  const low = new Float64Array(n.length).fill(NaN)
  const high = new Float64Array(n.length).fill(NaN)
  for (let cell = 0; cell < n.length; cell++) {
    const size = n[cell]!
    if (size === 0) continue
    const first = firsts[cell]!
    median[cell] = quantileAt(stored, first, size, 50)
    p90[cell] = quantileAt(stored, first, size, 90)
    const edge = withIntervals ? medianIntervalRank(size) : null
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
