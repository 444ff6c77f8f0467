import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { baseline, countsBetween, hitRate, hitRates } from '../../src/domain/baseline.ts'
import type { Marks } from '../../src/domain/goal.ts'
import { measurementOfNothing } from '../../src/domain/measurement.ts'
import type { MeasuredPeriod } from '../../src/domain/measuring.ts'
import { METRICS, type MetricKey, SCORECARD_METRICS } from '../../src/domain/metrics.ts'
import { type Cadence, latestPeriods, type Period } from '../../src/domain/period.ts'

const RUNS = { seed: 3, numRuns: 300 }
const ACCOUNT = { scope: 'account', of: null } as const
const ENOUGH = 20
const MIDSUMMER = Date.parse('2026-06-30T12:00:00Z') / 1000

/** What one person brought to one metric in one period. */
interface Brought {
  readonly agent: number
  readonly value: number | null
  readonly n?: number
  readonly team?: number | null
}

function measured(period: Period, metric: MetricKey, people: readonly Brought[]): MeasuredPeriod {
  const agents = people.map(({ agent, value, n = ENOUGH, team = null }) =>
    Object.freeze({
      subject: { kind: 'agent' as const, id: agent, name: null },
      team,
      measurements: SCORECARD_METRICS.map((each) =>
        Object.freeze({ ...measurementOfNothing(each), ...(each === metric ? { value, n } : {}) }),
      ),
    }),
  )
  return Object.freeze({ period, agents: Object.freeze(agents), groups: [] })
}

const periods = (cadence: Cadence, count: number) => latestPeriods(cadence, count, MIDSUMMER, 'Europe/Rome')

/** These values in six months, dealt out in turn, each from a person of its own. */
function halfYear(metric: MetricKey, values: readonly number[]): readonly MeasuredPeriod[] {
  return periods('month', 6).map((period, month) => {
    const own = values.flatMap((value, agent) => (agent % 6 === month ? [{ agent, value }] : []))
    return measured(period, metric, own)
  })
}

const pastOf = (metric: MetricKey, values: readonly number[]) =>
  baseline(metric, halfYear(metric, values), ACCOUNT, ENOUGH, 'month')

describe('how often a mark would have been reached', () => {
  it.each<[MetricKey, number[], Marks, number[]]>([
    ['csat', [0.7, 0.8, 0.9, 1], { threshold: 0.8, target: 0.9, stretch: 1 }, [3 / 4, 2 / 4, 1 / 4]],
    ['csat', [0.7, 0.8, 0.9, 1], { threshold: 0, target: 0.95, stretch: 1 }, [1, 1 / 4, 1 / 4]],
    ['firstReplyTime', [10, 20, 30, 40, 50], { threshold: 40, target: 30, stretch: 10 }, [4 / 5, 3 / 5, 1 / 5]],
    ['firstReplyTime', [10, 20, 30, 40, 50], { threshold: 49.5, target: 9, stretch: 8 }, [4 / 5, 0, 0]],
    ['reopenRate', [0, 0.04, 0.1], { threshold: 0.1, target: 0.05, stretch: 0 }, [1, 2 / 3, 1 / 3]],
  ])('for %s of %j with %j is %j', (metric, values, marks, [threshold, target, stretch]) => {
    expect(hitRates({ metric, values }, marks)).toEqual({ threshold, target, stretch })
  })

  it('is not said of no values, nor of a mark that is no number yet', () => {
    const marks = { threshold: 0.8, target: 0.9, stretch: NaN }
    expect(hitRates({ metric: 'csat', values: [] }, { ...marks, stretch: 1 })).toBeNull()
    expect(hitRates({ metric: 'csat', values: [0.9] }, marks)).toBeNull()
    expect(hitRate({ metric: 'csat', values: [0.9] }, NaN)).toBeNull()
    expect(hitRate({ metric: 'csat', values: [0.9] }, 0.9)).toBe(1)
  })

  it('never rises when the mark gets harder', () => {
    const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100)
    fc.assert(
      fc.property(fc.array(share, { minLength: 1 }), share, share, (values, one, other) => {
        const rate = (mark: number) => hitRate({ metric: 'csat', values: Object.freeze(values) }, mark)!
        expect(rate(Math.max(one, other))).toBeLessThanOrEqual(rate(Math.min(one, other)))
      }),
      RUNS,
    )
  })
})

