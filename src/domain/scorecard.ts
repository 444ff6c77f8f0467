import type { Goal, GoalState } from './goal.ts'
import { goalState } from './goal.ts'
import type { Measurement } from './measurement.ts'
import { cadenceOf, type Period } from './period.ts'
import { goalsFor, type GoalSubject, type RulebookVersion } from './rulebook.ts'
import { type Score, scoreOf, type TeamPart } from './score.ts'

export interface Subject {
  readonly kind: 'agent' | 'group'
  readonly id: number
  /** `null` when the account does not tell: somebody who is gone. */
  readonly name: string | null
}

/** A measurement beside its goal. */
export interface Line extends Measurement {
  readonly goal: Goal | null
  readonly attainment: number | null
  readonly state: GoalState
}

/** One subject, one period, a line per metric, a score. */
export interface Scorecard {
  readonly subject: Subject
  readonly period: Period
  /** For an agent the group that their goals and the team's part of their score come from. */
  readonly team: number | null
  readonly lines: readonly Line[]
  readonly score: Score
}

/** What a subject brought to a period, before anything is judged. */
export interface MeasuredSubject {
  readonly subject: Subject
  /** For an agent the group whose goals count and whose score is part of theirs; `null` for a group, and where there is none. */
  readonly team: number | null
  /** One per metric of a scorecard. */
  readonly measurements: readonly Measurement[]
}

/**
 * The scorecard that a version of the rulebook makes of what was measured.
 * @param team the team's part in the score; `unknown`: there is a team whose tickets could not be read
 */
export function scorecard(
  { subject, team: group, measurements }: MeasuredSubject,
  period: Period,
  version: RulebookVersion,
  team: TeamPart | null | 'unknown',
  minimumSample: number,
): Scorecard {
  const goalSubject: GoalSubject = { kind: subject.kind, id: subject.id, team: group }
  const goals = goalsFor(version, goalSubject, cadenceOf(period))
  const lines = measurements.map((measurement): Line => {
    const goal = goals.get(measurement.metric) ?? null
    return { ...measurement, goal, ...goalState(measurement, goal, minimumSample) }
  })
  return { subject, period, team: group, lines, score: scoreOf(lines, version, team, minimumSample) }
}
