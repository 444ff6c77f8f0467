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
  for (let at = 0; at < rows.length; at += 4) {
    const a = cellOf[rows[at]!]!
    const b = cellOf[rows[at + 1]!]!
    const c = cellOf[rows[at + 2]!]!
    const d = cellOf[rows[at + 3]!]!
    cells[at] = a
    cells[at + 1] = b
    cells[at + 2] = c
    cells[at + 3] = d
  }
  return { column, rows, cells, n: countPerCell(cells, finest), spare: new Uint32Array(rows.length) }
}

/**
 * How often each cell occurs. Loops that gather, count, add or deal take four or eight steps at once, and rows come in whole
 * eights: where all steps go is read before the first is written. A processor may read ahead of a write only once it knows where
 * that write goes, so that steps one by one wait for each other, and take three times as long.
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

/**
 * Exact R-7 quantiles of every cell of some groupings without sorting any of them: the rows are dealt out to the cells in
 * ascending order of value, so that each cell gets its own in order.
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
    deal(samples, of, firsts.slice())
    return readOff(samples, firsts, n, withIntervals)
  })
}

function deal({ rows, cells, spare }: Samples, of: Int32Array, next: Int32Array): void {
  for (let at = 0; at < rows.length; at += 8) {
    const a = of[cells[at]!]!
    const b = of[cells[at + 1]!]!
    const c = of[cells[at + 2]!]!
    const d = of[cells[at + 3]!]!
    const e = of[cells[at + 4]!]!
    const f = of[cells[at + 5]!]!
    const g = of[cells[at + 6]!]!
    const h = of[cells[at + 7]!]!
    const rowA = rows[at]!
    const rowB = rows[at + 1]!
    const rowC = rows[at + 2]!
    const rowD = rows[at + 3]!
    const rowE = rows[at + 4]!
    const rowF = rows[at + 5]!
    const rowG = rows[at + 6]!
    const rowH = rows[at + 7]!
    const toA = next[a]!++
    const toB = next[b]!++
    const toC = next[c]!++
    const toD = next[d]!++
    const toE = next[e]!++
    const toF = next[f]!++
    const toG = next[g]!++
    const toH = next[h]!++
    spare[toA] = rowA
    spare[toB] = rowB
    spare[toC] = rowC
    spare[toD] = rowD
    spare[toE] = rowE
    spare[toF] = rowF
    spare[toG] = rowG
    spare[toH] = rowH
  }
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
