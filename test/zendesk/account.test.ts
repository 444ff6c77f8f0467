import { describe, expect, it } from 'vitest'
import { generateAccount } from './account.ts'
import { dateAt } from './schedule.ts'
import type { MetricSet, Ticket } from './shapes.ts'

const NOW = Date.parse('2026-11-20T15:30:00Z')
const account = generateAccount({ seed: 7, now: NOW })
const text = (value: unknown) =>
  JSON.stringify(value, (_key, part: unknown) => (part instanceof Map ? [...part] : part))
const setOf = (ticket: Ticket): MetricSet | undefined => account.metricSets.get(ticket.id)
const sets = [...account.metricSets.values()]
const share = <T>(of: readonly T[], holds: (item: T) => boolean) => of.filter(holds).length / of.length
const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
const present = (values: readonly (number | null)[]) => values.filter((value) => value !== null)
const solved = account.tickets.filter((ticket) => ticket.status !== 'deleted' && setOf(ticket)?.solved_at != null)
const isRated = ({ satisfaction_rating: rating }: Ticket) => rating?.score === 'good' || rating?.score === 'bad'

describe('a generated account', () => {
  it('is the same for the same seed and instant, byte for byte', () => {
    expect(text(generateAccount({ seed: 3, now: NOW, tickets: 500 }))).toBe(
      text(generateAccount({ seed: 3, now: NOW, tickets: 500 })),
    )
  })

  it('is another one for another seed', () => {
    expect(text(generateAccount({ seed: 4, now: NOW, tickets: 50 }))).not.toBe(
      text(generateAccount({ seed: 5, now: NOW, tickets: 50 })),
    )
  })

  it('has as many tickets as asked, in the order they were created, none of them from the future', () => {
    expect(account.tickets).toHaveLength(12_000)
    const created = account.tickets.map(({ created_at }) => created_at)
    expect(created).toEqual(created.toSorted())
    expect(account.tickets.every((ticket) => Date.parse(ticket.updated_at) <= NOW)).toBe(true)
    expect(account.tickets.every((ticket) => ticket.generated_timestamp * 1000 <= NOW)).toBe(true)
  })

  it('writes every instant in whole seconds of UTC', () => {
    const instants = text([account.tickets, sets]).match(/"\d{4}-[^"]*"/g) ?? []
    expect(instants.every((instant) => /^"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"$/.test(instant))).toBe(true)
  })

  it('has a long name, an Arabic one and a Japanese one', () => {
    const names = account.users.map(({ name }) => name)
    expect(Math.max(...names.map(({ length }) => length))).toBe(60)
    expect(names.some((name) => /\p{Script=Arabic}/u.test(name))).toBe(true)
    expect(names.some((name) => /\p{Script=Han}/u.test(name))).toBe(true)
  })

  it('has a deleted, a downgraded and a light agent, a lead with a role of its own, and an admin', () => {
    const assignees = new Set(account.tickets.map(({ assignee_id }) => assignee_id))
    const someone = (holds: (user: (typeof account.users)[number]) => boolean) => account.users.find(holds)!
    expect(assignees.has(someone(({ active }) => !active).id)).toBe(true)
    expect(account.users.some(({ id, role }) => role === 'end-user' && assignees.has(id))).toBe(true)
    expect(assignees.has(someone((user) => user.only_private_comments).id)).toBe(false)
    expect(someone((user) => user.custom_role_id === account.customRoles[0]!.id).role).toBe('agent')
    expect(someone(({ role }) => role === 'admin').role_type).toBe(4)
  })

  it('keeps only closed tickets with an agent who left', () => {
    const gone = new Set(account.users.filter(({ active }) => !active).map(({ id }) => id))
    const kept = account.tickets.filter(({ assignee_id, status }) => gone.has(assignee_id ?? 0) && status !== 'deleted')
    expect(new Set(kept.map(({ status }) => status))).toEqual(new Set(['closed']))
  })

  it('has one weekend without any new ticket, and other weekends with some', () => {
    const days = account.tickets.map(({ created_at }) => dateAt(Date.parse(created_at) / 1000, account.timeZone))
    const saturdays = days
      .filter(({ dayOfWeek }) => dayOfWeek > 5)
      .map((day) => day.subtract({ days: day.dayOfWeek - 6 }))
    expect(new Set(saturdays.map(String)).size).toBe(25)
  })

  it('merges, deletes and scrubs a few tickets', () => {
    const merged = account.tickets.filter(({ tags }) => tags.includes('closed_by_merge'))
    expect(merged.length).toBeGreaterThan(100)
    expect(merged.every(({ status }) => status === 'closed')).toBe(true)
    const scrubbed = account.tickets.filter(({ subject }) => subject === 'SCRUBBED')
    expect(scrubbed.length).toBeGreaterThan(20)
    expect(scrubbed.every(({ status, assignee_id }) => status === 'deleted' && assignee_id === null)).toBe(true)
  })
})

