import { readCell } from './columns.ts'
import { emptyTable, putTicket, type TicketTable, ticketAt } from './ticketTable.ts'
import { type MetricKey, SCORED_METRICS } from './metrics.ts'
import { creditedTo, type Moment } from './outcome.ts'
import type { Period } from './period.ts'
import { putRating, ratingAt } from './ratingRecords.ts'
import { type Cause, type Change, whatChanged } from './whatChanged.ts'

/** What happened to one ticket between two looks, by the number that it moved with most consequence. */
export interface TicketChange extends Change {
  readonly metric: MetricKey
}

/** The tickets that moved each number between two looks. */
export type Moves = ReadonlyMap<MetricKey, readonly Change[]>

/** From the most telling to the least: what a customer or a colleague did comes before what the agent did and knows. */
const CONSEQUENCE: readonly Cause[] = [
  'ratingWithdrawn',
  'ratingChanged',
  'rated',
  'reopened',
  'settled',
  'leftOut',
  'countsAgain',
  'reassigned',
  'valueChanged',
  'solved',
  'firstSeen',
  'otherPeriod',
]

/**
 * What moved an agent's numbers of a period between two moments.
 * @param before what was kept of the last look: the agent's own tickets then
 */
export function movesBetween(before: Moment, after: Moment, agent: number, period: Period): Moves {
  const subject = { kind: 'agent', id: agent } as const
  return new Map(SCORED_METRICS.map((metric) => [metric, whatChanged(before, after, subject, metric, period)]))
}

/** The same a line per ticket, whichever numbers it moved: the most telling first, then ascending by ticket. */
export function changesIn(moves: Moves): readonly TicketChange[] {
  const rank = ({ cause }: Change) => CONSEQUENCE.indexOf(cause)
  const byTicket = new Map<number, TicketChange>()
  for (const [metric, changes] of moves) {
    for (const change of changes) {
      const known = byTicket.get(change.ticket)
      if (known === undefined || rank(change) < rank(known)) byTicket.set(change.ticket, { ...change, metric })
    }
  }
  return [...byTicket.values()].sort((a, b) => rank(a) - rank(b) || a.ticket - b.ticket)
}

/** The tickets that are to the agent's credit, solved or rated, with their ratings; a new table, small enough to be kept. */
export function ownTickets(table: TicketTable, agent: number): TicketTable {
  const own = emptyTable()
  const kept = new Set<number>()
  for (let row = 0; row < table.tickets.length; row++) {
    if (creditedTo(table, row, 'solved', 'agent') !== agent && creditedTo(table, row, 'rated', 'agent') !== agent)
      continue
    putTicket(own, ticketAt(table, row))
    kept.add(readCell(table.tickets, 'id', row)!)
  }
  for (let row = 0; row < table.ratings.length; row++) {
    if (kept.has(readCell(table.ratings, 'ticket', row)!)) putRating(own, ratingAt(table, row))
  }
  return own
}
