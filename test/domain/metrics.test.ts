import { describe, expect, it } from 'vitest'
import { aggregate } from '../../src/domain/aggregate.ts'
import { cellWith, measurementAt } from '../../src/domain/measurement.ts'
import { METRIC_KEYS, METRICS, type MetricKey, type MetricRules, SCORECARD_METRICS } from '../../src/domain/metrics.ts'
import type { Rating, Ticket } from '../../src/domain/ticket.ts'
import { LATER, rating, RULES, SEPTEMBER, tableOf, ticket } from '../fixtures/ticket.ts'

const DAY = 86_400

interface Account {
  readonly tickets: readonly Partial<Ticket>[]
  readonly ratings?: readonly Rating[]
  readonly rules?: Partial<MetricRules>
  readonly now?: number
}

/** A metric over the whole account in September. */
function measured(metric: MetricKey, { tickets, ratings = [], rules = {}, now = LATER }: Account) {
  const table = tableOf(
    tickets.map((parts) => ticket(parts)),
    ratings,
  )
  const [cells] = aggregate(table, { rules: { ...RULES, ...rules }, now, periods: [SEPTEMBER], groupings: [[]] })
  return measurementAt(cells!, cellWith(cells!, {}), metric)
}

/** The same, to the credit of one agent. */
function creditOf(agent: number, metric: MetricKey, { tickets, ratings = [] }: Account) {
  const table = tableOf(
    tickets.map((parts) => ticket(parts)),
    ratings,
  )
  const [cells] = aggregate(table, { rules: RULES, now: LATER, periods: [SEPTEMBER], groupings: [['agent']] })
  return measurementAt(cells!, cellWith(cells!, { agent: table.agents.indexOf(agent) }), metric)
}

const of = (column: keyof Ticket, values: readonly (number | null)[]) => values.map((value) => ({ [column]: value }))

describe.each([
  ['firstReplyTime', 'firstReplyCalendarMinutes', 'firstReplyBusinessMinutes'],
  ['fullResolutionTime', 'fullResolutionCalendarMinutes', 'fullResolutionBusinessMinutes'],
] as const)('%s', (metric, calendar, business) => {
  it.each([
    [[], null, null, 0],
    [[7], 7, 7, 1],
    [[0], 0, 0, 1],
    [[10, null, 30], 20, 28, 2],
    [[0, 0, null, 60], 0, 48, 3],
    [[null, null], null, null, 0],
    [[4, 1, 3, 2], 2.5, 3.7, 4],
    [[70_000, 300, 5], 300, 56_060, 3],
  ])('of %j minutes is %d, with p90 %d, n = %d', (minutes, value, p90, n) => {
    const found = measured(metric, { tickets: of(calendar, minutes) })
    expect([found.value, found.n]).toEqual([value, n])
    if (p90 === null) expect(found.p90).toBeNull()
    else expect(found.p90).toBeCloseTo(p90, 9)
  })

  it('has an interval from the sixth ticket on', () => {
    const minutes = [50, 10, 40, 20, 30]
    expect(measured(metric, { tickets: of(calendar, minutes) }).interval).toBeNull()
    expect(measured(metric, { tickets: of(calendar, [...minutes, 60]) }).interval).toEqual([10, 60])
    expect(measured(metric, { tickets: of(calendar, [...minutes, 60, 70, 80, 90]) }).interval).toEqual([20, 80])
  })

  it('reads the business clock when the settings say so, and never the other one in its place', () => {
    const tickets = [
      { [calendar]: 600, [business]: 60 },
      { [calendar]: 900, [business]: null },
    ]
    expect(measured(metric, { tickets, rules: { clock: 'business' } })).toMatchObject({ value: 60, n: 1 })
    expect(measured(metric, { tickets })).toMatchObject({ value: 750, n: 2 })
  })

  it.each([
    ['merged', 0],
    ['deleted', 0],
    ['scrubbed', 0],
    ['unassigned', 0],
    ['excludedTag', 0],
    ['excludedChannel', 0],
    [null, 1],
  ] as const)('of a ticket left out as %s: n = %d', (leftOut, n) => {
    expect(measured(metric, { tickets: [{ leftOut }] }).n).toBe(n)
  })
})

describe('the date of a ticket', () => {
  const { start, end } = SEPTEMBER
  const august = start - 20 * DAY
  const before = start - 1
  it.each([
    ['firstReplyTime', { created: start, solved: end }, 1],
    ['firstReplyTime', { created: before, solved: start }, 0],
    ['firstReplyTime', { created: end - 1, solved: null }, 1],
    ['firstReplyTime', { created: end }, 0],
    ['firstReplyWithinTarget', { created: start, solved: null }, 1],
    ['fullResolutionTime', { created: august, solved: start }, 1],
    ['fullResolutionTime', { created: start, solved: end }, 0],
    ['fullResolutionTime', { created: start, solved: null }, 0],
    ['fullResolutionWithinTarget', { created: august, solved: end - 1 }, 1],
    ['firstContactResolution', { created: august, solved: start }, 1],
    ['firstContactResolution', { created: start, solved: before }, 0],
    ['reopenRate', { created: august, solved: end - 1 }, 1],
    ['reopenRate', { created: start, solved: null }, 0],
    ['oneAssigneeShare', { created: august, solved: start }, 1],
    ['oneAssigneeShare', { created: start, solved: end }, 0],
    ['solvedTickets', { created: august, solved: end - 1 }, 1],
    ['solvedTickets', { created: start, solved: end }, 0],
    ['csat', { created: august, solved: start, score: 'good' }, 1],
    ['csat', { created: start, solved: null, score: 'good' }, 0],
  ] as const)('for %s: %o counts %d', (metric, parts, n) => {
    const rules = { firstReplyTargetMinutes: 60, fullResolutionTargetMinutes: 60 }
    expect(measured(metric, { tickets: [parts], rules }).n).toBe(n)
  })
})