describe('the values of the past', () => {
  const [june] = periods('month', 1)

  it('are those that rest on enough tickets', () => {
    const people = [
      { agent: 1, value: 0.9, n: 20 },
      { agent: 2, value: 0.5, n: 19 },
      { agent: 3, value: 0.7, n: 300 },
      { agent: 4, value: null, n: 0 },
    ]
    expect(baseline('csat', [measured(june!, 'csat', people)], ACCOUNT, ENOUGH, 'month').values).toEqual([0.7, 0.9])
  })

  it.each([
    [ACCOUNT, [10, 20, 30, 40]],
    [{ scope: 'group', of: 100 }, [10, 40]],
    [{ scope: 'group', of: 200 }, [20, 30]],
    [{ scope: 'group', of: 300 }, []],
    [{ scope: 'agent', of: 1 }, [10, 30]],
  ] as const)('of %j are %j, in the team that somebody had then', (scope, values) => {
    const [may] = periods('month', 2)
    const past = [
      measured(may!, 'firstReplyTime', [
        { agent: 1, value: 10, team: 100 },
        { agent: 2, value: 20, team: 200 },
      ]),
      measured(june!, 'firstReplyTime', [
        { agent: 1, value: 30, team: 200 },
        { agent: 2, value: 40, team: 100 },
      ]),
    ]
    expect(baseline('firstReplyTime', past, scope, ENOUGH, 'month').values).toEqual(values)
  })

  it('make a trend of medians, without the periods that have none', () => {
    const [april, may] = periods('month', 3)
    const past = [
      measured(april!, 'csat', [
        { agent: 1, value: 0.8 },
        { agent: 2, value: 0.9 },
      ]),
      measured(may!, 'csat', [{ agent: 1, value: 0.1, n: 3 }]),
      measured(june!, 'csat', [{ agent: 1, value: 1 }]),
    ]
    const { trend } = baseline('csat', past, ACCOUNT, ENOUGH, 'month')
    expect(trend.map(({ period, n }) => [period.id, n])).toEqual([
      ['2026-04', 2],
      ['2026-06', 1],
    ])
    expect(trend[0]!.median).toBeCloseTo(0.85, 12)
    expect(trend[1]!.median).toBe(1)
  })
})

