import type { MeasuredPeriod } from './measuring.ts'
import type { Cadence, Period } from './period.ts'
import { ANYBODY, goalsFor, type Rulebook, type RulebookVersion, versionFor } from './rulebook.ts'
import type { TeamPart } from './score.ts'
import { type MeasuredSubject, type Scorecard, scorecard } from './scorecard.ts'

/** Everybody's scorecards of one period. In the order in which they were measured. */
export interface JudgedPeriod {
  readonly period: Period
  readonly agents: readonly Scorecard[]
  readonly groups: readonly Scorecard[]
}

/** What judging needs of the settings. */
export interface Rules {
  readonly rulebook: Rulebook
  readonly minimumSample: number
}

/** The scorecards of everybody by the version in force when the period began; the team's part of a score comes from its own. */
export function judge(measured: MeasuredPeriod, { rulebook, minimumSample }: Rules): JudgedPeriod {
  return judgeBy(measured, versionFor(rulebook, measured.period), minimumSample)
}

/** The scorecards of everybody as this version has them, whenever it is in force. */
export function judgeBy(
  { period, agents, groups }: MeasuredPeriod,
  version: RulebookVersion,
  minimumSample: number,
): JudgedPeriod {
  const groupCards = groups.map((measured) => scorecard(measured, period, version, null, minimumSample))
  const teams = new Map(groupCards.map((card) => [card.subject.id, teamPart(card)]))
  const agentCard = (measured: MeasuredSubject) =>
    scorecard(
      measured,
      period,
      version,
      (measured.team === null ? null : teams.get(measured.team)) ?? null,
      minimumSample,
    )
  return { period, agents: agents.map(agentCard), groups: groupCards }
}

/** A team's score as the part of its people's. */
export const teamPart = ({ subject, score }: Scorecard): TeamPart => ({ group: subject.id, value: score.value })

/** The targets of the whole account in this version, for the shares of tickets within them. `null`: none is set. */
export function accountTargets(version: RulebookVersion, cadence: Cadence | null) {
  const goals = goalsFor(version, ANYBODY, cadence)
  return {
    firstReplyTargetMinutes: goals.get('firstReplyTime')?.target ?? null,
    fullResolutionTargetMinutes: goals.get('fullResolutionTime')?.target ?? null,
  }
}
