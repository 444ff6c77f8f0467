import { readTickets } from '../oracle/tickets.ts'
import type { Answer } from '../../src/zendesk/answer.ts'
import type { Node } from './mutations.ts'
import { recordsIn } from './untouched.ts'

/** Fails unless the tickets of a page that can be read are those that the oracle can read. */
export function expectReadable({ tickets, unreadableTickets }: Answer, page: Node): void {
  // To the oracle a negative id is one too, and of two metric sets that name one ticket the first counts, not the last.
  const records = recordsIn(page, 'tickets').map((record) => (isNegative(record) ? null : record))
  const metricSets = Array.isArray(page['metric_sets']) ? page['metric_sets'].toReversed() : []
  const oracle = readTickets([{ tickets: records, metric_sets: metricSets }])
  const ids = new Set(oracle.tickets.map(({ ticket }) => ticket.id))
  if (oracle.unreadable !== unreadableTickets || tickets.some(({ id }) => !ids.has(id)))
    throw new Error(`${unreadableTickets} tickets are unreadable; to the oracle ${oracle.unreadable}`)
}

function isNegative(record: unknown): boolean {
  const id = (record as { readonly id?: unknown } | null)?.id
  return typeof id === 'number' && id < 0
}