describe('a suggestion', () => {
  it.each<[MetricKey, number[], Marks, number[]]>([
    // A fifth of the way up, the middle and 7.5 % of what it lacks, four fifths of the way up.
    [
      'csat',
      [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1],
      { threshold: 0.6, target: 0.77, stretch: 0.9 },
      [9 / 11, 5 / 11, 3 / 11],
    ],
    // The other way round, and 150 min less 7.5 % is 138.75, which a person calls 140.
    [
      'fullResolutionTime',
      [100, 110, 120, 130, 140, 150, 160, 170, 180, 190, 200],
      { threshold: 180, target: 140, stretch: 120 },
      [9 / 11, 5 / 11, 3 / 11],
    ],
    ['firstReplyTime', [10, 20, 30, 40, 50, 60], { threshold: 50, target: 32, stretch: 20 }, [5 / 6, 3 / 6, 2 / 6]],
    // People as alike as this leave no room beyond the target: the rule for a lone target makes the stretch.
    ['firstReplyTime', [50, 50, 50, 50, 51, 52], { threshold: 51, target: 46, stretch: 37 }, [5 / 6, 0, 0]],
    ['csat', [0.9, 0.9, 0.9, 0.9, 0.9, 0.9], { threshold: 0.9, target: 0.91, stretch: 0.935 }, [1, 0, 0]],
    ['csat', [1, 1, 1, 1, 1, 1], { threshold: 1, target: 1, stretch: 1 }, [1, 1, 1]],
    ['firstReplyTime', [0, 0, 0, 0, 0, 0], { threshold: 2, target: 1, stretch: 0.8 }, [1, 1, 1]],
  ])('for %s of %j is %j', (metric, values, marks, [threshold, target, stretch]) => {
    const past = pastOf(metric, values)
    expect(past.suggested).toEqual(marks)
    expect(hitRates(past, past.suggested!)).toEqual({ threshold, target, stretch })
  })

  it.each([
    ['week', 26],
    ['month', 6],
    ['quarter', 2],
  ] as const)('by the %s needs %d of them with values', (cadence, needed) => {
    const past = (count: number) =>
      baseline(
        'csat',
        periods(cadence, count).map((period) => measured(period, 'csat', [{ agent: 1, value: 0.9 }])),
        ACCOUNT,
        ENOUGH,
        cadence,
      )
    expect(past(needed - 1)).toMatchObject({ needed, isEnough: false, suggested: null, isNarrow: false })
    expect(past(needed)).toMatchObject({ needed, isEnough: true, suggested: { threshold: 0.9 } })
  })

  it('does not count periods in which nobody had enough tickets', () => {
    const past = halfYear('csat', [0.8, 0.8, 0.9, 0.9, 0.9])
    expect(baseline('csat', past, ACCOUNT, ENOUGH, 'month')).toMatchObject({ isEnough: false, suggested: null })
  })

  it('is not made for what is context only', () => {
    expect(pastOf('reopenRate', [0, 0.02, 0.04, 0.06, 0.08, 0.1])).toMatchObject({ isEnough: true, suggested: null })
  })

  it('says where people lie so close together that its target asks more than it is meant to', () => {
    expect(pastOf('csat', [0.5, 0.6, 0.7, 0.8, 0.9, 1]).isNarrow).toBe(false)
    expect(pastOf('csat', [0.79, 0.79, 0.8, 0.8, 0.8, 0.82]).isNarrow).toBe(true)
  })

  const share = fc.integer({ min: 0, max: 200 }).map((halves) => halves / 200)
  const anyPast = fc.oneof(
    fc.record({
      metric: fc.constantFrom<MetricKey>('csat', 'firstContactResolution'),
      values: fc.array(fc.oneof(share, fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 6, maxLength: 80 }),
    }),
    fc.record({
      metric: fc.constantFrom<MetricKey>('firstReplyTime', 'fullResolutionTime'),
      values: fc.array(
        fc.integer({ min: 0, max: 40_000 }).map((halves) => halves / 2),
        { minLength: 6, maxLength: 80 },
      ),
    }),
  )

  it('goes from threshold over target to stretch in the better direction, and stays possible', () => {
    fc.assert(
      fc.property(anyPast, ({ metric, values }) => {
        const { threshold, target, stretch } = pastOf(metric, Object.freeze(values)).suggested!
        const isInOrder = (one: number, other: number) =>
          METRICS[metric].better === 'higher' ? one <= other : one >= other
        expect([isInOrder(threshold, target), isInOrder(target, stretch)]).toEqual([true, true])
        for (const mark of [threshold, target, stretch]) {
          expect(mark).toBeGreaterThanOrEqual(0)
          if (METRICS[metric].unit === 'ratio') expect(mark).toBeLessThanOrEqual(1)
        }
      }),
      RUNS,
    )
  })

  it('is reached as often as it is meant to be, to two agent-periods', () => {
    // On the steps to which marks are rounded, and no two the same, so that neither blurs the count.
    const distinct = fc.oneof(
      fc.record({
        metric: fc.constant<MetricKey>('csat'),
        values: fc.uniqueArray(share, { minLength: 10, maxLength: 80 }),
      }),
      fc.record({
        metric: fc.constant<MetricKey>('firstReplyTime'),
        values: fc.uniqueArray(fc.integer({ min: 2, max: 120 }), { minLength: 10, maxLength: 80 }),
      }),
    )
    fc.assert(
      fc.property(distinct, ({ metric, values }) => {
        const past = pastOf(metric, values)
        const { threshold, target, stretch } = hitRates(past, past.suggested!)!
        const two = 2 / values.length
        expect(Math.abs(threshold - 0.8)).toBeLessThanOrEqual(two)
        expect(target).toBeLessThanOrEqual(0.5 + two)
        // Where the target alone is as hard, the stretch can only be harder.
        if (target > 0.2 + two) expect(Math.abs(stretch - 0.2)).toBeLessThanOrEqual(two)
        else expect(stretch).toBeLessThanOrEqual(0.2 + two)
      }),
      RUNS,
    )
  })

  it('does not depend on the order of the people', () => {
    fc.assert(
      fc.property(anyPast, ({ metric, values }) => {
        const [one, other] = [halfYear(metric, values), halfYear(metric, values)]
        const turned = other.map((period) => ({ ...period, agents: period.agents.toReversed() }))
        const past = (of: readonly MeasuredPeriod[]) => baseline(metric, of, ACCOUNT, ENOUGH, 'month')
        expect(past(turned)).toEqual(past(one))
      }),
      RUNS,
    )
  })
})

describe('a distribution', () => {
  it.each([
    [
      [0, 10, 20],
      [0, 9, 10, 20],
      [2, 2],
    ],
    [
      [0, 10, 20],
      [-1, 21, 15],
      [0, 1],
    ],
    [[0, 1], [], [0]],
  ])('between %j of %j is %j', (edges, values, counts) => {
    expect(countsBetween(edges, values)).toEqual(counts)
  })

  it('counts every value between the first edge and the last once', () => {
    const values = fc.array(fc.integer({ min: 0, max: 100 }))
    const edges = fc
      .uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 10 })
      .map((inner) => [0, ...inner.sort((a, b) => a - b), 100])
    fc.assert(
      fc.property(edges, values, (between, all) => {
        expect(countsBetween(between, all).reduce((sum, count) => sum + count, 0)).toBe(all.length)
      }),
      RUNS,
    )
  })
})
