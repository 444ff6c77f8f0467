import { putRating, ratingAt } from '../../src/domain/ratingRecords.ts'
import { describe, expect, it } from 'vitest'
import {
  compactTable,
  emptyTable,
  putTicket,
  reasonLeftOut,
  rowOfTicket,
  tableBytes,
  ticketAt,
} from '../../src/domain/ticketTable.ts'
import { accountReport } from '../../src/domain/report.ts'
import { mergeTables } from '../../src/domain/merging.ts'
import { startGathering } from '../../src/sync/gathering.ts'
import { parseAnswer } from '../../src/zendesk/answer.ts'
import { parseSettings } from '../../src/zendesk/settings.ts'
import { LATER, rating, SEPTEMBER, tableOf, ticket } from '../fixtures/ticket.ts'
import { generateAccount } from '../zendesk/account.ts'

/** A believable account, read as the app reads it. */
function believableFacts() {
  const account = generateAccount({ seed: 11, now: Date.parse('2026-10-05T09:00:00Z'), tickets: 6000 })
  const { settings } = parseSettings({})
  const gathering = startGathering()
  const pages = [
    { tickets: account.tickets, metric_sets: [...account.metricSets.values()] },
    { satisfaction_ratings: account.satisfactionRatings },
    { users: account.users, groups: account.groups },
  ]
  for (const page of pages) gathering.add(parseAnswer(page, settings.exclusions)!)
  return { ...gathering, settings }
}

const BELIEVABLE = believableFacts()

describe('the ticket table', () => {
  it('takes at most 45 bytes a ticket, its rating records included', () => {
    const { table } = BELIEVABLE
    expect(table.tickets.length).toBe(6000)
    expect(tableBytes(table) / table.tickets.length).toBeLessThanOrEqual(45)
    const compact = compactTable(table)
    const stored = [...Object.values(compact.tickets.arrays), ...Object.values(compact.ratings.arrays)]
    expect(stored.reduce((sum, { byteLength }) => sum + byteLength, 0)).toBe(tableBytes(table))
  })

  it('gives back what was put in', () => {
    const whole = ticket({ score: 'bad' })
    const bare = ticket({
      id: 2 ** 53 - 3,
      agent: 2 ** 53 - 2,
      group: null,
      channel: null,
      priority: null,
      brand: null,
      solved: null,
      firstReplyCalendarMinutes: 0,
      firstReplyBusinessMinutes: null,
      fullResolutionCalendarMinutes: 4_000_000_000,
      replies: 0,
      reopens: 257,
      assigneeStations: null,
      hasMetricSet: false,
      leftOut: 'excludedChannel',
    })
    const [rated, offered] = [rating({ ticket: 1 }), rating({ ticket: 2, agent: null, group: null, score: null })]
    const table = tableOf([whole, bare], [rated, offered])
    expect([ticketAt(table, 0), ticketAt(table, 1)]).toEqual([whole, bare])
    expect([ratingAt(table, 0), ratingAt(table, 1)]).toEqual([rated, offered])
  })

  it('never takes absent for 0, nor 0 for absent, however wide its columns grow', () => {
    const values = [0, null, 254, 255, 256, null, 65_534, 65_535, 65_536, 0, 4_000_000_000, null, 0]
    const table = tableOf(values.map((replies) => ticket({ replies })))
    expect(values.map((_, row) => ticketAt(table, row).replies)).toEqual(values)
  })

  it('finds the row of a ticket, ids above 2³² included, and of no other', () => {
    const ids = [1, 2, 2 ** 32, 2 ** 32 + 1, 2 ** 33 + 1, 2 ** 48 + 1, 2 ** 53 - 3]
    const table = tableOf(ids.map((id) => ticket({ id })))
    expect(ids.map((id) => rowOfTicket(table, id))).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect([0, 3, 2 ** 33, 2 ** 53 - 2].map((id) => rowOfTicket(table, id))).toEqual([-1, -1, -1, -1])
  })

  it('finds every one of many rows', () => {
    const table = tableOf(Array.from({ length: 3000 }, (_, place) => ticket({ id: 7 * place })))
    expect(Array.from({ length: 3000 }, (_, place) => rowOfTicket(table, 7 * place) - place)).toEqual(
      Array(3000).fill(0),
    )
  })
})

