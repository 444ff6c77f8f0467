import { readCell } from './columns.ts'
import { emptyTable, putTicket, type TicketTable, ticketAt } from './ticketTable.ts'
import { METRICS, type MetricKey } from './metrics.ts'
import { creditedTo, type Moment } from './outcome.ts'
import type { Period } from './period.ts'
import { putRating, ratingAt } from './ratingRecords.ts'
import { type Cause, type Change, whatChanged } from './whatChanged.ts'

/** What happened to one ticket between two looks, and which of the numbers it moved. */
export interface TicketChange {
  readonly ticket: number
  /** The cause of most consequence; a ticket may have moved several numbers, each for a reason of its own. */
  readonly cause: Cause
  /** The number that `cause` is about. */
  readonly metric: MetricKey
  readonly change: Change
  /** Every number that moved. */
  readonly moved: readonly MetricKey[]
}

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

/** The metrics of a scorecard that are no mere context. */
const TOLD = (Object.keys(METRICS) as MetricKey[]).filter((metric) => !METRICS[metric].context)

/**
 * What moved an agent's numbers of a period between two moments, a line per ticket: the most telling first, then ascending by ticket.
 * @param before what was kept of the last look: the agent's own tickets then
 */
export function changesSince(before: Moment, after: Moment, agent: number, period: Period): readonly TicketChange[] {
  const byTicket = new Map<number, { readonly metric: MetricKey; readonly change: Change }[]>()
  for (const metric of TOLD) {
    for (const change of whatChanged(before, after, { kind: 'agent', id: agent }, metric, period)) {
      const known = byTicket.get(change.ticket)
      if (known === undefined) byTicket.set(change.ticket, [{ metric, change }])
      else known.push({ metric, change })
    }
  }
  const rank = (cause: Cause) => CONSEQUENCE.indexOf(cause)
  return [...byTicket]
    .map(([ticket, found]): TicketChange => {
      const [first] = found.toSorted((a, b) => rank(a.change.cause) - rank(b.change.cause))
      return {
        ticket,
        cause: first!.change.cause,
        metric: first!.metric,
        change: first!.change,
        moved: found.map(({ metric }) => metric),
      }
    })
    .sort((a, b) => rank(a.cause) - rank(b.cause) || a.ticket - b.ticket)
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
