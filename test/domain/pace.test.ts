import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { goalState } from '../../src/domain/goal.ts'
import { measurementOfNothing } from '../../src/domain/measurement.ts'
import { METRICS, type MetricKey } from '../../src/domain/metrics.ts'
import { paceOf } from '../../src/domain/pace.ts'
import { type Period, periodNamed } from '../../src/domain/period.ts'
import { atTarget } from '../../src/domain/reach.ts'
import type { Line } from '../../src/domain/scorecard.ts'
import { quantile } from '../../src/domain/statistics.ts'
import { accountGoal } from '../fixtures/goal.ts'
import { RULES, SEPTEMBER, tableOf, ticket } from '../fixtures/ticket.ts'

const RUNS = { numRuns: 500, seed: 5 }
const ME = { kind: 'agent', id: 1 } as const

/** So much of September is over. */
const after = (part: number) => Math.round(SEPTEMBER.start + part * (SEPTEMBER.end - SEPTEMBER.start))
const LAST_SECOND = SEPTEMBER.end - 1

/** With a threshold that all surpass, and a stretch that is hard to reach: the target alone decides. */
const goalOf = (metric: MetricKey, target: number) =>
  accountGoal(metric, METRICS[metric].better === 'higher' ? [0, target, 1] : [1000, target, 0])

interface Given {
  readonly metric?: MetricKey
  readonly hits: number
  readonly n: number
  readonly target: number
  readonly provisional?: number
  readonly minimumSample?: number
}

/** The line of a share. */
function share({ metric = 'csat', hits, n, target, provisional = 0, minimumSample = 1 }: Given): Line {
  const value = n === 0 ? null : hits / n
  const measured = { ...measurementOfNothing(metric), value, n, hits, provisional }
  const goal = goalOf(metric, target)
  return { ...measured, goal, ...goalState(measured, goal, minimumSample) }
}

const paceOfShare = (given: Given, now: number, period: Period = SEPTEMBER) =>
  paceOf(share(given), given.hits, period, now)

/** The pace of a median of first reply minutes. */
function paceOfMedian(minutes: readonly number[], target: number, now: number) {
  const table = tableOf(minutes.map((each) => ticket({ firstReplyCalendarMinutes: each })))
  const value = quantile(
    minutes.toSorted((a, b) => a - b),
    50,
  )
  const measured = { ...measurementOfNothing('firstReplyTime'), value, n: minutes.length }
  const goal = goalOf('firstReplyTime', target)
  const line = { ...measured, goal, ...goalState(measured, goal, 1) }
  return paceOf(line, atTarget({ table, rules: RULES, now }, ME, line, SEPTEMBER), SEPTEMBER, now)
}