describe('a newer version of a ticket', () => {
  const older = ticket({ id: 5, version: 100, replies: 1 })
  const newer = ticket({ id: 5, version: 101, replies: 2, agent: 9 })

  it.each([
    ['before the older one', [newer, older]],
    ['after the older one', [older, newer]],
    ['between copies of it', [older, newer, older]],
  ])('replaces the older one row by row when it comes %s', (_, versions) => {
    const table = tableOf(versions)
    expect([table.tickets.length, ticketAt(table, 0)]).toEqual([1, newer])
  })

  it('counts as it is: nothing is borrowed from an older one', () => {
    const bare = ticket({ id: 5, version: 102, hasMetricSet: false, solved: null, replies: null })
    const table = tableOf([older, bare])
    expect([ticketAt(table, 0).replies, reasonLeftOut(table, 0)]).toEqual([null, 'unknownMetrics'])
  })

  it('of the same age is the one with a metric set', () => {
    const bare = { ...older, hasMetricSet: false, replies: null }
    for (const versions of [
      [bare, older],
      [older, bare],
    ]) {
      expect(ticketAt(tableOf(versions), 0)).toEqual(older)
    }
  })

  it('makes what is derived from the table old, and an older one does not', () => {
    const table = tableOf([older])
    const { revision } = table
    putTicket(table, ticket({ id: 5, version: 99 }))
    putTicket(table, older)
    expect(table.revision).toBe(revision)
    putTicket(table, newer)
    expect(table.revision).toBeGreaterThan(revision)
  })
})

describe('a copy of a rating record', () => {
  it('that was updated later stays, in whatever order the copies come', () => {
    const first = rating({ id: 3, ticket: 5, updated: 200, score: 'good' })
    const second = rating({ id: 3, ticket: 5, updated: 201, score: 'bad' })
    for (const copies of [
      [first, second],
      [second, first, second],
    ]) {
      const table = tableOf([], copies)
      expect([table.ratings.length, ratingAt(table, 0)]).toEqual([1, second])
    }
  })
})

describe('a stored table', () => {
  it('is the same table again: it gives the same scorecards', () => {
    const { table, people, settings } = BELIEVABLE
    const basis = { people, settings, period: SEPTEMBER, now: LATER }
    const stored = structuredClone(compactTable(table))
    expect(accountReport({ ...basis, table: stored }, 'agent')).toEqual(accountReport({ ...basis, table }, 'agent'))
  })

  it('takes further tickets and ratings as the first one would have', () => {
    const facts = tableOf([ticket({ id: 1 }), ticket({ id: 2, agent: 7 })], [rating({ id: 4, ticket: 1 })])
    const stored = structuredClone(compactTable(facts))
    for (const table of [facts, stored]) {
      putTicket(table, ticket({ id: 2, version: 1_999_999_999, agent: 8, replies: 70_000 }))
      putTicket(table, ticket({ id: 3, agent: 7, channel: 'voice' }))
      putRating(table, rating({ id: 4, ticket: 1, updated: 1_999_999_999, score: 'bad' }))
    }
    expect(compactTable(stored)).toEqual(compactTable(facts))
    expect(compactTable(mergeTables([stored]))).toMatchObject({ tickets: { length: 3 }, ratings: { length: 1 } })
  })

  it('may be empty', () => {
    const stored = structuredClone(compactTable(emptyTable()))
    putTicket(stored, ticket({ id: 1 }))
    expect([stored.tickets.length, rowOfTicket(stored, 1), tableBytes(emptyTable())]).toEqual([1, 0, 0])
  })
})
