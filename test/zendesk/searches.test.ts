import { describe, expect, it } from 'vitest'
import { generateAccount } from './account.ts'
import { virtualClock } from './clock.ts'
import { ask } from './connection.ts'
import type { DeskOptions } from './desk.ts'
import { openDesk } from './desk.ts'
import type { MetricSet, Ticket } from './shapes.ts'

const NOW = Date.parse('2026-11-20T15:30:00Z')
const account = generateAccount({ seed: 7, now: NOW, tickets: 1300 })
const alive = account.tickets.filter(({ status }) => status !== 'deleted')

interface Body {
  results: (Ticket & { metric_set?: MetricSet })[]
  tickets: Ticket[]
  metric_sets?: MetricSet[]
  count: number
  next_page: string | null
  error: unknown
}

function open(options: DeskOptions = {}) {
  const clock = virtualClock(NOW)
  const desk = openDesk(account, { now: clock.now, ...options })
  const get = (path: string) => {
    const given = ask(desk, 'agent', path)
    return { status: given.status, body: JSON.parse(given.body) as Body }
  }
  return { clock, desk, get, count: (query: string) => get(`search/count?query=${query}`).body.count }
}

describe('a plain search', () => {
  it('pages by number, newest first, and counts all', () => {
    const { body } = open().get('search?query=type:ticket&page=2&per_page=10')
    expect(body.results.map(({ id }) => id)).toEqual(
      alive
        .map(({ id }) => id)
        .toReversed()
        .slice(10, 20),
    )
    expect(body.count).toBe(alive.length)
  })

  it('shows a thousand results, points to the page after them, and refuses it', () => {
    const { get } = open()
    const last = get('search?query=&page=10')
    expect(last.body.results).toHaveLength(100)
    expect(last.body.next_page).toContain('page=11')
    expect(get('search?query=&page=11')).toMatchObject({
      status: 422,
      body: {
        error: 'invalid',
        description: 'Invalid search: Requested response size was greater than Search Response Limits',
      },
    })
  })

  it.each(['page[size]=100', 'page[after]=x'])('refuses %s', (parameter) => {
    expect(open().get(`search?query=&${parameter}`)).toMatchObject({
      status: 400,
      body: {
        error: { title: 'Invalid attribute', message: expect.stringContaining('page must be an integer') as string },
      },
    })
  })

  it('sorts as asked', () => {
    const updated = open()
      .get('search?query=&sort_by=updated_at&sort_order=asc')
      .body.results.map(({ updated_at: at }) => at)
    expect(updated).toEqual(updated.toSorted())
    expect(open().get('search?query=&sort_by=mood').status).toBe(422)
  })

  it('brings metric sets along', () => {
    const { body } = open().get('search?query=&include=tickets(metric_sets)')
    expect(body.metric_sets?.length).toBeGreaterThan(90)
  })
})

describe('the index of search', () => {
  const ticket = alive.find(({ status }) => status === 'open')!
  const metricSet = account.metricSets.get(ticket.id)!
  const change = {
    ticket: { ...ticket, status: 'solved' as const, generated_timestamp: NOW / 1000 },
    metricSet: { ...metricSet, solved_at: '2026-11-20T15:30:00Z' },
  }
  const fresh: Ticket = { ...ticket, id: 99_999, created_at: '2026-11-20T15:30:00Z', generated_timestamp: NOW / 1000 }

  it('sees a change after its lag, not before', async () => {
    const { clock, desk, count } = open({ indexLagSeconds: 120 })
    await clock.advance(120_000)
    const [solved, open_] = [count('status:solved'), count('status:open')]
    desk.put(change)
    await clock.advance(119_999)
    expect([count('status:solved'), count('status:open')]).toEqual([solved, open_])
    await clock.advance(1)
    expect([count('status:solved'), count('status:open')]).toEqual([solved + 1, open_ - 1])
  })

  it('shows the ticket and its metric set as they were, while reading by id shows them as they are', () => {
    const { desk, get } = open({ indexLagSeconds: 120, metricSets: 'embedded' })
    desk.put(change)
    const path = `search/export?filter[type]=ticket&include=tickets(metric_sets)&page[size]=1000&query=created:${ticket.created_at}`
    const [found] = get(path).body.results
    expect([found?.status, found?.metric_set?.solved_at]).toEqual(['open', null])
    expect(get(`tickets/show_many?ids=${ticket.id}`).body.tickets[0]?.status).toBe('solved')
  })

  it('shows a ticket that changed twice as it was before both changes, then as it was between them', async () => {
    const { clock, desk, count } = open({ indexLagSeconds: 120 })
    await clock.advance(120_000)
    const tagged = (...tags: string[]) => desk.put({ ticket: { ...ticket, tags } })
    tagged('first')
    await clock.advance(60_000)
    tagged('second')
    expect([count('tags:first'), count('tags:second')]).toEqual([0, 0])
    await clock.advance(60_000)
    expect([count('tags:first'), count('tags:second')]).toEqual([1, 0])
    await clock.advance(60_000)
    expect([count('tags:first'), count('tags:second')]).toEqual([0, 1])
  })

  it('sees a new ticket, and misses a deleted one, after its lag', async () => {
    const { clock, desk, count } = open({ indexLagSeconds: 60 })
    await clock.advance(60_000)
    const all = count('')
    desk.put({ ticket: { ...fresh, created_at: '2026-11-20T15:31:00Z' } })
    expect(count('')).toBe(all)
    await clock.advance(60_000)
    expect(count('')).toBe(all + 1)
    desk.put({ ticket: { ...fresh, status: 'deleted' } })
    expect(count('')).toBe(all + 1)
    await clock.advance(60_000)
    expect(count('')).toBe(all)
  })

  it('does not lag unless told so', () => {
    const { desk, count } = open()
    const solved = count('status:solved')
    desk.put(change)
    expect(count('status:solved')).toBe(solved + 1)
  })
})

describe('metric sets in search', () => {
  it.each(['search/export?filter[type]=ticket&query=', 'search?query='])('can be withheld from %s', (path) => {
    const { get } = open({ plan: { metricSetsInSearch: false } })
    const { body } = get(`${path}&include=tickets(metric_sets)`)
    expect(body.metric_sets).toBeUndefined()
    expect(body.results[0]).not.toHaveProperty('metric_set')
    const [ticket] = get(`tickets/show_many?ids=${alive[0]!.id}&include=metric_sets`).body.tickets
    expect(ticket).toHaveProperty('metric_set')
  })
})

describe('an archived ticket', () => {
  const { get, count } = open()
  const closed = alive.filter(({ status }) => status === 'closed')
  const closedAt = ({ id }: Ticket) => Date.parse(account.metricSets.get(id)!.status_updated_at)
  const old = closed.filter((ticket) => NOW - closedAt(ticket) >= 120 * 86_400_000)

  it('has left lists and views', () => {
    expect(old.length).toBeGreaterThan(100)
    expect(get('tickets').body.count).toBe(alive.length - old.length)
    const solved = alive.filter(({ status }) => status === 'solved').length
    expect(get('views/361000000204/count').body).toMatchObject({
      view_count: { value: solved + closed.length - old.length },
    })
  })

  it('is still found, and shown by id', () => {
    expect(count('status:closed')).toBe(closed.length)
    const ids = old.slice(0, 100).map(({ id }) => id)
    expect(get(`tickets/show_many?ids=${ids.join()}`).body.tickets.map(({ id }) => id)).toEqual(ids)
    expect(get(`tickets/${ids[0]!}`).status).toBe(200)
  })
})
