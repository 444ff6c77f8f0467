import * as z from 'zod/mini'
import type { Agent, Group, Membership } from '../domain/people.ts'
import type { Exclusions } from '../domain/settings.ts'
import type { Rating, Ticket } from '../domain/ticket.ts'
import { parseAgent, parseGroup, parseMembership, type Told } from './people.ts'
import { parseRating, parseTicket } from './tickets.ts'

/** All that an answer of Zendesk's API says about tickets and people, each record by itself: a bad one is set aside alone. */
export interface Answer {
  readonly tickets: readonly Ticket[]
  /** Records in a ticket's place that no ticket could be read from. */
  readonly unreadableTickets: number
  readonly ratings: readonly Rating[]
  readonly unreadableRatings: number
  readonly agents: readonly Told<Agent>[]
  readonly groups: readonly Told<Group>[]
  readonly memberships: readonly Membership[]
}

const list = z.catch(z._default(z.array(z.unknown()), []), [])
const one = z.optional(z.unknown())

/** Lists and single records under the names that Zendesk's endpoints use; a list that is none is empty. */
const answerSchema = z.object({
  tickets: list,
  ticket: one,
  results: list,
  metric_sets: list,
  satisfaction_ratings: list,
  satisfaction_rating: one,
  users: list,
  user: one,
  groups: list,
  group: one,
  group_memberships: list,
  group_membership: one,
})

const resultSchema = z.object({ result_type: z.optional(z.unknown()) })
const metricSetSchema = z.object({ ticket_id: z.int() })

/** Reads any answer; `null` when it is no JSON object at all. */
export function parseAnswer(json: unknown, exclusions: Exclusions): Answer | null {
  const parsed = z.safeParse(answerSchema, json)
  if (!parsed.success) return null
  const body = parsed.data
  const found = (type: string) => body.results.filter((result) => resultType(result) === type)
  const rawTickets = [...body.tickets, ...single(body.ticket), ...found('ticket')]
  const rawRatings = [...body.satisfaction_ratings, ...single(body.satisfaction_rating)]
  const sideLoads = new Map<number, unknown>()
  for (const set of body.metric_sets) {
    const known = z.safeParse(metricSetSchema, set)
    if (known.success) sideLoads.set(known.data.ticket_id, set)
  }
  const tickets = rawTickets.map((raw) => parseTicket(raw, sideLoads, exclusions)).filter(isPresent)
  const ratings = rawRatings.map(parseRating).filter(isPresent)
  return {
    tickets,
    unreadableTickets: rawTickets.length - tickets.length,
    ratings,
    unreadableRatings: rawRatings.length - ratings.length,
    agents: [...body.users, ...single(body.user), ...found('user')].map(parseAgent).filter(isPresent),
    groups: [...body.groups, ...single(body.group), ...found('group')].map(parseGroup).filter(isPresent),
    memberships: [...body.group_memberships, ...single(body.group_membership)].map(parseMembership).filter(isPresent),
  }
}

/** A search result says what it is; one that does not is taken for a ticket, which is all we ever search for. */
function resultType(result: unknown): unknown {
  const parsed = z.safeParse(resultSchema, result)
  return parsed.success ? (parsed.data.result_type ?? 'ticket') : 'ticket'
}

function single(record: unknown): unknown[] {
  return record === undefined || record === null ? [] : [record]
}

function isPresent<Value>(value: Value | null): value is Value {
  return value !== null
}
