import { awards } from './badge.ts'
import { type HitRates, isReached } from './baseline.ts'
import type { Marks } from './goal.ts'
import { judgeBy, type JudgedPeriod } from './judging.ts'
import type { MeasuredPeriod } from './measuring.ts'
import { type MetricKey, SCORECARD_METRICS } from './metrics.ts'
import type { Period } from './period.ts'
import type { RulebookVersion } from './rulebook.ts'
import type { Score } from './score.ts'
import type { Scorecard, Subject } from './scorecard.ts'
import { quantile } from './statistics.ts'

/** Past periods under two versions of the rulebook. For reading only: nothing that was shown changes. */
export interface Replay {
  readonly present: Outlook
  readonly draft: Outlook
  /** Everybody with a score under either, whoever changes most first. */
  readonly people: readonly Change[]
}

/** What one version makes of the past. */
export interface Outlook {
  readonly periods: readonly PeriodOutlook[]
  /** The scores of all periods together. */
  readonly overall: Spread
  /** By metric with a goal, over all agent-periods with enough data. */
  readonly hitRates: ReadonlyMap<MetricKey, HitRates>
  /** How much a person's score moves from one period to the next, in points, on average; `null` where nobody has two in a row. */
  readonly volatility: number | null
  /** Who would have been recognised. */
  readonly byGroup: readonly Recognition[]
  /** By how much work: the third with the fewest solved tickets, the middle, the third with the most. The same people in both versions. */
  readonly byVolume: readonly Recognition[]
}

export interface PeriodOutlook extends Spread {
  readonly period: Period
}

/** How scores lie. */
export interface Spread {
  /** `null` of no scores. */
  readonly medianScore: number | null
  /** People with a score; over several periods a person counts in each. */
  readonly people: number
  /** Of these with 100 or more. */
  readonly atHundred: number
  readonly lowest: number | null
  readonly highest: number | null
}

/** How many of these agent-periods would have earned a badge. */
export interface Recognition {
  /** A group's id; of thirds 0, 1, 2. */
  readonly key: number
  readonly agentPeriods: number
  readonly recognised: number
  /** 0 to 1. */
  readonly share: number
}

/** One person in the latest period in which both versions can judge them, or either does. */
export interface Change {
  readonly subject: Subject
  readonly period: Period
  readonly present: number | null
  readonly draft: number | null
  /** Points; `null` where one of the two has no score. */
  readonly difference: number | null
  /** The metric that moves the score most the way it goes, in points of it; `null` where it stays, or the team's part moves it most. */
  readonly because: { readonly metric: MetricKey; readonly points: number } | null
  /** Goals that both versions judge and only one finds reached. */
  readonly turned: readonly { readonly metric: MetricKey; readonly isMet: boolean }[]
}

/** Sums of fractions may come out a last digit off: no difference smaller than this means anything. */
const NOISE = 1e-9

/** Points as they are shown. */
export const inTenths = (points: number): number => Math.round(points * 10) / 10

/** The same measurements under both versions, each applied to all periods. */
export function replay(
  measured: readonly MeasuredPeriod[],
  present: RulebookVersion,
  draft: RulebookVersion,
  minimumSample: number,
): Replay {
  const [before, after] = [present, draft].map((version) =>
    measured.map((period) => judgeBy(period, version, minimumSample)),
  ) as [JudgedPeriod[], JudgedPeriod[]]
  const thirdOf = thirdsOf(before, after)
  return {
    present: outlook(before, thirdOf),
    draft: outlook(after, thirdOf),
    people: changes(before, after),
  }
}

function outlook(periods: readonly JudgedPeriod[], thirdOf: (card: Scorecard) => number): Outlook {
  const all = periods.flatMap(({ agents }) => agents)
  const judged = all.filter(isJudged)
  return {
    periods: periods.map(({ period, agents }) => ({ period, ...spreadOf(agents) })),
    overall: spreadOf(all),
    hitRates: hitRatesIn(all),
    volatility: volatilityOf(periods),
    byGroup: recognition(judged, ({ team }) => team),
    byVolume: recognition(judged, thirdOf),
  }
}

const isJudged = ({ lines }: Scorecard) => lines.some(({ attainment }) => attainment !== null)

function spreadOf(cards: readonly Scorecard[]): Spread {
  const scores = cards.flatMap(({ score }) => (score.value === null ? [] : [score.value])).sort((a, b) => a - b)
  return {
    medianScore: quantile(scores, 50),
    people: scores.length,
    atHundred: scores.filter((score) => score >= 100 - NOISE).length,
    lowest: scores[0] ?? null,
    highest: scores.at(-1) ?? null,
  }
}

function hitRatesIn(cards: readonly Scorecard[]): ReadonlyMap<MetricKey, HitRates> {
  const judged = cards.flatMap(({ lines }) => lines).filter(({ attainment }) => attainment !== null)
  return new Map(
    SCORECARD_METRICS.flatMap((metric) => {
      const lines = judged.filter((line) => line.metric === metric)
      const rate = (mark: keyof Marks) =>
        lines.filter(({ goal, value }) => isReached(metric, goal![mark], value!)).length / lines.length
      if (lines.length === 0) return []
      return [[metric, { threshold: rate('threshold'), target: rate('target'), stretch: rate('stretch') }]]
    }),
  )
}

