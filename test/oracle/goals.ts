import { compare, decimal, divided, fraction, minus, plus, times, toNumber, type Fraction } from './exact.ts'
import type { MetricKey } from './oracle.ts'
import type { Settings } from './settings.ts'

export interface Goal {
  readonly threshold: Fraction
  readonly target: Fraction
  readonly stretch: Fraction
}

/** For a time: threshold at one and a half times the target, stretch at four fifths of it. */
const timeGoal = (minutes: number): Goal => ({
  threshold: times(decimal(minutes), fraction(3, 2)),
  target: decimal(minutes),
  stretch: times(decimal(minutes), fraction(4, 5)),
})

/** For a share: at the threshold the missing share is doubled (never below 0), at the stretch it is a quarter less. */
function shareGoal(percent: number): Goal {
  const target = times(decimal(percent), fraction(1, 100))
  const missing = minus(fraction(1), target)
  const threshold = minus(fraction(1), times(missing, fraction(2)))
  return {
    threshold: compare(threshold, fraction(0)) < 0 ? fraction(0) : threshold,
    target,
    stretch: minus(fraction(1), times(missing, fraction(3, 4))),
  }
}

/** The goal that the settings set for a metric, if they set one. */
export function goalOf(metric: MetricKey, settings: Settings): Goal | null {
  const {
    csat_target_percent: csat,
    first_contact_resolution_target_percent: firstContact,
    first_reply_target_minutes: firstReply,
    full_resolution_target_minutes: fullResolution,
  } = settings
  if (metric === 'csat' && csat !== undefined) return shareGoal(csat)
  if (metric === 'firstContactResolution' && firstContact !== undefined) return shareGoal(firstContact)
  if (metric === 'firstReplyTime' && firstReply !== undefined) return timeGoal(firstReply)
  if (metric === 'fullResolutionTime' && fullResolution !== undefined) return timeGoal(fullResolution)
  return null
}

/** 0 at the threshold and beyond, 1 at the target, 1.2 at the stretch and beyond, linear between. */
export function attainmentOf(value: Fraction, { threshold, target, stretch }: Goal): Fraction {
  const lowerIsBetter = compare(stretch, target) < 0
  const reaches = (mark: Fraction) => (lowerIsBetter ? compare(value, mark) <= 0 : compare(value, mark) >= 0)
  const wayFrom = (start: Fraction, end: Fraction) => divided(minus(value, start), minus(end, start))
  if (reaches(stretch)) return fraction(12, 10)
  if (reaches(target)) return plus(fraction(1), times(fraction(2, 10), wayFrom(target, stretch)))
  if (reaches(threshold)) return wayFrom(threshold, target)
  return fraction(0)
}

export type State = 'stretch' | 'met' | 'close' | 'missed' | 'noGoal' | 'notEnough' | 'noData'

/** How an attainment is called. */
export function stateOf(attainment: Fraction): State {
  if (compare(attainment, fraction(12, 10)) >= 0) return 'stretch'
  if (compare(attainment, fraction(1)) >= 0) return 'met'
  if (compare(attainment, fraction(0)) > 0) return 'close'
  return 'missed'
}

export const goalInNumbers = (goal: Goal) => ({
  threshold: toNumber(goal.threshold),
  target: toNumber(goal.target),
  stretch: toNumber(goal.stretch),
  scope: 'account',
})
