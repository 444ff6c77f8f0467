import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { goalState } from '../../src/domain/goal.ts'
import { measurementOfNothing } from '../../src/domain/measurement.ts'
import { METRICS, type MetricKey } from '../../src/domain/metrics.ts'
import type { Moment, SubjectKey } from '../../src/domain/outcome.ts'
import { atTarget, inARow } from '../../src/domain/reach.ts'
import { receipt } from '../../src/domain/receipt.ts'
import { agentReport } from '../../src/domain/report.ts'
import { DEFAULT_GUARDS } from '../../src/domain/rulebook.ts'
import type { Line } from '../../src/domain/scorecard.ts'
import type { Settings } from '../../src/domain/settings.ts'
import type { Ticket } from '../../src/domain/ticket.ts'
import { putTicket, type TicketTable } from '../../src/domain/ticketTable.ts'
import { accountGoal } from '../fixtures/goal.ts'
import { LATER, RULES, SEPTEMBER, tableOf, ticket } from '../fixtures/ticket.ts'
import { anyFacts } from './anyTickets.ts'

vi.setConfig({ testTimeout: 30_000 })

const RUNS = { numRuns: 60, seed: 6 }
const ME = { kind: 'agent', id: 1 } as const

/** With a threshold that all surpass, and a stretch that is hard to reach: the target alone decides. */
const goalOf = (metric: MetricKey, target: number) =>
  accountGoal(metric, METRICS[metric].better === 'higher' ? [0, target, Math.max(1, target)] : [70_000, target, 0])

/** Settings with one goal, by which every line with a ticket is judged. */
const settingsWith = (metric: MetricKey, target: number, minimumSample = 1): Settings => ({
  rules: RULES,
  exclusions: { tags: new Set(), channels: new Set() },
  minimumSample,
  rulebook: [
    {
      version: 1,
      effectiveFrom: null,
      reason: '',
      goals: [goalOf(metric, target)],
      weights: new Map([[metric, 100]]),
      guards: DEFAULT_GUARDS,
      teamShare: 0,
      badges: [],
      retired: [],
    },
  ],
  cadence: 'month',
  weekStart: 'monday',
  standings: 'off',
  privacy: 'self',
  values: [],
})

const PEOPLE = { agents: new Map(), groups: new Map(), memberships: [] }

/** My line of that metric, as the scorecard has it. */
function lineIn(table: TicketTable, metric: MetricKey, settings: Settings): Line {
  const { lines } = agentReport({ table, people: PEOPLE, settings, period: SEPTEMBER, now: LATER }, ME.id, 'all')
  return lines.find((line) => line.metric === metric)!
}

const momentOf = (table: TicketTable): Moment => ({ table, rules: RULES, now: LATER })

const isMet = ({ state }: Line) => state === 'met' || state === 'stretch'

/** Solves good tickets one by one until the scorecard says that the goal is met; `null` when it never does. */
function solvedUntilMet(
  table: TicketTable,
  metric: MetricKey,
  settings: Settings,
  good: () => Partial<Ticket>,
  most = 600,
): number | null {
  for (let further = 0; further <= most; further++) {
    if (isMet(lineIn(table, metric, settings))) return further
    putTicket(table, ticket(good()))
  }
  return null
}

const SHARES = {
  csat: { good: { score: 'good' }, bad: { score: 'bad' } },
  firstContactResolution: { good: { replies: 1 }, bad: { replies: 2 } },
  reopenRate: { good: { reopens: 0 }, bad: { reopens: 1 } },
  oneAssigneeShare: { good: { assigneeStations: 1 }, bad: { assigneeStations: 2 } },
} as const

const times = <Value>(count: number, make: () => Value) => Array.from({ length: count }, make)

function shareTable(metric: keyof typeof SHARES, good: number, bad: number): TicketTable {
  const { [metric]: kinds } = SHARES
  return tableOf([...times(good, () => ticket(kinds.good)), ...times(bad, () => ticket(kinds.bad))])
}

