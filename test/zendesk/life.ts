import type { Pace } from './kinds.ts'
import type { Random } from './random.ts'
import type { Schedule } from './schedule.ts'
import type { Worker } from './staff.ts'

const HOUR = 3600
const DAY = 24 * HOUR
/** Medians in working seconds, of an average agent on an ordinary ticket. */
const FIRST_REPLY = 0.8 * HOUR
const SETTLING = 4.2 * HOUR
const ROUND = 2.6 * HOUR
const SECOND_SOLVE = 3.5 * HOUR

/** What happened to a ticket, in order, until now. Instants are epoch seconds; null has not happened. */
export interface Life {
  readonly assigned: number
  readonly firstReply: number | null
  readonly lastReply: number | null
  readonly firstSolve: number | null
  /** The last solve, null while the ticket is open, also when it was reopened. */
  readonly solved: number | null
  readonly closed: number | null
  readonly reopened: number | null
  readonly reopens: number
  readonly replies: number
  /** Seconds of waiting for the customer. */
  readonly pending: number
  readonly onHold: number
}

/** Draws the life of a ticket that a worker gets; what would lie after `now` has not happened. */
export function lifeOf(random: Random, created: number, worker: Worker, desk: Schedule, pace: Pace, now: number): Life {
  const past = (instant: number) => (instant <= now ? instant : null)
  const silent = random.chance(0.03)
  const wanted = silent ? 0 : random.chance(worker.firstContact) ? 1 : 2 + Math.floor(2.2 * random.unit() ** 2)
  const work = (median: number, sigma: number, factor: number) =>
    Math.round(random.logNormal(median * factor * worker.pace, sigma))

  const replyWork = work(FIRST_REPLY, 0.85, pace.reply)
  const replyAt = desk.after(created, replyWork)
  const roundTrips = Array.from({ length: Math.max(0, wanted - 1) }, () => Math.round(random.logNormal(5 * HOUR, 0.9)))
  const pending = roundTrips.reduce((sum, wait) => sum + wait, 0)
  const settling = work(SETTLING, 0.9, pace.solve) + roundTrips.length * work(ROUND, 0.7, pace.solve)
  const onHold = random.chance(0.06) ? Math.round(random.logNormal(9 * HOUR, 0.6)) : 0
  // What still waits is mostly young: old waiting tickets get solved by rules.
  const stuck = random.chance(now - created < 35 * DAY ? 0.06 : 0.003)
  const firstSolveAt = stuck ? Infinity : desk.after(replyAt + pending + onHold, settling)

  const comesBack = random.chance(wanted === 1 ? 0.035 : 0.16)
  const reopenedAt = comesBack
    ? firstSolveAt + Math.min(3 * DAY, Math.round(random.logNormal(12 * HOUR, 0.8)))
    : Infinity
  const again = comesBack && random.chance(0.1) ? 1 : 0
  const secondSolveAt = desk.after(reopenedAt + again * 9 * HOUR, work(SECOND_SOLVE, 0.8, pace.solve))

  const firstReply = silent ? null : past(replyAt)
  const firstSolve = past(firstSolveAt)
  const reopened = past(reopenedAt)
  const secondSolve = past(secondSolveAt)
  const solved = reopened === null ? firstSolve : secondSolve
  const closesAt = solved === null ? Infinity : solved + 4 * DAY + random.whole(0, HOUR)
  const between = wanted < 2 || firstReply === null ? 0 : firstSolve === null ? (stuck ? wanted - 1 : 0) : wanted - 1
  const afterReopen = secondSolve !== null && random.chance(0.7) ? 1 : 0
  return {
    assigned: Math.min(now, created + Math.round((Math.min(replyAt, firstSolveAt) - created) * 0.3 * random.unit())),
    firstReply,
    lastReply: firstReply === null ? null : (secondSolve ?? (between > 0 ? firstSolve : null) ?? firstReply),
    firstSolve,
    solved,
    closed: past(closesAt),
    reopened,
    reopens: reopened === null ? 0 : 1 + (secondSolve === null ? 0 : again),
    replies: firstReply === null ? 0 : 1 + between + afterReopen,
    pending,
    onHold,
  }
}
