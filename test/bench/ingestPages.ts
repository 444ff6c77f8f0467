import { rawTickets } from './rawTickets.ts'

export const TICKETS_A_PAGE = 1000

/**
 * Pages of the incremental export as the bytes that come in, of tickets like a real account's: all their keys, the custom
 * fields twice, and the metric set inside.
 */
export function ingestPages(count: number): Uint8Array[] {
  const tickets = rawTickets(count * TICKETS_A_PAGE)
  const encoder = new TextEncoder()
  return Array.from({ length: count }, (_, page) =>
    encoder.encode(
      JSON.stringify({
        tickets: tickets.slice(page * TICKETS_A_PAGE, (page + 1) * TICKETS_A_PAGE),
        after_url: `https://example.zendesk.com/api/v2/incremental/tickets/cursor.json?cursor=${page}`,
        after_cursor: `cursor-${page}`,
        before_url: null,
        before_cursor: null,
        end_of_stream: page === count - 1,
      }),
    ),
  )
}
