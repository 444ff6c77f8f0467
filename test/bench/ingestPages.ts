import { TICKETS_A_PAGE } from './browserPage/measured.ts'
import { rawTickets } from './rawTickets.ts'

const LETTER =
  'Hello, I ordered a lamp and two chairs in your shop last month. The chairs came after three days, the lamp did not come ' +
  'at all.\n\nThe page of my order has said "on its way" since Tuesday of last week, and the link to the carrier leads to ' +
  'a page that knows nothing of the number you sent me. I called twice, and each time I was told to wait for two more days.' +
  '\n\nPlease let me know whether the lamp will still come. If it will not, I would like to have my money back, or another ' +
  'lamp of the same kind, as I need it before my parents visit us. My number and my address are the ones you know from the ' +
  'order: it was paid by card, and the receipt is in my account.\n\nThank you very much for your help, and have a nice ' +
  'week!\n\n-- \nSent from my telephone; please forgive me for being short.'

/**
 * Pages of the incremental export as the bytes that come in, of tickets like a real account's: all their keys, the custom
 * fields twice, the metric set inside, and a letter of some length. All of it is Latin: other letters make decoding and
 * parsing slower, and what we add to them smaller.
 */
export function ingestPages(count: number): Uint8Array[] {
  const tickets = rawTickets(count * TICKETS_A_PAGE).map((ticket) => ({
    ...ticket,
    description: LETTER,
    encoded_id: 'X3V6WP-Z1QY',
    support_type: 'agent',
  }))
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
