import { describe, expect, it } from 'vitest'
import { generateAccount } from './account.ts'
import { virtualClock } from './clock.ts'
import { ask } from './connection.ts'
import { openDesk } from './desk.ts'
import type { Ticket } from './shapes.ts'

const NOW = Date.parse('2026-11-20T15:30:00Z')
const account = generateAccount({ seed: 9, now: NOW, tickets: 1500 })

interface Body {
  tickets: Ticket[]
  count: number
  end_time: number | null
  next_page: string | null
  after_cursor: string
  end_of_stream: boolean
}

function open(at = account) {
  const clock = virtualClock(NOW)
  const desk = openDesk(at, { now: clock.now })
  const get = (path: string) => JSON.parse(ask(desk, 'admin', path).body) as Body
  return { clock, desk, get }
}

const settled = account.tickets.filter((ticket) => ticket.generated_timestamp * 1000 <= NOW - 60_000)
const byChange = settled.toSorted((a, b) => a.generated_timestamp - b.generated_timestamp || a.id - b.id)

describe('the incremental export by cursor', () => {
  it('shows a ticket again that changes between two pages, once that change is a minute old', async () => {
    const { clock, desk, get } = open()
    const first = get('incremental/tickets/cursor?start_time=1&per_page=600')
    const again = first.tickets[3]!
    desk.put({ ticket: { ...again, status: 'closed', generated_timestamp: NOW / 1000 } })
    await clock.advance(60_000)
    const rest = get(`incremental/tickets/cursor?cursor=${first.after_cursor}`)
    expect(rest.tickets.find(({ id }) => id === again.id)?.status).toBe('closed')
    expect(first.tickets.length + rest.tickets.length).toBe(account.tickets.length + 1)
  })

  it('does not show a ticket twice that changes before its page is read', async () => {
    const { clock, desk, get } = open()
    const { after_cursor: cursor } = get('incremental/tickets/cursor?start_time=1&per_page=500')
    const later = byChange[900]!
    desk.put({ ticket: { ...later, generated_timestamp: NOW / 1000 } })
    await clock.advance(60_000)
    const rest = get(`incremental/tickets/cursor?cursor=${cursor}`).tickets.filter(({ id }) => id === later.id)
    expect(rest).toHaveLength(1)
  })

  it('goes by generated_timestamp: a system update brings a ticket back whose updated_at is old', async () => {
    const { clock, desk, get } = open()
    const old = byChange[0]!
    desk.put({ ticket: { ...old, generated_timestamp: NOW / 1000 } })
    await clock.advance(60_000)
    const [shown] = get(`incremental/tickets/cursor?start_time=${NOW / 1000}`).tickets
    expect([shown?.id, shown?.updated_at]).toEqual([old.id, old.updated_at])
  })

  it('keeps its cursors for good', async () => {
    const { clock, get } = open()
    const { after_cursor: cursor } = get('incremental/tickets/cursor?start_time=1&per_page=500')
    await clock.advance(90 * 86_400_000)
    expect(get(`incremental/tickets/cursor?cursor=${cursor}`).tickets[0]?.id).toBe(byChange[500]!.id)
  })

  it('leaves deleted tickets out when asked to', () => {
    const kept = open().get('incremental/tickets/cursor?start_time=1&exclude_deleted=true&per_page=1000').tickets
    expect(kept.some(({ status }) => status === 'deleted')).toBe(false)
    const all = open().get('incremental/tickets/cursor?start_time=1&per_page=1000').tickets
    expect(all.some(({ status }) => status === 'deleted')).toBe(true)
    expect(all.some(({ subject }) => subject === 'SCRUBBED')).toBe(true)
  })
})

describe('the incremental export by time', () => {
  /** Follows next_page to the end; all tickets, page after page. */
  function everyPage(get: (path: string) => Body, perPage: number, most = 10_000): Body[] {
    const pages: Body[] = []
    for (let path = `incremental/tickets?start_time=1&per_page=${perPage}`; pages.length < most;) {
      const page = get(path)
      pages.push(page)
      if (page.end_of_stream) break
      path = page.next_page!.replace('http://zendesk.test/api/v2/', '')
    }
    return pages
  }

  it('shows everything that the cursor shows, and the last second of each page twice', () => {
    const { get } = open()
    const pages = everyPage(get, 400)
    const ids = pages.flatMap(({ tickets }) => tickets.map(({ id }) => id))
    expect([...new Set(ids)].toSorted()).toEqual(settled.map(({ id }) => id).toSorted())
    for (const [index, page] of pages.slice(1).entries())
      expect(page.tickets[0]?.generated_timestamp).toBe(pages[index]!.end_time)
    expect(ids.length).toBeGreaterThan(settled.length)
  })

  it('keeps the tickets of one second together, however small the page', () => {
    const seconds = {
      ...account,
      tickets: account.tickets.map((t, i) => ({ ...t, generated_timestamp: 1000 + (i >> 2) })),
    }
    const pages = everyPage(open(seconds).get, 1)
    expect(pages.filter(({ tickets }) => tickets.length % 4 !== 0)).toEqual([])
    expect(new Set(pages.flatMap(({ tickets }) => tickets.map(({ id }) => id))).size).toBe(account.tickets.length)
  })

  it('leads to itself for ever when a second holds more than a page does', () => {
    const second = { ...account, tickets: account.tickets.map((ticket) => ({ ...ticket, generated_timestamp: 1000 })) }
    const pages = everyPage(open(second).get, 1000, 5)
    expect(pages.map(({ end_time: end }) => end)).toEqual([1000, 1000, 1000, 1000, 1000])
  })

  it('says how many it shows, and neither has a cursor nor an end while nothing is there', () => {
    const { get } = open({ ...account, tickets: [] })
    expect(get('incremental/tickets?start_time=1')).toEqual({
      tickets: [],
      count: 0,
      end_of_stream: true,
      end_time: null,
      next_page: null,
    })
  })
})
