import type { Question } from '../../src/domain/aggregate.ts'
import type { Dimension } from '../../src/domain/grouping.ts'
import type { MetricRules } from '../../src/domain/metrics.ts'
import { type Instant, latestPeriods, type Period } from '../../src/domain/period.ts'

/**
 * The question that every engine answers, for tickets that have an assignee, in 26 weeks:
 *
 * - five groupings: agent, agent × week, agent × week × group, group, group × week;
 * - by the week of creation: first reply time, its n, median and 90th percentile;
 * - by the week of the solve: full resolution time likewise, and n and hits of first contact resolution (one reply, no
 *   reopen), of satisfaction (good of good and bad) and of reopens;
 * - a ticket dated in none of the weeks has no say, also where weeks are not told apart; nor has an absent value.
 *
 * Every solved ticket has settled, and there are no rating records, so a rating is dated by the solve. Periods belong to the
 * question, they change with a click: each engine has instants and finds the weeks itself. They are weeks in UTC, so that a
 * division will do for all but the product's own engine, which asks no such favour.
 *
 * What belongs to the tickets and not to the question is worked out before it is timed: our order of the values, as
 * crossfilter's dimensions.
 */
export const GROUPINGS = [
  ['agent'],
  ['agent', 'period'],
  ['agent', 'period', 'group'],
  ['group'],
  ['group', 'period'],
] as const satisfies readonly (readonly Dimension[])[]

export const WEEKS = 26
export const NOW: Instant = Date.UTC(2026, 8, 20, 21) / 1000

export const RULES: MetricRules = {
  clock: 'calendar',
  settleDays: 0,
  countsZeroReplies: false,
  firstReplyTargetMinutes: null,
  fullResolutionTargetMinutes: null,
}

export const question = (): Question => ({
  rules: RULES,
  now: NOW,
  periods: weeks(),
  groupings: GROUPINGS,
  metrics: ['firstReplyTime', 'fullResolutionTime', 'firstContactResolution', 'csat', 'reopenRate'],
  intervals: false,
})

export const weeks = (): readonly Period[] => latestPeriods('week', WEEKS, NOW, 'UTC')

/** Where the weeks begin and end, for those that divide. */
export const SPAN = { start: Date.UTC(2026, 2, 23) / 1000, end: Date.UTC(2026, 8, 21) / 1000 }
export const WEEK_SECONDS = 7 * 86_400

export const isInSpan = (instant: number | null) => instant !== null && instant >= SPAN.start && instant < SPAN.end

/** The place of the week of an instant in the span. */
export const weekOf = (instant: number) => Math.floor((instant - SPAN.start) / WEEK_SECONDS)