describe('firstContactResolution', () => {
  it.each([
    [{ replies: 1, reopens: 0 }, 1, 1],
    [{ replies: 0, reopens: 0 }, 0, 1],
    [{ replies: 2, reopens: 0 }, 0, 1],
    [{ replies: 1, reopens: 1 }, 0, 1],
    [{ replies: null, reopens: 0 }, null, 0],
    [{ replies: 1, reopens: null }, null, 0],
    [{ replies: 257, reopens: 0 }, 0, 1],
  ])('of a ticket with %o is %d, n = %d', (parts, value, n) => {
    expect(measured('firstContactResolution', { tickets: [parts] })).toMatchObject({ value, n })
  })

  it.each([
    [{ replies: 0, reopens: 0 }, 1],
    [{ replies: 1, reopens: 0 }, 1],
    [{ replies: 0, reopens: 1 }, 0],
    [{ replies: 2, reopens: 0 }, 0],
  ])('where no reply counts too, of a ticket with %o is %d', (parts, value) => {
    expect(measured('firstContactResolution', { tickets: [parts], rules: { countsZeroReplies: true } }).value).toBe(
      value,
    )
  })

  const solved = SEPTEMBER.start + 10 * DAY
  it.each([
    [3, 3 * DAY - 1, 0, 1],
    [3, 3 * DAY, 1, 0],
    [0, 0, 1, 0],
    [0, -1, 0, 1],
    [1.5, 1.5 * DAY, 1, 0],
    [14, 13 * DAY, 0, 1],
  ])('with %d days to settle, %d s after the solve: n = %d, provisional %d', (settleDays, seconds, n, provisional) => {
    const account = { tickets: [{ solved }], now: solved + seconds, rules: { settleDays } }
    expect(measured('firstContactResolution', account)).toMatchObject({ n, provisional })
  })

  it('holds back nothing that could never have a say', () => {
    const account = { tickets: [{ solved, replies: null }], now: solved }
    expect(measured('firstContactResolution', account)).toMatchObject({ n: 0, provisional: 0 })
  })

  it('alone holds tickets back', () => {
    const account = { tickets: [{ solved, score: 'good' as const }], now: solved }
    expect(METRIC_KEYS.filter((metric) => measured(metric, account).provisional > 0)).toEqual([
      'firstContactResolution',
    ])
  })
})