describe('generated metrics', () => {
  const spans = [
    'reply_time_in_minutes',
    'first_resolution_time_in_minutes',
    'full_resolution_time_in_minutes',
  ] as const

  it.each(spans)('%s has both minutes or neither, and never more business minutes than calendar ones', (span) => {
    for (const { [span]: minutes } of sets) {
      expect(minutes.calendar === null).toBe(minutes.business === null)
      expect(minutes.business ?? 0).toBeLessThanOrEqual(minutes.calendar ?? 0)
    }
  })

  it('have no reply time without a public reply', () => {
    expect(sets.every((set) => (set.replies === 0) === (set.reply_time_in_minutes.calendar === null))).toBe(true)
    expect(sets.some((set) => set.replies === 0 && set.solved_at !== null)).toBe(true)
  })

  it('have a full resolution exactly when solved_at is there, and solved_at stays when a ticket is closed', () => {
    expect(
      sets.every((set) => (set.solved_at === null) === (set.full_resolution_time_in_minutes.calendar === null)),
    ).toBe(true)
    const closed = account.tickets.filter(({ status }) => status === 'closed')
    expect(closed.every((ticket) => setOf(ticket)?.solved_at != null)).toBe(true)
  })

  it('of a reopened ticket that is still open keep the first resolution and lose the full one', () => {
    const again = account.tickets.filter(
      ({ id, status }) => status === 'open' && account.metricSets.get(id)!.reopens > 0,
    )
    expect(again.length).toBeGreaterThan(0)
    for (const ticket of again) {
      expect(setOf(ticket)?.first_resolution_time_in_minutes.calendar).not.toBeNull()
      expect(setOf(ticket)?.full_resolution_time_in_minutes).toEqual({ calendar: null, business: null })
    }
  })

  it('are those of a plausible team', () => {
    const minutes = (span: (typeof spans)[number]) =>
      middle(present(solved.map((ticket) => setOf(ticket)![span].business)))
    expect(minutes('reply_time_in_minutes')).toBeGreaterThan(25)
    expect(minutes('reply_time_in_minutes')).toBeLessThan(65)
    expect(minutes('full_resolution_time_in_minutes') / 60).toBeGreaterThan(5)
    expect(minutes('full_resolution_time_in_minutes') / 60).toBeLessThan(12)
    const atOnce = share(solved, (ticket) => setOf(ticket)!.replies === 1 && setOf(ticket)!.reopens === 0)
    expect(atOnce).toBeGreaterThan(0.65)
    expect(atOnce).toBeLessThan(0.78)
  })
})

describe('generated ratings', () => {
  const records = new Map(account.satisfactionRatings.map((record) => [record.ticket_id, record]))

  it('are given for about 18 % of the solved tickets, 90 % of them good', () => {
    expect(share(solved, isRated)).toBeGreaterThan(0.15)
    expect(share(solved, isRated)).toBeLessThan(0.21)
    expect(share(solved.filter(isRated), (ticket) => ticket.satisfaction_rating?.score === 'good')).toBeGreaterThan(
      0.85,
    )
  })

  it('have a record with the same score, for every ticket that was offered one', () => {
    for (const ticket of account.tickets.filter(({ status }) => status !== 'deleted')) {
      const score = ticket.satisfaction_rating?.score
      expect(records.get(ticket.id)?.score ?? 'unoffered').toBe(score)
    }
  })

  it('remember the assignee of that time when the ticket was passed on afterwards', () => {
    const passedOn = solved.filter(
      (ticket) => isRated(ticket) && records.get(ticket.id)?.assignee_id !== ticket.assignee_id,
    )
    expect(passedOn.length).toBeGreaterThan(5)
  })
})
