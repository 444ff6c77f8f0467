import type { MetricKey } from './metrics.ts'
import type { Scorecard } from './scorecard.ts'

/** A badge given to a subject for a period. */
export interface Award {
  readonly badge: BadgeKey
  /** The metric that earned it; `null` where the whole scorecard did. */
  readonly metric: MetricKey | null
}

export const BADGE_KEYS = ['goalMet', 'allGoalsMet'] as const

export type BadgeKey = (typeof BADGE_KEYS)[number]

/**
 * What a scorecard has earned. *Goal met*: a line with enough data that is at its target or beyond. *All goals met*: at
 * least two goals, all of them met with enough data; a goal without enough data holds it back, it is not skipped.
 */
export function awards(scorecard: Scorecard): readonly Award[] {
  const goals = scorecard.lines.filter(({ goal }) => goal !== null)
  const met = goals.filter(({ state }) => state === 'met' || state === 'stretch')
  const each = met.map(({ metric }): Award => ({ badge: 'goalMet', metric }))
  return goals.length > 1 && met.length === goals.length ? [{ badge: 'allGoalsMet', metric: null }, ...each] : each
}
