import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Marks } from '../../src/domain/goal.ts'
import { judge } from '../../src/domain/judging.ts'
import { measurementOfNothing } from '../../src/domain/measurement.ts'
import { measure, type MeasuredPeriod } from '../../src/domain/measuring.ts'
import { type MetricKey, SCORECARD_METRICS } from '../../src/domain/metrics.ts'
import { type Period, periodNamed } from '../../src/domain/period.ts'
import { type Change, type Outlook, replay } from '../../src/domain/replay.ts'
import { DEFAULT_GUARDS, type Rulebook, type RulebookVersion } from '../../src/domain/rulebook.ts'
import type { MeasuredSubject } from '../../src/domain/scorecard.ts'
import { LATER, tableOf } from '../fixtures/ticket.ts'
import { anyFacts, anyRules, WEEKS } from './anyTickets.ts'
import { accountGoal } from '../fixtures/goal.ts'

const RUNS = { seed: 3, numRuns: 100 }
const MINIMUM = 20
const NOBODY = { agents: new Map(), groups: new Map(), memberships: [] }
const [JANUARY, FEBRUARY, MARCH] = ['2026-01', '2026-02', '2026-03'].map((id) => periodNamed(id, 'Europe/Rome', LATER)!)

/** What somebody brought: values, from 50 tickets each unless it says otherwise. */
interface Brought {
  readonly csat?: number
  readonly firstReplyTime?: number
  readonly reopenRate?: number
  readonly n?: Readonly<Partial<Record<MetricKey, number>>>
  readonly solved?: number
}

function measurements(brought: Brought): MeasuredSubject['measurements'] {
  const { csat, firstReplyTime, reopenRate, n = {}, solved = 0 } = brought
  const values: Partial<Record<MetricKey, number | undefined>> = {
    csat,
    firstReplyTime,
    reopenRate,
    solvedTickets: solved,
  }
  return SCORECARD_METRICS.map((metric) => {
    const value = values[metric]
    const size = metric === 'solvedTickets' ? solved : (n[metric] ?? 50)
    return Object.freeze(
      value === undefined ? measurementOfNothing(metric) : { ...measurementOfNothing(metric), value, n: size },
    )
  })
}

const agent = (id: number, team: number | null, brought: Brought): MeasuredSubject =>
  Object.freeze({ subject: { kind: 'agent' as const, id, name: null }, team, measurements: measurements(brought) })

const group = (id: number, brought: Brought): MeasuredSubject =>
  Object.freeze({
    subject: { kind: 'group' as const, id, name: null },
    team: null,
    measurements: measurements(brought),
  })

const month = (
  period: Period,
  agents: readonly MeasuredSubject[],
  groups: readonly MeasuredSubject[] = [],
): MeasuredPeriod => Object.freeze({ period, agents: Object.freeze(agents), groups: Object.freeze(groups) })

const CSAT = accountGoal('csat', [0.8, 0.9, 1])
const REPLIES = accountGoal('firstReplyTime', [60, 30, 20])

/** CSAT counts 60 %, first reply time 40 %, the team nothing. */
const IN_FORCE: RulebookVersion = Object.freeze({
  version: 1,
  effectiveFrom: null,
  reason: '',
  goals: [CSAT, REPLIES],
  weights: new Map([
    ['csat', 60],
    ['firstReplyTime', 40],
  ] as const),
  guards: DEFAULT_GUARDS,
  teamShare: 0,
  badges: [],
  retired: [],
})

const draft = (changes: Partial<RulebookVersion>): RulebookVersion => ({ ...IN_FORCE, version: 2, ...changes })
const HARDER_CSAT = draft({ goals: [accountGoal('csat', [0.8, 0.96, 1]), REPLIES] })

/** Three people in two teams over three months; person 3 has too few ratings in January, person 2 is gone in March. */
const SHEET: readonly MeasuredPeriod[] = [
  month(JANUARY!, [
    agent(1, 10, { csat: 0.85, firstReplyTime: 45, solved: 100 }),
    agent(2, 10, { csat: 0.9, firstReplyTime: 60, solved: 60 }),
    agent(3, 20, { csat: 0.9, firstReplyTime: 30, n: { csat: 5 }, solved: 10 }),
  ]),
  month(FEBRUARY!, [
    agent(1, 10, { csat: 0.9, firstReplyTime: 30, solved: 110 }),
    agent(2, 10, { csat: 1, firstReplyTime: 60, solved: 70 }),
    agent(3, 20, { csat: 0.8, firstReplyTime: 20, solved: 20 }),
  ]),
  month(MARCH!, [
    agent(1, 10, { csat: 0.95, firstReplyTime: 20, solved: 120 }),
    agent(3, 20, { csat: 0.8, firstReplyTime: 45, solved: 30 }),
  ]),
]

