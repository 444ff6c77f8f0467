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

const part = z.optional(z.unknown())

/** Lists and single records under the names that Zendesk's endpoints use. */
const answerSchema = z.object({
  tickets: part,
  ticket: part,
  results: part,
  metric_sets: part,
  satisfaction_ratings: part,
  satisfaction_rating: part,
  users: part,
  user: part,
  groups: part,
  group: part,
  group_memberships: part,
  group_membership: part,
})

const resultSchema = z.object({ result_type: part })

/** Reads any answer; `null` when it is no JSON object at all. */
export function parseAnswer(json: unknown, exclusions: Exclusions): Answer | null {
  const parsed = z.safeParse(answerSchema, json)
  if (!parsed.success) return null
  const body = parsed.data
  const results = listIn(body.results).map((result) => ({ result, type: resultType(result) }))
  const found = (type: string) => results.filter((each) => each.type === type).map(({ result }) => result)
  const sideLoads = metricSetsById(listIn(body.metric_sets))
  const tickets = readAll([listIn(body.tickets), single(body.ticket), found('ticket')], (raw) =>
    parseTicket(raw, sideLoads, exclusions),
  )
  const ratings = readAll([listIn(body.satisfaction_ratings), single(body.satisfaction_rating)], parseRating)
  return {
    tickets: tickets.read,
    unreadableTickets: tickets.unreadable,
    ratings: ratings.read,
    unreadableRatings: ratings.unreadable,
    agents: readAll([listIn(body.users), single(body.user), found('user')], parseAgent).read,
    groups: readAll([listIn(body.groups), single(body.group), found('group')], parseGroup).read,
    memberships: readAll([listIn(body.group_memberships), single(body.group_membership)], parseMembership).read,
  }
}

/** The records of all lists that can be read, in order, and how many cannot. */
function readAll<Value>(lists: readonly (readonly unknown[])[], parse: (raw: unknown) => Value | null) {
  const read: Value[] = []
  let unreadable = 0
  for (const list of lists) {
    for (const raw of list) {
      const value = parse(raw)
      if (value === null) unreadable++
      else read.push(value)
    }
  }
  return { read, unreadable }
}

/** Metric sets by the ticket they name; one that names none is nobody's. */
function metricSetsById(sets: readonly unknown[]): ReadonlyMap<number, unknown> {
  const byId = new Map<number, unknown>()
  for (const set of sets) {
    const id = (set as { readonly ticket_id?: unknown } | null)?.ticket_id
    if (typeof id === 'number') byId.set(id, set)
  }
  return byId
}

/** A search result says what it is; one that does not is taken for a ticket, which is all we ever search for. */
function resultType(result: unknown): unknown {
  const parsed = z.safeParse(resultSchema, result)
  return parsed.success ? (parsed.data.result_type ?? 'ticket') : 'ticket'
}

/** A list that is none is empty. */
function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function single(record: unknown): readonly unknown[] {
  return record === undefined || record === null ? [] : [record]
}
