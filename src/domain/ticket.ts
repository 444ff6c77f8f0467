import type { Instant } from './period.ts'

/** Why a ticket has no say in any metric; the first that applies, in this order. */
export const REASONS_LEFT_OUT = [
  'unreadable',
  'deleted',
  'scrubbed',
  'merged',
  'unassigned',
  'excludedTag',
  'excludedChannel',
  /** No metric set came with the ticket: its times, replies and solve are unknown, though a dated rating of it still counts. */
  'unknownMetrics',
] as const

export type ReasonLeftOut = (typeof REASONS_LEFT_OUT)[number]

export type Score = 'good' | 'bad'

/** As a column holds them. */
export const SCORES: readonly Score[] = ['bad', 'good']
export const SCORE_BAD = 0
export const SCORE_GOOD = 1

/** What one version of a ticket says, as far as the metrics ask. `null` is absent, never 0; times are whole minutes. */
export interface Ticket {
  readonly id: number
  /** The version: `generated_timestamp`, else `updated_at` in seconds, else 0. The greatest counts. */
  readonly version: Instant
  readonly agent: number | null
  readonly group: number | null
  readonly channel: string | null
  readonly priority: string | null
  readonly brand: number | null
  readonly created: Instant
  /** Present only while the ticket is solved or closed. */
  readonly solved: Instant | null
  readonly firstReplyCalendarMinutes: number | null
  readonly firstReplyBusinessMinutes: number | null
  readonly fullResolutionCalendarMinutes: number | null
  readonly fullResolutionBusinessMinutes: number | null
  readonly replies: number | null
  readonly reopens: number | null
  readonly assigneeStations: number | null
  /** The score on the ticket itself, which has neither date nor rater. */
  readonly score: Score | null
  readonly hasMetricSet: boolean
  readonly leftOut: Exclude<ReasonLeftOut, 'unreadable' | 'unknownMetrics'> | null
}

/** A satisfaction rating record: who was credited when the customer rated. */
export interface Rating {
  readonly id: number
  readonly ticket: number
  readonly created: Instant
  readonly updated: Instant
  readonly agent: number | null
  readonly group: number | null
  /** `null` for an offer without an answer, and for any word we do not know. */
  readonly score: Score | null
}
