import type { Cells } from './cells.ts'
import type { Dimension } from './grouping.ts'
import { METRICS, type MetricKey } from './metrics.ts'
import { type Interval, wilsonInterval } from './statistics.ts'

/** One metric of one subject in one period. */
export interface Measurement {
  readonly metric: MetricKey
  /** Minutes, ratio or tickets, as the metric's unit says; `null` when no ticket has a say. */
  readonly value: number | null
  /** 90th percentile of a duration. */
  readonly p90: number | null
  /** Tickets with a say. */
  readonly n: number
  /** Of a share: the tickets that meet its condition. */
  readonly hits: number | null
  /** What the data leave plausible at 95 %: Wilson for shares, order statistics for medians (none below n = 6). */
  readonly interval: Interval | null
  /** Tickets that will have a say once they have settled. */
  readonly provisional: number
}

/** What a metric says of somebody without any ticket. */
export function measurementOfNothing(metric: MetricKey): Measurement {
  const { kind } = METRICS[metric]
  const value = kind === 'count' ? 0 : null
  return { metric, value, p90: null, n: 0, hits: kind === 'share' ? 0 : null, interval: null, provisional: 0 }
}

/** The measurement of a metric in a cell; a cell of -1 (nothing there) measures nothing. */
export function measurementAt(cells: Cells, cell: number, metric: MetricKey): Measurement {
  const counts = cells.measured.get(metric)
  const n = counts?.n[cell] ?? 0
  const hits = counts?.hits?.[cell] ?? null
  const provisional = counts?.provisional?.[cell] ?? 0
  const { kind } = METRICS[metric]
  if (kind === 'count') return { metric, value: n, p90: null, n, hits: null, interval: null, provisional }
  if (n === 0) return { ...measurementOfNothing(metric), provisional }
  if (kind === 'share') {
    return { metric, value: hits! / n, p90: null, n, hits, interval: wilsonInterval(hits!, n), provisional }
  }
  const { median, p90, low, high } = cells.durations.get(metric)!
  const interval = Number.isNaN(low[cell]!) ? null : ([low[cell]!, high[cell]!] as const)
  return { metric, value: median[cell]!, p90: p90[cell]!, n, hits: null, interval, provisional }
}

/** The cell whose common values are these places (-1 is absent), or -1 when there is none. */
export function cellWith(cells: Cells, places: Readonly<Partial<Record<Dimension, number>>>): number {
  for (let cell = 0; cell < cells.count; cell++) {
    if (cells.grouping.every((dimension) => cells.common[dimension]![cell] === places[dimension])) return cell
  }
  return -1
}
