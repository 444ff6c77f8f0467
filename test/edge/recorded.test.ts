import { describe, expect, it } from 'vitest'
import { parseAnswer } from '../../src/zendesk/answer.ts'
import { parseSignedIn } from '../../src/zendesk/people.ts'
import { RECORDED, recordsOf } from './recorded.ts'

const NOTHING_EXCLUDED = { tags: new Set<string>(), channels: new Set<string>() }

const read = (body: unknown) => parseAnswer(body, NOTHING_EXCLUDED)!

const recorded = (list: string, single: string) => RECORDED.flatMap((answer) => recordsOf(answer, list, single))

const ids = (records: readonly { readonly id?: unknown }[]) => records.map(({ id }) => id)

const seconds = (text: unknown) => (typeof text === 'string' ? Date.parse(text) / 1000 : null)

describe('a recorded answer', () => {
  it('is there in number: tickets, metric sets, ratings, people', () => {
    expect([
      recorded('tickets', 'ticket').length,
      recorded('ticket_metrics', 'ticket_metric').length,
      recorded('satisfaction_ratings', 'satisfaction_rating').length,
      recorded('users', 'user').length,
      recorded('groups', 'group').length,
    ]).toEqual([326, 202, 135, 56, 26])
  })

  it.each(RECORDED)('loses no record: $file', (answer) => {
    const { tickets, unreadableTickets, ratings, unreadableRatings, agents, groups, memberships } = read(answer.body)
    expect([ids(tickets), unreadableTickets]).toEqual([ids(recordsOf(answer, 'tickets', 'ticket')), 0])
    expect([ids(ratings), unreadableRatings]).toEqual([
      ids(recordsOf(answer, 'satisfaction_ratings', 'satisfaction_rating')),
      0,
    ])
    const people = recordsOf(answer, 'users', 'user').filter(({ id }) => id !== undefined)
    expect(ids(agents.map(({ known }) => known))).toEqual(ids(people))
    expect(ids(groups.map(({ known }) => known))).toEqual(ids(recordsOf(answer, 'groups', 'group')))
    expect(memberships).toEqual(
      recordsOf(answer, 'group_memberships', 'group_membership').map(({ user_id, group_id }) => ({
        agent: user_id,
        group: group_id,
      })),
    )
  })
})

describe('a recorded ticket', () => {
  it('keeps its dates, assignee, group and score', () => {
    const raw = recorded('tickets', 'ticket')
    const parsed = RECORDED.flatMap(({ body }) => read(body).tickets)
    expect(parsed.map(({ created, agent, group }) => ({ created, agent, group }))).toEqual(
      raw.map(({ created_at, assignee_id, group_id }) => ({
        created: seconds(created_at),
        agent: assignee_id ?? null,
        group: group_id ?? null,
      })),
    )
    const said = raw.map(({ satisfaction_rating }) => (satisfaction_rating as { score?: string } | null)?.score)
    expect(parsed.map(({ score }) => score)).toEqual(
      said.map((score) => (score === 'good' || score === 'bad' ? score : null)),
    )
  })

  it('without a metric set has unknown metrics, not zeros', () => {
    for (const { hasMetricSet, solved, replies, reopens } of RECORDED.flatMap(({ body }) => read(body).tickets)) {
      expect([hasMetricSet, solved, replies, reopens]).toEqual([false, null, null, null])
    }
  })
})

describe('a recorded metric set', () => {
  const sets = recorded('ticket_metrics', 'ticket_metric')
  const bare = sets.map(({ ticket_id }) => ({
    id: ticket_id,
    status: 'closed',
    assignee_id: 1,
    created_at: '2012-01-01T00:00:00Z',
  }))

  it.each([
    ['inside its ticket', { tickets: bare.map((ticket, place) => ({ ...ticket, metric_set: sets[place] })) }],
    ['beside the tickets', { tickets: bare, metric_sets: sets }],
  ])('is read %s with every value', (_, page) => {
    const { tickets, unreadableTickets } = read(page)
    expect(unreadableTickets).toBe(0)
    const value = (clocks: unknown, clock: string) => (clocks as Record<string, number | null>)[clock] ?? null
    sets.forEach((set, place) =>
      expect(tickets[place]).toMatchObject({
        id: set['ticket_id'],
        hasMetricSet: true,
        leftOut: null,
        solved: seconds(set['solved_at']),
        firstReplyCalendarMinutes: value(set['reply_time_in_minutes'], 'calendar'),
        firstReplyBusinessMinutes: value(set['reply_time_in_minutes'], 'business'),
        fullResolutionCalendarMinutes: value(set['full_resolution_time_in_minutes'], 'calendar'),
        fullResolutionBusinessMinutes: value(set['full_resolution_time_in_minutes'], 'business'),
        replies: set['replies'],
        reopens: set['reopens'],
        assigneeStations: set['assignee_stations'],
      }),
    )
  })

  it('has first replies after 0 minutes and tickets solved without a reply, and both stay what they are', () => {
    const replies = read({ tickets: bare, metric_sets: sets }).tickets.map((ticket) => ticket.firstReplyCalendarMinutes)
    expect([replies.includes(0), replies.includes(null)]).toEqual([true, true])
  })
})

describe('the recorded answer of who is signed in', () => {
  it('is nobody’s where Zendesk answered 200 with an anonymous user', () => {
    const anonymous = RECORDED.filter(({ body }) => JSON.stringify(body).includes('Anonymous user'))
    expect(anonymous.length).toBeGreaterThan(2)
    for (const { body } of anonymous) expect(parseSignedIn(body)).toBe('anonymous')
  })

  it('is none where Zendesk refused', () => {
    const refused = RECORDED.filter(({ status }) => status >= 400)
    expect(refused.length).toBeGreaterThan(4)
    for (const { body } of refused) expect(parseSignedIn(body)).toBeNull()
  })
})
