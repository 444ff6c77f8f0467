import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { goalFromTarget } from '../../src/domain/goal.ts'
import { judge } from '../../src/domain/judging.ts'
import { measure } from '../../src/domain/measuring.ts'
import { type Instant, periodContaining, WEEKDAYS, type Weekday } from '../../src/domain/period.ts'
import { DEFAULT_GUARDS, type Rulebook, type RulebookVersion } from '../../src/domain/rulebook.ts'
import type { Settings } from '../../src/domain/settings.ts'
import { scoreTrend, trendOf } from '../../src/domain/trend.ts'
import { rating, RULES, SEPTEMBER, tableOf, ticket } from '../fixtures/ticket.ts'
import { anyFacts } from './anyTickets.ts'

vi.setConfig({ testTimeout: 30_000 })

const RUNS = { numRuns: 60, seed: 8 }
const DAY = 86_400
const WEEK = 7 * DAY
const PEOPLE = { agents: new Map(), groups: new Map(), memberships: [] }
const SCORED = ['firstReplyTime', 'fullResolutionTime', 'firstContactResolution', 'csat'] as const
const ZONE = 'UTC'
/** A Thursday. */
const NOW = SEPTEMBER.start + 23 * DAY + 3_600

const FIRST: RulebookVersion = {
  version: 1,
  effectiveFrom: null,
  reason: '',
  goals: [goalFromTarget('csat', 90), goalFromTarget('firstReplyTime', 60), goalFromTarget('fullResolutionTime', 900)],
  weights: new Map([
    ['csat', 40],
    ['firstReplyTime', 40],
    ['fullResolutionTime', 20],
  ]),
  guards: DEFAULT_GUARDS,
  teamShare: 0.3,
  badges: [],
  retired: [],
}

const settingsWith = (parts: Partial<Settings> = {}): Settings => ({
  rules: RULES,
  exclusions: { tags: new Set(), channels: new Set() },
  minimumSample: 1,
  rulebook: [FIRST],
  cadence: 'week',
  weekStart: 'monday',
  standings: 'off',
  privacy: 'self',
  values: [],
  ...parts,
})

/** The end of the UTC week around an instant, by counting days: 1 January 1970 was a Thursday, the fourth day of its week. */
function endOfWeek(instant: Instant, weekStart: Weekday): Instant {
  const day = Math.floor(instant / DAY)
  return (day - ((day + 3 - WEEKDAYS.indexOf(weekStart) + 7) % 7) + 7) * DAY
}

describe('a trend', () => {
  it('has in every point what measuring its three weeks alone comes to, for every metric that can be scored', () => {
    const asked = fc.record({
      facts: anyFacts,
      agent: fc.constantFrom(1, 2, 2 ** 40, 99),
      now: fc.integer({ min: SEPTEMBER.start - 5 * DAY, max: SEPTEMBER.end + 9 * DAY }),
      weeks: fc.integer({ min: 1, max: 13 }),
      weekStart: fc.constantFrom(...WEEKDAYS),
      clock: fc.constantFrom('calendar', 'business'),
    })
    fc.assert(
      fc.property(asked, ({ facts, agent, now, weeks, weekStart, clock }) => {
        const rules = { ...RULES, clock }
        const settings = settingsWith({ weekStart, rules })
        const table = tableOf(facts.tickets, facts.ratings)
        const basis = { table, people: PEOPLE, settings, now }
        const trends = trendOf(basis, agent, { weeks, from: 0, timeZone: ZONE })
        expect([...trends.keys()].sort()).toEqual([...SCORED].sort())
        const last = endOfWeek(now, weekStart)
        for (let back = 0; back < weeks; back++) {
          const end = last - back * WEEK
          const window = { id: 'three weeks', start: end - 3 * WEEK, end, timeZone: ZONE }
          const [alone] = measure({ table, people: PEOPLE, rules, now }, [window])
          const mine = alone!.agents.find(({ subject }) => subject.id === agent)
          for (const metric of SCORED) {
            const found = mine?.measurements.find((measurement) => measurement.metric === metric)
            const { value, n, interval } = found ?? { value: null, n: 0, interval: null }
            expect(trends.get(metric)).toHaveLength(weeks)
            expect(trends.get(metric)!.at(-1 - back)).toEqual({ end, value, n, interval })
          }
        }
      }),
      RUNS,
    )
  })

  const table = tableOf([
    ticket({ created: NOW, firstReplyCalendarMinutes: 10 }),
    ticket({ created: NOW - 2 * WEEK, firstReplyCalendarMinutes: 20 }),
    ticket({ created: NOW - 4 * WEEK, firstReplyCalendarMinutes: 40 }),
    ticket({ created: NOW, agent: null, firstReplyCalendarMinutes: 70 }),
  ])
  const basis = { table, people: PEOPLE, settings: settingsWith(), now: NOW }
  const firstReplies = (agent: number, from: Instant, timeZone = ZONE) =>
    trendOf(basis, agent, { weeks: 13, from, timeZone }).get('firstReplyTime')!

  it('ends with the present week, and each point looks back over three', () => {
    const points = firstReplies(1, 0)
    expect(points).toHaveLength(13)
    expect(points.slice(-5).map(({ value, n }) => [value, n])).toEqual([
      [40, 1],
      [40, 1],
      [30, 2],
      [20, 1],
      [15, 2],
    ])
    expect(points.at(-1)!.end).toBe(endOfWeek(NOW, 'monday'))
  })

  it('leaves out what begins before the tickets are whole', () => {
    const start = endOfWeek(NOW, 'monday') - 3 * WEEK
    expect(firstReplies(1, start)).toHaveLength(1)
    expect(firstReplies(1, start + 1)).toEqual([])
    expect(firstReplies(1, start - WEEK)).toHaveLength(2)
    expect(firstReplies(1, start - WEEK + 1)).toEqual(firstReplies(1, start))
    expect(firstReplies(1, start - 5 * WEEK)).toEqual(firstReplies(1, 0).slice(-6))
  })

  it('of somebody without tickets is a row of gaps, and never the tickets of nobody', () => {
    expect(new Set(firstReplies(99, 0).map(({ value, n }) => `${value} ${n}`))).toEqual(new Set(['null 0']))
  })

  it('has the weeks of the local calendar, also where the clocks change', () => {
    const ends = firstReplies(1, 0, 'Pacific/Auckland').map(({ end }) => end)
    expect(ends.at(-1)).toBe(Date.parse('2026-09-27T11:00:00Z') / 1000) // Summer time began on that day.
    expect(ends.at(-2)).toBe(Date.parse('2026-09-20T12:00:00Z') / 1000)
  })
})

