import { asTyped, type Marks, marksFromTarget } from './goal.ts'
import type { MeasuredPeriod } from './measuring.ts'
import { METRICS, type MetricKey } from './metrics.ts'
import type { Cadence, Period } from './period.ts'
import { quantile } from './statistics.ts'

/** Whose history: everybody's, that of one team's people, or one person's. */
export interface BaselineScope {
  readonly scope: 'account' | 'group' | 'agent'
  readonly of: number | null
}

/** How often a mark would have been reached: the share of agent-periods, 0 to 1. */
export type HitRates = Readonly<Record<keyof Marks, number>>

/** What the past says about a metric, in agent-periods: one person's value in one period, where it rests on enough tickets. */
export interface Baseline {
  readonly metric: MetricKey
  readonly cadence: Cadence
  /** Ascending. */
  readonly values: readonly number[]
  /** The median of each period that has values, the earliest first. */
  readonly trend: readonly { readonly period: Period; readonly median: number; readonly n: number }[]
  /** Periods that make two quarters. */
  readonly needed: number
  /** Whether so many have values. */
  readonly isEnough: boolean
  /** `null` while there is not enough, and for what is context only: it gets no goals. */
  readonly suggested: Marks | null
  /** Whether people lie so close together that the suggested target was reached much less often than it is meant to be. */
  readonly isNarrow: boolean
}

/** Periods that make two quarters: with fewer a target would be a guess. */
const TWO_QUARTERS: Readonly<Record<Cadence, number>> = { week: 26, month: 6, quarter: 2 }
/** How often a suggested mark is meant to be reached. The target's share is what its step beyond the middle usually comes to. */
export const AIMS: HitRates = { threshold: 0.8, target: 0.45, stretch: 0.2 }
/** The target asks for so much of the gap to perfect, or of the time, beyond the middle of the past. */
const STEP = 0.075
/** Where a suggested target was reached in less than this, the past is narrow. */
const NARROW = 0.35

/** @param measured past periods of one cadence, the earliest first */
export function baseline(
  metric: MetricKey,
  measured: readonly MeasuredPeriod[],
  { scope, of }: BaselineScope,
  minimumSample: number,
  cadence: Cadence,
): Baseline {
  const byPeriod = measured.map(({ period, agents }) => {
    const within = agents.filter(
      ({ subject, team }) => scope === 'account' || (scope === 'group' ? team === of : subject.id === of),
    )
    const values = within.flatMap(({ measurements }) => {
      const { value, n } = measurements.find((each) => each.metric === metric)!
      return value !== null && n >= minimumSample ? [value] : []
    })
    return { period, values: values.sort((a, b) => a - b) }
  })
  const filled = byPeriod.filter(({ values }) => values.length > 0)
  const values = filled.flatMap((each) => each.values).sort((a, b) => a - b)
  const needed = TWO_QUARTERS[cadence]
  const isEnough = filled.length >= needed
  const suggested = isEnough && !METRICS[metric].context ? suggestion(metric, values) : null
  return {
    metric,
    cadence,
    values,
    trend: filled.map((each) => ({
      period: each.period,
      median: quantile(each.values, 50)!,
      n: each.values.length,
    })),
    needed,
    isEnough,
    suggested,
    isNarrow: suggested !== null && hitRate({ metric, values }, suggested.target)! < NARROW,
  }
}

/** Whether a value is at a mark or beyond it, in the direction that is better. */
export function isReached(metric: MetricKey, mark: number, value: number): boolean {
  return METRICS[metric].better === 'higher' ? value >= mark : value <= mark
}

/** How often a mark would have been reached, or `null` of no values and of a mark that is no number yet. */
export function hitRate({ metric, values }: Pick<Baseline, 'metric' | 'values'>, mark: number): number | null {
  if (values.length === 0 || !Number.isFinite(mark)) return null
  return values.filter((value) => isReached(metric, mark, value)).length / values.length
}

/** How often each mark would have been reached, or `null` where that cannot be said of all three. */
export function hitRates(past: Pick<Baseline, 'metric' | 'values'>, marks: Marks): HitRates | null {
  const [threshold, target, stretch] = [marks.threshold, marks.target, marks.stretch].map((mark) => hitRate(past, mark))
  return threshold == null || target == null || stretch == null ? null : { threshold, target, stretch }
}

/**
 * How many values lie between each two neighbouring edges. A value on an edge belongs to what begins there, on the last one to
 * what ends there.
 * @param edges ascending, at least two
 */
export function countsBetween(edges: readonly number[], values: readonly number[]): readonly number[] {
  const last = edges.length - 2
  return edges.slice(1).map((to, at) => {
    const from = edges[at]!
    return values.filter((value) => value >= from && (at === last ? value <= to : value < to)).length
  })
}

/**
 * Threshold: what was reached in 80 % of agent-periods; stretch: in 20 %; target: the middle, and 7.5 % of the gap to perfect more (of
 * the time less). Where the past is so narrow that these are out of order, the rule for a lone target takes over.
 */
function suggestion(metric: MetricKey, values: readonly number[]): Marks {
  const isHigher = METRICS[metric].better === 'higher'
  const reachedBy = (percent: number) => rounded(metric, quantile(values, isHigher ? 100 - percent : percent)!)
  const middle = quantile(values, 50)!
  const target = rounded(metric, isHigher ? middle + STEP * (1 - middle) : middle * (1 - STEP))
  const alone = marksFromTarget(metric, asTyped(metric, target))
  const [threshold, stretch] = [reachedBy(AIMS.threshold * 100), reachedBy(AIMS.stretch * 100)]
  const isBeyond = (one: number, other: number) => (isHigher ? one > other : one < other)
  return {
    threshold: isBeyond(target, threshold) ? threshold : rounded(metric, alone.threshold),
    target,
    // Rounding may lead back to the target itself.
    stretch: [stretch, rounded(metric, alone.stretch)].find((mark) => isBeyond(mark, target)) ?? alone.stretch,
  }
}

/** As a person would say it: half percents; whole minutes, beyond two hours in fives. */
function rounded(metric: MetricKey, value: number): number {
  if (METRICS[metric].unit === 'ratio') return Math.round(value * 200) / 200
  return value <= 120 ? Math.max(1, Math.round(value)) : Math.round(value / 5) * 5
}
