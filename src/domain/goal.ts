import { METRICS, type MetricKey } from './metrics.ts'
import type { Measurement } from './measurement.ts'
import type { Cadence } from './period.ts'

/** What a metric is meant to reach, in the metric's unit. Threshold is where progress begins; stretch is beyond the target. */
export interface Marks {
  readonly threshold: number
  readonly target: number
  readonly stretch: number
}

/** Marks for a metric, and whom they are set for. */
export interface Goal extends Marks {
  readonly metric: MetricKey
  readonly scope: GoalScope
  /** The group or agent of the scope; `null` for the account. */
  readonly of: number | null
  /** The periods in which it is judged; `null`: every one. */
  readonly cadence: Cadence | null
  /** The reasons that were asked for when it was set; `null` where the app's settings set it, which have no room for them. */
  readonly why: Reasons | null
}

/** From the widest to the most specific. */
export const GOAL_SCOPES = ['account', 'group', 'agent'] as const

export type GoalScope = (typeof GOAL_SCOPES)[number]

/** The questions that a goal has to answer, each in a sentence: a goal without them is a number that nobody can argue with. */
export const REASON_KEYS = ['specific', 'measurable', 'attainable', 'relevant', 'timeBound'] as const

export type Reasons = Readonly<Record<(typeof REASON_KEYS)[number], string>>

export type GoalState = 'stretch' | 'met' | 'close' | 'missed' | 'noGoal' | 'notEnough' | 'noData'

/** At the stretch and beyond, attainment is this and no more. */
export const STRETCH_ATTAINMENT = 1.2

/**
 * Threshold and stretch where only a target is given. Times: the threshold is half as long again, the stretch a fifth shorter.
 * Shares: at the threshold the missing part may be double (never below 0 %), at the stretch it is a quarter smaller.
 * @param target minutes for a time, percent for a share: what an admin types, so that a decimal becomes one ratio only once
 */
export function marksFromTarget(metric: MetricKey, target: number): Marks {
  const [threshold, stretch, scale] =
    METRICS[metric].unit === 'minutes'
      ? [1.5 * target, 0.8 * target, 1]
      : [Math.max(0, 2 * target - 100), 25 + 0.75 * target, 100]
  return { threshold: threshold / scale, target: target / scale, stretch: stretch / scale }
}

/** A value as an admin types it: shares in percent, rounded, so that 57 % does not become 56.99999999999999. */
export const asTyped = (metric: MetricKey, value: number): number =>
  METRICS[metric].unit === 'ratio' ? Math.round(value * 1e6) / 1e4 : value

/** Whether all three marks are numbers that the metric can have: none below 0, no share above 1. */
export function areMarksThere(metric: MetricKey, { threshold, target, stretch }: Marks): boolean {
  const most = METRICS[metric].unit === 'ratio' ? 1 : Number.MAX_VALUE
  return [threshold, target, stretch].every((mark) => mark >= 0 && mark <= most)
}

/** Whether nothing gets worse from the threshold to the target, and from there to the stretch. */
export function areMarksInOrder(metric: MetricKey, { threshold, target, stretch }: Marks): boolean {
  const better = METRICS[metric].better === 'higher' ? 1 : -1
  return (target - threshold) * better >= 0 && (stretch - target) * better >= 0
}

/** The goal of the whole account that a target in the app's settings sets. */
export function goalFromTarget(metric: MetricKey, target: number): Goal {
  return { metric, ...marksFromTarget(metric, target), scope: 'account', of: null, cadence: null, why: null }
}

/** 0 at the threshold, 1 at the target, 1.2 at the stretch, linear between and capped at both ends. */
export function attainment(metric: MetricKey, { threshold, target, stretch }: Marks, value: number): number {
  const better = METRICS[metric].better === 'higher' ? 1 : -1
  const beyond = (mark: number) => (value - mark) * better
  if (beyond(stretch) >= 0) return STRETCH_ATTAINMENT
  if (beyond(target) >= 0) return 1 + ((STRETCH_ATTAINMENT - 1) * (value - target)) / (stretch - target)
  return beyond(threshold) <= 0 ? 0 : (value - threshold) / (target - threshold)
}

/**
 * How a measurement stands against its goal; too few tickets are never judged. A count needs no minimum sample.
 * @param minimumSample tickets below which a value is shown but not judged
 */
export function goalState(
  measurement: Measurement,
  goal: Marks | null,
  minimumSample: number,
): { readonly state: GoalState; readonly attainment: number | null } {
  const { n, value, metric } = measurement
  if (n === 0 || value === null) return { state: 'noData', attainment: null }
  if (METRICS[metric].kind !== 'count' && n < minimumSample) return { state: 'notEnough', attainment: null }
  if (goal === null) return { state: 'noGoal', attainment: null }
  const attained = attainment(metric, goal, value)
  const state = attained >= STRETCH_ATTAINMENT ? 'stretch' : attained >= 1 ? 'met' : attained > 0 ? 'close' : 'missed'
  return { state, attainment: attained }
}
