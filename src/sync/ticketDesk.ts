import type { Instant } from '../domain/period.ts'
import type { Schedule } from '../domain/schedule.ts'
import type { TicketAtHand } from '../domain/thisTicket.ts'
import type { Ask } from '../zendesk/ask.ts'

/** The ticket beside which this copy of the app is open, and the hours that its times are counted in. */
export interface TicketDesk {
  readonly subscribe: (listener: () => void) => () => void
  /** `null`: none is known, or not yet. */
  readonly ticket: () => TicketAtHand | null
  /** `null`: not known, or not read yet. */
  readonly schedule: () => Schedule | null
  /** Says that knowing the schedule would help. It is read where the person may, once a day at most, and kept in memory alone. */
  readonly wantSchedule: () => void
  readonly isInFront: () => boolean
  /** A copy in the back looks at nothing; when it comes to the front it catches up. */
  readonly setInFront: (isInFront: boolean) => void
}

export interface TicketPorts {
  /** What the workspace shows now. */
  readonly read: () => Promise<TicketAtHand | null>
  /** Tells whenever that may have changed. */
  readonly watch: (listener: () => void) => void
  /** Asks the account; `null` where the person may not read schedules, so that no request is made in vain. */
  readonly ask: Ask | null
  readonly now: () => Instant
}

const DAY_SECONDS = 86_400

/** Begins to look at the ticket at hand. */
export function createTicketDesk({ read, watch, ask, now }: TicketPorts): TicketDesk {
  const listeners = new Set<() => void>()
  let ticket: TicketAtHand | null = null
  let schedule: Schedule | null = null
  let scheduleAskedAt: Instant | null = null
  let isInFront = true
  let isOutdated = true
  let isReading = false

  const tell = () => listeners.forEach((listener) => listener())

  /** One look after the other: what changes during one is seen by the next. */
  async function look(): Promise<void> {
    if (isReading) return
    isReading = true
    while (isOutdated && isInFront) {
      isOutdated = false
      const seen = await read().catch(() => null)
      if (JSON.stringify(seen) === JSON.stringify(ticket)) continue
      ticket = seen
      tell()
    }
    isReading = false
  }

  async function readSchedule(request: Ask): Promise<void> {
    try {
      // Its list of zones is not needed before.
      const { onlySchedule } = await import('../zendesk/schedules.ts')
      schedule = await onlySchedule(request)
    } catch {
      schedule = null
    }
    tell()
  }

  watch(() => {
    isOutdated = true
    void look()
  })
  void look()
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    ticket: () => ticket,
    schedule: () => schedule,
    wantSchedule() {
      if (ask === null || (scheduleAskedAt !== null && now() < scheduleAskedAt + DAY_SECONDS)) return
      scheduleAskedAt = now()
      void readSchedule(ask)
    },
    isInFront: () => isInFront,
    setInFront(next) {
      if (isInFront === next) return
      isInFront = next
      tell()
      void look()
    },
  }
}
