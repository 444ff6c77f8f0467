import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { aggregate } from '../../src/domain/aggregate.ts'
import type { Dimension, Grouping } from '../../src/domain/grouping.ts'
import { measurementAt } from '../../src/domain/measurement.ts'
import { METRIC_KEYS, type MetricRules } from '../../src/domain/metrics.ts'
import { latestPeriods, type Period, periodNamed } from '../../src/domain/period.ts'
import type { Rating, Ticket } from '../../src/domain/ticket.ts'
import type { TicketTable } from '../../src/domain/ticketTable.ts'
import { rating, RULES, tableOf, ticket } from '../fixtures/ticket.ts'
import { drawFacts } from './facts.ts'
import { type Row, warehouse } from './warehouse.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const NOW = Date.parse('2026-11-10T12:00:00Z') / 1000
const WEEKS = latestPeriods('week', 26, NOW, 'Europe/Rome')
const QUARTER = [periodNamed('90d', 'Europe/Rome', NOW)!]
const rules: MetricRules = { ...RULES, firstReplyTargetMinutes: 60, fullResolutionTargetMinutes: 1440 }

const GROUPINGS: readonly (readonly [Grouping, readonly Period[]])[] = [
  [[], QUARTER],
  [['agent'], QUARTER],
  [['group'], QUARTER],
  [['agent', 'group'], QUARTER],
  [['agent', 'period'], WEEKS],
  [['group', 'period'], WEEKS],
  [['channel', 'priority'], WEEKS],
]

/** The numbers of every cell that any ticket speaks for, by metric and by what its tickets have in common. */
function fromAggregate(table: TicketTable, grouping: Grouping, periods: readonly Period[], rules: MetricRules) {
  const [cells] = aggregate(table, { rules, now: NOW, periods, groupings: [grouping] })
  const words: Record<Dimension, readonly (number | string)[]> = {
    agent: table.agents,
    group: table.groups,
    channel: table.channels,
    priority: table.priorities,
    period: periods.map((_, place) => place),
  }
  const numbers: Record<string, unknown> = {}
  for (let cell = 0; cell < cells!.count; cell++) {
    const common = grouping.map((dimension) => words[dimension][cells!.common[dimension]![cell]!] ?? null)
    for (const metric of METRIC_KEYS) {
      const { n, hits, provisional, value, p90, interval } = measurementAt(cells!, cell, metric)
      if (n + provisional === 0) continue
      const [low, high] = interval ?? [null, null]
      numbers[[metric, ...common].join(' · ')] = numbersOf([n, hits, provisional, value, p90, low, high])
    }
  }
  return numbers
}

/** The same, as SQL tells it. */
function fromSql(rows: readonly Row[], grouping: Grouping) {
  return Object.fromEntries(
    rows.map((row) => {
      const { n, hits, provisional, value, p90, low, high } = row as Readonly<Record<string, number | null>>
      const common = grouping.map((dimension) => row[dimension])
      return [[row['metric'], ...common].join(' · '), numbersOf([n, hits, provisional, value, p90, low, high])]
    }),
  )
}

type Numbers = readonly (number | null | undefined)[]

/** Shares and the interpolated p90 to nine digits; counts, medians and the ends of their intervals exactly. */
function numbersOf([n, hits, provisional, value, p90, low, high]: Numbers) {
  const nineDigits = (number: number | null | undefined) => number && Number(number.toFixed(9))
  const each = hits === null ? [value, low, high] : [value, low, high].map(nineDigits)
  return [n, hits, provisional, ...each, nineDigits(p90)]
}

interface Facts {
  readonly tickets: readonly Ticket[]
  readonly ratings: readonly Rating[]
}

