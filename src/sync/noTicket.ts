import type { TicketDesk } from './ticketDesk.ts'

/** Where the app is open beside no ticket. */
export const NO_TICKET: TicketDesk = {
  subscribe: () => () => undefined,
  ticket: () => null,
  schedule: () => null,
  wantSchedule: () => undefined,
  isInFront: () => false,
  setInFront: () => undefined,
}
