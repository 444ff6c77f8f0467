import type { MetricKey } from '../../domain/metrics.ts'
import type { NoScore } from '../../domain/score.ts'
import type { Line, Scorecard } from '../../domain/scorecard.ts'

/** A judged metric on its way into the score. */
export interface WorkedRow {
  readonly line: Line
  /** What the value earns, to one decimal. */
  readonly points: number
  /** What counts where the guard holds the points; `null` where it does not. */
  readonly held: number | null
  /** The part of the score after weights were shared out, 0 to 1. */
  readonly weight: number
  /** Points times weight. */
  readonly product: number
}

/** A metric with weight that is not judged, and why. */
export interface WorkedGap {
  readonly metric: MetricKey
  /** The part of the weight that it would have, 0 to 1. */
  readonly weight: number
  readonly reason: 'noGoal' | 'notEnough' | 'noData'
}

/** One of the two parts of a score. */
export interface WorkedPart {
  /** 0 to 1. */
  readonly share: number
  /** The score that this is a part of. */
  readonly of: number
  readonly product: number
}

/** A score worked out step by step, every number as it is shown. */
export interface WorkedScore {
  readonly rows: readonly WorkedRow[]
  readonly gaps: readonly WorkedGap[]
  /** What the products of the rows add up to; `null` when too little is judged. */
  readonly own: number | null
  /** What adds up to the score; `null` when the team has no part in it. */
  readonly parts: { readonly own: WorkedPart; readonly team: WorkedPart } | null
  readonly value: number | null
  readonly missing: NoScore | null
}

/** An attainment in points: 100 for a target. */
export const pointsOf = (attainment: number): number => rounded(100 * attainment, 1)

/** The score of a card, as somebody would work it out by hand. */
export function workedScore({ lines, score }: Scorecard): WorkedScore {
  const judged = score.own === null ? [] : score.lines.filter(({ counted }) => counted !== null)
  const sum = addUp(
    judged.map(({ counted, effectiveWeight }) => counted! * effectiveWeight),
    score.own ?? 0,
  )
  const rows = judged.map(({ metric, attainment, counted, effectiveWeight, isHeld }, at): WorkedRow => ({
    line: lineOf(lines, metric),
    points: pointsOf(attainment!),
    held: isHeld ? pointsOf(counted!) : null,
    weight: effectiveWeight / 100,
    product: sum.summands[at]!,
  }))
  const gaps = score.lines
    .filter(({ counted }) => counted === null)
    .map(({ metric, weight }): WorkedGap => {
      const { goal, state } = lineOf(lines, metric)
      const reason = goal === null ? 'noGoal' : state === 'notEnough' ? 'notEnough' : 'noData'
      return { metric, weight: weight / 100, reason }
    })
  const { own, team, teamShare, value, missing } = score
  const base = { rows, gaps, own: own === null ? null : sum.total, missing }
  if (own === null || value === null || team?.value == null || teamShare === 0)
    return { ...base, parts: null, value: value === null ? null : sum.total }
  const both = addUp([(1 - teamShare) * own, teamShare * team.value], value)
  return {
    ...base,
    parts: {
      own: { share: 1 - teamShare, of: sum.total, product: both.summands[0]! },
      team: { share: teamShare, of: rounded(team.value, 1), product: both.summands[1]! },
    },
    value: both.total,
  }
}

/** Decimals of the summands and of their total. The last always agree where the others just fail: each is off by half a digit at most. */
const DECIMALS = [
  [2, 1],
  [3, 1],
  [3, 2],
] as const

/** Summands and total, rounded so that whoever adds up what is shown gets the total that is shown. */
export function addUp(
  summands: readonly number[],
  total: number,
): { readonly summands: readonly number[]; readonly total: number } {
  const [fine, coarse] = DECIMALS.find(([fine, coarse]) => agree(summands, total, fine, coarse)) ?? DECIMALS[2]
  return { summands: summands.map((each) => rounded(each, fine)), total: rounded(total, coarse) }
}

function agree(summands: readonly number[], total: number, fine: number, coarse: number): boolean {
  const added = summands.reduce((sum, each) => sum + Math.round(each * 10 ** fine), 0)
  return Math.round(added / 10 ** (fine - coarse)) === Math.round(total * 10 ** coarse)
}

/** To so many decimals, as it is shown. */
export const rounded = (value: number, decimals: number): number => Math.round(value * 10 ** decimals) / 10 ** decimals

const lineOf = (lines: readonly Line[], metric: MetricKey): Line => lines.find((line) => line.metric === metric)!
