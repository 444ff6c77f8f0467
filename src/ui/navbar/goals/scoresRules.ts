import type { Goal, Marks } from '../../../domain/goal.ts'
import type { MetricKey } from '../../../domain/metrics.ts'
import type { Cadence } from '../../../domain/period.ts'
import {
  ANYBODY,
  goalsFor,
  type GoalSubject,
  type Rulebook,
  type RulebookVersion,
  weightedMetrics,
} from '../../../domain/rulebook.ts'

/** A metric that scores are made of, and its percent. */
export interface Weighted {
  readonly metric: MetricKey
  readonly weight: number
}

/** What a version asks for in the periods that scores are made for, of the metrics that have weight. */
export interface ScoresRules {
  readonly version: RulebookVersion
  /** The greatest weight first, as a score has them. */
  readonly weighted: readonly Weighted[]
  /** The goals of everybody who has none of their own. */
  readonly general: ReadonlyMap<MetricKey, Goal>
  /** Goals of groups and people that ask for something else. */
  readonly special: readonly Goal[]
}

/** The part of a version that acts on periods of this cadence. */
export function scoresRules(version: RulebookVersion, cadence: Cadence): ScoresRules {
  const weighted = weightedMetrics(version)
  const goals = version.goals.filter((goal) => weighted.some(({ metric }) => metric === goal.metric))
  const acting = (subject: GoalSubject) => goalsFor({ ...version, goals }, subject, cadence)
  const general = acting(ANYBODY)
  const own = (scope: 'group' | 'agent') =>
    [...new Set(goals.flatMap((goal) => (goal.scope === scope && goal.of !== null ? [goal.of] : [])))].flatMap((id) =>
      [...acting({ kind: scope, id, team: null }).values()].filter((goal) => goal.scope === scope),
    )
  const isOther = (goal: Goal) => !haveSameMarks(goal, general.get(goal.metric))
  const ofGroups = own('group').filter(isOther)
  // A person's goal that is everybody's again still says something where groups have another.
  const ofAgents = own('agent').filter((goal) => isOther(goal) || ofGroups.some(({ metric }) => metric === goal.metric))
  return { version, weighted, general, special: [...ofGroups, ...ofAgents] }
}

/** Whether nothing that has weight has a goal, for anybody: everything is measured and nothing judged. */
export const isUnjudged = ({ general, special }: ScoresRules): boolean => general.size === 0 && special.length === 0

/** The first version that is still to come on this day, or `null`. */
export function nextVersion(rulebook: Rulebook, day: string): (RulebookVersion & { effectiveFrom: string }) | null {
  for (const version of rulebook) {
    const { effectiveFrom } = version
    if (effectiveFrom !== null && effectiveFrom > day) return { ...version, effectiveFrom }
  }
  return null
}

function haveSameMarks(one: Marks, other: Marks | undefined): boolean {
  return one.threshold === other?.threshold && one.target === other.target && one.stretch === other.stretch
}
