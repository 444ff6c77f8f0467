import type { Ticket } from '../../src/domain/ticket.ts'
import { type Instant } from '../../src/domain/period.ts'

/** 20 November 2026, 10:42 in Rome. */
export const NOW: Instant = Date.UTC(2026, 10, 20, 9, 42) / 1000
export const ZONE = 'Europe/Rome'

const HOUR = 3600
const DAY = 24 * HOUR
const NOVEMBER: Instant = Date.UTC(2026, 9, 31, 23) / 1000

/** A ticket of November that names only what matters. */
export function ticket(facts: Partial<Ticket> & { readonly id: number }): Ticket {
  return {
    version: NOW,
    agent: null,
    group: 1,
    channel: 'email',
    priority: 'normal',
    brand: 1,
    created: NOVEMBER + DAY,
    solved: null,
    firstReplyCalendarMinutes: null,
    firstReplyBusinessMinutes: null,
    fullResolutionCalendarMinutes: null,
    fullResolutionBusinessMinutes: null,
    replies: null,
    reopens: null,
    assigneeStations: 1,
    score: null,
    hasMetricSet: true,
    leftOut: null,
    ...facts,
  }
}

/** How an agent's November went. */
export interface Month {
  readonly agent: number
  readonly group?: number
  /** Tickets with a first reply, and the median minutes to it. */
  readonly replied: number
  readonly replyMinutes: number
  /** Solved tickets, the median minutes to it, and how many of them were solved in the last three days. */
  readonly solved: number
  readonly resolutionMinutes: number
  readonly unsettled: number
  /** Of the settled ones. */
  readonly firstContact: number
  readonly reopened: number
  readonly good: number
  readonly bad: number
}

/** Tickets that make exactly this month: times spread around their median, everything else counted out. */
export function ticketsOf(month: Month, firstId: number): readonly Ticket[] {
  const { agent, group = 1, replied, replyMinutes, solved, resolutionMinutes, unsettled } = month
  return Array.from({ length: Math.max(replied, solved) }, (_, at) => {
    const isSolved = at < solved
    const isSettled = at < solved - unsettled
    const isFirstContact = at < month.firstContact
    const reply = at < replied ? spread(at, replied, replyMinutes) : null
    const resolution = isSolved ? spread(at, solved, resolutionMinutes) : null
    return ticket({
      id: firstId + at,
      agent,
      group,
      created: NOVEMBER + HOUR + (at % 16) * DAY,
      solved: isSolved ? (isSettled ? NOVEMBER + 2 * HOUR + (at % 16) * DAY : NOW - DAY) : null,
      firstReplyBusinessMinutes: reply,
      firstReplyCalendarMinutes: reply,
      fullResolutionBusinessMinutes: resolution,
      fullResolutionCalendarMinutes: resolution,
      replies: isFirstContact ? 1 : 3,
      reopens: !isFirstContact && at < month.firstContact + month.reopened ? 1 : 0,
      score: at < month.good ? 'good' : at < month.good + month.bad ? 'bad' : null,
    })
  })
}

/** An agent's tickets of the ten weeks before November, a dozen a week, getting a little better week by week. */
export function historyOf(agent: number, firstId: number): readonly Ticket[] {
  return Array.from({ length: 120 }, (_, at) => {
    const week = Math.floor(at / 12)
    const created = NOVEMBER - (10 - week) * 7 * DAY + (at % 12) * 12 * HOUR
    const reply = spread(at % 12, 12, 44 - week)
    const resolution = spread(at % 12, 12, 700 - 15 * week)
    return ticket({
      id: firstId + at,
      agent,
      created,
      solved: created + 6 * HOUR,
      firstReplyBusinessMinutes: reply,
      firstReplyCalendarMinutes: reply,
      fullResolutionBusinessMinutes: resolution,
      fullResolutionCalendarMinutes: resolution,
      replies: at % 12 < 7 + week / 5 ? 1 : 3,
      reopens: 0,
      score: at % 4 === 0 ? (at % 40 === 0 ? 'bad' : 'good') : null,
    })
  })
}

/** The value at a place of a spread like that of real times, long to the right; the middle one is the median. */
function spread(at: number, length: number, median: number): number {
  const part = (at + 0.5) / length
  return Math.round(median * (part / (1 - part)) ** 0.55)
}