const changeOf = ({ people }: { readonly people: readonly Change[] }, id: number) =>
  people.find(({ subject }) => subject.id === id)!

describe('a version looked at on a small sheet', () => {
  const { present } = replay(SHEET, IN_FORCE, IN_FORCE, MINIMUM)

  it('has the scores of each period', () => {
    const near = (score: number) => expect.closeTo(score, 9) as number
    expect(present.periods).toEqual([
      { period: JANUARY, medianScore: near(55), people: 2, atHundred: 0, lowest: near(50), highest: near(60) },
      { period: FEBRUARY, medianScore: near(72), people: 3, atHundred: 1, lowest: near(48), highest: near(100) },
      { period: MARCH, medianScore: near(67), people: 2, atHundred: 1, lowest: near(20), highest: near(114) },
    ])
  })

  it('has the scores of all periods together', () => {
    expect(present.overall).toEqual({
      medianScore: 60,
      people: 7,
      atHundred: 2,
      lowest: 20,
      highest: expect.closeTo(114, 9) as number,
    })
  })

  it('counts how often each mark was reached, at the mark included, where there is enough data', () => {
    expect(Object.fromEntries(present.hitRates)).toEqual({
      csat: { threshold: 7 / 7, target: 4 / 7, stretch: 1 / 7 },
      firstReplyTime: { threshold: 8 / 8, target: 4 / 8, stretch: 2 / 8 },
    })
  })

  it('moves a person’s score from one period to the next by 26 points on average', () => {
    // 50 to 100 to 114; 60 to 72; none, then 48 to 20.
    expect(present.volatility).toBeCloseTo((50 + 14 + 12 + 28) / 4, 9)
  })

  it('recognises by group', () => {
    expect(present.byGroup).toEqual([
      { key: 10, agentPeriods: 5, recognised: 4, share: 4 / 5 },
      { key: 20, agentPeriods: 3, recognised: 2, share: 2 / 3 },
    ])
  })

  it('recognises by thirds of solved tickets', () => {
    // 10, 20 and 30 are the fewest, 60 and 70 the middle, 100 and more the most.
    expect(present.byVolume).toEqual([
      { key: 0, agentPeriods: 3, recognised: 2, share: 2 / 3 },
      { key: 1, agentPeriods: 2, recognised: 2, share: 1 },
      { key: 2, agentPeriods: 3, recognised: 2, share: 2 / 3 },
    ])
  })

  it('keeps people who solved equally many in one third', () => {
    const volumes = (of: readonly number[]) => [
      month(
        JANUARY!,
        of.map((solved, id) => agent(id, null, { csat: 0.9, firstReplyTime: 30, solved })),
      ),
    ]
    const sizes = (of: readonly number[]) =>
      replay(volumes(of), IN_FORCE, IN_FORCE, MINIMUM).present.byVolume.map(({ key, agentPeriods }) => [
        key,
        agentPeriods,
      ])
    expect(sizes([5, 5, 5, 5, 5])).toEqual([[1, 5]])
    expect(sizes([1, 1, 1, 2, 2, 2, 3, 3, 3, 3])).toEqual([
      [0, 3],
      [1, 3],
      [2, 4],
    ])
    expect(sizes([1, 2, 3])).toEqual([
      [0, 1],
      [1, 1],
      [2, 1],
    ])
    expect(sizes([7])).toEqual([[1, 1]])
  })

  it('has a score of 100 where fractions add up to a last digit less', () => {
    // 60 · 1.1 + 40 · 0.85 is 100, and comes out as 99.99999999999999.
    const sheet = [month(JANUARY!, [agent(1, null, { csat: 0.95, firstReplyTime: 34.5 })])]
    const { overall } = replay(sheet, IN_FORCE, IN_FORCE, MINIMUM).present
    expect(overall).toMatchObject({ lowest: expect.closeTo(100, 9) as number, atHundred: 1 })
  })

  it('says nothing of nobody', () => {
    const nobody = { medianScore: null, people: 0, atHundred: 0, lowest: null, highest: null }
    const { present: none, people } = replay([month(JANUARY!, [])], IN_FORCE, IN_FORCE, MINIMUM)
    expect(people).toEqual([])
    expect(none).toEqual({
      periods: [{ period: JANUARY, ...nobody }],
      overall: nobody,
      hitRates: new Map(),
      volatility: null,
      byGroup: [],
      byVolume: [],
    })
  })
})

