import { describe, expect, it } from 'vitest'
import { type Goal, goalFromTarget } from '../../src/domain/goal.ts'
import { type Instant, periodContaining } from '../../src/domain/period.ts'
import { putRating } from '../../src/domain/ratingRecords.ts'
import { agentReport } from '../../src/domain/report.ts'
import type { Rulebook } from '../../src/domain/rulebook.ts'
import type { Schedule } from '../../src/domain/schedule.ts'
import type { Settings } from '../../src/domain/settings.ts'
import {
  type Circumstances,
  remarksOn,
  type TicketAtHand,
  type TicketRemark,
  wantsSchedule,
} from '../../src/domain/thisTicket.ts'
import type { Ticket } from '../../src/domain/ticket.ts'
import { emptyTable, putTicket } from '../../src/domain/ticketTable.ts'
import { parseSettings } from '../../src/zendesk/settings.ts'
import { rating, ticket } from '../fixtures/ticket.ts'

const at = (text: string): Instant => Date.parse(text) / 1000
const ME = 1
const COLLEAGUE = 2
const ID = 7001
const ZONE = 'Europe/Rome'
/** A Friday, 10:42 in Rome. */
const NOW = at('2026-11-20T09:42:00Z')
const MINUTE = 60
const DAY = 86_400

/** Monday to Friday, 9 to 18, in Rome. */
const SCHEDULE: Schedule = {
  timeZone: ZONE,
  intervals: [1, 2, 3, 4, 5].map((day) => ({ start: day * 1440 + 540, end: day * 1440 + 1080 })),
}

const settingsOf = (raw: Record<string, unknown> = {}) =>
  parseSettings({ business_hours: true, first_reply_target_minutes: 30, ...raw }).settings

/** Mine, open, five minutes old, not answered. */
const atHand = (parts: Partial<TicketAtHand> = {}): TicketAtHand => ({
  id: ID,
  status: 'open',
  created: NOW - 5 * MINUTE,
  assignee: ME,
  hasAgentReply: false,
  tags: [],
  channel: 'email',
  ...parts,
})

/** The same ticket in the facts: nothing has come of it yet. */
const inFacts = (parts: Partial<Ticket> = {}): Ticket =>
  ticket({
    id: ID,
    agent: ME,
    created: NOW - 5 * MINUTE,
    solved: null,
    firstReplyCalendarMinutes: null,
    firstReplyBusinessMinutes: null,
    fullResolutionCalendarMinutes: null,
    fullResolutionBusinessMinutes: null,
    replies: 0,
    ...parts,
  })

/** Solved yesterday at first contact, and open to a rating. */
const solvedInFacts = (parts: Partial<Ticket> = {}) =>
  inFacts({
    created: NOW - 2 * DAY,
    solved: NOW - DAY,
    firstReplyCalendarMinutes: 22,
    firstReplyBusinessMinutes: 22,
    replies: 1,
    ...parts,
  })
const solved = (parts: Partial<TicketAtHand> = {}) =>
  atHand({ status: 'solved', created: NOW - 2 * DAY, hasAgentReply: true, ...parts })

interface Given {
  readonly facts?: readonly Ticket[]
  readonly ratings?: readonly ReturnType<typeof rating>[]
  readonly settings?: Settings
  readonly schedule?: Schedule | null
  readonly now?: Instant
}

function around({
  facts = [],
  ratings = [],
  settings = settingsOf(),
  schedule = SCHEDULE,
  now = NOW,
}: Given): Circumstances {
  const table = emptyTable()
  for (const each of facts) putTicket(table, each)
  for (const each of ratings) putRating(table, each)
  const period = periodContaining(settings.cadence, now, ZONE, settings.weekStart)
  const people = { agents: new Map(), groups: new Map(), memberships: [] }
  const scorecard = agentReport({ table, people, settings, period, now }, ME, new Set())
  return { table, settings, scorecard, schedule, now }
}