describe('a trend of scores', () => {
  const SECOND = { ...FIRST, version: 2, effectiveFrom: '2026-09-07', goals: [goalFromTarget('csat', 60)] }
  const rulebook: Rulebook = [FIRST, SECOND]

  it('has the scores that judging everybody comes to, period by period', () => {
    fc.assert(
      fc.property(
        anyFacts,
        fc.constantFrom('week', 'month'),
        fc.integer({ min: 1, max: 6 }),
        (facts, cadence, count) => {
          const settings = settingsWith({ cadence, rulebook })
          const table = tableOf(facts.tickets, facts.ratings)
          const points = scoreTrend({ table, people: PEOPLE, settings, now: NOW }, 1, 'all', {
            count,
            from: 0,
            timeZone: ZONE,
          })
          const all = measure(
            { table, people: PEOPLE, rules: RULES, now: NOW },
            points.map(({ period }) => period),
          )
          expect(points).toHaveLength(count)
          expect(points.at(-1)!.period).toEqual(periodContaining(cadence, NOW, ZONE))
          expect(points.map(({ score }) => score)).toEqual(
            all.map((each) => {
              const mine = judge(each, settings).agents.find(({ subject }) => subject.id === 1)
              return mine?.score.value ?? null
            }),
          )
        },
      ),
      RUNS,
    )
  })

  const solved = (day: number) => SEPTEMBER.start + day * DAY
  const good = ticket({ solved: solved(3), score: 'good' })
  const later = ticket({ solved: solved(10), score: 'good' })
  const ratings = [rating({ ticket: good.id, created: solved(3) }), rating({ ticket: later.id, created: solved(10) })]
  const basis = {
    table: tableOf([good, later], ratings),
    people: PEOPLE,
    settings: settingsWith({ rulebook: [{ ...FIRST, weights: new Map([['csat', 100]]) }, SECOND] }),
    now: NOW,
  }

  it('is judged by the version in force when each period began', () => {
    const points = scoreTrend(basis, 1, 'all', { count: 4, from: 0, timeZone: ZONE })
    expect(points.map(({ period, version }) => [period.id, version])).toEqual([
      ['2026-W36', 1],
      ['2026-W37', 2],
      ['2026-W38', 2],
      ['2026-W39', 2],
    ])
  })

  it('shows the own score where the part of the team is not known', () => {
    const theirs = ticket({ agent: 2, solved: solved(3), score: 'bad' })
    const table = tableOf(
      [good, theirs],
      [ratings[0]!, rating({ ticket: theirs.id, agent: 2, score: 'bad', created: solved(3) })],
    )
    const score = (whole: 'all' | ReadonlySet<number>) =>
      scoreTrend({ ...basis, table }, 1, whole, { count: 4, from: 0, timeZone: ZONE })[0]!.score
    expect(score(new Set())).toBe(120)
    expect(score('all')).toBeCloseTo(0.7 * 120, 10)
  })

  it('leaves out what begins before the tickets are whole', () => {
    const from = (instant: Instant) =>
      scoreTrend(basis, 1, 'all', { count: 4, from: instant, timeZone: ZONE }).map(({ period }) => period.id)
    expect(from(solved(13))).toEqual(['2026-W38', '2026-W39'])
    expect(from(solved(13) + 1)).toEqual(['2026-W39'])
    expect(from(NOW)).toEqual([])
  })
})