describe('a draft beside the version in force', () => {
  it('shows each person in the latest period in which both judge them, whoever changes most first', () => {
    const { people } = replay(SHEET, IN_FORCE, HARDER_CSAT, MINIMUM)
    expect(people.map(({ subject, period }) => [subject.id, period.id])).toEqual([
      [1, '2026-03'],
      [2, '2026-02'],
      [3, '2026-03'],
    ])
    expect(people[0]!.present).toBeCloseTo(114, 9)
    expect(people[0]!.draft).toBeCloseTo(60 * (0.15 / 0.16) + 48, 9)
    expect(people[0]!.difference).toBeCloseTo(60 * (0.15 / 0.16) + 48 - 114, 9)
    expect(people[1]!.difference).toBe(0)
  })

  it('does not hide a period with both scores behind a later one with one', () => {
    // Without ratings, first reply time alone has less than half of the weight in the draft, and all of it in force.
    const onlyReplies = draft({ goals: [REPLIES], weights: new Map([['firstReplyTime', 100]] as const) })
    const sheet = [
      month(JANUARY!, [agent(1, null, { csat: 0.9, firstReplyTime: 30 })]),
      month(FEBRUARY!, [agent(1, null, { firstReplyTime: 20 }), agent(2, null, { firstReplyTime: 20 })]),
    ]
    const { people } = replay(sheet, onlyReplies, IN_FORCE, MINIMUM)
    expect(people).toMatchObject([
      { subject: { id: 1 }, period: { id: '2026-01' }, present: 100, draft: 100, difference: 0 },
      { subject: { id: 2 }, period: { id: '2026-02' }, present: 120, draft: null, difference: null, because: null },
    ])
  })

  it('tells both of the same thirds, also where they do not judge the same people', () => {
    const alsoReplies = draft({ goals: [CSAT, REPLIES] })
    const onlyCsat = draft({ goals: [CSAT] })
    const { present, draft: drafted } = replay(SHEET, alsoReplies, onlyCsat, MINIMUM)
    const sizes = ({ byVolume }: Outlook) => byVolume.map(({ key, agentPeriods }) => [key, agentPeriods])
    expect(sizes(present)).toEqual([
      [0, 3],
      [1, 2],
      [2, 3],
    ])
    // January of person 3 has too few ratings.
    expect(sizes(drafted)).toEqual([
      [0, 2],
      [1, 2],
      [2, 3],
    ])
  })
})

