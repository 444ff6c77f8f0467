import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAnswer } from '../../src/zendesk/answer.ts'

const EXCLUSIONS = { tags: new Set(['spam']), channels: new Set(['voice']) }

/** An ordinary solved ticket as Zendesk sends it; a test names only what it is about, `undefined` leaves a part out. */
const raw = (parts: Readonly<Record<string, unknown>> = {}) => ({
  id: 7,
  status: 'solved',
  assignee_id: 1,
  group_id: 10,
  tags: ['parcel'],
  created_at: '2026-09-10T08:00:00Z',
  updated_at: '2026-09-12T08:00:00Z',
  generated_timestamp: 1_789_000_000,
  subject: 'Late parcel',
  via: { channel: 'email', source: {} },
  satisfaction_rating: { score: 'good' },
  metric_set: METRIC_SET,
  ...parts,
})

const METRIC_SET = {
  solved_at: '2026-09-11T08:00:00Z',
  reply_time_in_minutes: { calendar: 30, business: 0 },
  full_resolution_time_in_minutes: { calendar: 1440, business: null },
  replies: 1,
  reopens: 0,
  assignee_stations: 1,
}

const read = (page: unknown) => parseAnswer(page, EXCLUSIONS)
const one = (record: unknown) => read({ tickets: [record] })!.tickets[0] ?? null
const at = (text: string) => Date.parse(text) / 1000

describe('an answer', () => {
  it.each([null, undefined, 'text', 3, true, [], [{ tickets: [] }]])('that is %j is none', (json) => {
    expect(read(json)).toBeNull()
  })

  it('says nothing when its lists are none', () => {
    const nothing = { tickets: {}, results: 'x', users: null, groups: 3, satisfaction_ratings: true, metric_sets: {} }
    expect(read(nothing)).toEqual({
      tickets: [],
      unreadableTickets: 0,
      ratings: [],
      unreadableRatings: 0,
      agents: [],
      groups: [],
      memberships: [],
    })
  })

  it('finds tickets in a list, alone, and among search results', () => {
    const page = {
      tickets: [raw({ id: 1 })],
      ticket: raw({ id: 2 }),
      results: [raw({ id: 3 }), raw({ id: 4, result_type: 'ticket' }), { id: 5, result_type: 'organization' }],
    }
    expect(read(page)!.tickets.map(({ id }) => id)).toEqual([1, 2, 3, 4])
  })

  it('finds people among search results', () => {
    const results = [
      { id: 5, name: 'Ada', role: 'agent', result_type: 'user' },
      { id: 6, name: 'Billing', result_type: 'group' },
    ]
    const { agents, groups, unreadableTickets } = read({ results })!
    expect([agents[0]!.known.name, groups[0]!.known.name, unreadableTickets]).toEqual(['Ada', 'Billing', 0])
  })

  it('sets a bad record aside alone', () => {
    const { tickets, unreadableTickets } = read({ tickets: [raw({ id: 1 }), null, raw({ id: 'x' }), raw({ id: 2 })] })!
    expect([tickets.map(({ id }) => id), unreadableTickets]).toEqual([[1, 2], 2])
  })

  it('never throws, whatever is in it', () => {
    const keys = [
      'tickets',
      'ticket',
      'results',
      'metric_sets',
      'users',
      'groups',
      'satisfaction_ratings',
      'satisfaction_rating',
    ]
    const page = fc.dictionary(fc.constantFrom(...keys), fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue())))
    fc.assert(
      fc.property(page, (json) => {
        const { tickets, unreadableTickets, ratings, unreadableRatings } = read(json)!
        expect([tickets, ratings, unreadableTickets >= 0, unreadableRatings >= 0]).toEqual([[], [], true, true])
      }),
      { numRuns: 300, seed: 3 },
    )
  })
})