function volatilityOf(periods: readonly JudgedPeriod[]): number | null {
  const scores = periods.map(({ agents }) => new Map(agents.map(({ subject, score }) => [subject.id, score.value])))
  const moves = scores.slice(1).flatMap((current, at) =>
    [...current].flatMap(([id, value]) => {
      const before = scores[at]!.get(id) ?? null
      return value === null || before === null ? [] : [Math.abs(value - before)]
    }),
  )
  return moves.length === 0 ? null : moves.reduce((sum, move) => sum + move, 0) / moves.length
}

function recognition(cards: readonly Scorecard[], keyOf: (card: Scorecard) => number | null): readonly Recognition[] {
  const found = new Map<number, { agentPeriods: number; recognised: number }>()
  for (const card of cards) {
    const key = keyOf(card)
    if (key === null) continue
    const { agentPeriods, recognised } = found.get(key) ?? { agentPeriods: 0, recognised: 0 }
    found.set(key, { agentPeriods: agentPeriods + 1, recognised: recognised + (awards(card).length > 0 ? 1 : 0) })
  }
  return [...found]
    .map(([key, { agentPeriods, recognised }]) => ({ key, agentPeriods, recognised, share: recognised / agentPeriods }))
    .sort((a, b) => a.key - b.key)
}

/**
 * Thirds of the agent-periods that either version judges, so that both are told of the same people. Who solved equally many stands
 * together, in the third of their middle.
 */
function thirdsOf(before: readonly JudgedPeriod[], after: readonly JudgedPeriod[]): (card: Scorecard) => number {
  const judged = before.flatMap(({ agents }, period) =>
    agents.filter((card, at) => isJudged(card) || isJudged(after[period]!.agents[at]!)),
  )
  const volumes = judged.map(solvedIn).sort((a, b) => a - b)
  const thirds = new Map(
    [...new Set(volumes)].map((volume) => {
      const [first, last] = [volumes.indexOf(volume), volumes.lastIndexOf(volume)]
      return [volume, Math.floor((3 * (first + last + 1)) / (2 * volumes.length))] as const
    }),
  )
  return (card) => thirds.get(solvedIn(card)) ?? 0
}

const solvedIn = ({ lines }: Scorecard) => lines.find(({ metric }) => metric === 'solvedTickets')?.n ?? 0

function changes(before: readonly JudgedPeriod[], after: readonly JudgedPeriod[]): readonly Change[] {
  const latest = new Map<number, Change>()
  for (const [period, { agents }] of before.entries()) {
    for (const [at, card] of agents.entries()) {
      const other = after[period]!.agents[at]!
      if (card.score.value === null && other.score.value === null) continue
      const known = latest.get(card.subject.id)
      const isFuller = card.score.value !== null && other.score.value !== null
      // A later period with one score only does not hide an earlier one with both.
      if (known === undefined || isFuller || known.difference === null)
        latest.set(card.subject.id, changeBetween(card, other))
    }
  }
  const size = ({ difference }: Change) => (difference === null ? -1 : Math.abs(difference))
  return [...latest.values()].sort((a, b) => size(b) - size(a) || a.subject.id - b.subject.id)
}

function changeBetween(present: Scorecard, draft: Scorecard): Change {
  const [before, after] = [present.score.value, draft.score.value]
  const difference = before === null || after === null ? null : after - before
  return {
    subject: present.subject,
    period: present.period,
    present: before,
    draft: after,
    difference,
    because:
      difference === null || Math.abs(difference) < NOISE
        ? null
        : mover(present.score, draft.score, difference > 0 ? 1 : -1),
    turned: present.lines.flatMap((line, at) => {
      const [one, other] = [line.attainment, draft.lines[at]!.attainment]
      if (one === null || other === null || one >= 1 === other >= 1) return []
      return [{ metric: line.metric, isMet: other >= 1 }]
    }),
  }
}

/**
 * The metric that moves a score most the way it goes. A score is (1 − s) · own + s · team, with s the team's share, so its difference is
 * exactly (1 − s̄) · Σ Δown + s̄ · Δteam + Δs · (team − own)‾, where a bar is the mean of before and after: the first part belongs to the
 * metrics, the rest to the team.
 */
function mover(one: Score, other: Score, way: 1 | -1): Change['because'] {
  const mean = (a: number, b: number) => (a + b) / 2
  const points = (score: Score, metric: MetricKey) => {
    const line = score.lines.find((each) => each.metric === metric)
    return line === undefined ? 0 : line.effectiveWeight * (line.counted ?? 0)
  }
  const share = mean(one.teamShare, other.teamShare)
  // Where one of them has no team score, its share is 0, so that the other's tells of both.
  const [teamBefore, teamAfter] = [one.team?.value ?? other.team?.value ?? 0, other.team?.value ?? one.team?.value ?? 0]
  const byTeam =
    share * (teamAfter - teamBefore) +
    (other.teamShare - one.teamShare) * (mean(teamBefore, teamAfter) - mean(one.own ?? 0, other.own ?? 0))
  const [most] = [...new Set([...one.lines, ...other.lines].map(({ metric }) => metric))]
    .map((metric) => ({ metric, points: (1 - share) * (points(other, metric) - points(one, metric)) }))
    .sort((a, b) => (b.points - a.points) * way)
  return most !== undefined && most.points * way > Math.max(NOISE, byTeam * way) ? most : null
}
