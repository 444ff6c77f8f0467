import { describe, expect, it } from 'vitest'
import { generateAccount } from './account.ts'
import type { Clock } from './clock.ts'
import { virtualClock } from './clock.ts'
import { connect } from './connection.ts'
import type { Desk } from './desk.ts'
import { openDesk } from './desk.ts'
import { faultPlan } from './faults.ts'
import { live } from './happenings.ts'
import type { Ticket } from './shapes.ts'

const NOW = Date.parse('2026-11-20T15:30:00Z')
const account = generateAccount({ seed: 7, now: NOW, tickets: 900, weeks: 6 })

interface Page {
  tickets: Ticket[]
  after_cursor: string
  end_of_stream: boolean
}

/** The plainest reader: tries again until there is a page, and keeps the newest version of each ticket. */
async function readAll(desk: Desk, clock: Clock, known: Map<number, Ticket>, cursor: string | null): Promise<string> {
  const get = connect(desk, clock, 'admin')
  for (let from = cursor === null ? 'start_time=1' : `cursor=${cursor}`; ;) {
    const given = await get(`incremental/tickets/cursor?per_page=50&${from}`)
    const page = given.status === 200 ? parsed(given.body) : null
    if (page === null) {
      await clock.sleep(Number(given.headers['retry-after'] ?? 20) * 1000)
      continue
    }
    for (const ticket of page.tickets) known.set(ticket.id, ticket)
    if (page.end_of_stream) return page.after_cursor
    from = `cursor=${page.after_cursor}`
  }
}

function parsed(body: string): Page | null {
  try {
    return JSON.parse(body) as Page
  } catch {
    return null
  }
}

describe('a reader that tries again', () => {
  it.each(Array.from({ length: 20 }, (_, index) => index + 1))(
    'comes to the account as it is, whatever strikes, while the account lives on (seed %i)',
    async (seed) => {
      const clock = virtualClock(NOW)
      const faults = faultPlan(seed, { share: 0.5 })
      const desk = openDesk(account, { now: clock.now, faults, limits: { perMinute: 200, othersPerMinute: 150 } })
      const life = live(desk, clock, seed, { perHour: 600 })
      const known = new Map<number, Ticket>()
      const cursor = await clock.run(readAll(desk, clock, known, null))
      await clock.advance(1_800_000)
      life.stop()
      await clock.advance(60_000)
      await clock.run(readAll(desk, clock, known, cursor))
      expect(faults.log.length).toBeGreaterThan(0)
      expect(life.log.length).toBeGreaterThan(200)
      expect([...known.values()].toSorted((a, b) => a.id - b.id)).toEqual(desk.account.tickets)
    },
  )

  it('needs as long as the limit of the export makes it, and not much longer', async () => {
    const clock = virtualClock(NOW)
    const faults = faultPlan(1, { share: 0, latencyMs: 200 })
    const desk = openDesk(account, { now: clock.now, limits: {}, faults })
    const known = new Map<number, Ticket>()
    const get = async (cursor: string | null) => readAll(desk, clock, known, cursor)
    let cursor: string | null = null
    for (let again = 0; again < 5; again++) cursor = await clock.run(get(again === 0 ? null : cursor))
    // 18 pages and 4 empty ones: 10 at once, 10 a minute after those, and 2 another minute later.
    expect(clock.now() - NOW).toBeGreaterThan(120_000)
    expect(clock.now() - NOW).toBeLessThan(130_000)
  })
})