describe('a ticket of an answer', () => {
  it('is read part by part', () => {
    expect(one(raw({ priority: 'high', brand_id: 3 }))).toEqual({
      id: 7,
      version: 1_789_000_000,
      agent: 1,
      group: 10,
      channel: 'email',
      priority: 'high',
      brand: 3,
      created: at('2026-09-10T08:00:00Z'),
      solved: at('2026-09-11T08:00:00Z'),
      firstReplyCalendarMinutes: 30,
      firstReplyBusinessMinutes: 0,
      fullResolutionCalendarMinutes: 1440,
      fullResolutionBusinessMinutes: null,
      replies: 1,
      reopens: 0,
      assigneeStations: 1,
      score: 'good',
      hasMetricSet: true,
      leftOut: null,
    })
  })

  it.each([
    ['no object', null],
    ['a list', [raw()]],
    ['a text', 'ticket'],
    ['without an id', raw({ id: undefined })],
    ['with a text for an id', raw({ id: '7' })],
    ['with a fraction for an id', raw({ id: 7.5 })],
    ['without a status', raw({ status: undefined })],
    ['with a number for a status', raw({ status: 4 })],
    ['with a text for an assignee', raw({ assignee_id: '1' })],
    ['with an object for an assignee', raw({ assignee_id: {} })],
    ['with a text for a group', raw({ group_id: '10' })],
    ['with a text for tags', raw({ tags: 'parcel' })],
    ['with a number among its tags', raw({ tags: ['parcel', 3] })],
    ['never created', raw({ created_at: undefined })],
    ['created at null', raw({ created_at: null })],
    ['created on a day', raw({ created_at: '2026-09-10' })],
    ['created on 30 February', raw({ created_at: '2026-02-30T08:00:00Z' })],
    ['created at a number', raw({ created_at: 1_789_000_000 })],
    ['created at a time without a zone', raw({ created_at: '2026-09-10T08:00:00' })],
    ['with a list for a metric set', raw({ metric_set: [] })],
    ['with a text for a metric set', raw({ metric_set: 'x' })],
    ['with false for a metric set', raw({ metric_set: false })],
    ['solved yesterday', raw({ metric_set: { solved_at: 'yesterday' } })],
    ['solved at a number', raw({ metric_set: { solved_at: 1_789_000_000 } })],
  ])('%s is unreadable', (_, record) => {
    const { tickets, unreadableTickets } = read({ tickets: [record] })!
    expect([tickets, unreadableTickets]).toEqual([[], 1])
  })

  it.each([
    ['deleted', { status: 'deleted' }],
    ['deleted', { status: 'deleted', subject: 'SCRUBBED', assignee_id: null }],
    ['scrubbed', { subject: 'SCRUBBED' }],
    ['scrubbed', { subject: 'SCRUBBED', tags: ['closed_by_merge'], assignee_id: null }],
    ['merged', { tags: ['parcel', 'closed_by_merge'] }],
    ['merged', { tags: ['closed_by_merge', 'spam'], assignee_id: null }],
    ['unassigned', { assignee_id: null }],
    ['unassigned', { assignee_id: undefined, tags: ['spam'] }],
    ['excludedTag', { tags: ['spam'] }],
    ['excludedTag', { tags: ['parcel', 'spam'], via: { channel: 'voice' } }],
    ['excludedChannel', { via: { channel: 'voice' } }],
    [null, { subject: 'scrubbed' }],
    [null, { tags: [] }],
    [null, { tags: null }],
    [null, { tags: undefined, group_id: null, via: null, subject: null, satisfaction_rating: null }],
    [null, { via: 'voice' }],
  ])('is left out as %s: %o', (reason, parts) => {
    expect(one(raw(parts))!.leftOut).toBe(reason)
  })

  it('of an unknown status is readable, but not solved', () => {
    expect(one(raw({ status: 'resting' }))).toMatchObject({ solved: null, leftOut: null })
  })

  it.each([
    ['solved', at('2026-09-11T08:00:00Z')],
    ['closed', at('2026-09-11T08:00:00Z')],
    ['open', null],
    ['pending', null],
    ['hold', null],
  ])('%s has the solve %d', (status, solved) => expect(one(raw({ status }))!.solved).toBe(solved))

  it('is never solved by its last change of status', () => {
    const metric_set = { ...METRIC_SET, solved_at: null, status_updated_at: '2026-09-12T00:00:00Z' }
    expect(one(raw({ status: 'closed', metric_set }))!.solved).toBeNull()
  })

  it.each([
    [{ generated_timestamp: 1_789_000_000 }, 1_789_000_000],
    [{ generated_timestamp: undefined }, at('2026-09-12T08:00:00Z')],
    [{ generated_timestamp: '1789000000' }, at('2026-09-12T08:00:00Z')],
    [{ generated_timestamp: null, updated_at: 'never' }, 0],
  ])('with %o is of version %d', (parts, version) => expect(one(raw(parts))!.version).toBe(version))

  it.each(['offered', 'unoffered', 'goodwithcomment', 'splendid', '', null, 3])('scored %j is unrated', (score) => {
    expect(one(raw({ satisfaction_rating: { score } }))!.score).toBeNull()
  })

  it.each([
    ['2026-09-10T08:00:00Z', 1_789_027_200],
    ['2026-09-10T08:00:00.999Z', 1_789_027_200],
    ['2026-09-10T13:45:00+05:45', 1_789_027_200],
    ['2026-09-10T01:00:00-0700', 1_789_027_200],
  ])('created at %s was created %d s after 1970 began', (created_at, seconds) => {
    expect(one(raw({ created_at }))!.created).toBe(seconds)
  })
})

