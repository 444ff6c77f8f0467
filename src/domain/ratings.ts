import { rowOfTicket, type TicketTable } from './ticketTable.ts'

/** The rating that counts of each ticket, a row per ticket as in the table; 0 is absent, else value + 1. */
export interface CountedRatings {
  readonly rated: Float64Array
  /** Stored scores: `SCORE_GOOD` or `SCORE_BAD`, plus 1. */
  readonly score: Uint8Array
  /** Places in the table's dictionaries, plus 1. */
  readonly agent: Uint32Array
  readonly group: Uint32Array
}

/** Rated tickets, and how many of them were rated for somebody else than their assignee: two people have a part in those. */
export function ratedForOthers(table: TicketTable): { readonly tickets: number; readonly rated: number } {
  const { score, agent } = countedRatings(table)
  let [tickets, rated] = [0, 0]
  for (let row = 0; row < table.tickets.length; row++) {
    if (score[row] === 0) continue
    rated++
    if (agent[row] !== 0 && agent[row] !== table.tickets.arrays.agent[row]) tickets++
  }
  return { tickets, rated }
}

const derived = new WeakMap<TicketTable, { revision: number; ratings: CountedRatings }>()

/**
 * The rating that counts of each ticket.
 * Among its rating records the latest good or bad one (by creation, then by id), dated by its creation and credited to
 * the agent and group it names; a record that names nobody is nobody's credit. Only a ticket of which no record at all is known
 * counts by the score on the ticket, dated by its solve and credited to its assignee and group.
 */
export function countedRatings(table: TicketTable): CountedRatings {
  const known = derived.get(table)
  if (known?.revision === table.revision) return known.ratings
  const { tickets, ratings } = table
  const counted: CountedRatings = {
    rated: new Float64Array(tickets.length),
    score: new Uint8Array(tickets.length),
    agent: new Uint32Array(tickets.length),
    group: new Uint32Array(tickets.length),
  }
  const hasRecord = new Uint8Array(tickets.length)
  const latest = new Float64Array(tickets.length)
  const { created, id, score, agent, group, ticket } = ratings.arrays
  for (let record = 0; record < ratings.length; record++) {
    const row = rowOfTicket(table, ticket[record]! - 1)
    if (row < 0) continue
    hasRecord[row] = 1
    if (score[record] === 0) continue
    const before = counted.rated[row]!
    if (created[record]! < before || (created[record] === before && id[record]! < latest[row]!)) continue
    latest[row] = id[record]!
    counted.rated[row] = created[record]!
    counted.score[row] = score[record]!
    counted.agent[row] = agent[record]!
    counted.group[row] = group[record]!
  }
  const own = tickets.arrays
  for (let row = 0; row < tickets.length; row++) {
    if (hasRecord[row] === 1 || own.score[row] === 0 || own.solved[row] === 0) continue
    counted.rated[row] = own.solved[row]!
    counted.score[row] = own.score[row]!
    counted.agent[row] = own.agent[row]!
    counted.group[row] = own.group[row]!
  }
  derived.set(table, { revision: table.revision, ratings: counted })
  return counted
}