const remarks = (ticket: TicketAtHand, given: Given = {}) => remarksOn(ticket, around(given))
const kinds = (ticket: TicketAtHand, given: Given = {}) => remarks(ticket, given).map(({ kind }) => kind)
const only = (ticket: TicketAtHand, given: Given = {}): TicketRemark => {
  const [remark, ...others] = remarks(ticket, given)
  expect(others).toEqual([])
  return remark!
}

describe('a first reply', () => {
  it('is due when the target will have passed on the schedule', () => {
    expect(only(atHand())).toEqual({
      kind: 'firstReplyDue',
      due: NOW + 25 * MINUTE,
      leftMinutes: 25,
      waitedMinutes: 5,
      targetMinutes: 30,
    })
  })

  it('is due on Monday for a ticket of Friday evening, and the weekend does not count', () => {
    const created = at('2026-11-20T16:50:00Z')
    expect(only(atHand({ created }), { now: at('2026-11-21T12:00:00Z') })).toEqual({
      kind: 'firstReplyDue',
      due: at('2026-11-23T08:20:00Z'),
      leftMinutes: 20,
      waitedMinutes: 10,
      targetMinutes: 30,
    })
  })

  it('is due on the calendar where that is the account’s clock', () => {
    const settings = settingsOf({ business_hours: false })
    const created = at('2026-11-20T16:50:00Z')
    expect(only(atHand({ created }), { settings, now: created + 90, schedule: null })).toEqual({
      kind: 'firstReplyDue',
      due: created + 30 * MINUTE,
      leftMinutes: 29,
      waitedMinutes: 1,
      targetMinutes: 30,
    })
  })

  it('is due at no instant that anybody knows without a schedule: the ticket has waited on the calendar', () => {
    const created = NOW - 600 * MINUTE
    expect(only(atHand({ created }), { schedule: null })).toEqual({
      kind: 'firstReplyDue',
      due: null,
      leftMinutes: null,
      waitedMinutes: 600,
      targetMinutes: 30,
    })
    expect(only(atHand({ created }), { schedule: { timeZone: ZONE, intervals: [] } })).toMatchObject({ due: null })
  })

  it('has until the very second', () => {
    const created = NOW - 30 * MINUTE
    expect(only(atHand({ created }))).toMatchObject({ kind: 'firstReplyDue', leftMinutes: 0 })
    expect(only(atHand({ created: created - 1 }))).toEqual({
      kind: 'firstReplyOverdue',
      due: NOW - 1,
      targetMinutes: 30,
    })
  })

  it.each<[why: string, ticket: Partial<TicketAtHand>, given?: Given]>([
    ['somebody has replied and the facts do not tell when', { hasAgentReply: true }],
    ['nobody knows whether somebody has replied', { hasAgentReply: null }],
    ['it is solved without one', { status: 'solved' }],
    ['it is closed without one', { status: 'closed' }],
    ['it is deleted', { status: 'deleted' }],
    ['there is no goal', {}, { settings: settingsOf({ first_reply_target_minutes: '' }) }],
    ['nobody knows when the ticket came', { created: null }],
    ['its tag is excluded', { tags: ['SPAM'] }, { settings: settingsOf({ excluded_tags: 'spam' }) }],
    ['its channel is excluded', { channel: 'Chat' }, { settings: settingsOf({ excluded_channels: 'chat' }) }],
    ['the facts leave the ticket out', {}, { facts: [inFacts({ leftOut: 'merged' })] }],
  ])('is not mentioned when %s', (_, parts, given = {}) => {
    expect(remarks(atHand(parts), given)).toEqual([])
  })

  it('is still due where older facts knew nobody to count it for, or no metrics', () => {
    expect(kinds(atHand(), { facts: [inFacts({ leftOut: 'unassigned', agent: null })] })).toEqual(['firstReplyDue'])
    expect(kinds(atHand(), { facts: [inFacts({ hasMetricSet: false })] })).toEqual(['firstReplyDue'])
  })

  it('takes the creation from the facts where the workspace has none', () => {
    expect(only(atHand({ created: null }), { facts: [inFacts()] })).toMatchObject({ leftMinutes: 25 })
  })

  it.each([
    [22, true],
    [30, true],
    [31, false],
    [0, true],
  ])('after %i minutes is within the target: %s', (minutes, isWithinTarget) => {
    const facts = [inFacts({ firstReplyBusinessMinutes: minutes, firstReplyCalendarMinutes: 999, replies: 2 })]
    expect(only(atHand({ hasAgentReply: true }), { facts })).toEqual({
      kind: 'firstReplied',
      minutes,
      targetMinutes: 30,
      isWithinTarget,
    })
  })

  it('is the facts’ when they know it, whatever the workspace shows', () => {
    expect(only(atHand(), { facts: [inFacts({ firstReplyBusinessMinutes: 3 })] })).toMatchObject({ minutes: 3 })
  })

  it('is measured on the account’s clock', () => {
    const facts = [inFacts({ firstReplyBusinessMinutes: 3, firstReplyCalendarMinutes: 903 })]
    const settings = settingsOf({ business_hours: false })
    expect(only(atHand(), { facts, settings })).toMatchObject({ minutes: 903, isWithinTarget: false })
  })

  it('has the goal of its own period: a ticket of Sunday keeps last week’s on Monday', () => {
    const base = { ...settingsOf(), cadence: 'week' as const }
    const goals: readonly Goal[] = [goalFromTarget('firstReplyTime', 45)]
    const next = { ...base.rulebook[0], version: 2, effectiveFrom: '2026-11-23', reason: '', goals }
    const settings = { ...base, rulebook: [base.rulebook[0], next] as unknown as Rulebook }
    const now = at('2026-11-23T08:05:00Z')
    expect(only(atHand({ created: at('2026-11-22T12:00:00Z') }), { settings, now })).toMatchObject({
      targetMinutes: 30,
    })
    expect(only(atHand({ created: at('2026-11-23T06:00:00Z') }), { settings, now })).toMatchObject({
      targetMinutes: 45,
    })
  })

  it('has the person’s own goal where there is one', () => {
    const base = settingsOf()
    const own: Goal = { ...goalFromTarget('firstReplyTime', 10), scope: 'agent', of: ME }
    const [first] = base.rulebook
    const settings = { ...base, rulebook: [{ ...first, goals: [...first.goals, own] }] as unknown as Rulebook }
    expect(only(atHand(), { settings })).toMatchObject({ targetMinutes: 10, leftMinutes: 5 })
  })
})

