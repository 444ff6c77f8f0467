import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { aggregate, type Question } from '../../src/domain/aggregate.ts'
import type { Cells } from '../../src/domain/cells.ts'
import { measurementAt } from '../../src/domain/measurement.ts'
import { METRIC_KEYS, METRICS, type MetricRules } from '../../src/domain/metrics.ts'
import { tally } from '../../src/domain/report.ts'
import { medianIntervalRank, quantile, wilsonInterval } from '../../src/domain/statistics.ts'
import { mergeTables } from '../../src/domain/merging.ts'
import type { TicketTable } from '../../src/domain/ticketTable.ts'
import { LATER, SEPTEMBER, tableOf } from '../fixtures/ticket.ts'
import { anyFacts, anyRules, type Facts, WEEKS } from './anyTickets.ts'

vi.setConfig({ testTimeout: 30_000 })

const NOW = SEPTEMBER.start + 20 * 86_400
const GROUPINGS = [[], ['agent'], ['group'], ['group', 'agent'], ['agent', 'period'], ['channel', 'priority']] as const
const RUNS = { numRuns: 100, seed: 3 }

const question = (rules: MetricRules): Question => ({ rules, now: NOW, periods: WEEKS, groupings: GROUPINGS })
const tableFrom = ({ tickets, ratings }: Facts) => tableOf(tickets, ratings)

/** What the tickets of a cell have in common, in words: places in dictionaries depend on the order of arrival. */
function nameOf(table: TicketTable, { common }: Cells, cell: number): string {
  const word = (values: readonly unknown[], places: Int32Array | undefined) =>
    places === undefined ? '' : String(places[cell] === -1 ? null : values[places[cell]!])
  return [
    word(table.agents, common.agent),
    word(table.groups, common.group),
    word(table.channels, common.channel),
    word(table.priorities, common.priority),
    word(WEEKS, common.period) && String(common.period![cell]),
  ].join(' · ')
}

/** Every number of every cell, by name. */
function numbers(table: TicketTable, rules: MetricRules) {
  return aggregate(table, question(rules)).map((cells) => {
    const named = Array.from({ length: cells.count }, (_, cell) => [
      nameOf(table, cells, cell),
      METRIC_KEYS.map((metric) => measurementAt(cells, cell, metric)),
    ])
    return Object.fromEntries(named) as Record<string, unknown>
  })
}

const shuffled = <Value>(values: readonly Value[]) => fc.shuffledSubarray([...values], { minLength: values.length })

describe('every number', () => {
  it('is the same in whatever order tickets and ratings arrive', () => {
    const inTwoOrders = anyFacts.chain((facts) =>
      fc.record({ facts: fc.constant(facts), tickets: shuffled(facts.tickets), ratings: shuffled(facts.ratings) }),
    )
    fc.assert(
      fc.property(inTwoOrders, anyRules, ({ facts, tickets, ratings }, rules) => {
        const [one, other] = [tableFrom(facts), tableOf(tickets, ratings)]
        expect(numbers(other, rules)).toEqual(numbers(one, rules))
        expect(tally(other)).toEqual(tally(one))
      }),
      RUNS,
    )
  })

  it('is the same when tables are merged as when all was put into one', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, anyRules, (some, others, rules) => {
        const together = tableOf([...some.tickets, ...others.tickets], [...some.ratings, ...others.ratings])
        const merged = mergeTables([tableFrom(some), tableFrom(others)])
        expect(numbers(merged, rules)).toEqual(numbers(together, rules))
        expect(tally(merged)).toEqual(tally(together))
      }),
      RUNS,
    )
  })

  it('stays when everything is delivered once more', () => {
    fc.assert(
      fc.property(anyFacts, anyRules, ({ tickets, ratings }, rules) => {
        const [once, twice] = [
          tableOf(tickets, ratings),
          tableOf([...tickets, ...tickets, ...tickets], [...ratings, ...ratings]),
        ]
        expect(numbers(twice, rules)).toEqual(numbers(once, rules))
        expect(tally(twice)).toEqual(tally(once))
        expect(twice.tickets.length).toBe(new Set(tickets.map(({ id }) => id)).size)
      }),
      RUNS,
    )
  })

  it('leaves the facts and the question as they were', () => {
    fc.assert(
      fc.property(anyFacts, anyRules, (facts, rules) => {
        const table = tableFrom(facts)
        const before = structuredClone(table)
        const asked = Object.freeze({ ...question(Object.freeze({ ...rules })), periods: Object.freeze([...WEEKS]) })
        aggregate(Object.freeze(table), asked)
        mergeTables(Object.freeze([table, table]))
        expect(table).toEqual(before)
      }),
      RUNS,
    )
  })

  it('is asked of all metrics at once or of one alone, of all groupings or of one, with the same answer', () => {
    fc.assert(
      fc.property(anyFacts, anyRules, fc.constantFrom(...METRIC_KEYS), (facts, rules, metric) => {
        const table = tableFrom(facts)
        const all = aggregate(table, question(rules))
        GROUPINGS.forEach((grouping, place) => {
          const [alone] = aggregate(table, { ...question(rules), groupings: [grouping], metrics: [metric] })
          const answers = (cells: Cells) =>
            Object.fromEntries(
              Array.from(
                { length: cells.count },
                (_, cell) => [nameOf(table, cells, cell), measurementAt(cells, cell, metric)] as const,
              ).filter(([, { n }]) => n > 0),
            )
          expect(answers(alone!)).toEqual(answers(all[place]!))
        })
      }),
      { ...RUNS, numRuns: 60 },
    )
  })
})

