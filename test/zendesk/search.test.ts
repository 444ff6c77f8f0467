import { describe, expect, it } from 'vitest'
import { searchTest } from './search.ts'
import { generateAccount } from './account.ts'
import type { MetricSet, Ticket } from './shapes.ts'

const account = generateAccount({ seed: 2, now: Date.parse('2026-11-20T15:30:00Z'), tickets: 60, weeks: 2 })
const [model] = account.tickets
const asking = { me: 11, timeZone: 'Europe/Rome' }
const ticket = (differs: Partial<Ticket>): Ticket => ({ ...model!, tags: [], status: 'open', ...differs })
const solvedAt = (solved_at: string | null): MetricSet => ({ ...account.metricSets.get(model!.id)!, solved_at })

describe('a search query', () => {
  it.each<[string, Partial<Ticket>, boolean]>([
    ['assignee:me', { assignee_id: 11 }, true],
    ['assignee:me', { assignee_id: 12 }, false],
    ['assignee:12', { assignee_id: 12 }, true],
    ['assignee:none', { assignee_id: null }, true],
    ['group:5', { group_id: 5 }, true],
    ['group:5 group:6', { group_id: 6 }, true],
    ['group:5 assignee:me', { group_id: 5, assignee_id: 12 }, false],
    ['status:solved', { status: 'closed' }, false],
    ['status:solved status:closed', { status: 'closed' }, true],
    ['status<solved', { status: 'hold' }, true],
    ['status<solved', { status: 'solved' }, false],
    ['status>=solved', { status: 'closed' }, true],
    ['-status:closed', { status: 'closed' }, false],
    ['tags:vip', { tags: ['vip', 'refund'] }, true],
    ['-tags:closed_by_merge', { tags: ['closed_by_merge'] }, false],
    ['-tags:closed_by_merge', { tags: [] }, true],
    ['-tags:a -tags:b', { tags: ['b'] }, false],
    ['satisfaction:good', { satisfaction_rating: { score: 'good' } }, true],
    ['satisfaction:good satisfaction:bad', { satisfaction_rating: { score: 'offered' } }, false],
    ['priority:urgent', { priority: 'urgent' }, true],
    ['status:open', { status: 'deleted' }, false],
    ['', { status: 'deleted' }, false],
  ])('%s of %o is %s', (query, differs, found) => {
    expect(searchTest(query, asking)(ticket(differs))).toBe(found)
  })

  // Midnight in Rome is 23:00 UTC of the day before in winter.
  it.each<[string, string, boolean]>([
    ['created:2026-11-10', '2026-11-09T23:00:00Z', true],
    ['created:2026-11-10', '2026-11-10T22:59:59Z', true],
    ['created:2026-11-10', '2026-11-10T23:00:00Z', false],
    ['created>2026-11-10', '2026-11-10T12:00:00Z', false],
    ['created>2026-11-10', '2026-11-10T23:00:00Z', true],
    ['created>=2026-11-10', '2026-11-09T23:00:00Z', true],
    ['created<2026-11-10', '2026-11-09T23:00:00Z', false],
    ['created<=2026-11-10', '2026-11-10T22:59:59Z', true],
    ['created>=2026-11-10 created<2026-11-11', '2026-11-11T12:00:00Z', false],
    ['created>2026-11-10T10:00:00Z', '2026-11-10T10:00:00Z', false],
    ['created>=2026-11-10T10:00:00Z', '2026-11-10T10:00:00Z', true],
    ['created:2026-11-10T10:00:00Z', '2026-11-10T10:00:00Z', true],
    ['created>=2026-11-10T11:00:00+01:00', '2026-11-10T10:00:00Z', true],
  ])('%s of a ticket created at %s is %s', (query, created_at, found) => {
    expect(searchTest(query, asking)(ticket({ created_at }))).toBe(found)
  })

  it('dates a solve by the metric set, and finds no unsolved ticket by it', () => {
    const matches = searchTest('solved>=2026-11-01', asking)
    expect(matches(ticket({}), solvedAt('2026-11-03T10:00:00Z'))).toBe(true)
    expect(matches(ticket({}), solvedAt(null))).toBe(false)
    expect(matches(ticket({}))).toBe(false)
  })

  it.each(['hello', 'requester:me', 'assignee:someone', 'status:done', 'created>yesterday', 'created:2026-13-40'])(
    'refuses %s instead of skipping it',
    (query) => expect(() => searchTest(query, asking)).toThrow('422'),
  )
})
