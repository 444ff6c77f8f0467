import { STRETCH_ATTAINMENT } from './goal.ts'
import { METRICS, type MetricKey } from './metrics.ts'
import { type Guards, type RulebookVersion, weightedMetrics } from './rulebook.ts'
import type { Line } from './scorecard.ts'

/** A metric's part in a score. */
export interface ScoreLine {
  readonly metric: MetricKey
  /** Percent, as the rulebook has it. */
  readonly weight: number
  /** Percent, after the weights of what is not measured were shared out in proportion; 0 where it is not measured itself. */
  readonly effectiveWeight: number
  /** How far the goal is reached, 0 to 1.2; `null`: no goal, or not enough data. */
  readonly attainment: number | null
  /** The attainment that counts: no more than 1 where the guard holds it. */
  readonly counted: number | null
  readonly isHeld: boolean
}

/** The team's part in a person's score. */
export interface TeamPart {
  readonly group: number
  /** The team's own score, 0 to 120; `null` when too little of it is measured. */
  readonly value: number | null
}

/** Why there is no score. */
export type NoScore =
  /** Less than half of the weight has a goal and enough data. */
  | 'tooLittleMeasured'
  /** The team's part is not known to whoever looks: they may not read its tickets. */
  | 'teamUnknown'

/** How a score came to be, in so much detail that it can be worked out again by hand. */
export interface Score {
  /** 0 to 120; 100 is every target met and none surpassed. `null` when there is none, because of `missing`. */
  readonly value: number | null
  readonly missing: NoScore | null
  /** The weighted mean of the lines, 0 to 120; `null` when too little is measured. */
  readonly own: number | null
  /** Every metric with a weight, the greatest first. */
  readonly lines: readonly ScoreLine[]
  /** Percent of the weight that is measured. */
  readonly measuredWeight: number
  /** 0 to 1: how much of the score is the team's. 0 for a team, and for somebody whose team has no score, whose own work then is all of it. */
  readonly teamShare: number
  /** `null`: there is no team, or it is not known. */
  readonly team: TeamPart | null
  readonly reopenGuard: GuardReading | null
  readonly ratedGuard: GuardReading | null
  /** The version of the rulebook that judged. */
  readonly version: number
}

/** A guard, what it allows, and what was found. */
export interface GuardReading {
  readonly value: number
  readonly limit: number
  readonly isBroken: boolean
}

/** Everything at its stretch; sums of fractions may come out a last digit higher. */
const BEST_SCORE = 100 * STRETCH_ATTAINMENT
/** With less than this percent of the weight measured there is no score. */
const LEAST_MEASURED = 50

/**
 * The score of a scorecard's lines: own = Σ weight · counted attainment ÷ Σ weight, over lines with a goal and enough data; then
 * (1 − team share) · own + team share · team.
 * @param team `null`: nobody's team; `unknown`: there is one, whose tickets could not be read
 */
export function scoreOf(
  lines: readonly Line[],
  { weights, guards, teamShare, version }: RulebookVersion,
  team: TeamPart | null | 'unknown',
  minimumSample: number,
): Score {
  const reopenGuard = reopenReading(lines, guards, minimumSample)
  const weighted = weightedMetrics({ weights }).map(({ metric, weight }) => {
    const attained = lines.find((line) => line.metric === metric)?.attainment ?? null
    const isHeld = METRICS[metric].guard === 'reopenRate' && reopenGuard?.isBroken === true && (attained ?? 0) > 1
    return { metric, weight, attainment: attained, counted: isHeld ? 1 : attained, isHeld }
  })
  const total = sum(weighted.map(({ weight }) => weight))
  const measured = sum(weighted.map(({ weight, counted }) => (counted === null ? 0 : weight)))
  const own =
    measured === 0 || measured * 100 < LEAST_MEASURED * total
      ? null
      : Math.min(BEST_SCORE, (100 * sum(weighted.map(({ weight, counted }) => weight * (counted ?? 0)))) / measured)
  const part = team === 'unknown' ? null : team
  const share = team === null || part?.value === null ? 0 : teamShare
  const isUnknown = team === 'unknown' && share > 0
  return {
    value: own === null || isUnknown ? null : share === 0 ? own : mixed(own, part!.value!, share),
    missing: own === null ? 'tooLittleMeasured' : isUnknown ? 'teamUnknown' : null,
    own,
    lines: weighted.map((line) => ({
      ...line,
      effectiveWeight: line.counted === null ? 0 : (100 * line.weight) / measured,
    })),
    measuredWeight: total === 0 ? 0 : (100 * measured) / total,
    teamShare: share,
    team: part,
    reopenGuard,
    ratedGuard: ratedReading(lines, guards, minimumSample),
    version,
  }
}

/** Equals stay what they are: sums of fractions may come out a last digit lower. */
const mixed = (own: number, team: number, share: number): number =>
  own === team ? own : Math.min(BEST_SCORE, (1 - share) * own + share * team)

/** Too few solved tickets say nothing about how many come back. */
function reopenReading(lines: readonly Line[], { mostReopened }: Guards, minimumSample: number): GuardReading | null {
  const reopens = lines.find(({ metric }) => metric === 'reopenRate')
  if (reopens === undefined || reopens.value === null || reopens.n < minimumSample) return null
  return { value: reopens.value, limit: mostReopened, isBroken: reopens.value > mostReopened }
}

/** Ratings of a period for each ticket solved in it. A rating may come after the solve's period, so this can be more than 1. */
function ratedReading(lines: readonly Line[], { leastRated }: Guards, minimumSample: number): GuardReading | null {
  const n = (metric: MetricKey) => lines.find((line) => line.metric === metric)?.n ?? 0
  if (n('solvedTickets') < minimumSample) return null
  const value = n('csat') / n('solvedTickets')
  return { value, limit: leastRated, isBroken: value < leastRated }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
