import type { Instant } from './period.ts'
import { SCORE_GOOD } from './ticket.ts'
import type { TicketColumn } from './ticketTable.ts'

export type Clock = 'calendar' | 'business'

/** What an account chose about how its numbers are made. */
export interface Definitions {
  readonly clock: Clock
  /** A ticket solved less than this many days (of 86 400 s) ago is provisional in first contact resolution. */
  readonly settleDays: number
  /** Whether a ticket solved without any public reply counts as resolved at first contact. */
  readonly countsZeroReplies: boolean
}

/** All that measuring needs to know. */
export interface MetricRules extends Definitions {
  /** Minutes for the "within target" shares; `null` where no target is set: then the share is not measured. */
  readonly firstReplyTargetMinutes: number | null
  readonly fullResolutionTargetMinutes: number | null
}

/** The rules of somebody to whom the shares within a target do not matter. */
export const NO_TARGETS = { firstReplyTargetMinutes: null, fullResolutionTargetMinutes: null } as const

/** A column of a ticket, or `rating`: the score of the rating that counts. */
export type Measured = TicketColumn | 'rating'

/** The value of the column lies between `min` and `max`, both inclusive; a bound left out does not bind. */
export interface Condition {
  readonly column: Measured
  readonly min?: number
  readonly max?: number
}

/** What a metric speaks of. Weights should not all lie on one of them. */
export const FAMILIES = ['quality', 'speed', 'context'] as const

export type Family = (typeof FAMILIES)[number]

interface Common {
  readonly family: Family
  /** The event that places a ticket in a period; a ticket without it has no say. */
  readonly dated: 'created' | 'solved' | 'rated'
  readonly better: 'lower' | 'higher'
  /** The metric that must not suffer while this one improves. */
  readonly guard: MetricKey | null
  /** Context only: shown, never part of a score. */
  readonly context: boolean
}

/** A median of whole minutes. A ticket without the value has no say. */
export interface Duration extends Common {
  readonly kind: 'duration'
  readonly unit: 'minutes'
  readonly value: (rules: MetricRules) => TicketColumn
}

/** The part of the tickets with a say that meets every condition. A ticket that lacks a column of a condition has no say. */
export interface Share extends Common {
  readonly kind: 'share'
  readonly unit: 'ratio'
  /** `null` where the rules leave the share undefined. */
  readonly conditions: (rules: MetricRules) => readonly Condition[] | null
  /** Whether a ticket solved too lately is provisional: counted apart, without a say yet. */
  readonly settles: boolean
}

/** How many tickets. */
export interface Count extends Common {
  readonly kind: 'count'
  readonly unit: 'tickets'
}

export type Metric = Duration | Share | Count

const SECONDS_PER_DAY = 86_400

/** The last instant of a solve that has settled; later ones are provisional where the metric settles, and none are elsewhere. */
export function settledUntil(metric: Metric, rules: MetricRules, now: Instant): Instant {
  return metric.kind === 'share' && metric.settles ? now - rules.settleDays * SECONDS_PER_DAY : Infinity
}

/** The keys are fixed: settings, the command line and stored snapshots use them. */
export const METRIC_KEYS = [
  'firstReplyTime',
  'fullResolutionTime',
  'firstContactResolution',
  'csat',
  'reopenRate',
  'solvedTickets',
  'oneAssigneeShare',
  'firstReplyWithinTarget',
  'fullResolutionWithinTarget',
] as const

export type MetricKey = (typeof METRIC_KEYS)[number]

/** The lines of every scorecard, in this order. */
export const SCORECARD_METRICS = METRIC_KEYS.slice(0, 7)

/** The column of first reply times on this clock. */
export const firstReplyColumn = ({ clock }: Pick<Definitions, 'clock'>) =>
  clock === 'business' ? 'firstReplyBusinessMinutes' : 'firstReplyCalendarMinutes'

const fullResolution = ({ clock }: MetricRules) =>
  clock === 'business' ? 'fullResolutionBusinessMinutes' : 'fullResolutionCalendarMinutes'

const atMost = (column: Measured, minutes: number | null) => (minutes === null ? null : [{ column, max: minutes }])

/** Every metric, declared. Computation, definition on screen and SQL are all made from this table. */
export const METRICS: Readonly<Record<MetricKey, Metric>> = {
  /** Median time from creation to the first public agent reply. */
  firstReplyTime: {
    kind: 'duration',
    family: 'speed',
    unit: 'minutes',
    value: firstReplyColumn,
    dated: 'created',
    better: 'lower',
    guard: null,
    context: false,
  },
  /** Median time from creation to the last solve. */
  fullResolutionTime: {
    kind: 'duration',
    family: 'speed',
    unit: 'minutes',
    value: fullResolution,
    dated: 'solved',
    better: 'lower',
    guard: 'reopenRate',
    context: false,
  },
  /** Share of settled solved tickets with exactly one public agent reply and no reopen. */
  firstContactResolution: {
    kind: 'share',
    family: 'quality',
    unit: 'ratio',
    conditions: ({ countsZeroReplies }) => [
      { column: 'replies', min: countsZeroReplies ? 0 : 1, max: 1 },
      { column: 'reopens', max: 0 },
    ],
    settles: true,
    dated: 'solved',
    better: 'higher',
    guard: 'reopenRate',
    context: false,
  },
  /** Share of good ratings among good and bad ones. */
  csat: {
    kind: 'share',
    family: 'quality',
    unit: 'ratio',
    conditions: () => [{ column: 'rating', min: SCORE_GOOD }],
    settles: false,
    dated: 'rated',
    better: 'higher',
    guard: null,
    context: false,
  },
  /** Share of solved tickets that were reopened at least once. */
  reopenRate: {
    kind: 'share',
    family: 'quality',
    unit: 'ratio',
    conditions: () => [{ column: 'reopens', min: 1 }],
    settles: false,
    dated: 'solved',
    better: 'lower',
    guard: null,
    context: true,
  },
  /** How many tickets were solved. */
  solvedTickets: {
    kind: 'count',
    family: 'context',
    unit: 'tickets',
    dated: 'solved',
    better: 'higher',
    guard: null,
    context: true,
  },
  /** Share of solved tickets that had one assignee all along. */
  oneAssigneeShare: {
    kind: 'share',
    family: 'context',
    unit: 'ratio',
    conditions: () => [{ column: 'assigneeStations', min: 1, max: 1 }],
    settles: false,
    dated: 'solved',
    better: 'higher',
    guard: null,
    context: true,
  },
  /** Share of first replies within the target for first reply time. */
  firstReplyWithinTarget: {
    kind: 'share',
    family: 'speed',
    unit: 'ratio',
    conditions: (rules) => atMost(firstReplyColumn(rules), rules.firstReplyTargetMinutes),
    settles: false,
    dated: 'created',
    better: 'higher',
    guard: null,
    context: true,
  },
  /** Share of full resolutions within the target for full resolution time. */
  fullResolutionWithinTarget: {
    kind: 'share',
    family: 'speed',
    unit: 'ratio',
    conditions: (rules) => atMost(fullResolution(rules), rules.fullResolutionTargetMinutes),
    settles: false,
    dated: 'solved',
    better: 'higher',
    guard: 'reopenRate',
    context: true,
  },
}

/** The metrics that scores can be made of: those that are no mere context. */
export const SCORED_METRICS = METRIC_KEYS.filter((metric) => !METRICS[metric].context)