describe('good tickets in a row', () => {
  it('bring a share to its target when so many have come, and no sooner', () => {
    const any = fc.record({
      metric: fc.constantFrom<(keyof typeof SHARES)[]>(
        'csat',
        'firstContactResolution',
        'reopenRate',
        'oneAssigneeShare',
      ),
      good: fc.integer({ min: 0, max: 12 }),
      bad: fc.integer({ min: 0, max: 6 }),
      percent: fc.oneof(fc.integer({ min: 3, max: 95 }), fc.constantFrom(33.3, 66.7, 92.5)),
    })
    fc.assert(
      fc.property(any, ({ metric, good, bad, percent }) => {
        fc.pre(good + bad > 0)
        const settings = settingsWith(metric, percent / 100)
        const table = shareTable(metric, good, bad)
        const line = lineIn(table, metric, settings)
        const told = inARow(line, atTarget(momentOf(table), ME, line, SEPTEMBER))
        expect(told).toBe(solvedUntilMet(table, metric, settings, () => SHARES[metric].good))
      }),
      RUNS,
    )
  })

  const anyTimes = fc.record({
    minutes: fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 40 }),
    target: fc.oneof(fc.integer({ min: 0, max: 120 }), fc.constantFrom(30.5, 60.25)),
  })
  const timesTable = (minutes: readonly number[]) =>
    tableOf(minutes.map((each) => ticket({ firstReplyCalendarMinutes: each })))

  it('bring a median to its target when so many have come, and no sooner, where they are just good enough', () => {
    fc.assert(
      fc.property(anyTimes, ({ minutes, target: any }) => {
        const target = Math.floor(any)
        const settings = settingsWith('firstReplyTime', target)
        const table = timesTable(minutes)
        const line = lineIn(table, 'firstReplyTime', settings)
        const told = inARow(line, atTarget(momentOf(table), ME, line, SEPTEMBER))
        const good = () => ({ firstReplyCalendarMinutes: target })
        expect(told).toBe(solvedUntilMet(table, 'firstReplyTime', settings, good))
      }),
      { ...RUNS, numRuns: 200 },
    )
  })

  it('bring a median to its target however good they are, one sooner at best', () => {
    fc.assert(
      fc.property(anyTimes, fc.array(fc.nat(120), { minLength: 42, maxLength: 42 }), ({ minutes, target }, later) => {
        const settings = settingsWith('firstReplyTime', target)
        const table = timesTable(minutes)
        const line = lineIn(table, 'firstReplyTime', settings)
        const told = inARow(line, atTarget(momentOf(table), ME, line, SEPTEMBER))!
        const came = solvedUntilMet(table, 'firstReplyTime', settings, () => ({
          firstReplyCalendarMinutes: Math.min(later.pop()!, Math.floor(target)),
        }))!
        expect([told, Math.max(0, told - 1)]).toContain(came)
      }),
      { ...RUNS, numRuns: 200 },
    )
  })

  it('are as many as whole numbers say, for every percent: 9 of 10 is 90 %', () => {
    const wrong: unknown[] = []
    for (let percent = 1; percent < 100; percent++) {
      for (let n = 1; n <= 40; n++) {
        for (let hits = 0; hits <= n; hits++) {
          const lacking = percent * n - 100 * hits // of 100 tickets each
          const higher = Math.max(0, Math.ceil(lacking / (100 - percent)))
          const lower = Math.max(0, Math.ceil(-lacking / percent))
          if (told('csat', hits, n, percent / 100) !== higher) wrong.push(['csat', percent, n, hits])
          if (told('reopenRate', hits, n, percent / 100) !== lower) wrong.push(['reopenRate', percent, n, hits])
        }
      }
    }
    expect(wrong).toEqual([])
  })

  /** What is told of a line with so many tickets. */
  function told(metric: MetricKey, hits: number, n: number, target: number, minimumSample = 1) {
    const { kind } = METRICS[metric]
    const value = kind === 'count' ? n : n === 0 ? null : hits / n
    const measured = { ...measurementOfNothing(metric), n, value, hits: kind === 'share' ? hits : null }
    const goal = goalOf(metric, target)
    return inARow({ ...measured, goal, ...goalState(measured, goal, minimumSample) }, hits)
  }

  it('never make up for a miss when all have to be good', () => {
    const settings = settingsWith('csat', 1)
    const table = shareTable('csat', 5, 1)
    expect(inARow(lineIn(table, 'csat', settings), 5)).toBeNull()
    expect(solvedUntilMet(table, 'csat', settings, () => SHARES.csat.good, 100)).toBeNull()
    expect(told('csat', 6, 6, 1)).toBe(0)
  })

  it('never make up for a hit where none may be', () => {
    expect(told('reopenRate', 1, 50, 0)).toBeNull()
    expect(told('reopenRate', 0, 50, 0)).toBe(0)
  })

  it('of a count are those that lack', () => {
    expect(told('solvedTickets', 0, 37, 50)).toBe(13)
    expect(told('solvedTickets', 0, 50, 50)).toBe(0)
  })

  it('are found quickly where they are millions', () => {
    expect(told('csat', 50, 100, 1 - 2 ** -20)).toBe(50 * 2 ** 20 - 100)
  })

  it.each([
    ['without tickets', told('csat', 0, 0, 0.9)],
    ['with too few to be judged', told('csat', 2, 4, 0.9, 5)],
    ['without a goal', inARow({ ...lineIn(tableOf([]), 'csat', settingsWith('reopenRate', 0.1)) }, 0)],
  ])('are not told %s', (_, found) => {
    expect(found).toBeNull()
  })
})

describe('the tickets at target', () => {
  it('are those that the receipt shows at or under it, or as hits', () => {
    const metric = fc.constantFrom<MetricKey[]>(
      'firstReplyTime',
      'fullResolutionTime',
      'csat',
      'firstContactResolution',
    )
    fc.assert(
      fc.property(anyFacts, metric, fc.nat(300), ({ tickets, ratings }, key, minutes) => {
        const table = tableOf(tickets, ratings)
        const target = METRICS[key].kind === 'duration' ? minutes : 0.9
        const line = lineIn(table, key, settingsWith(key, target))
        const { counted } = receipt(momentOf(table), ME, key, SEPTEMBER)
        const good = counted.filter(({ value }) => (METRICS[key].kind === 'duration' ? value <= target : value === 1))
        expect(atTarget(momentOf(table), ME, line, SEPTEMBER)).toBe(good.length)
      }),
      RUNS,
    )
  })

  it('are none where a time has no goal', () => {
    const table = tableOf([ticket()])
    const line = lineIn(table, 'firstReplyTime', settingsWith('csat', 0.9))
    expect(atTarget(momentOf(table), ME, line, SEPTEMBER)).toBe(0)
  })

  it('are those of whom is asked about', () => {
    const table = tableOf([ticket(), ticket(), ticket({ agent: 2 })])
    const line = lineIn(table, 'firstReplyTime', settingsWith('firstReplyTime', 30))
    const count = (subject: SubjectKey) => atTarget(momentOf(table), subject, line, SEPTEMBER)
    expect([count(ME), count({ kind: 'agent', id: 2 }), count({ kind: 'group', id: 10 })]).toEqual([2, 1, 3])
  })
})
