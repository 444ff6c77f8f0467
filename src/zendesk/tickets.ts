import * as z from 'zod/mini'
import type { Exclusions } from '../domain/settings.ts'
import type { Rating, Score, Ticket } from '../domain/ticket.ts'
import { parseInstant } from './instant.ts'

const instant = z.pipe(
  z.string(),
  z.transform((text, context) => {
    const parsed = parseInstant(text)
    if (parsed !== null) return parsed
    context.issues.push({ code: 'custom', message: 'not an instant', input: text })
    return z.NEVER
  }),
)

const id = z.int().check(z.nonnegative())

/** A part that the metrics can do without: what is missing or of another type is absent. */
const optional = <Schema extends z.ZodMiniType>(schema: Schema) => z.catch(z.nullish(schema), null)

const wholeNumber = z.int().check(z.nonnegative(), z.maximum(4_000_000_000))

const clocks = z.object({ calendar: optional(wholeNumber), business: optional(wholeNumber) })

const metricSetSchema = z.object({
  solved_at: z.nullish(instant),
  reply_time_in_minutes: optional(clocks),
  full_resolution_time_in_minutes: optional(clocks),
  replies: optional(wholeNumber),
  reopens: optional(wholeNumber),
  assignee_stations: optional(wholeNumber),
})

const ticketSchema = z.object({
  id,
  status: z.string(),
  assignee_id: z.nullish(z.int()),
  group_id: z.nullish(z.int()),
  tags: z.nullish(z.array(z.string())),
  created_at: instant,
  updated_at: optional(instant),
  generated_timestamp: optional(wholeNumber),
  subject: optional(z.string()),
  via: optional(z.object({ channel: optional(z.string()) })),
  priority: optional(z.string()),
  brand_id: optional(id),
  satisfaction_rating: optional(z.object({ score: optional(z.string()) })),
  metric_set: z.optional(z.unknown()),
})

type ZendeskTicket = z.output<typeof ticketSchema>

const ratingSchema = z.object({
  id,
  ticket_id: id,
  created_at: instant,
  updated_at: optional(instant),
  assignee_id: optional(z.int()),
  group_id: optional(z.int()),
  score: optional(z.string()),
})

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
  const metricSet = z.safeParse(z.nullish(metricSetSchema), ticket.metric_set ?? sideLoads.get(ticket.id))
  if (!metricSet.success) return null
  const metrics = metricSet.data ?? null
  const isSolved = ticket.status === 'solved' || ticket.status === 'closed'
  return {
    id: ticket.id,
    version: ticket.generated_timestamp ?? ticket.updated_at ?? 0,
    agent: ticket.assignee_id ?? null,
    group: ticket.group_id ?? null,
    channel: ticket.via?.channel ?? null,
    priority: ticket.priority ?? null,
    brand: ticket.brand_id ?? null,
    created: ticket.created_at,
    solved: isSolved ? (metrics?.solved_at ?? null) : null,
    firstReplyCalendarMinutes: metrics?.reply_time_in_minutes?.calendar ?? null,
    firstReplyBusinessMinutes: metrics?.reply_time_in_minutes?.business ?? null,
    fullResolutionCalendarMinutes: metrics?.full_resolution_time_in_minutes?.calendar ?? null,
    fullResolutionBusinessMinutes: metrics?.full_resolution_time_in_minutes?.business ?? null,
    replies: metrics?.replies ?? null,
    reopens: metrics?.reopens ?? null,
    assigneeStations: metrics?.assignee_stations ?? null,
    score: scoreOf(ticket.satisfaction_rating?.score),
    hasMetricSet: metrics !== null,
    leftOut: leftOut(ticket, exclusions),
  }
}

/** One satisfaction rating record, or `null` when it cannot be told which ticket it rates, or when. */
export function parseRating(raw: unknown): Rating | null {
  const parsed = z.safeParse(ratingSchema, raw)
  if (!parsed.success) return null
  const { id, ticket_id, created_at, updated_at, assignee_id, group_id, score } = parsed.data
  return {
    id,
    ticket: ticket_id,
    created: created_at,
    updated: updated_at ?? created_at,
    agent: assignee_id ?? null,
    group: group_id ?? null,
    score: scoreOf(score),
  }
}

/** `offered`, `unoffered` and words that are new to us are no ratings. */
function scoreOf(word: string | null | undefined): Score | null {
  return word === 'good' || word === 'bad' ? word : null
}

function leftOut(ticket: ZendeskTicket, exclusions: Exclusions): Ticket['leftOut'] {
  const tags = ticket.tags ?? []
  const channel = ticket.via?.channel ?? null
  if (ticket.status === 'deleted') return 'deleted'
  if (ticket.subject === 'SCRUBBED') return 'scrubbed'
  if (tags.includes('closed_by_merge')) return 'merged'
  if (ticket.assignee_id === null || ticket.assignee_id === undefined) return 'unassigned'
  if (tags.some((tag) => exclusions.tags.has(tag.toLowerCase()))) return 'excludedTag'
  if (channel !== null && exclusions.channels.has(channel.toLowerCase())) return 'excludedChannel'
  return null
}