describe('pace', () => {
  it.each<[promise: string, chance: number, expected: number, given: Given]>([
    ['one more ticket is good in 3 of 4 cases after 1 of 1', 3 / 4, 2, { hits: 1, n: 1, target: 1 }],
    ['both of two more have to be good', 5 / 16, 4, { hits: 1, n: 2, target: 0.75 }],
    ['one of two more has to be good', 15 / 16, 4, { hits: 2, n: 2, target: 0.75 }],
    [
      'at most one of two more may be bad where less is better',
      15 / 16,
      4,
      { metric: 'reopenRate', hits: 0, n: 2, target: 0.25 },
    ],
    [
      'a provisional ticket is one of those to come, and a sign of more',
      35 / 64,
      4,
      { metric: 'firstContactResolution', hits: 1, n: 1, provisional: 1, target: 1 },
    ],
    ['a target out of reach has no chance', 0, 4, { hits: 0, n: 2, target: 0.75 }],
    ['a target that cannot be lost is sure', 1, 4, { hits: 2, n: 2, target: 0.5 }],
  ])('half of the month over, worked by hand: %s', (_, chance, expected, given) => {
    const pace = paceOfShare(given, after(0.5))
    expect(pace?.chance).toBeCloseTo(chance, 14)
    expect(pace?.expected).toBe(expected)
  })

  it('of a median asks that at least half of all tickets are at or under the target', () => {
    const pace = paceOfMedian([60, 61, 300], 60, after(0.5)) // 2 or 3 of the 3 to come: 15/64 + 7/64
    expect(pace?.chance).toBeCloseTo(11 / 32, 14)
    expect(pace?.expected).toBe(6)
  })

  it.each<[outlook: string, given: Given]>([
    ['likely', { hits: 2, n: 2, target: 0.75 }],
    ['open', { hits: 1, n: 2, target: 0.75 }],
    ['unlikely', { hits: 0, n: 2, target: 0.75 }],
  ])('says %s in a word', (outlook, given) => {
    expect(paceOfShare(given, after(0.5))?.outlook).toBe(outlook)
  })

  it.each<[what: string, given: Given, now: number, period?: Period]>([
    ['no goal can be judged: too few tickets', { hits: 3, n: 4, target: 0.9, minimumSample: 5 }, after(0.5)],
    ['there are no tickets', { hits: 0, n: 0, target: 0.9 }, after(0.5)],
    ['it is a count', { metric: 'solvedTickets', hits: 3, n: 3, target: 5 }, after(0.5)],
    ['the period is over', { hits: 3, n: 4, target: 0.9 }, SEPTEMBER.end],
    ['the period has not begun', { hits: 3, n: 4, target: 0.9 }, SEPTEMBER.start - 1],
    ['less than a tenth of it is over', { hits: 3, n: 4, target: 0.9 }, after(0.1) - 1],
    ['it ends on every day anew', { hits: 3, n: 4, target: 0.9 }, after(0.5), periodNamed('28d', 'UTC', after(0.5))!],
  ])('is not told when %s', (_, given, now, period) => {
    expect(paceOfShare(given, now, period)).toBeNull()
  })

  it('is not told without a goal', () => {
    const line = { ...share({ hits: 3, n: 4, target: 0.9 }), goal: null, attainment: null, state: 'noGoal' } as const
    expect(paceOf(line, 3, SEPTEMBER, after(0.5))).toBeNull()
  })

  it('is told from a tenth on, to the last second', () => {
    expect(paceOfShare({ hits: 3, n: 4, target: 0.9 }, after(0.1))?.expected).toBe(40)
    expect(paceOfShare({ hits: 3, n: 4, target: 0.9 }, LAST_SECOND)?.expected).toBe(4)
  })

  it('is even where good and bad are alike, for thousands of tickets to come', () => {
    const pace = paceOfShare({ hits: 275, n: 550, target: 0.5 }, after(550 / 5499))
    expect(pace!.expected).toBe(5499) // An odd number has no middle.
    expect(pace!.chance).toBeCloseTo(0.5, 10)
  })
})

const anyShare = fc
  .record({
    metric: fc.constantFrom<MetricKey>('csat', 'firstContactResolution', 'reopenRate'),
    n: fc.integer({ min: 1, max: 60 }),
    percent: fc.integer({ min: 0, max: 100 }),
    part: fc.double({ min: 0.1, max: 0.999, noNaN: true }),
  })
  .chain(({ n, percent, ...given }) =>
    fc.integer({ min: 0, max: n }).map((hits) => ({ ...given, n, hits, target: percent / 100 })),
  )

const isBetter = (metric: MetricKey, a: number, b: number) => (METRICS[metric].better === 'higher' ? a >= b : a <= b)

describe('the chance', () => {
  it('is never below 0 or above 1, and of all tickets to come as many are foreseen as came so far', () => {
    fc.assert(
      fc.property(anyShare, fc.nat(20), ({ part, ...given }, provisional) => {
        const { chance, expected } = paceOfShare({ ...given, provisional }, after(part))!
        expect(chance).toBeGreaterThanOrEqual(0)
        expect(chance).toBeLessThanOrEqual(1)
        expect(expected).toBeGreaterThanOrEqual(given.n + provisional)
        expect(Math.abs(expected * part - (given.n + provisional))).toBeLessThan(1)
      }),
      RUNS,
    )
  })

  it('grows with every hit, or falls where hits are bad', () => {
    fc.assert(
      fc.property(anyShare, ({ part, ...given }) => {
        fc.pre(given.hits < given.n)
        const [fewer, more] = [0, 1].map(
          (add) => paceOfShare({ ...given, hits: given.hits + add }, after(part))!.chance,
        )
        const grows = METRICS[given.metric].better === 'higher'
        expect(grows ? more! - fewer! : fewer! - more!).toBeGreaterThan(-1e-12)
      }),
      RUNS,
    )
  })

  it('is 0 or 1 in the end: as the goal stands then', () => {
    fc.assert(
      fc.property(anyShare, (given) => {
        const isMet = isBetter(given.metric, given.hits / given.n, given.target)
        expect(paceOfShare(given, LAST_SECOND)).toMatchObject({ chance: isMet ? 1 : 0, expected: given.n })
      }),
      RUNS,
    )
  })

  it.each([
    [[60, 60, 61], 1],
    [[50, 61], 1],
    [[60, 61], 0],
    [[60, 61, 62], 0],
  ])('of a median is 0 or 1 in the end too: %j', (minutes, chance) => {
    expect(paceOfMedian(minutes, 60, LAST_SECOND)?.chance).toBe(chance)
  })
})

