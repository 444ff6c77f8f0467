import * as z from 'zod/mini'
import type { Exclusions } from '../domain/settings.ts'
import type { Rating, Score, Ticket } from '../domain/ticket.ts'
import { parseInstant } from './instant.ts'

/*
 * The schemas hold what a record cannot do without, for zod takes most of the time that reading a page takes. The other
 * parts are read from the record itself: what is missing or of another type is absent.
 */

const id = z.int().check(z.nonnegative())

const ticketSchema = z.object({
  id,
  status: z.string(),
  assignee_id: z.nullish(z.int()),
  group_id: z.nullish(z.int()),
  tags: z.nullish(z.array(z.string())),
  created_at: z.string(),
})

const metricSetSchema = z.nullish(z.object({ solved_at: z.nullish(z.string()) }))

const ratingSchema = z.object({ id, ticket_id: id, created_at: z.string() })

type Parts<Name extends string> = { readonly [Each in Name]?: unknown }

type TicketParts = Parts<
  | 'updated_at'
  | 'generated_timestamp'
  | 'subject'
  | 'via'
  | 'priority'
  | 'brand_id'
  | 'satisfaction_rating'
  | 'metric_set'
>

type MetricSetParts = Parts<
  'reply_time_in_minutes' | 'full_resolution_time_in_minutes' | 'replies' | 'reopens' | 'assignee_stations'
>

type RatingParts = Parts<'updated_at' | 'assignee_id' | 'group_id' | 'score'>

/**
 * One ticket of an answer, or `null` when no ticket can be read from it: no object, a needed part of the wrong type, or a
 * creation or solve that is no instant.
 * Zendesk has two shapes for metric sets: inside the ticket, or beside the tickets of a page.
 * @param sideLoads metric sets that came beside the tickets of the same page, by ticket id
 */
export function parseTicket(
  raw: unknown,
  sideLoads: ReadonlyMap<number, unknown>,
  exclusions: Exclusions,
): Ticket | null {
  const parsed = z.safeParse(ticketSchema, raw)
  if (!parsed.success) return null
  const ticket = parsed.data
  const parts = raw as TicketParts
  const rawMetrics = parts.metric_set ?? sideLoads.get(ticket.id) ?? null
  const metricSet = z.safeParse(metricSetSchema, rawMetrics)
  if (!metricSet.success) return null
  const metrics: MetricSetParts | null = rawMetrics
  const solvedAt = metricSet.data?.solved_at ?? null
  const solved = parseInstant(solvedAt)
  const created = parseInstant(ticket.created_at)
  if (created === null || (solvedAt !== null && solved === null)) return null
  const firstReply = clocksIn(metrics?.reply_time_in_minutes)
  const fullResolution = clocksIn(metrics?.full_resolution_time_in_minutes)
  const channel = textIn((parts.via as Parts<'channel'> | null | undefined)?.channel)
  return {
    id: ticket.id,
    version: wholeNumberIn(parts.generated_timestamp) ?? parseInstant(parts.updated_at) ?? 0,
    agent: ticket.assignee_id ?? null,
    group: ticket.group_id ?? null,
    channel,
    priority: textIn(parts.priority),
    brand: idIn(parts.brand_id),
    created,
    solved: ticket.status === 'solved' || ticket.status === 'closed' ? solved : null,
    firstReplyCalendarMinutes: wholeNumberIn(firstReply?.calendar),
    firstReplyBusinessMinutes: wholeNumberIn(firstReply?.business),
    fullResolutionCalendarMinutes: wholeNumberIn(fullResolution?.calendar),
    fullResolutionBusinessMinutes: wholeNumberIn(fullResolution?.business),
    replies: wholeNumberIn(metrics?.replies),
    reopens: wholeNumberIn(metrics?.reopens),
    assigneeStations: wholeNumberIn(metrics?.assignee_stations),
    score: scoreIn((parts.satisfaction_rating as Parts<'score'> | null | undefined)?.score),
    hasMetricSet: metrics !== null,
    leftOut: leftOut(ticket, parts.subject, channel, exclusions),
  }
}

/** One satisfaction rating record, or `null` when it cannot be told which ticket it rates, or when. */
export function parseRating(raw: unknown): Rating | null {
  const parsed = z.safeParse(ratingSchema, raw)
  if (!parsed.success) return null
  const { id, ticket_id, created_at } = parsed.data
  const parts = raw as RatingParts
  const created = parseInstant(created_at)
  if (created === null) return null
  return {
    id,
    ticket: ticket_id,
    created,
    updated: parseInstant(parts.updated_at) ?? created,
    agent: integerIn(parts.assignee_id),
    group: integerIn(parts.group_id),
    score: scoreIn(parts.score),
  }
}

function leftOut(
  ticket: z.output<typeof ticketSchema>,
  subject: unknown,
  channel: string | null,
  exclusions: Exclusions,
): Ticket['leftOut'] {
  const tags = ticket.tags ?? []
  if (ticket.status === 'deleted') return 'deleted'
  if (subject === 'SCRUBBED') return 'scrubbed'
  if (tags.includes('closed_by_merge')) return 'merged'
  if (ticket.assignee_id === null || ticket.assignee_id === undefined) return 'unassigned'
  if (tags.some((tag) => exclusions.tags.has(tag.toLowerCase()))) return 'excludedTag'
  if (channel !== null && exclusions.channels.has(channel.toLowerCase())) return 'excludedChannel'
  return null
}

/** `offered`, `unoffered` and words that are new to us are no ratings. */
function scoreIn(value: unknown): Score | null {
  return value === 'good' || value === 'bad' ? value : null
}

/** Of whatever else stands in their place, a text or a list, both clocks are absent. */
function clocksIn(value: unknown): Parts<'calendar' | 'business'> | null | undefined {
  return value as Parts<'calendar' | 'business'> | null | undefined
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function integerIn(value: unknown): number | null {
  return Number.isSafeInteger(value) ? (value as number) : null
}

function idIn(value: unknown): number | null {
  const integer = integerIn(value)
  return integer !== null && integer >= 0 ? integer : null
}

/** A count, minutes or seconds since 1970. */
function wholeNumberIn(value: unknown): number | null {
  const integer = idIn(value)
  return integer !== null && integer <= 4_000_000_000 ? integer : null
}
