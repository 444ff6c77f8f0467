import { aggregate } from './aggregate.ts'
import { placeOf } from './dictionary.ts'
import { cellWith, type Measurement, measurementAt } from './measurement.ts'
import { type MetricKey, NO_TARGETS, SCORED_METRICS } from './metrics.ts'
import { type Instant, latestPeriods, type Period } from './period.ts'
import { agentReport, type Basis } from './report.ts'
import type { Interval } from './statistics.ts'

/** One metric over the weeks up to one moment. */
export interface TrendPoint {
  /** Where its weeks end: for the last point later than now. */
  readonly end: Instant
  /** As a measurement's: `null` when no ticket has a say. */
  readonly value: number | null
  /** Tickets with a say. */
  readonly n: number
  /** As a measurement's. */
  readonly interval: Interval | null
}

/** A score of one of the past periods. */
export interface ScorePoint {
  readonly period: Period
  /** 0 to 120, without the team's part where that is not known; `null` when too little is measured. */
  readonly score: number | null
  /** The version of the rulebook that judged: the one in force when the period began. */
  readonly version: number
}

/** From where on a trend can be told, and in whose days. */
interface Span {
  /** The earliest instant from which on all tickets are in the table: what begins earlier is left out. */
  readonly from: Instant
  /** IANA name. */
  readonly timeZone: string
}

/** A single week has too few ratings for a line that one can read. */
const WEEKS_PER_POINT = 3

/**
 * How every metric that can be scored went, for an agent over all their tickets: a point for each of the last weeks, over the three
 * weeks that end with it; the present, unfinished week is the last. Ascending by end; empty when nothing is whole that far back.
 */
export function trendOf(
  { table, settings, now }: Omit<Basis, 'period'>,
  agent: number,
  { weeks, from, timeZone }: Span & { readonly weeks: number },
): ReadonlyMap<MetricKey, readonly TrendPoint[]> {
  const windows = windowsOf(latestPeriods('week', weeks + WEEKS_PER_POINT - 1, now, timeZone, settings.weekStart))
  const whole = windows.filter(({ start }) => start >= from)
  const place = placeOf(table.agents, agent)
  const rules = { ...settings.rules, ...NO_TARGETS }
  const trends = new Map(SCORED_METRICS.map((metric) => [metric, new Array<TrendPoint>(whole.length)]))
  // Periods of one question must lie apart, and windows overlap: every third one is asked for at once.
  for (let first = 0; first < Math.min(WEEKS_PER_POINT, whole.length); first++) {
    const periods = whole.filter((_, at) => at % WEEKS_PER_POINT === first)
    const question = { rules, now, periods, groupings: [['agent', 'period'] as const], metrics: SCORED_METRICS }
    const [cells] = aggregate(table, question)
    periods.forEach(({ end }, period) => {
      const cell = place < 0 ? -1 : cellWith(cells!, { agent: place, period })
      for (const [metric, points] of trends) {
        points[first + period * WEEKS_PER_POINT] = pointOf(end, measurementAt(cells!, cell, metric))
      }
    })
  }
  return trends
}

/**
 * An agent's scores in the last periods of the settings' cadence, each by the version in force then; ascending, the present period
 * last.
 * @param wholeGroups the groups of which all tickets are in the table, as in `agentReport`
 */
export function scoreTrend(
  basis: Omit<Basis, 'period'>,
  agent: number,
  wholeGroups: 'all' | ReadonlySet<number>,
  { count, from, timeZone }: Span & { readonly count: number },
): readonly ScorePoint[] {
  const { cadence, weekStart } = basis.settings
  return latestPeriods(cadence, count, basis.now, timeZone, weekStart)
    .filter(({ start }) => start >= from)
    .map((period) => {
      const { score } = agentReport({ ...basis, period }, agent, wholeGroups)
      const { value, own, missing, version } = score
      return { period, score: missing === 'teamUnknown' ? own : value, version }
    })
}

/** For each week but the first ones the weeks that end with it, as one period under the name of the last. */
const windowsOf = (weeks: readonly Period[]): readonly Period[] =>
  weeks.slice(WEEKS_PER_POINT - 1).map((last, at) => ({ ...last, start: weeks[at]!.start }))

const pointOf = (end: Instant, { value, n, interval }: Measurement): TrendPoint => ({ end, value, n, interval })