describe('csat', () => {
  const may = (day: number) => SEPTEMBER.start + day * DAY

  it.each([
    [['good'], 1, 1],
    [['bad'], 0, 1],
    [['good', 'good', 'bad', null], 2 / 3, 3],
    [[null], null, 0],
  ] as const)('of tickets scored %j is %d, n = %d', (scores, value, n) => {
    expect(measured('csat', { tickets: scores.map((score) => ({ score })) })).toMatchObject({ value, n })
  })

  it.each([
    [
      'the latest one counts',
      [
        { id: 1, created: may(2), score: 'bad' },
        { id: 2, created: may(3), score: 'good' },
      ],
      1,
    ],
    [
      'in whatever order they come',
      [
        { id: 2, created: may(3), score: 'good' },
        { id: 1, created: may(2), score: 'bad' },
      ],
      1,
    ],
    [
      'at the same instant the greater id',
      [
        { id: 9, created: may(2), score: 'good' },
        { id: 3, created: may(2), score: 'bad' },
      ],
      1,
    ],
    [
      'an offer made later is no rating',
      [
        { id: 1, created: may(2), score: 'good' },
        { id: 2, created: may(3), score: null },
      ],
      1,
    ],
    [
      'of two copies the one updated later',
      [
        { id: 1, created: may(2), updated: may(4), score: 'good' },
        { id: 1, created: may(2), updated: may(3), score: 'bad' },
      ],
      1,
    ],
    [
      'a rating taken back by its later copy is none',
      [
        { id: 1, created: may(2), updated: may(4), score: null },
        { id: 1, created: may(2), updated: may(3), score: 'good' },
      ],
      null,
    ],
    ['records that are only offers leave the ticket unrated', [{ id: 1, created: may(2), score: null }], null],
  ] as const)('of several records of a ticket: %s', (_, records, value) => {
    const ratings = records.map((parts) => rating({ ticket: 5, ...parts }))
    expect(measured('csat', { tickets: [{ id: 5, score: 'bad' }], ratings }).value).toBe(value)
  })

  it('goes by the rating’s date, whenever the ticket was solved, and if it was not', () => {
    const ratings = [rating({ ticket: 5 }), rating({ ticket: 6 }), rating({ ticket: 7, created: SEPTEMBER.end })]
    const tickets = [
      { id: 5, solved: SEPTEMBER.end + DAY },
      { id: 6, solved: null },
      { id: 7, score: 'good' as const },
    ]
    expect(measured('csat', { tickets, ratings }).n).toBe(2)
  })

  it('is that of the latest rating of all, not of the latest in the period', () => {
    const ratings = [
      rating({ ticket: 5, created: may(2) }),
      rating({ ticket: 5, created: SEPTEMBER.end + DAY, score: 'bad' }),
    ]
    expect(measured('csat', { tickets: [{ id: 5 }], ratings }).n).toBe(0)
  })

  it('ignores ratings of tickets that were not read or are left out', () => {
    const ratings = [rating({ ticket: 404 }), rating({ ticket: 5 })]
    expect(measured('csat', { tickets: [{ id: 5, leftOut: 'merged' }], ratings }).n).toBe(0)
  })

  it('counts a dated rating of a ticket whose metrics are unknown, but not its undated score', () => {
    const tickets = [
      { id: 5, hasMetricSet: false, solved: null },
      { id: 6, hasMetricSet: false, solved: null, score: 'good' as const },
    ]
    expect(measured('csat', { tickets, ratings: [rating({ ticket: 5 })] }).n).toBe(1)
  })

  it('is to the credit of whoever was rated, not of today’s assignee', () => {
    const account = {
      tickets: [
        { id: 5, agent: 2 },
        { id: 6, agent: 2 },
      ],
      ratings: [rating({ ticket: 5, agent: 1 }), rating({ ticket: 6, agent: null })],
    }
    expect([creditOf(1, 'csat', account).n, creditOf(2, 'csat', account).n]).toEqual([1, 0])
    expect(measured('csat', account).n).toBe(2)
  })
})

describe.each([
  ['reopenRate', 'reopens'],
  ['oneAssigneeShare', 'assigneeStations'],
] as const)('%s', (metric, column) => {
  it('asks only solved tickets that tell', () => {
    expect(measured(metric, { tickets: [...of(column, [null, 1]), { solved: null }] }).n).toBe(1)
  })
})

describe('a share of solved tickets', () => {
  it.each([
    ['reopenRate', { reopens: 0 }, 0],
    ['reopenRate', { reopens: 1 }, 1],
    ['reopenRate', { reopens: 4 }, 1],
    ['reopenRate', { reopens: 256 }, 1],
    ['oneAssigneeShare', { assigneeStations: 1 }, 1],
    ['oneAssigneeShare', { assigneeStations: 2 }, 0],
    ['oneAssigneeShare', { assigneeStations: 0 }, 0],
    ['oneAssigneeShare', { assigneeStations: 257 }, 0],
  ] as const)('%s of a ticket with %o is %d', (metric, parts, value) => {
    expect(measured(metric, { tickets: [parts] })).toMatchObject({ value, n: 1 })
  })
})

describe('solvedTickets', () => {
  it('is the number of solved tickets, 0 when there is none, without p90 and interval', () => {
    expect(measured('solvedTickets', { tickets: [{}, {}, { solved: null }] })).toMatchObject({
      value: 2,
      n: 2,
      p90: null,
      interval: null,
    })
    expect(measured('solvedTickets', { tickets: [] })).toMatchObject({ value: 0, n: 0, p90: null, interval: null })
  })
})

describe.each([
  ['firstReplyWithinTarget', 'firstReplyTargetMinutes', 'firstReplyCalendarMinutes'],
  ['fullResolutionWithinTarget', 'fullResolutionTargetMinutes', 'fullResolutionCalendarMinutes'],
] as const)('%s', (metric, target, column) => {
  it('is the share at the target or below it', () => {
    expect(measured(metric, { tickets: of(column, [0, 60, 61, null]), rules: { [target]: 60 } })).toMatchObject({
      value: 2 / 3,
      n: 3,
    })
  })

  it('is not measured without a target', () => {
    expect(measured(metric, { tickets: of(column, [0, 60]) })).toMatchObject({ value: null, n: 0 })
  })
})

describe('the metrics', () => {
  it('have seven lines on a scorecard, in a fixed order', () => {
    expect(SCORECARD_METRICS).toEqual([
      'firstReplyTime',
      'fullResolutionTime',
      'firstContactResolution',
      'csat',
      'reopenRate',
      'solvedTickets',
      'oneAssigneeShare',
    ])
  })

  it('that measure effort are context, never part of a score', () => {
    expect(METRIC_KEYS.filter((key) => METRICS[key].context)).toEqual(
      expect.arrayContaining(['solvedTickets', 'oneAssigneeShare']),
    )
  })

  it('that reward being quick are guarded by reopens', () => {
    expect([METRICS.fullResolutionTime.guard, METRICS.firstContactResolution.guard]).toEqual([
      'reopenRate',
      'reopenRate',
    ])
  })
})