describe('a metric set', () => {
  const beside = (id: number, parts: object = {}) => ({ ...METRIC_SET, ticket_id: id, id: 900, ...parts })

  it('is the same inside its ticket and beside the tickets of its page', () => {
    const inside = read({ tickets: [raw()] })!.tickets
    expect(read({ tickets: [raw({ metric_set: undefined })], metric_sets: [beside(7)] })!.tickets).toEqual(inside)
    expect(read({ tickets: [raw({ metric_set: null })], metric_sets: [beside(7)] })!.tickets).toEqual(inside)
    expect(read({ results: [raw({ metric_set: null })], metric_sets: [beside(7)] })!.tickets).toEqual(inside)
  })

  it('inside the ticket goes before one beside it', () => {
    const page = { tickets: [raw()], metric_sets: [beside(7, { replies: 9 })] }
    expect(read(page)!.tickets[0]!.replies).toBe(1)
  })

  it('beside the tickets belongs to its page alone, and to the ticket it names', () => {
    const bare = raw({ metric_set: undefined })
    read({ metric_sets: [beside(7)] })
    expect(one(bare)!.hasMetricSet).toBe(false)
    expect(read({ tickets: [bare], metric_sets: [beside(8), beside(9)] })!.tickets[0]!.hasMetricSet).toBe(false)
  })

  it('that is empty is a metric set all the same', () => {
    expect(one(raw({ metric_set: {} }))).toMatchObject({ hasMetricSet: true, solved: null, replies: null })
  })

  it('that is missing leaves the ticket’s own score and its reasons as they are', () => {
    expect(one(raw({ metric_set: null }))).toMatchObject({
      hasMetricSet: false,
      leftOut: null,
      solved: null,
      score: 'good',
    })
  })

  it('beside the tickets with a broken solve makes its ticket unreadable', () => {
    const page = { tickets: [raw({ metric_set: null })], metric_sets: [beside(7, { solved_at: 'x' })] }
    expect(read(page)!.unreadableTickets).toBe(1)
  })

  it.each([null, undefined, '3', 1.5, -1, [], {}, true])('with %j for a count lacks that count', (count) => {
    const metric_set = { ...METRIC_SET, replies: count, reopens: count, assignee_stations: count }
    expect(one(raw({ metric_set }))).toMatchObject({ replies: null, reopens: null, assigneeStations: null })
  })

  it.each([null, undefined, 30, '30', [], { calendar: '30' }, { calendar: 1.5 }, {}])(
    'with %j for a time lacks that time, and 0 stays 0',
    (time) => {
      const metric_set = {
        ...METRIC_SET,
        full_resolution_time_in_minutes: time,
        reply_time_in_minutes: { calendar: 0 },
      }
      expect(one(raw({ metric_set }))).toMatchObject({
        fullResolutionCalendarMinutes: null,
        firstReplyCalendarMinutes: 0,
      })
    },
  )
})

describe('a rating record', () => {
  const record = {
    id: 3,
    ticket_id: 7,
    score: 'bad',
    created_at: '2026-09-15T08:00:00Z',
    updated_at: '2026-09-16T08:00:00Z',
  }
  const ratings = (...records: unknown[]) => read({ satisfaction_ratings: records })!

  it('says what, when and to whose credit', () => {
    expect(ratings({ ...record, assignee_id: 1, group_id: 10 }).ratings).toEqual([
      {
        id: 3,
        ticket: 7,
        created: at(record.created_at),
        updated: at(record.updated_at),
        agent: 1,
        group: 10,
        score: 'bad',
      },
    ])
  })

  it('that names nobody is nobody’s', () => {
    expect(ratings({ ...record, assignee_id: null }).ratings[0]).toMatchObject({ agent: null, group: null })
  })

  it.each(['offered', 'unoffered', 'received', null, 3])('of %j is a record without a rating', (score) => {
    expect(ratings({ ...record, score }).ratings[0]!.score).toBeNull()
  })

  it.each([null, 'x', [], { ...record, id: 'x' }, { ...record, ticket_id: null }, { ...record, created_at: 'x' }])(
    '%j cannot be read',
    (unreadable) => {
      expect(ratings(record, unreadable)).toMatchObject({ unreadableRatings: 1, ratings: [{ id: 3 }] })
    },
  )
})

describe('a person', () => {
  it.each([
    [{ role: 'agent', active: true }, true],
    [{ role: 'admin', active: true }, true],
    [{ role: 'agent' }, true],
    [{ role: 'agent', active: false }, false],
    [{ role: 'end-user', active: true }, false],
    [{ role: null, active: true }, false],
    [{ role: 'agent', active: true, only_private_comments: true }, false],
    [{ role: 'agent', active: true, role_type: 1 }, false],
    [{ role: 'agent', active: true, role_type: 0 }, true],
    [{ role: 'admin', active: true, role_type: 4 }, true],
  ])('%o is a current agent: %s', (parts, isCurrent) => {
    expect(read({ users: [{ id: 5, name: 'Ada', ...parts }] })!.agents[0]!.known.isCurrent).toBe(isCurrent)
  })

  it('without an id is nobody', () => expect(read({ users: [{ name: 'Ada' }, null, { id: 'x' }] })!.agents).toEqual([]))
})
