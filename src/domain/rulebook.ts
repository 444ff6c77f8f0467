import { type Goal, GOAL_SCOPES } from './goal.ts'
import type { MetricKey } from './metrics.ts'
import { type Cadence, localDay, type Period } from './period.ts'

/** The rules from one day on, until the next version's day. */
export interface RulebookVersion {
  /** Whole number, growing; 0 for what the app's settings say on their own. */
  readonly version: number
  /** The local day from which it acts, `2026-12-01`; `null`: since ever. */
  readonly effectiveFrom: string | null
  /** Why it was made, in the admin's words. */
  readonly reason: string
  readonly goals: readonly Goal[]
  /** Percent of the score, summing to 100; a metric that is not there has none. */
  readonly weights: Weights
  readonly guards: Guards
  /** The part of a person's score that is the team's score, 0 to 1. */
  readonly teamShare: number
  /** Badges switched on, and those that are given no more, by key. */
  readonly badges: readonly string[]
  readonly retired: readonly string[]
}

export type Weights = ReadonlyMap<MetricKey, number>

/** What must not suffer while a score improves. */
export interface Guards {
  /** With a greater share of reopened tickets, first contact resolution and full resolution time count no more than their target. */
  readonly mostReopened: number
  /** With a smaller share of solved tickets rated, CSAT is marked as resting on few voices. */
  readonly leastRated: number
}

/** All versions, the earliest first. The first one acts since ever. */
export type Rulebook = readonly [RulebookVersion, ...RulebookVersion[]]

/** Weights are typed with decimals, whose sum may be a last digit off. */
export const sumsTo100 = (weights: Iterable<number>): boolean => Math.abs(sumOf(weights) - 100) < 1e-6

/** What weights add up to. */
export const sumOf = (weights: Iterable<number>): number => [...weights].reduce((sum, weight) => sum + weight, 0)

/** The metrics that have weight, and their percent: the greatest first, of equals by key. */
export const weightedMetrics = ({ weights }: Pick<RulebookVersion, 'weights'>) =>
  [...weights]
    .filter(([, weight]) => weight > 0)
    .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .map(([metric, weight]) => ({ metric, weight }))

export const DEFAULT_GUARDS: Guards = { mostReopened: 0.08, leastRated: 0.05 }

/**
 * The version by which a period is judged: the one in force when it began. A version never acts on a period that began before its
 * day, so a later version changes nothing that is closed.
 */
export function versionFor(rulebook: Rulebook, period: Period): RulebookVersion {
  return versionOn(rulebook, localDay(period.start, period.timeZone))
}

/** The version in force on a local day, `2026-12-01`. */
export function versionOn(rulebook: Rulebook, day: string): RulebookVersion {
  return rulebook.findLast(({ effectiveFrom }) => effectiveFrom === null || effectiveFrom <= day) ?? rulebook[0]
}

/** For which cadence a goal speaks of rolling days best, the best one last. */
const LIKELY: readonly Cadence[] = ['quarter', 'week', 'month']

/** Whom a scorecard is of, as goals see it. */
export interface GoalSubject {
  readonly kind: 'agent' | 'group'
  readonly id: number
  /** The group whose goals count for an agent; `null` when there is none. */
  readonly team: number | null
}

/** Somebody whom only the goals of the whole account are for. */
export const ANYBODY: GoalSubject = { kind: 'group', id: NaN, team: null }

/**
 * The goal of each metric that has one: of those for this cadence the most specific, agent before group before account, and within a scope the
 * one for this cadence before the one for every period. Rolling days (cadence `null`) take the one for every period, else that for the
 * month, the week, the quarter.
 */
export function goalsFor(
  { goals }: RulebookVersion,
  subject: GoalSubject,
  cadence: Cadence | null,
): ReadonlyMap<MetricKey, Goal> {
  const group = subject.kind === 'group' ? subject.id : subject.team
  const applies = ({ scope, of, cadence: own }: Goal) =>
    (own === null || cadence === null || own === cadence) &&
    (scope === 'account' || (scope === 'group' ? of === group : subject.kind === 'agent' && of === subject.id))
  const rank = ({ scope, cadence: own }: Goal) =>
    GOAL_SCOPES.indexOf(scope) * 10 + (own === cadence ? 9 : own === null ? 8 : LIKELY.indexOf(own))
  return new Map(
    goals
      .filter(applies)
      .sort((a, b) => rank(a) - rank(b))
      .map((goal) => [goal.metric, goal]),
  )
}
