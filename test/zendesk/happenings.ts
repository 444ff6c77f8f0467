import type { Clock } from './clock.ts'
import type { Desk } from './desk.ts'
import type { Random } from './random.ts'
import { randomFrom } from './random.ts'
import type { Schedule } from './schedule.ts'
import { scheduleOf, weekdays } from './schedule.ts'
import type { Ticket } from './shapes.ts'
import { OFFICE_HOURS } from './staff.ts'
import type { Change } from './ticketBook.ts'
import type { Moment, Whole } from './ticketChanges.ts'
import {
  closed,
  deleted,
  merged,
  opened,
  rated,
  reassigned,
  reopened,
  replied,
  solved,
  systemUpdated,
} from './ticketChanges.ts'

/** What happens in an account, with how often it does beside the others. */
const KINDS = {
  created: 24,
  replied: 26,
  solved: 20,
  offered: 8,
  rated: 6,
  reopened: 4,
  reassigned: 5,
  closed: 4,
  system: 4,
  merged: 1,
  deleted: 1,
}
export type HappeningKind = keyof typeof KINDS

export interface Happening {
  /** Epoch milliseconds. */
  readonly at: number
  readonly kind: HappeningKind
  readonly ticket: number
}

export interface Life {
  /** Everything that has happened so far. */
  readonly log: readonly Happening[]
  readonly stop: () => void
}

export interface LifeOptions {
  /** How much happens in an hour; absent: 60. */
  readonly perHour?: number
  /** What may happen; absent: everything. */
  readonly kinds?: readonly HappeningKind[]
}

const DAY = 86_400
/** How many of the newest tickets something can happen to, and how often one is drawn before it is given up. */
const NEWEST = 3000
const TRIES = 80

const UNSOLVED: readonly string[] = ['new', 'open', 'pending', 'hold']
const isUnsolved = ({ status }: Ticket) => UNSOLVED.includes(status)
const isSolved = ({ status }: Ticket) => status === 'solved'
const isOver = ({ status }: Ticket) => status === 'solved' || status === 'closed'
const hasScore = (ticket: Ticket, ...scores: string[]) => scores.includes(ticket.satisfaction_rating?.score ?? '')

/** Lets the account live on: the same seed and the same instants, the same events. The desk's time must be the clock's. */
export function live(desk: Desk, clock: Clock, seed: number, options: LifeOptions = {}): Life {
  const { perHour = 60, kinds = Object.keys(KINDS) as HappeningKind[] } = options
  const random = randomFrom(seed)
  const weights = kinds.map((kind) => [kind, KINDS[kind]] as const)
  const draw = happeningsOf(desk, random)
  const log: Happening[] = []
  let isLiving = true

  async function go(): Promise<void> {
    for (;;) {
      await clock.sleep(Math.ceil((-Math.log(1 - random.unit()) * 3_600_000) / perHour))
      if (!isLiving) return
      const kind = random.weighted(weights)
      const change = draw(kind, Math.floor(clock.now() / 1000))
      if (change === null) continue
      desk.put(change)
      log.push({ at: clock.now(), kind, ticket: change.ticket.id })
    }
  }
  void go()
  return { log, stop: () => void (isLiving = false) }
}

const schedules = new Map<string, Schedule>()

/** Laid out once for each account, however many lives it lives. */
function officeHours(timeZone: string, from: number, to: number): Schedule {
  const name = `${timeZone} ${from} ${to}`
  const known = schedules.get(name) ?? scheduleOf(weekdays(OFFICE_HOURS), timeZone, from, to)
  schedules.set(name, known)
  return known
}

/** Draws what happens to which ticket; null when there is no ticket that it could happen to. */
function happeningsOf(desk: Desk, random: Random): (kind: HappeningKind, at: number) => Change | null {
  const { account } = desk
  const from = Math.floor(account.now / 1000)
  const created = account.tickets.reduce((first, { created_at: at }) => Math.min(first, Date.parse(at) / 1000), from)
  const office = officeHours(account.timeZone, created - DAY, from + 60 * DAY)
  let lastId = account.tickets.reduce((last, { id }) => Math.max(last, id), 0)
  const customers = account.users.filter(({ role, active }) => role === 'end-user' && active).map(({ id }) => id)
  const staff = account.groupMemberships.filter(({ user_id: id }) => {
    const user = desk.userById.get(id)
    return user?.role === 'agent' && user.active && !user.only_private_comments
  })

  /** A recent ticket that fits, by a few draws. */
  function some(fits: (ticket: Ticket) => boolean): Whole | null {
    const first = Math.max(0, account.tickets.length - NEWEST)
    for (let tries = 0; tries < TRIES && account.tickets.length > 0; tries++) {
      const ticket = account.tickets[random.whole(first, account.tickets.length)]!
      const metricSet = account.metricSets.get(ticket.id)
      if (metricSet !== undefined && ticket.status !== 'deleted' && fits(ticket)) return { ticket, metricSet }
    }
    return null
  }

  const whenSome = (fits: (ticket: Ticket) => boolean, change: (whole: Whole) => Change | null): Change | null => {
    const whole = some(fits)
    return whole === null ? null : change(whole)
  }

  function create(moment: Moment): Change | null {
    if (customers.length === 0 || staff.length === 0) return null
    const taker = random.pick(staff)
    const requester = random.pick(customers)
    const assignee = random.chance(0.85) ? taker.user_id : null
    lastId = Math.max(lastId, account.tickets.at(-1)?.id ?? 0) + 1
    const facts = { id: lastId, requester, group: taker.group_id, assignee, subdomain: account.subdomain }
    return whenSome(
      () => true,
      (model) => opened(model, facts, moment),
    )
  }

  function pass(whole: Whole, moment: Moment): Change | null {
    const others = staff.filter(({ user_id: id }) => id !== whole.ticket.assignee_id)
    if (others.length === 0) return null
    const { user_id: assignee, group_id: group } = random.pick(others)
    return reassigned(whole, { assignee, group }, moment)
  }

  const ratingOf = ({ ticket }: Whole) => account.satisfactionRatings.findLast(({ ticket_id: id }) => id === ticket.id)

  return (kind, at) => {
    const moment = { at, office }
    const isTaken = (ticket: Ticket) => isUnsolved(ticket) && ticket.assignee_id !== null
    switch (kind) {
      case 'created':
        return create(moment)
      case 'replied':
        return whenSome(isTaken, (whole) => replied(whole, moment))
      case 'solved':
        return whenSome(isTaken, (whole) => solved(whole, moment))
      case 'offered':
        return whenSome(
          (ticket) => isSolved(ticket) && hasScore(ticket, 'unoffered'),
          (whole) => rated(whole, 'offered', ratingOf(whole), moment),
        )
      case 'rated':
        return whenSome(
          (ticket) => isOver(ticket) && hasScore(ticket, 'offered', 'good', 'bad'),
          (whole) => rated(whole, random.chance(0.85) ? 'good' : 'bad', ratingOf(whole), moment),
        )
      case 'reopened':
        return whenSome(isSolved, (whole) => reopened(whole, moment))
      case 'reassigned':
        return whenSome(
          (ticket) => ticket.status !== 'closed',
          (whole) => pass(whole, moment),
        )
      case 'closed':
        return whenSome(isSolved, (whole) => closed(whole, moment))
      case 'system':
        return whenSome(
          () => true,
          (whole) => systemUpdated(whole, moment),
        )
      case 'merged':
        return whenSome(isUnsolved, (whole) => merged(whole, moment))
      case 'deleted':
        return whenSome(
          () => true,
          (whole) => deleted(whole, moment),
        )
    }
  }
}
