import { describe, expect, it } from 'vitest'
import { generateAccount } from './account.ts'
import { ask } from './connection.ts'
import type { DeskOptions } from './desk.ts'
import { openDesk } from './desk.ts'
import type { MetricSet, Ticket } from './shapes.ts'

const NOW = Date.parse('2026-11-20T15:30:00Z')
const account = generateAccount({ seed: 7, now: NOW, tickets: 800, weeks: 10 })
const alive = account.tickets.filter(({ status }) => status !== 'deleted')
const setOf = ({ id }: Ticket) => account.metricSets.get(id)

interface AuditEvent {
  type: string
  field_name?: string
  previous_value?: unknown
  value?: unknown
  public?: boolean
}
interface Body {
  ticket: Ticket & { metric_set?: MetricSet }
  tickets: Ticket[]
  metric_sets?: MetricSet[]
  ticket_metric: MetricSet
  audits: { id: number; created_at: string; events: AuditEvent[] }[]
  custom_statuses: { status_category: string; default: boolean }[]
  meta: { has_more: boolean; after_cursor: string }
  count: number
}

function get(path: string, options: DeskOptions = {}, who: string | null = 'agent') {
  const given = ask(openDesk(account, options), who, path)
  return { status: given.status, body: JSON.parse(given.body) as Body }
}

describe('a single ticket', () => {
  const [ticket] = alive

  it('is shown, with its metric set in either shape when asked for', () => {
    const path = `tickets/${ticket!.id}`
    expect(get(path).body.ticket).toEqual(ticket)
    expect(get(`${path}?include=metric_sets`).body.ticket.metric_set).toEqual(setOf(ticket!))
    expect(get(`${path}?include=metric_sets`, { metricSets: 'beside' }).body.metric_sets).toEqual([setOf(ticket!)])
    expect(get(`${path}/metrics`).body.ticket_metric).toEqual(setOf(ticket!))
  })

  it.each(['', '/audits', '/metrics'])('that is deleted or was never there answers 404 (tickets/id%s)', (rest) => {
    const gone = account.tickets.find(({ status }) => status === 'deleted')!
    expect(get(`tickets/${gone.id}${rest}`).status).toBe(404)
    expect(get(`tickets/5${rest}`).status).toBe(404)
  })
})

describe('audits of a ticket', () => {
  const auditsOf = ({ id }: Ticket) => get(`tickets/${id}/audits`).body.audits

  it('tell of creation, assignment, replies, solve and close, in order, and agree with the metric set', () => {
    for (const ticket of alive.filter((_, index) => index % 4 === 0)) {
      const audits = auditsOf(ticket)
      const events = audits.flatMap(({ created_at: at, events: some }) => some.map((event) => ({ ...event, at })))
      const changes = (field: string) =>
        events.filter(({ type, field_name: name }) => type === 'Change' && name === field)
      const times = audits.map(({ created_at: at }) => at)
      expect(times).toEqual(times.toSorted())
      expect(events.filter(({ type }) => type === 'Create').length).toBeGreaterThan(2)
      const solve = changes('status').find(({ value }) => value === 'solved')
      expect(solve?.at ?? null).toBe(setOf(ticket)!.solved_at)
      expect(changes('status').some(({ value }) => value === 'closed')).toBe(ticket.status === 'closed')
      const assignee = changes('assignee_id').at(-1)?.value ?? null
      expect(assignee).toBe(ticket.assignee_id === null ? null : String(ticket.assignee_id))
      const replies = events.filter((event) => event.type === 'Comment' && event.public === true).length - 1
      expect(replies).toBe(Math.min(2, setOf(ticket)!.replies))
    }
  })

  it('name both assignees of a ticket that was passed on after its rating', () => {
    const rating = account.satisfactionRatings.find(({ ticket_id: id, assignee_id: then }) => {
      const ticket = alive.find((each) => each.id === id)
      return ticket !== undefined && ticket.assignee_id !== then
    })!
    const ticket = alive.find(({ id }) => id === rating.ticket_id)!
    const passed = auditsOf(ticket)
      .flatMap(({ events }) => events)
      .filter(({ field_name: name }) => name === 'assignee_id')
    expect(passed.map(({ value }) => value)).toEqual([String(rating.assignee_id), String(ticket.assignee_id)])
  })
})

describe('the list of tickets', () => {
  it.each(['tickets', `users/${alive[5]!.assignee_id}/tickets/assigned`])(
    '%s pages by cursor and by number',
    (path) => {
      const byNumber = get(`${path}?per_page=20`).body
      const byCursor = get(`${path}?page[size]=20`).body
      expect(byCursor.tickets).toEqual(byNumber.tickets)
      expect(byCursor).not.toHaveProperty('count')
      expect(byNumber.count).toBeGreaterThan(20)
      expect(byCursor.meta.has_more).toBe(true)
      const next = get(`${path}?page[size]=20&page[after]=${byCursor.meta.after_cursor}`).body.tickets
      expect(next).toEqual(get(`${path}?per_page=20&page=2`).body.tickets)
    },
  )

  it('of a person holds the tickets of that person in every status', () => {
    const who = alive[5]!.assignee_id!
    const { tickets } = get(`users/${who}/tickets/assigned`, { plan: { archiveAfterDays: 10_000 } }).body
    expect(tickets.every(({ assignee_id: id }) => id === who)).toBe(true)
    expect(new Set(tickets.map(({ status }) => status)).size).toBeGreaterThan(1)
  })

  it('ends at a hundred pages by number, and takes at most a hundred by cursor', () => {
    expect(get('tickets?page=101').status).toBe(400)
    expect(get('tickets?page[size]=101').status).toBe(400)
  })
})

describe('custom statuses', () => {
  it('are shown to anyone, one usual status for each category', () => {
    const { custom_statuses: statuses } = get('custom_statuses', {}, null).body
    const usual = statuses.filter((status) => status.default).map(({ status_category: category }) => category)
    expect(usual).toEqual(['new', 'open', 'pending', 'hold', 'solved'])
  })
})

describe('ratings under the new surveys', () => {
  it.each([
    ['empty', 200],
    [403, 403],
    [404, 404],
  ] as const)('%s: the list answers %i and the score of the ticket stays', (ratings, status) => {
    const desk = openDesk(account, { plan: { ratings } })
    const list = ask(desk, 'admin', 'satisfaction_ratings?page[size]=10')
    expect(list.status).toBe(status)
    if (status === 200) expect(JSON.parse(list.body)).toMatchObject({ satisfaction_ratings: [] })
    const good = ask(desk, 'agent', 'search/count?query=satisfaction:good')
    expect((JSON.parse(good.body) as Body).count).toBeGreaterThan(20)
  })
})