function agreesOn({ tickets, ratings }: Facts) {
  let asked: Awaited<ReturnType<typeof warehouse>>
  let table: TicketTable
  beforeAll(async () => {
    asked = await warehouse(tickets, ratings)
    table = tableOf(tickets, ratings)
  })
  afterAll(() => asked.close())

  it.each(GROUPINGS)('by %j gives the same numbers', async (grouping, periods) => {
    const rows = await asked.ask({ rules, now: NOW, periods, grouping })
    expect(fromSql(rows, grouping)).toEqual(fromAggregate(table, grouping, periods, rules))
    if (tickets.length >= 1000) expect(rows.length).toBeGreaterThanOrEqual(METRIC_KEYS.length)
  })

  it('by the business clock, where no reply counts too and all has settled, gives the same numbers', async () => {
    const other: MetricRules = { ...RULES, clock: 'business', settleDays: 0, countsZeroReplies: true }
    const rows = await asked.ask({ rules: other, now: NOW, periods: QUARTER, grouping: ['group'] })
    expect(fromSql(rows, ['group'])).toEqual(fromAggregate(table, ['group'], QUARTER, other))
  })
}

describe.each([1, 2, 3])('SQL made from the metrics, on facts drawn with seed %d', (seed) => {
  describe.each([1000, 10_000, 100_000])('of %d tickets', (size) => agreesOn(drawFacts(seed, size, NOW)))
})

describe('SQL made from the metrics', () => {
  const [start, end] = [QUARTER[0]!.start, QUARTER[0]!.end]
  const settled = NOW - 3 * 86_400
  const at = (instant: number, parts: Partial<Ticket> = {}) =>
    ticket({ created: instant, solved: instant, score: 'good', ...parts })
  const silent: Partial<Ticket> = {
    solved: null,
    firstReplyCalendarMinutes: null,
    firstReplyBusinessMinutes: null,
    fullResolutionCalendarMinutes: null,
    fullResolutionBusinessMinutes: null,
    replies: null,
    reopens: null,
    assigneeStations: null,
    score: null,
  }

  describe.each<[string, Facts]>([
    ['nothing', { tickets: [], ratings: [] }],
    ['one ticket', { tickets: [at(NOW - 9 * 86_400)], ratings: [] }],
    [
      'tickets of nobody that say nothing',
      { tickets: [1, 2, 3].map(() => at(NOW - 86_400, { ...silent, agent: null, group: null })), ratings: [] },
    ],
    ['equal values', { tickets: Array.from({ length: 40 }, () => at(NOW - 9 * 86_400)), ratings: [] }],
    [
      'two values',
      {
        tickets: Array.from({ length: 41 }, (_, place) =>
          at(NOW - 9 * 86_400, { firstReplyCalendarMinutes: place % 2 }),
        ),
        ratings: [],
      },
    ],
    [
      'samples around n = 6',
      {
        tickets: [1, 5, 6, 7, 8, 9].flatMap((n) =>
          Array.from({ length: n }, (_, place) =>
            at(NOW - 9 * 86_400, { agent: n, firstReplyCalendarMinutes: place * place }),
          ),
        ),
        ratings: [],
      },
    ],
    [
      'the edges of the period and of settling',
      {
        tickets: [start - 1, start, end - 1, end, settled - 1, settled, settled + 1, NOW].map((instant) => at(instant)),
        ratings: [],
      },
    ],
    [
      'the edges of weeks',
      {
        tickets: WEEKS.flatMap((week) => [week.start - 1, week.start, week.end - 1].map((instant) => at(instant))),
        ratings: [],
      },
    ],
    [
      'ratings at one instant, of nobody, withdrawn, and of tickets never read',
      {
        tickets: [1, 2, 3, 4].map((id) => at(NOW - 9 * 86_400, { id, score: 'bad' })),
        ratings: [
          rating({ id: 1, ticket: 1, created: settled, score: 'good' }),
          rating({ id: 2, ticket: 1, created: settled, score: 'bad', agent: 7 }),
          rating({ id: 3, ticket: 2, created: settled, agent: null, group: null }),
          rating({ id: 4, ticket: 3, created: settled, score: null }),
          rating({ id: 5, ticket: 99, created: settled }),
        ],
      },
    ],
  ])('on %s', (_, facts) => agreesOn(facts))
})
