import { type CellNumbers, numberRows, startNumbering } from './cellNumbers.ts'
import { type Dimension, dimensionSizes, type Grouping } from './grouping.ts'
import type { MetricKey } from './metrics.ts'
import type { DurationCells } from './orderStatistics.ts'
import type { Period } from './period.ts'
import type { TicketTable } from './ticketTable.ts'

/** Counts of one metric, an entry per cell. */
export interface MeasuredCells {
  readonly n: Int32Array
  /** Tickets that meet the condition, of a share. */
  readonly hits: Int32Array | null
  readonly provisional: Int32Array | null
}

/** The answer for one grouping: its cells, what each has in common, and every metric in each. */
export interface Cells {
  readonly grouping: Grouping
  readonly count: number
  /** What the cell has in common, by dimension of the grouping: place in the table's dictionary or in `periods`, -1 when absent. */
  readonly common: Readonly<Partial<Record<Dimension, Int32Array>>>
  readonly measured: ReadonlyMap<MetricKey, MeasuredCells>
  readonly durations: ReadonlyMap<MetricKey, DurationCells>
}

/** The cells of a grouping, numbered from 1 as the finest ones, and the one that each finest cell belongs to. */
export interface Coarse {
  readonly count: number
  readonly of: Int32Array
  readonly common: Cells['common']
}

export function coarsen(
  table: TicketTable,
  periods: readonly Period[],
  grouping: Grouping,
  { count: finest, values }: CellNumbers,
): Coarse {
  const sizes = dimensionSizes(table, periods)
  const of = new Int32Array(finest).fill(1, 1)
  let count = 2
  for (const dimension of grouping) {
    const numbering = startNumbering(count, 1 + sizes[dimension])
    numberRows(numbering, of, values.get(dimension)!)
    count = numbering.codes.length
  }
  const common: Partial<Record<Dimension, Int32Array>> = {}
  for (const dimension of grouping) {
    const stored = values.get(dimension)!
    const places = new Int32Array(count)
    for (let cell = 0; cell < finest; cell++) places[of[cell]!] = stored[cell]! - 1
    common[dimension] = places.subarray(1)
  }
  return { count, of, common }
}

/** Adds the counts of the finest cells up. */
export function addUp({ n, hits, provisional }: MeasuredCells, coarse: Coarse): MeasuredCells {
  return {
    n: sumsOf(n, coarse),
    hits: hits && sumsOf(hits, coarse),
    provisional: provisional && sumsOf(provisional, coarse),
  }
}

/** Four at a time, as in `countPerCell`. */
function sumsOf(counts: Int32Array, { of, count }: Coarse): Int32Array {
  if (count === counts.length) return counts // Nothing falls together: each finest cell kept its number.
  const sums = new Int32Array(count)
  let cell = 0
  for (; cell + 3 < counts.length; cell += 4) {
    const a = of[cell]!
    const b = of[cell + 1]!
    const c = of[cell + 2]!
    const d = of[cell + 3]!
    sums[a]! += counts[cell]!
    sums[b]! += counts[cell + 1]!
    sums[c]! += counts[cell + 2]!
    sums[d]! += counts[cell + 3]!
  }
  for (; cell < counts.length; cell++) sums[of[cell]!]! += counts[cell]!
  return sums
}

/** The cells as the world sees them, numbered from 0. */
export function withoutNowhere({ count, measured, durations, ...cells }: Cells): Cells {
  return {
    ...cells,
    count: count - 1,
    measured: mapValues(measured, ({ n, hits, provisional }) => ({
      n: n.subarray(1),
      hits: hits && hits.subarray(1),
      provisional: provisional && provisional.subarray(1),
    })),
    durations: mapValues(durations, ({ median, p90, low, high }) => ({
      median: median.subarray(1),
      p90: p90.subarray(1),
      low: low.subarray(1),
      high: high.subarray(1),
    })),
  }
}

function mapValues<Key, In, Out>(map: ReadonlyMap<Key, In>, change: (value: In) => Out): ReadonlyMap<Key, Out> {
  return new Map([...map].map(([key, value]) => [key, change(value)]))
}
