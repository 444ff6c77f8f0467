import { describe, expect, it } from 'vitest'
import { generateAccount } from './account.ts'
import { virtualClock } from './clock.ts'
import { ask } from './connection.ts'
import { openDesk } from './desk.ts'
import type { HappeningKind, LifeOptions } from './happenings.ts'
import { live } from './happenings.ts'
import { scheduleOf } from './schedule.ts'
import type { MetricSet, Ticket } from './shapes.ts'
import { rated } from './ticketChanges.ts'

const NOW = Date.parse('2026-11-20T15:30:00Z')
const HOUR = 3_600_000
const account = generateAccount({ seed: 7, now: NOW, tickets: 1500, weeks: 12 })

async function lived(seed: number, hours: number, options: LifeOptions = {}) {
  const clock = virtualClock(NOW)
  const desk = openDesk(account, { now: clock.now })
  const life = live(desk, clock, seed, options)
  await clock.advance(hours * HOUR)
  return { clock, desk, life }
}

/** What happened to one ticket, the first one that it happened to, before and after. */
async function firstOf(kind: HappeningKind) {
  const { desk, life } = await lived(3, 1, { kinds: [kind], perHour: 20 })
  const happening = life.log[0]!
  const both = (at: typeof account) => ({
    ticket: at.tickets.find(({ id }) => id === happening.ticket)!,
    set: at.metricSets.get(happening.ticket)!,
    ratings: at.satisfactionRatings.filter(({ ticket_id: id }) => id === happening.ticket),
  })
  const once = life.log.filter(({ ticket }) => ticket === happening.ticket).length === 1
  const at = `${new Date(Math.floor(happening.at / 1000) * 1000).toISOString().slice(0, 19)}Z`
  return { before: both(account), after: both(desk.account), at, once }
}

describe('an account that lives', () => {
  it('is the same for the same seed, event by event and byte for byte, and another one for another seed', async () => {
    const [one, same, other] = await Promise.all([lived(1, 10), lived(1, 10), lived(2, 10)])
    expect(one.life.log.length).toBeGreaterThan(400)
    expect(same.life.log).toEqual(one.life.log)
    expect(JSON.stringify(same.desk.account.tickets)).toBe(JSON.stringify(one.desk.account.tickets))
    expect(other.life.log).not.toEqual(one.life.log)
  })

  it('leaves the account alone that it was opened with', async () => {
    const before = JSON.stringify(account.tickets)
    await lived(1, 5)
    expect(JSON.stringify(account.tickets)).toBe(before)
    expect(account.tickets).toHaveLength(1500)
  })

  it('ends when it is stopped', async () => {
    const { clock, life } = await lived(1, 1)
    life.stop()
    const happened = life.log.length
    await clock.advance(10 * HOUR)
    expect(life.log).toHaveLength(happened)
  })

  it('shows the incremental export exactly the tickets that something happened to', async () => {
    const { desk, life, clock } = await lived(5, 4)
    life.stop()
    await clock.advance(60_000)
    const { body } = ask(desk, 'admin', `incremental/tickets/cursor?start_time=${NOW / 1000 + 1}`)
    const shown = (JSON.parse(body) as { tickets: Ticket[] }).tickets.map(({ id }) => id)
    expect(shown.toSorted()).toEqual([...new Set(life.log.map(({ ticket }) => ticket))].toSorted())
  })

  it('keeps its order by change, its ids apart and its ratings in order', async () => {
    const { desk } = await lived(6, 24)
    const stamps = desk.ticketsByChange.map(({ generated_timestamp: at }) => at)
    expect(stamps).toEqual(stamps.toSorted((a, b) => a - b))
    expect(new Set(desk.ticketsByChange.map(({ id }) => id)).size).toBe(desk.account.tickets.length)
    const created = desk.account.satisfactionRatings.map(({ created_at: at }) => at)
    expect(created).toEqual(created.toSorted())
  })

  it('keeps the null rules of metric sets through everything that happens', async () => {
    const { desk, life } = await lived(8, 48)
    expect(new Set(life.log.map(({ kind }) => kind)).size).toBe(11)
    const whole = desk.account.tickets.flatMap((ticket): [Ticket, MetricSet][] => {
      const set = desk.account.metricSets.get(ticket.id)
      return set === undefined || ticket.status === 'deleted' ? [] : [[ticket, set]]
    })
    for (const [ticket, set] of whole) {
      expect(set.solved_at === null, `full resolution of ${ticket.id}`).toBe(
        set.full_resolution_time_in_minutes.calendar === null,
      )
      expect(set.replies === 0, `reply of ${ticket.id}`).toBe(set.reply_time_in_minutes.calendar === null)
      if (ticket.status === 'solved' || ticket.status === 'closed') expect(set.solved_at).not.toBeNull()
      else expect(set.solved_at).toBeNull()
      for (const span of [set.reply_time_in_minutes, set.full_resolution_time_in_minutes])
        expect(span.business ?? 0).toBeLessThanOrEqual(span.calendar ?? 0)
    }
  })

  it('has a record for every score of a ticket', async () => {
    const { desk } = await lived(8, 24)
    const records = new Map(desk.account.satisfactionRatings.map((record) => [record.ticket_id, record.score]))
    for (const ticket of desk.account.tickets.filter(({ status }) => status !== 'deleted'))
      expect(records.get(ticket.id) ?? 'unoffered').toBe(ticket.satisfaction_rating?.score)
  })
})

