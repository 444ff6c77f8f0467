import { METRICS, type MetricKey } from './metrics.ts'
import type { Measurement } from './measurement.ts'

/** What a metric is meant to reach, in the metric's unit. Threshold is where progress begins; stretch is beyond the target. */
export interface Goal {
  readonly metric: MetricKey
  readonly threshold: number
  readonly target: number
  readonly stretch: number
  /** Whom the goal is set for. */
  readonly scope: 'account' | 'group' | 'agent'
}

export type GoalState = 'stretch' | 'met' | 'close' | 'missed' | 'noGoal' | 'notEnough' | 'noData'

/** At the stretch and beyond, attainment is this and no more. */
const STRETCH_ATTAINMENT = 1.2

/**
 * The goal that follows when only a target is given. Times: the threshold is half as long again, the stretch a fifth shorter.
 * Shares: at the threshold the missing part may be double (never below 0 %), at the stretch it is a quarter smaller.
 * @param target minutes for a time, percent for a share
 */
export function goalFromTarget(metric: MetricKey, target: number): Goal {
  const [threshold, stretch, scale] =
    METRICS[metric].unit === 'minutes'
      ? [1.5 * target, 0.8 * target, 1]
      : [Math.max(0, 2 * target - 100), 25 + 0.75 * target, 100]
  return { metric, threshold: threshold / scale, target: target / scale, stretch: stretch / scale, scope: 'account' }
}

/** 0 at the threshold, 1 at the target, 1.2 at the stretch, linear between and capped at both ends. */
export function attainment(goal: Goal, value: number): number {
  const better = METRICS[goal.metric].better === 'higher' ? 1 : -1
  const beyond = (mark: number) => (value - mark) * better
  if (beyond(goal.stretch) >= 0) return STRETCH_ATTAINMENT
  if (beyond(goal.target) >= 0) {
    return 1 + ((STRETCH_ATTAINMENT - 1) * (value - goal.target)) / (goal.stretch - goal.target)
  }
  return beyond(goal.threshold) <= 0 ? 0 : (value - goal.threshold) / (goal.target - goal.threshold)
}

/**
 * How a measurement stands against its goal; too few tickets are never judged. A count needs no minimum sample.
 * @param minimumSample tickets below which a value is shown but not judged
 */
export function goalState(
  measurement: Measurement,
  goal: Goal | null,
  minimumSample: number,
): { readonly state: GoalState; readonly attainment: number | null } {
  const { n, value, metric } = measurement
  if (n === 0 || value === null) return { state: 'noData', attainment: null }
  if (METRICS[metric].kind !== 'count' && n < minimumSample) return { state: 'notEnough', attainment: null }
  if (goal === null) return { state: 'noGoal', attainment: null }
  const attained = attainment(goal, value)
  const state = attained >= STRETCH_ATTAINMENT ? 'stretch' : attained >= 1 ? 'met' : attained > 0 ? 'close' : 'missed'
  return { state, attainment: attained }
}