/** Numbers that look random, the same in every run. Mulberry32. */
function seeded(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A draw from Gamma(k + ½): k waits of an exponential clock, and half the square of a normal number. */
function gammaOfHalf(k: number, random: () => number): number {
  let sum = -Math.log(1 - random()) * Math.cos(2 * Math.PI * random()) ** 2
  for (let wait = 0; wait < k; wait++) sum -= Math.log(1 - random())
  return sum
}

function simulated(isMet: (hits: number) => boolean, hits: number, n: number, further: number, random: () => number) {
  const draws = 20_000
  let met = 0
  for (let draw = 0; draw < draws; draw++) {
    const good = gammaOfHalf(hits, random)
    const rate = good / (good + gammaOfHalf(n - hits, random))
    let total = hits
    for (let each = 0; each < further; each++) if (random() < rate) total++
    if (isMet(total)) met++
  }
  return met / draws
}

/** The chance from Pólya's urn: 2k + 1 good balls and 2(n − k) + 1 bad ones, two more of its kind for each that is drawn. */
function fromUrn(isMet: (hits: number) => boolean, hits: number, n: number, further: number): number {
  if (further === 0) return isMet(hits) ? 1 : 0
  const good = (2 * hits + 1) / (2 * n + 2)
  return good * fromUrn(isMet, hits + 1, n + 1, further - 1) + (1 - good) * fromUrn(isMet, hits, n + 1, further - 1)
}

describe('second ways to the chance', () => {
  it("come to the same: every course of events, drawn from Pólya's urn", () => {
    fc.assert(
      fc.property(anyShare, ({ part, ...given }) => {
        const { chance, expected } = paceOfShare(given, after(part))!
        const further = expected - given.n
        fc.pre(further <= 12)
        const isMet = (hits: number) => isBetter(given.metric, hits / expected, given.target)
        expect(chance).toBeCloseTo(fromUrn(isMet, given.hits, given.n, further), 12)
      }),
      { ...RUNS, numRuns: 200 },
    )
  })

  it.each<Given & { part: number }>([
    { hits: 18, n: 20, target: 0.9, part: 0.5 },
    { hits: 34, n: 40, target: 0.9, part: 0.4 },
    { hits: 0, n: 3, target: 0.05, part: 0.3 },
    { hits: 25, n: 25, target: 0.97, part: 0.25 },
    { metric: 'reopenRate', hits: 3, n: 45, target: 0.08, part: 0.6 },
    { metric: 'reopenRate', hits: 0, n: 12, target: 0.02, part: 0.2 },
    { metric: 'firstContactResolution', hits: 21, n: 30, provisional: 9, target: 0.7, part: 0.55 },
  ])('come to the same: rates and tickets drawn at random, %j', ({ part, ...given }) => {
    const { chance, expected } = paceOfShare(given, after(part))!
    const isMet = (hits: number) => isBetter(given.metric ?? 'csat', hits / expected, given.target)
    const drawn = simulated(isMet, given.hits, given.n, expected - given.n, seeded(7))
    expect(Math.abs(chance - drawn)).toBeLessThan(0.02)
  })

  it('come to the same for a median: rates and tickets drawn at random', () => {
    const minutes = Array.from({ length: 31 }, (_, each) => (each * 37) % 100)
    const { chance, expected } = paceOfMedian(minutes, 45, after(0.45))!
    const good = minutes.filter((each) => each <= 45).length
    const drawn = simulated((hits) => hits >= expected / 2, good, 31, expected - 31, seeded(11))
    expect(chance).toBeGreaterThan(0.1)
    expect(Math.abs(chance - drawn)).toBeLessThan(0.02)
  })
})