describe('a sample', () => {
  it('is never greater than the tickets there are, provisional ones included', () => {
    fc.assert(
      fc.property(anyFacts, anyRules, (facts, rules) => {
        const table = tableFrom(facts)
        const [account] = aggregate(table, { ...question(rules), periods: [SEPTEMBER], groupings: [[]] })
        for (let cell = 0; cell < account!.count; cell++) {
          for (const metric of METRIC_KEYS) {
            const { n, hits, provisional } = measurementAt(account!, cell, metric)
            expect(n + provisional).toBeLessThanOrEqual(table.tickets.length)
            expect(hits ?? 0).toBeLessThanOrEqual(n)
          }
        }
      }),
      RUNS,
    )
  })

  it('of a metric that goes by solves is at most the solved tickets', () => {
    const bySolve = METRIC_KEYS.filter((metric) => METRICS[metric].dated === 'solved')
    fc.assert(
      fc.property(anyFacts, anyRules, (facts, rules) => {
        for (const cells of aggregate(tableFrom(facts), question(rules))) {
          for (let cell = 0; cell < cells.count; cell++) {
            const solved = measurementAt(cells, cell, 'solvedTickets').n
            for (const metric of bySolve) {
              const { n, provisional } = measurementAt(cells, cell, metric)
              expect(n + provisional).toBeLessThanOrEqual(solved)
            }
          }
        }
      }),
      RUNS,
    )
  })
})

describe('a team', () => {
  it('solved as many tickets as its assignees solved for it', () => {
    fc.assert(
      fc.property(anyFacts, anyRules, (facts, rules) => {
        const table = tableFrom(facts)
        const [teams, members] = aggregate(table, {
          ...question(rules),
          groupings: [['group'], ['group', 'agent']],
        })
        const solved = (cells: Cells) => {
          const sums = new Map<number, number>()
          for (let cell = 0; cell < cells.count; cell++) {
            const group = cells.common.group![cell]!
            sums.set(group, (sums.get(group) ?? 0) + measurementAt(cells, cell, 'solvedTickets').n)
          }
          return sums
        }
        expect(solved(members!)).toEqual(solved(teams!))
      }),
      RUNS,
    )
  })

  it('has every count as the sum of its weeks and of its members', () => {
    fc.assert(
      fc.property(anyFacts, anyRules, (facts, rules) => {
        const [account, ...finer] = aggregate(tableFrom(facts), question(rules))
        for (const metric of METRIC_KEYS) {
          const total = (cells: Cells) =>
            Array.from({ length: cells.count }, (_, cell) => measurementAt(cells, cell, metric)).reduce(
              (sum, { n, hits, provisional }) => [sum[0]! + n, sum[1]! + (hits ?? 0), sum[2]! + provisional],
              [0, 0, 0],
            )
          for (const cells of finer) expect([metric, total(cells)]).toEqual([metric, total(account!)])
        }
      }),
      RUNS,
    )
  })
})

describe('a quantile', () => {
  const sorted = fc
    .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1 })
    .map((all) => all.sort((a, b) => a - b))
  const percent = fc.double({ min: 0, max: 100, noNaN: true })

  it('is between the least and the greatest value', () => {
    fc.assert(
      fc.property(sorted, percent, (values, each) => {
        const value = quantile(Object.freeze(values), each)!
        expect(value).toBeGreaterThanOrEqual(values[0]!)
        expect(value).toBeLessThanOrEqual(values.at(-1)!)
      }),
    )
  })

  it('never falls when a greater share is asked for', () => {
    fc.assert(
      fc.property(sorted, percent, percent, (values, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)]
        expect(quantile(values, low)!).toBeLessThanOrEqual(quantile(values, high)! + 1e-9)
      }),
    )
  })
})

describe('an interval', () => {
  it('of a share contains the share, and lies between 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
        const hits = Math.round(part * n)
        const [low, high] = wilsonInterval(hits, n)!
        expect([0 <= low, low <= hits / n, hits / n <= high, high <= 1]).toEqual([true, true, true, true])
      }),
    )
  })

  it('of a median contains the median', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 6, maxLength: 300 }), (values) => {
        values.sort((a, b) => a - b)
        const rank = medianIntervalRank(values.length)!
        const median = quantile(values, 50)!
        expect([values[rank]! <= median, median <= values[values.length - 1 - rank]!]).toEqual([true, true])
      }),
    )
  })

  it('contains the value on every line', () => {
    fc.assert(
      fc.property(anyFacts, anyRules, (facts, rules) => {
        for (const cells of aggregate(tableFrom(facts), { ...question(rules), now: LATER })) {
          for (let cell = 0; cell < cells.count; cell++) {
            for (const metric of METRIC_KEYS) {
              const { value, interval, p90 } = measurementAt(cells, cell, metric)
              if (interval !== null) expect([interval[0] <= value!, value! <= interval[1]]).toEqual([true, true])
              if (p90 !== null) expect(p90).toBeGreaterThanOrEqual(value!)
            }
          }
        }
      }),
      RUNS,
    )
  })
})
