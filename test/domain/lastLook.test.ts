import { describe, expect, it } from 'vitest'
import { changesIn, movesBetween, ownTickets } from '../../src/domain/lastLook.ts'
import type { Moment } from '../../src/domain/outcome.ts'
import type { MetricRules } from '../../src/domain/metrics.ts'
import { newcomerSince } from '../../src/domain/newcomer.ts'
import { daysLeft, periodNamed } from '../../src/domain/period.ts'
import { putRating } from '../../src/domain/ratingRecords.ts'
import { receipt } from '../../src/domain/receipt.ts'
import type { Ticket } from '../../src/domain/ticket.ts'
import { emptyTable, putTicket, ticketAt } from '../../src/domain/ticketTable.ts'
import { NOW, ticket, ticketsOf, ZONE } from '../ui/sampleTickets.ts'
import { AMARAS_MONTH } from '../ui/sampleFacts.ts'

const ME = 11
const DAY = 86_400
const NOVEMBER = periodNamed('2026-11', ZONE, NOW)!
const RULES: MetricRules = {
  clock: 'business',
  settleDays: 3,
  countsZeroReplies: false,
  firstReplyTargetMinutes: null,
  fullResolutionTargetMinutes: null,
}

function tableOf(...tickets: readonly Ticket[]) {
  const table = emptyTable()
  for (const each of tickets) putTicket(table, each)
  return table
}

const solved = (facts: Partial<Ticket> = {}): Ticket =>
  ticket({
    id: 1,
    agent: ME,
    solved: NOW - 5 * DAY,
    firstReplyBusinessMinutes: 20,
    fullResolutionBusinessMinutes: 100,
    replies: 1,
    reopens: 0,
    ...facts,
  })

const changesSince = (before: Moment, after: Moment) => changesIn(movesBetween(before, after, ME, NOVEMBER))

/** What changed from the one state of a ticket to the other, a day later. */
function told(before: Ticket | null, after: Ticket) {
  return changesSince(
    { table: before === null ? emptyTable() : tableOf(before), rules: RULES, now: NOW - DAY },
    { table: tableOf({ ...after, version: NOW + 1 }), rules: RULES, now: NOW },
  ).map(({ cause, metric }) => ({ cause, metric }))
}

describe('since the last look, a ticket', () => {
  it.each([
    ['was rated', solved(), solved({ score: 'good' }), 'rated', 'csat'],
    ['has another rating', solved({ score: 'bad' }), solved({ score: 'good' }), 'ratingChanged', 'csat'],
    ['lost its rating', solved({ score: 'good' }), solved({ score: null }), 'ratingWithdrawn', 'csat'],
    ['was reopened', solved(), solved({ solved: null, reopens: 1 }), 'reopened', 'fullResolutionTime'],
    ['was solved', solved({ solved: null }), solved({ solved: NOW - 4 * DAY }), 'solved', 'fullResolutionTime'],
    ['is new', null, solved(), 'firstSeen', 'firstReplyTime'],
    ['was merged away', solved(), solved({ leftOut: 'merged' }), 'leftOut', 'firstReplyTime'],
    ['went to somebody else', solved(), solved({ agent: 12 }), 'reassigned', 'firstReplyTime'],
  ] as const)('that %s is told once, by what is of most consequence', (_, before, after, cause, metric) => {
    expect(told(before, after)).toEqual([{ cause, metric }])
  })

  it('settles by the passing of time alone', () => {
    const ripe = solved({ solved: NOW - 3 * DAY })
    expect(told(ripe, ripe)).toEqual([{ cause: 'settled', metric: 'firstContactResolution' }])
  })

  it('that did nothing to a number is not told', () => {
    expect(told(solved(), solved({ priority: 'high' }))).toEqual([])
  })

  it('of somebody else is nobody’s news here', () => {
    expect(told(solved({ agent: 12 }), solved({ agent: 12, score: 'bad' }))).toEqual([])
  })

  it('that is more telling comes first', () => {
    const before = tableOf(solved({ id: 1, solved: null }), solved({ id: 2 }))
    const after = tableOf(solved({ id: 1 }), solved({ id: 2, score: 'bad' }))
    const told = changesSince({ table: before, rules: RULES, now: NOW }, { table: after, rules: RULES, now: NOW })
    expect(told.map(({ ticket, cause }) => [ticket, cause])).toEqual([
      [2, 'rated'],
      [1, 'solved'],
    ])
  })
})

describe('the part of the facts that is kept of a look', () => {
  it('makes the same receipts for the person as the whole', () => {
    const whole = tableOf(...ticketsOf(AMARAS_MONTH, 1000), ...ticketsOf({ ...AMARAS_MONTH, agent: 12 }, 5000))
    putRating(whole, { id: 1, ticket: 5003, created: NOW - DAY, updated: NOW - DAY, agent: ME, group: 1, score: 'bad' })
    const own = ownTickets(whole, ME)
    for (const metric of ['firstReplyTime', 'fullResolutionTime', 'firstContactResolution', 'csat'] as const) {
      const of = (table: typeof own) =>
        receipt({ table, rules: RULES, now: NOW }, { kind: 'agent', id: ME }, metric, NOVEMBER)
      expect(of(own)).toEqual(of(whole))
    }
    expect(own.tickets.length).toBe(AMARAS_MONTH.replied + 1)
    expect(ticketAt(own, own.tickets.length - 1).id).toBe(5003)
  })
})

describe('a newcomer', () => {
  const since = (created: number, wholeSince: number) =>
    newcomerSince(tableOf(solved({ created })), ME, wholeSince, NOW)

  it('is somebody whose first ticket is less than four weeks old', () => {
    expect(since(NOW - 20 * DAY, NOW - 90 * DAY)).toBe(NOW - 20 * DAY)
    expect(since(NOW - 28 * DAY, NOW - 90 * DAY)).toBeNull()
  })

  it('is not claimed where too little was read to know', () => {
    expect(since(NOW - 20 * DAY, NOW - 40 * DAY)).toBeNull()
  })

  it('is nobody without a ticket', () => {
    expect(newcomerSince(tableOf(solved({ agent: 12 })), ME, 0, NOW)).toBeNull()
  })
})

describe('days left', () => {
  it.each([
    ['2026-11-20T09:42:00Z', 10],
    ['2026-11-29T23:30:00Z', 0],
    ['2026-11-29T22:30:00Z', 1],
    ['2026-12-05T00:00:00Z', 0],
  ])('at %s are %i, by the days of the account', (iso, days) => {
    expect(daysLeft(NOVEMBER, Date.parse(iso) / 1000)).toBe(days)
  })
})