describe('what a score changes by', () => {
  const person = (brought: Brought) => agent(1, 10, brought)
  const team = (brought: Brought) => group(10, brought)
  const MIDDLING = { csat: 0.85, firstReplyTime: 45 }
  const replayed = (before: RulebookVersion, after: RulebookVersion, own: Brought, teams: Brought = MIDDLING) =>
    changeOf(replay([month(MARCH!, [person(own)], [team(teams)])], before, after, MINIMUM), 1)

  it.each<[string, RulebookVersion, RulebookVersion, Brought, Brought, MetricKey | null, number]>([
    ['the metric whose goal changed', IN_FORCE, HARDER_CSAT, { csat: 0.96, firstReplyTime: 30 }, {}, 'csat', -7.2],
    [
      'the one that moves it most, where two do',
      IN_FORCE,
      draft({ goals: [accountGoal('csat', [0.8, 0.92, 1]), accountGoal('firstReplyTime', [60, 15, 10])] }),
      { csat: 0.92, firstReplyTime: 30 },
      {},
      'firstReplyTime',
      40 * (30 / 45) - 40,
    ],
    [
      'a metric that lost its weight',
      IN_FORCE,
      draft({ weights: new Map([['firstReplyTime', 100]] as const) }),
      { csat: 1, firstReplyTime: 60 },
      {},
      'csat',
      -72,
    ],
    [
      'the team, where only its share changed',
      draft({ teamShare: 0.3 }),
      draft({ teamShare: 0.5 }),
      { csat: 0.9, firstReplyTime: 30 },
      { csat: 0.85, firstReplyTime: 45 },
      null,
      0,
    ],
    [
      'the team, where a metric moves less than the team does',
      draft({ teamShare: 0 }),
      draft({ teamShare: 0.5, goals: [accountGoal('csat', [0.8, 0.91, 1]), REPLIES] }),
      { csat: 0.9, firstReplyTime: 30 },
      { csat: 0.8, firstReplyTime: 60 },
      null,
      0,
    ],
    [
      'a metric of the person’s own part, in points of the whole score',
      draft({ teamShare: 0.5 }),
      draft({ teamShare: 0.5, goals: [accountGoal('csat', [0.8, 0.96, 1]), REPLIES] }),
      { csat: 0.92, firstReplyTime: 30 },
      { csat: 0.8, firstReplyTime: 30 },
      'csat',
      0.5 * (60 * (0.12 / 0.16) - 60 * 1.04),
    ],
  ])('is put down to %s', (_, before, after, own, teams, metric, points) => {
    const { because } = replayed(before, after, own, teams)
    expect(because?.metric ?? null).toBe(metric)
    if (because !== null) expect(because.points).toBeCloseTo(points, 9)
  })

  it('is put down to nothing where nothing changed', () => {
    expect(replayed(IN_FORCE, draft({}), MIDDLING)).toMatchObject({ difference: 0, because: null, turned: [] })
  })

  it('is put down to what a guard holds', () => {
    const withResolution = {
      goals: [accountGoal('fullResolutionTime', [600, 400, 300]), REPLIES],
      weights: new Map([
        ['fullResolutionTime', 50],
        ['firstReplyTime', 50],
      ] as const),
    }
    const fast = person({ firstReplyTime: 30, reopenRate: 0.05 })
    const measuredFast = {
      ...fast,
      measurements: fast.measurements.map((each) =>
        each.metric === 'fullResolutionTime' ? { ...each, value: 300, n: 50 } : each,
      ),
    }
    const { people } = replay(
      [month(MARCH!, [measuredFast])],
      draft(withResolution),
      draft({ ...withResolution, guards: { ...DEFAULT_GUARDS, mostReopened: 0.01 } }),
      MINIMUM,
    )
    expect(people[0]!.because).toEqual({ metric: 'fullResolutionTime', points: expect.closeTo(-10, 9) as number })
  })

  it('names the goals that only one version finds reached', () => {
    const easierReplies = draft({
      goals: [accountGoal('csat', [0.8, 0.96, 1]), accountGoal('firstReplyTime', [60, 50, 20])],
    })
    expect(replayed(IN_FORCE, easierReplies, { csat: 0.92, firstReplyTime: 45 }).turned).toEqual([
      { metric: 'firstReplyTime', isMet: true },
      { metric: 'csat', isMet: false },
    ])
  })

  it('names no goal that only one version has, or that rests on too few tickets', () => {
    const { turned } = replayed(IN_FORCE, draft({ goals: [REPLIES], weights: new Map([['firstReplyTime', 100]]) }), {
      csat: 0.92,
      firstReplyTime: 30,
    })
    expect(turned).toEqual([])
    const easierReplies = draft({ goals: [CSAT, accountGoal('firstReplyTime', [60, 50, 20])] })
    const few = { csat: 0.9, firstReplyTime: 45, n: { firstReplyTime: 3 } }
    expect(replayed(IN_FORCE, easierReplies, few).turned).toEqual([])
    expect(replayed(IN_FORCE, easierReplies, { ...few, n: {} }).turned).toHaveLength(1)
  })
})

/** Every number of a group as the person's own: from arbitrary facts. */
const anySheet = fc
  .record({ facts: anyFacts, rules: anyRules })
  .map(({ facts: { tickets, ratings }, rules }) =>
    measure({ table: tableOf(tickets, ratings), people: NOBODY, rules, now: LATER }, WEEKS),
  )

const inOrder = (marks: readonly number[], isHigher: boolean): Marks => {
  const [threshold, target, stretch] = [...marks].sort((a, b) => (isHigher ? a - b : b - a))
  return { threshold: threshold!, target: target!, stretch: stretch! }
}
const anyShares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 })
const anyTimes = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 3, maxLength: 3 })