describe('a ticket', () => {
  it('that was reopened says so, as often as it was', () => {
    expect(
      remarks(atHand({ hasAgentReply: true }), { facts: [inFacts({ reopens: 2, firstReplyBusinessMinutes: 22 })] }),
    ).toEqual([
      { kind: 'firstReplied', minutes: 22, targetMinutes: 30, isWithinTarget: true },
      { kind: 'reopened', times: 2 },
    ])
  })

  it('about which the facts know nothing has no history', () => {
    expect(remarks(solved(), { facts: [] })).toEqual([])
    expect(remarks(solved(), { facts: [inFacts({ reopens: null })] })).toEqual([])
  })

  it('solved at first contact settles, unless it is reopened', () => {
    expect(remarks(solved(), { facts: [solvedInFacts()] })).toContainEqual({ kind: 'settles', on: NOW + 2 * DAY })
  })

  it.each<[why: string, facts: Partial<Ticket>, ticket?: Partial<TicketAtHand>, raw?: Record<string, unknown>]>([
    ['has settled', { solved: NOW - 3 * DAY }],
    ['took two replies', { replies: 2 }],
    ['took none, where that does not count', { replies: 0 }],
    ['was reopened', { reopens: 1 }],
    ['is open again, which the facts do not know yet', {}, { status: 'open' }],
    ['settles at once', {}, {}, { fcr_settle_days: 0 }],
    ['has unknown replies', { replies: null }],
  ])('that %s does not settle', (_, facts, parts = {}, raw = {}) => {
    expect(kinds(solved(parts), { facts: [solvedInFacts(facts)], settings: settingsOf(raw) })).not.toContain('settles')
  })

  describe('and its rating', () => {
    const rated = inFacts({ id: 1, solved: NOW - 9 * DAY, score: 'good' })

    it('may still come once it is solved, where customers rate at all', () => {
      expect(kinds(solved(), { facts: [solvedInFacts(), rated] })).toContain('waitingForRating')
      expect(kinds(solved(), { facts: [solvedInFacts()] })).not.toContain('waitingForRating')
    })

    it('does not come any more once it is closed, nor before it is solved', () => {
      expect(kinds(solved({ status: 'closed' }), { facts: [solvedInFacts(), rated] })).not.toContain('waitingForRating')
      expect(kinds(solved({ status: 'open' }), { facts: [solvedInFacts(), rated] })).not.toContain('waitingForRating')
      expect(kinds(solved(), { facts: [inFacts(), rated] })).not.toContain('waitingForRating')
    })

    it.each([
      ['good', 'ratedGood'],
      ['bad', 'ratedBad'],
    ] as const)('is %s, as the ticket says', (score, kind) => {
      expect(kinds(solved({ status: 'closed' }), { facts: [solvedInFacts({ score })] })).toContain(kind)
    })

    it('is the one that counts, and counts for whoever had the ticket then', () => {
      const facts = [solvedInFacts({ score: 'good' })]
      const created = NOW - DAY / 2
      const of = (agent: number) => [rating({ ticket: ID, created, agent, score: 'bad' })]
      expect(kinds(solved(), { facts, ratings: of(ME) })).toContain('ratedBad')
      const others = kinds(solved(), { facts, ratings: of(COLLEAGUE) })
      expect(others.filter((kind) => /rat/i.test(kind))).toEqual([])
    })
  })

  it('of somebody else says that it is, as long as there is something to do, and nothing more', () => {
    const facts = [inFacts({ agent: COLLEAGUE, reopens: 1, firstReplyBusinessMinutes: 3 })]
    expect(remarks(atHand({ assignee: COLLEAGUE }), { facts })).toEqual([{ kind: 'notYours' }])
    expect(remarks(atHand({ assignee: COLLEAGUE, status: 'solved' }), { facts })).toEqual([])
  })

  it('of nobody counts for whoever takes it', () => {
    expect(kinds(atHand({ assignee: null, status: 'new' }))).toEqual(['firstReplyDue', 'nobodys'])
    expect(kinds(atHand({ assignee: null, status: 'closed' }))).toEqual([])
  })
})

describe('the schedule', () => {
  const wants = (ticket: TicketAtHand, given: Given = {}) =>
    wantsSchedule(ticket, remarks(ticket, { schedule: null, ...given }))

  it('is wanted for a ticket of one’s own that waits for its first reply, on the business clock, with a goal', () => {
    expect(wants(atHand())).toBe(true)
  })

  it.each<[why: string, ticket: Partial<TicketAtHand>, given?: Given]>([
    ['it is known', {}, { schedule: SCHEDULE }],
    ['somebody has replied', { hasAgentReply: true }],
    ['nobody knows whether somebody has', { hasAgentReply: null }],
    ['the ticket is somebody else’s', { assignee: COLLEAGUE }],
    ['the ticket is nobody’s', { assignee: null }],
    ['the clock is the calendar', {}, { settings: settingsOf({ business_hours: false }) }],
    ['there is no goal', {}, { settings: settingsOf({ first_reply_target_minutes: '' }) }],
  ])('is not when %s', (_, ticket, given = {}) => {
    expect(wants(atHand(ticket), given)).toBe(false)
  })
})
