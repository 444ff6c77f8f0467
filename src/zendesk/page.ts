import type { Agent, Group, Membership } from '../domain/people.ts'
import { putRating } from '../domain/ratingRecords.ts'
import type { Exclusions } from '../domain/settings.ts'
import { compactTable, emptyTable, putTicket, type TicketTable } from '../domain/ticketTable.ts'
import { parseAnswer } from './answer.ts'
import { type Links, type Listing, readLinks } from './listing.ts'
import type { Told } from './people.ts'

/** One page of a listing as facts: plain data that can be stored and posted as it is. */
export interface Page {
  /** Its tickets and rating records. */
  readonly table: TicketTable
  readonly agents: readonly Told<Agent>[]
  readonly groups: readonly Told<Group>[]
  readonly memberships: readonly Membership[]
  readonly links: Links
  /** The tickets of a page that came without any metric set, as an account may leave them out of search. */
  readonly bare: readonly number[]
}

/** Reads the text of an answer; `null` when it is not the JSON that was promised. */
export function readPage(text: string, kind: Listing['kind'], exclusions: Exclusions): Page | null {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return null
  }
  const answer = parseAnswer(json, exclusions)
  const links = readLinks(kind, json)
  if (answer === null || links === null) return null
  const table = emptyTable()
  for (const ticket of answer.tickets) putTicket(table, ticket)
  for (const rating of answer.ratings) putRating(table, rating)
  table.unreadable = answer.unreadableTickets
  const isBare = kind === 'search' && answer.tickets.every(({ hasMetricSet }) => !hasMetricSet)
  return {
    table: compactTable(table),
    agents: answer.agents,
    groups: answer.groups,
    memberships: answer.memberships,
    links,
    bare: isBare ? answer.tickets.map(({ id }) => id) : [],
  }
}