const anyVersion: fc.Arbitrary<RulebookVersion> = fc
  .record({
    csat: anyShares,
    firstContactResolution: anyShares,
    firstReplyTime: anyTimes,
    fullResolutionTime: anyTimes,
    weights: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 4 }),
    teamShare: fc.constantFrom(0, 0.3, 1),
    mostReopened: fc.constantFrom(0, 0.08, 1),
  })
  .map(({ weights, teamShare, mostReopened, ...marks }) =>
    Object.freeze({
      ...IN_FORCE,
      goals: Object.entries(marks).map(([metric, each]) => ({
        ...accountGoal(metric as MetricKey, [0, 0, 0]),
        ...inOrder(each, metric === 'csat' || metric === 'firstContactResolution'),
      })),
      weights: new Map(Object.keys(marks).map((metric, at) => [metric as MetricKey, weights[at]!])),
      teamShare,
      guards: { ...DEFAULT_GUARDS, mostReopened },
    }),
  )

const anyMinimum = fc.constantFrom(1, 3)

describe('a replay', () => {
  it('of a version against itself changes nothing', () => {
    fc.assert(
      fc.property(anySheet, anyVersion, anyMinimum, (sheet, version, minimum) => {
        const { present, draft: same, people } = replay(sheet, version, version, minimum)
        expect(same).toEqual(present)
        for (const { difference, because, turned } of people) {
          expect([difference, because, turned]).toEqual([0, null, []])
        }
      }),
      RUNS,
    )
  })

  it('of the version in force gives the scores that judging gives', () => {
    fc.assert(
      fc.property(anySheet, anyVersion, anyMinimum, (sheet, version, minimumSample) => {
        const rulebook: Rulebook = [version]
        const judged = sheet.map((period) => judge(period, { rulebook, minimumSample }))
        const { present, people } = replay(sheet, version, IN_FORCE, minimumSample)
        const scores = judged.map(({ agents }) =>
          agents.flatMap(({ score }) => (score.value === null ? [] : [score.value])),
        )
        expect(present.periods.map(({ people: count }) => count)).toEqual(scores.map(({ length }) => length))
        expect(present.periods.map(({ lowest }) => lowest)).toEqual(
          scores.map((each) => (each.length === 0 ? null : Math.min(...each))),
        )
        for (const { subject, period, present: score } of people) {
          const { agents } = judged.find((each) => each.period === period)!
          expect(score).toBe(agents.find((card) => card.subject.id === subject.id)!.score.value)
        }
      }),
      RUNS,
    )
  })

  it('turned around has the opposite differences', () => {
    fc.assert(
      fc.property(anySheet, anyVersion, anyVersion, anyMinimum, (sheet, one, other, minimum) => {
        const [there, back] = [replay(sheet, one, other, minimum), replay(sheet, other, one, minimum)]
        expect(back.present).toEqual(there.draft)
        expect(back.people.map(({ subject, difference }) => [subject.id, difference && -difference])).toEqual(
          there.people.map(({ subject, difference }) => [subject.id, difference]),
        )
      }),
      RUNS,
    )
  })

  it('stands in order of the size of the change, people with one score only last', () => {
    fc.assert(
      fc.property(anySheet, anyVersion, anyVersion, anyMinimum, (sheet, one, other, minimum) => {
        const sizes = replay(sheet, one, other, minimum).people.map(({ difference }) =>
          difference === null ? -1 : Math.abs(difference),
        )
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
      }),
      RUNS,
    )
  })

  it('counts every judged agent-period in one third, and reaches a harder mark no more often', () => {
    fc.assert(
      fc.property(anySheet, anyVersion, anyVersion, anyMinimum, (sheet, one, other, minimum) => {
        const { present } = replay(sheet, one, other, minimum)
        const judged = sheet
          .flatMap((period) => judge(period, { rulebook: [one], minimumSample: minimum }).agents)
          .filter(({ lines }) => lines.some(({ attainment }) => attainment !== null))
        expect(present.byVolume.reduce((sum, { agentPeriods }) => sum + agentPeriods, 0)).toBe(judged.length)
        for (const { threshold, target, stretch } of present.hitRates.values()) {
          expect([threshold >= target, target >= stretch]).toEqual([true, true])
        }
        for (const { recognised, agentPeriods, share } of [...present.byGroup, ...present.byVolume]) {
          expect(recognised).toBeLessThanOrEqual(agentPeriods)
          expect(share).toBe(recognised / agentPeriods)
        }
      }),
      RUNS,
    )
  })
})