describe('what happens', () => {
  it('a reply counts, and the first one has a time', async () => {
    const { before, after, at } = await firstOf('replied')
    expect(after.ticket.status).toBe('pending')
    expect(after.set.replies).toBeGreaterThan(before.set.replies)
    expect(after.set.latest_comment_added_at >= at).toBe(true)
    expect(after.set.reply_time_in_minutes.calendar).not.toBeNull()
  })

  it('a solve has an instant, and the first resolution keeps the first one', async () => {
    const { before, after, at } = await firstOf('solved')
    const minutes = Math.floor((Date.parse(at) - Date.parse(before.ticket.created_at)) / 60_000)
    expect([after.ticket.status, after.set.solved_at, after.set.status_updated_at]).toEqual(['solved', at, at])
    expect(after.set.full_resolution_time_in_minutes.calendar).toBe(minutes)
  })

  it('a reopening takes the solve away and keeps the first resolution', async () => {
    const { before, after } = await firstOf('reopened')
    expect([after.ticket.status, after.set.solved_at, after.set.reopens]).toEqual([
      'open',
      null,
      before.set.reopens + 1,
    ])
    expect(after.set.first_resolution_time_in_minutes).toEqual(before.set.first_resolution_time_in_minutes)
    expect(after.set.full_resolution_time_in_minutes).toEqual({ calendar: null, business: null })
  })

  it('a close leaves the solve where it was', async () => {
    const { before, after, at } = await firstOf('closed')
    expect([after.ticket.status, after.set.solved_at]).toEqual(['closed', before.set.solved_at])
    expect(after.set.status_updated_at).toBe(at)
  })

  it('another assignee is one more station', async () => {
    const { before, after, once } = await firstOf('reassigned')
    expect(once).toBe(true)
    expect(after.ticket.assignee_id).not.toBe(before.ticket.assignee_id)
    expect(after.set.assignee_stations).toBe(before.set.assignee_stations + 1)
  })

  it('a late rating is dated by the answer and keeps who was assigned then', async () => {
    const { before, after, at } = await firstOf('rated')
    const [rating] = after.ratings
    expect(after.ticket.satisfaction_rating?.score).toBe(rating?.score)
    expect(rating?.updated_at).toBe(at)
    const wasAnswered = before.ratings[0]?.score !== 'offered'
    expect(rating?.created_at).toBe(wasAnswered ? before.ratings[0]?.created_at : at)
  })

  it('a second thought changes the score, not who was rated nor when', async () => {
    const { before, after, at } = await firstOf('rated')
    const metricSet = after.set
    const passedOn = { ...after.ticket, assignee_id: 1, group_id: 2 }
    const moment = { at: Date.parse(at) / 1000 + 60, office: scheduleOf({}, 'UTC', 0, 1) }
    const again = rated({ ticket: passedOn, metricSet }, 'bad', after.ratings[0], moment)
    const { assignee_id, group_id, created_at } = after.ratings[0]!
    expect(again.rating).toMatchObject({ score: 'bad', assignee_id, group_id, created_at })
    expect(again.ticket.satisfaction_rating?.score).toBe('bad')
    expect(before.ratings[0]?.id).toBe(again.rating?.id)
  })

  it('a merge closes with a tag', async () => {
    const { after } = await firstOf('merged')
    expect(after.ticket.status).toBe('closed')
    expect(after.ticket.tags).toContain('closed_by_merge')
  })

  it('a deletion leaves a stone in the export only', async () => {
    const { after } = await firstOf('deleted')
    expect(after.ticket.status).toBe('deleted')
  })

  it('a change of the system’s moves generated_timestamp only', async () => {
    const { before, after } = await firstOf('system')
    expect({ ...after.ticket, generated_timestamp: 0 }).toEqual({ ...before.ticket, generated_timestamp: 0 })
    expect(after.ticket.generated_timestamp).toBeGreaterThan(NOW / 1000)
  })

  it('a new ticket has no metric yet but on_hold 0', async () => {
    const { after, at } = await firstOf('created')
    expect(after.ticket.created_at).toBe(at)
    expect(after.set).toMatchObject({
      replies: 0,
      solved_at: null,
      reply_time_in_minutes: { calendar: null, business: null },
      on_hold_time_in_minutes: { calendar: 0, business: 0 },
    })
  })
})
