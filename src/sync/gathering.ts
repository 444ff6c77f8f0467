import { absorb } from '../domain/merging.ts'
import type { Agent, Group, Membership, People } from '../domain/people.ts'
import type { Instant } from '../domain/period.ts'
import { putRating } from '../domain/ratingRecords.ts'
import { emptyTable, putTicket, type TicketTable } from '../domain/ticketTable.ts'
import type { Answer } from '../zendesk/answer.ts'
import type { Page } from '../zendesk/page.ts'
import type { Told } from '../zendesk/people.ts'

/** Facts that grow answer by answer, in whatever order the answers come. */
export interface Gathering {
  readonly table: TicketTable
  readonly people: People
  add(answer: Answer): void
  addPage(page: Page): void
}

export function startGathering(): Gathering {
  const table = emptyTable()
  const agents = new Map<number, Agent>()
  const groups = new Map<number, Group>()
  const memberships: Membership[] = []
  const updated = { agents: new Map<number, Instant>(), groups: new Map<number, Instant>() }
  function addPeople(told: Pick<Answer, 'agents' | 'groups' | 'memberships'>) {
    takeNewest(agents, updated.agents, told.agents)
    takeNewest(groups, updated.groups, told.groups)
    for (const membership of told.memberships) memberships.push(membership)
  }

  return {
    table,
    people: { agents, groups, memberships },
    add(answer) {
      for (const ticket of answer.tickets) putTicket(table, ticket)
      for (const rating of answer.ratings) putRating(table, rating)
      table.unreadable += answer.unreadableTickets
      addPeople(answer)
    },
    addPage(page) {
      absorb(table, page.table)
      addPeople(page)
    },
  }
}

/** The copy updated later stays; of two updated at once the one that came last. */
function takeNewest<Known extends { readonly id: number }>(
  into: Map<number, Known>,
  updated: Map<number, Instant>,
  told: readonly Told<Known>[],
): void {
  for (const each of told) {
    const { id } = each.known
    if (each.updated < (updated.get(id) ?? 0)) continue
    into.set(id, each.known)
    updated.set(id, each.updated)
  }
}
