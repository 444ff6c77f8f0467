import type { IntegerArray } from './columns.ts'
import { interpolate, medianIntervalRank, quantileRank } from './statistics.ts'

/** The rows that have a value, in ascending order of it, and the finest cell of each. */
export interface Samples {
  readonly column: IntegerArray
  /** As `rowsByValue` gives them. */
  readonly rows: Uint32Array
  readonly cells: Int32Array
  /** How many rows each finest cell has. */
  readonly n: Int32Array
  /** Room to deal the rows out in. */
  readonly spare: Uint32Array
}

/** Order statistics of one metric in each cell of a grouping; NaN where a cell has too few values. */
export interface DurationCells {
  readonly median: Float64Array
  readonly p90: Float64Array
  readonly low: Float64Array
  readonly high: Float64Array
}

/**
 * @param rows as `rowsByValue` gives them
 * @param cellOf the finest cell of each row
 */
export function samplesOf(rows: Uint32Array, column: IntegerArray, cellOf: Int32Array, finest: number): Samples {
  const cells = new Int32Array(rows.length)
  for (let at = 0; at < rows.length; at++) cells[at] = cellOf[rows[at]!]!
  return { column, rows, cells, n: countPerCell(cells, finest), spare: new Uint32Array(rows.length) }
}

/**
 * How often each cell occurs. Loops that count or deal take four steps at once, which are given in whole fours: where all four go is
 * read before the first is written. A processor reads ahead of a write only once it knows where that write goes, so that
 * steps one by one wait for each other, and take three times as long.
 */
export function countPerCell(cells: Int32Array, finest: number): Int32Array {
  const n = new Int32Array(finest)
  for (let at = 0; at < cells.length; at += 4) {
    const a = cells[at]!
    const b = cells[at + 1]!
    const c = cells[at + 2]!
    const d = cells[at + 3]!
    n[a]!++
    n[b]!++
    n[c]!++
    n[d]!++
  }
  return n
}

/** Where cells hold more values than this, most values are none of the few that are read off, and are not written down. */
export const LARGE_CELL = 48

/**
 * Exact R-7 quantiles of every cell of some groupings without sorting any of them: the rows are dealt out to the cells in
 * ascending order of value, so that each cell gets its own in order; large cells get only those that are then read off.
 * @param groupings for each the cell that each finest cell belongs to, and how many rows each of its cells has
 */
export function measureDurations(
  samples: Samples,
  groupings: readonly { readonly of: Int32Array; readonly n: Int32Array }[],
  withIntervals: boolean,
): readonly DurationCells[] {
  return groupings.map(({ of, n }) => {
    const firsts = new Int32Array(n.length)
    for (let cell = 1; cell < n.length; cell++) firsts[cell] = firsts[cell - 1]! + n[cell - 1]!
    if (samples.rows.length > LARGE_CELL * n.length) dealWanted(samples, of, n, firsts)
    else deal(samples, of, firsts.slice())
    return readOff(samples, firsts, n, withIntervals)
  })
}

function deal({ rows, cells, spare }: Samples, of: Int32Array, next: Int32Array): void {
  for (let at = 0; at < rows.length; at += 4) {
    const a = of[cells[at]!]!
    const b = of[cells[at + 1]!]!
    const c = of[cells[at + 2]!]!
    const d = of[cells[at + 3]!]!
    const rowA = rows[at]!
    const rowB = rows[at + 1]!
    const rowC = rows[at + 2]!
    const rowD = rows[at + 3]!
    const toA = next[a]!++
    const toB = next[b]!++
    const toC = next[c]!++
    const toD = next[d]!++
    spare[toA] = rowA
    spare[toB] = rowB
    spare[toC] = rowC
    spare[toD] = rowD
  }
}

/** Each cell counts down to the next rank that it wants. */
function dealWanted({ rows, cells, spare }: Samples, of: Int32Array, n: Int32Array, firsts: Int32Array): void {
  const ranks = new Int32Array(n.length * RANKS)
  const slots = new Int32Array(n.length)
  const countdown = new Int32Array(n.length)
  for (let cell = 0; cell < n.length; cell++) {
    if (n[cell] === 0) continue
    slots[cell] = cell * RANKS
    wantRanks(ranks.subarray(cell * RANKS, cell * RANKS + RANKS), n[cell]!)
    countdown[cell] = ranks[cell * RANKS]! + 1
  }
  function take(cell: number, row: number) {
    const end = cell * RANKS + RANKS
    let slot = slots[cell]!
    const rank = ranks[slot]!
    spare[firsts[cell]! + rank] = row
    while (slot < end && ranks[slot] === rank) slot++
    slots[cell] = slot
    countdown[cell] = slot < end ? ranks[slot]! - rank : 0
  }
  for (let at = 0; at < rows.length; at += 4) {
    const a = of[cells[at]!]!
    const b = of[cells[at + 1]!]!
    const c = of[cells[at + 2]!]!
    const d = of[cells[at + 3]!]!
    if (--countdown[a]! === 0) take(a, rows[at]!)
    if (--countdown[b]! === 0) take(b, rows[at + 1]!)
    if (--countdown[c]! === 0) take(c, rows[at + 2]!)
    if (--countdown[d]! === 0) take(d, rows[at + 3]!)
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

function readOff({ column, spare }: Samples, firsts: Int32Array, n: Int32Array, withIntervals: boolean): DurationCells {
  const median = new Float64Array(n.length).fill(NaN)
  const p90 = new Float64Array(n.length).fill(NaN)
  const low = new Float64Array(n.length).fill(NaN)
  const high = new Float64Array(n.length).fill(NaN)
  const valueAt = (place: number) => column[spare[place]!]! - 1
  const quantileAt = (first: number, size: number, percent: number) => {
    const { low, high, fraction } = quantileRank(size, percent)
    return interpolate(valueAt(first + low), valueAt(first + high), fraction)
  }
  for (let cell = 1; cell < n.length; cell++) {
    const size = n[cell]!
    if (size === 0) continue
    const first = firsts[cell]!
    median[cell] = quantileAt(first, size, 50)
    p90[cell] = quantileAt(first, size, 90)
    const edge = withIntervals ? medianIntervalRank(size) : null
    if (edge === null) continue
    low[cell] = valueAt(first + edge)
    high[cell] = valueAt(first + size - 1 - edge)
  }
  return { median, p90, low, high }
}
