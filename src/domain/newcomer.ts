import { readCell } from './columns.ts'
import { creditedTo } from './outcome.ts'
import type { Instant } from './period.ts'
import type { TicketTable } from './ticketTable.ts'

const DAY_SECONDS = 86_400
/** In their first weeks people learn; numbers of that time say little about how they will work. */
const RAMP_SECONDS = 28 * DAY_SECONDS
/** Only where so much longer was read, a first ticket is known to be the first and not just the first one read. */
const QUIET_SECONDS = 28 * DAY_SECONDS

/**
 * When the agent's first ticket was created, if that is less than four weeks ago and at least four weeks before it were read without one;
 * else `null`: no newcomer, or it cannot be told.
 */
export function newcomerSince(table: TicketTable, agent: number, wholeSince: Instant, now: Instant): Instant | null {
  let first = Infinity
  for (let row = 0; row < table.tickets.length; row++) {
    if (creditedTo(table, row, 'solved', 'agent') === agent)
      first = Math.min(first, readCell(table.tickets, 'created', row)!)
  }
  return first > now - RAMP_SECONDS && first - wholeSince >= QUIET_SECONDS && first <= now ? first : null
}
