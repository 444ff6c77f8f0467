import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Goal, goalFromTarget, type Marks } from '../../src/domain/goal.ts'
import { judge } from '../../src/domain/judging.ts'
import { measurementOfNothing, type Measurement } from '../../src/domain/measurement.ts'
import { measure } from '../../src/domain/measuring.ts'
import { METRICS, type MetricKey, SCORECARD_METRICS } from '../../src/domain/metrics.ts'
import type { People } from '../../src/domain/people.ts'
import { agentReport } from '../../src/domain/report.ts'
import { DEFAULT_GUARDS, type RulebookVersion } from '../../src/domain/rulebook.ts'
import type { Score, TeamPart } from '../../src/domain/score.ts'
import { scorecard } from '../../src/domain/scorecard.ts'
import type { Ticket } from '../../src/domain/ticket.ts'
import { parseSettings } from '../../src/zendesk/settings.ts'
import { LATER, rating, RULES, SEPTEMBER, tableOf, ticket } from '../fixtures/ticket.ts'

const RUNS = { numRuns: 2000, seed: 3 }
const MINIMUM = 20

/** The value of each metric, and the tickets that it rests on. */
type Sheet = Readonly<Partial<Record<MetricKey, readonly [value: number, n: number]>>>

interface Given {
  readonly sheet: Sheet
  readonly rules?: Partial<RulebookVersion>
  readonly team?: TeamPart | null | 'unknown'
}

const WEIGHTED = ['csat', 'firstContactResolution', 'firstReplyTime', 'fullResolutionTime'] as const

/** Marks: CSAT 0.8, 0.9, 0.925. FCR 0.4, 0.7, 0.775. First reply 90, 60, 48. Full resolution 1500, 1000, 800. */
const VERSION: RulebookVersion = {
  version: 4,
  effectiveFrom: null,
  reason: '',
  goals: [
    goalFromTarget('csat', 90),
    goalFromTarget('firstContactResolution', 70),
    goalFromTarget('firstReplyTime', 60),
    goalFromTarget('fullResolutionTime', 1000),
  ],
  weights: new Map([
    ['csat', 35],
    ['firstContactResolution', 30],
    ['firstReplyTime', 20],
    ['fullResolutionTime', 15],
  ]),
  guards: DEFAULT_GUARDS,
  teamShare: 0.3,
  badges: [],
  retired: [],
}

/** Every target met and none surpassed, 1 of 50 solved tickets reopened. */
const MET: Sheet = {
  csat: [0.9, 40],
  firstContactResolution: [0.7, 50],
  firstReplyTime: [60, 50],
  fullResolutionTime: [1000, 50],
  reopenRate: [0.02, 50],
  solvedTickets: [50, 50],
}

const STRETCHED: Sheet = {
  ...MET,
  csat: [0.925, 40],
  firstContactResolution: [0.775, 50],
  firstReplyTime: [48, 50],
  fullResolutionTime: [800, 50],
}

/** As if they had not been measured. */
function without(sheet: Sheet, ...metrics: MetricKey[]): Sheet {
  return Object.fromEntries(Object.entries(sheet).filter(([metric]) => !metrics.includes(metric as MetricKey)))
}

const withoutGoal = (metric: MetricKey): Partial<RulebookVersion> => ({
  goals: VERSION.goals.filter((goal) => goal.metric !== metric),
})

const weighing = (...weights: [MetricKey, number][]): Partial<RulebookVersion> => ({ weights: new Map(weights) })

const measurements = (sheet: Sheet): Measurement[] =>
  SCORECARD_METRICS.map((metric) => {
    const [value, n] = sheet[metric] ?? []
    const nothing = measurementOfNothing(metric)
    return value === undefined || n === undefined || n === 0 ? nothing : { ...nothing, value, n }
  })

/** What a team of that score brings to its people's. */
const teamAt = (value: number | null): TeamPart => ({ group: 10, value })

function scored({ sheet, rules = {}, team = null }: Given, minimumSample = MINIMUM): Score {
  const measured = {
    subject: { kind: 'agent', id: 1, name: null } as const,
    team: team === null ? null : 10,
    measurements: measurements(sheet),
  }
  return scorecard(measured, SEPTEMBER, { ...VERSION, ...rules }, team, minimumSample).score
}

describe('a score', () => {
  it.each<[promise: string, value: number | null, given: Given]>([
    ['is 100 when every target is met and none surpassed', 100, { sheet: MET }],
    ['is 120 when every stretch is reached', 120, { sheet: STRETCHED }],
    [
      'is 120 and no more beyond the stretches',
      120,
      {
        sheet: {
          ...STRETCHED,
          csat: [1, 40],
          firstContactResolution: [1, 50],
          firstReplyTime: [0, 50],
          fullResolutionTime: [1, 50],
        },
      },
    ],
    [
      'is 0 at the thresholds',
      0,
      {
        sheet: {
          ...MET,
          csat: [0.8, 40],
          firstContactResolution: [0.4, 50],
          firstReplyTime: [90, 50],
          fullResolutionTime: [1500, 50],
        },
      },
    ],
    [
      'is 0 and no less beyond the thresholds',
      0,
      {
        sheet: {
          ...MET,
          csat: [0, 40],
          firstContactResolution: [0, 50],
          firstReplyTime: [9000, 50],
          fullResolutionTime: [9000, 50],
        },
      },
    ],
    // CSAT half way to the target: 35 · 0.5 + 30 + 20 + 15
    ['weighs what is half way', 82.5, { sheet: { ...MET, csat: [0.85, 40] } }],
    // CSAT 1 + 0.2 · 0.01 / 0.025 = 1.08, FCR 0.5, first reply 0.5, resolution 1.1: 37.8 + 15 + 10 + 16.5
    [
      'weighs each metric by its own percent',
      79.3,
      {
        sheet: {
          ...MET,
          csat: [0.91, 40],
          firstContactResolution: [0.55, 50],
          firstReplyTime: [75, 50],
          fullResolutionTime: [900, 50],
        },
      },
    ],
    // 60 · 0.5 + 40 · 1.1; the two without a weight, at 0, say nothing
    [
      'leaves out what has no weight',
      74,
      {
        sheet: {
          ...MET,
          csat: [0.85, 40],
          firstReplyTime: [54, 50],
          firstContactResolution: [0, 50],
          fullResolutionTime: [9000, 50],
        },
        rules: weighing(['csat', 60], ['firstReplyTime', 40], ['fullResolutionTime', 0]),
      },
    ],
    // 30 + 20 · 0.5 + 15 = 55 of the 65 that are left: 84.615…
    [
      'shares out the weight of what is not measured',
      84.615384615,
      { sheet: without({ ...MET, firstReplyTime: [75, 50] }, 'csat') },
    ],
    [
      'shares out the weight of what rests on one ticket too few',
      84.615384615,
      { sheet: { ...MET, firstReplyTime: [75, 50], csat: [0.95, 19] } },
    ],
    ['counts what rests on just enough', 107, { sheet: { ...MET, csat: [0.925, 20] } }], // 35 · 1.2 + 30 + 20 + 15
    [
      'shares out the weight of what has no goal',
      84.615384615,
      { sheet: { ...MET, firstReplyTime: [75, 50] }, rules: withoutGoal('csat') },
    ],
    // CSAT alone, half way, with half of the weight
    [
      'needs half of the weight measured, no more',
      50,
      {
        sheet: without({ ...MET, csat: [0.85, 40] }, 'firstReplyTime'),
        rules: weighing(['csat', 50], ['firstReplyTime', 50]),
      },
    ],
    [
      'is none when less than half is measured',
      null,
      { sheet: without(MET, 'firstReplyTime'), rules: weighing(['csat', 49.9], ['firstReplyTime', 50.1]) },
    ],
    ['is none when a third is measured', null, { sheet: { csat: [0.9, 40] } }],
    ['is none when nothing is measured', null, { sheet: {} }],
    ['is none when nothing has a goal', null, { sheet: MET, rules: { goals: [] } }],
  ])('%s: %j', (_, value, given) => expectScore(scored(given), value))

  it('says how much is measured where that is too little', () => {
    const { own, missing, measuredWeight } = scored({ sheet: { csat: [0.9, 40] } })
    expect([own, missing, measuredWeight]).toEqual([null, 'tooLittleMeasured', 35])
  })

  it('lists every metric with a weight, the greatest first, and what each brings', () => {
    const sheet = without({ ...MET, csat: [0.85, 40] }, 'fullResolutionTime')
    const rules = weighing(
      ['fullResolutionTime', 20],
      ['csat', 30],
      ['firstReplyTime', 0],
      ['firstContactResolution', 50],
    )
    expect(scored({ sheet, rules })).toMatchObject({
      measuredWeight: 80,
      version: 4,
      lines: [
        { metric: 'firstContactResolution', weight: 50, effectiveWeight: 62.5, attainment: 1, counted: 1 },
        { metric: 'csat', weight: 30, effectiveWeight: 37.5, isHeld: false },
        { metric: 'fullResolutionTime', weight: 20, effectiveWeight: 0, attainment: null, counted: null },
      ],
    })
    expect(scored({ sheet, rules }).lines).toHaveLength(3)
  })
})

describe('the guard of reopened tickets', () => {
  const reopened = (hits: number, n: number, sheet: Sheet = STRETCHED): Given => ({
    sheet: { ...sheet, reopenRate: [hits / n, n], solvedTickets: [n, n] },
  })

  it.each<[promise: string, value: number, given: Given]>([
    // 35 · 1.2 + 30 · 1 + 20 · 1.2 + 15 · 1
    ['holds first contact resolution and full resolution at their targets', 111, reopened(5, 50)],
    ['lets exactly 8 % pass', 120, reopened(2, 25)],
    ['holds at a hair more', 111, reopened(801, 10_000)],
    ['lets 2 of 19 pass, which are too few to tell', 120, reopened(2, 19)],
    ['holds at 2 of 20', 111, reopened(2, 20)],
    // 42 + 30 · 0.5 + 24 + 15 · 0.6
    [
      'lowers nothing that is below its target',
      90,
      reopened(50, 50, { ...STRETCHED, firstContactResolution: [0.55, 50], fullResolutionTime: [1200, 50] }),
    ],
    ['lets all pass where none are known', 120, { sheet: without(STRETCHED, 'reopenRate') }],
    [
      'allows what the rulebook allows',
      120,
      { ...reopened(5, 50), rules: { guards: { ...DEFAULT_GUARDS, mostReopened: 0.1 } } },
    ],
    ['may allow none at all', 111, { ...reopened(1, 50), rules: { guards: { ...DEFAULT_GUARDS, mostReopened: 0 } } }],
  ])('%s: %j', (_, value, given) => expectScore(scored(given), value))

  it('says what it allows, what was found, and which lines it holds', () => {
    const { reopenGuard, lines } = scored(reopened(5, 50))
    expect(reopenGuard).toEqual({ value: 0.1, limit: 0.08, isBroken: true })
    expect(lines.map(({ metric, attainment, counted, isHeld }) => [metric, attainment, counted, isHeld])).toEqual([
      ['csat', 1.2, 1.2, false],
      ['firstContactResolution', 1.2, 1, true],
      ['firstReplyTime', 1.2, 1.2, false],
      ['fullResolutionTime', 1.2, 1, true],
    ])
  })

  it('says nothing of too few', () => {
    expect(scored(reopened(19, 19)).reopenGuard).toBeNull()
    expect(scored(reopened(2, 25)).reopenGuard).toMatchObject({ value: 0.08, isBroken: false })
  })
})

describe('the guard of few voices', () => {
  it.each([
    [0, 20, { value: 0, limit: 0.05, isBroken: true }],
    [1, 20, { value: 0.05, limit: 0.05, isBroken: false }],
    [1, 21, { value: 1 / 21, limit: 0.05, isBroken: true }],
    [30, 20, { value: 1.5, limit: 0.05, isBroken: false }],
    [0, 19, null],
    [19, 19, null],
    [5, 0, null],
  ])('of %d ratings for %d solved tickets', (ratings, solved, reading) => {
    const sheet: Sheet = { ...MET, csat: [0.9, ratings], solvedTickets: [solved, solved] }
    expect(scored({ sheet }).ratedGuard).toEqual(reading)
  })

  it('marks and changes no score', () => {
    const sheet: Sheet = { ...STRETCHED, csat: [1, 20], solvedTickets: [4000, 4000] }
    expect(scored({ sheet })).toMatchObject({ value: 120, ratedGuard: { value: 0.005, isBroken: true } })
  })
})

describe('the score of a person', () => {
  it.each<[promise: string, value: number | null, given: Given]>([
    ['is for a part that of their team', 94, { sheet: MET, team: teamAt(80) }], // 0.7 · 100 + 0.3 · 80
    ['is lifted by a better team', 106, { sheet: MET, team: teamAt(120) }], // 0.7 · 100 + 0.3 · 120
    ['is 120 when both are', 120, { sheet: STRETCHED, team: teamAt(120) }],
    ['is their own without a team', 100, { sheet: MET, team: null }],
    ['is their own when the team has none', 100, { sheet: MET, team: teamAt(null) }],
    ['is their own when the team has no part', 100, { sheet: MET, team: teamAt(0), rules: { teamShare: 0 } }],
    ['is the team’s when that is all of it', 60, { sheet: MET, team: teamAt(60), rules: { teamShare: 1 } }],
    ['is none when the team’s is not known', null, { sheet: MET, team: 'unknown' }],
    ['is their own when the unknown has no part', 100, { sheet: MET, team: 'unknown', rules: { teamShare: 0 } }],
    ['is none when too little is their own', null, { sheet: {}, team: teamAt(120) }],
    [
      'is none without own work, be the team all of it',
      null,
      { sheet: {}, team: teamAt(120), rules: { teamShare: 1 } },
    ],
    // CSAT rests on too few. FCR 1.2, held: 1. First reply 0.8. Resolution 1 + 0.2 · 160 / 200 = 1.16, held: 1.
    // Own: (30 + 16 + 15) / 65 = 93.846…; with the team: 0.7 · 93.846… + 0.3 · 80
    [
      'is all of this together',
      89.692307692,
      {
        sheet: {
          csat: [1, 12],
          firstContactResolution: [0.8, 45],
          firstReplyTime: [66, 50],
          fullResolutionTime: [840, 50],
          reopenRate: [0.1, 50],
          solvedTickets: [50, 50],
        },
        team: teamAt(80),
      },
    ],
  ])('%s: %j', (_, value, given) => expectScore(scored(given), value))

  it.each<[string, Given, Partial<Score>]>([
    ['a known team', { sheet: MET, team: teamAt(80) }, { own: 100, teamShare: 0.3, team: teamAt(80), missing: null }],
    ['no team', { sheet: MET, team: null }, { own: 100, teamShare: 0, team: null, missing: null }],
    ['a team without a score', { sheet: MET, team: teamAt(null) }, { own: 100, teamShare: 0, team: teamAt(null) }],
    ['a team that is not known', { sheet: MET, team: 'unknown' }, { own: 100, team: null, missing: 'teamUnknown' }],
    ['too little of their own', { sheet: {}, team: 'unknown' }, { own: null, missing: 'tooLittleMeasured' }],
  ])('tells of %s', (_, given, told) => expect(scored(given)).toMatchObject(told))
})

describe('the team of a person', () => {
  const PEOPLE: People = { agents: new Map(), groups: new Map(), memberships: [] }
  const { settings } = parseSettings({
    minimum_sample: 2,
    first_reply_target_minutes: 60,
    weights: 'firstReplyTime 100',
  })
  const solvedFor = (group: number | null, times: number, parts: Partial<Ticket> = {}) =>
    Array.from({ length: times }, () => ticket({ group, ...parts }))
  /** Replies that nobody solved: measured, but for no solve. */
  const unsolvedFor = (group: number, times: number) => solvedFor(group, times, { solved: null })
  const teamIn = (tickets: readonly Ticket[], now = LATER) => {
    const [measured] = measure({ table: tableOf(tickets), people: PEOPLE, rules: RULES, now }, [SEPTEMBER])
    return measured!.agents.find(({ subject }) => subject.id === 1)!.team
  }

  it.each<[promise: string, team: number | null, tickets: readonly Ticket[]]>([
    ['is the group that they solved most for', 20, [...solvedFor(10, 2), ...solvedFor(20, 3), ...solvedFor(30, 1)]],
    ['is of equals the one with the lowest id', 20, [...solvedFor(30, 2), ...solvedFor(20, 2), ...solvedFor(40, 1)]],
    ['counts solves, not replies', 20, [...unsolvedFor(10, 5), ...solvedFor(20, 1)]],
    ['may be one that they solved nothing for', 10, [...unsolvedFor(20, 5), ...unsolvedFor(10, 1)]],
    [
      'is no group in which nothing of theirs is measured',
      20,
      [
        ...unsolvedFor(20, 1),
        ...solvedFor(10, 9, { solved: null, firstReplyCalendarMinutes: null }),
        ...solvedFor(5, 9, { leftOut: 'merged' }),
      ],
    ],
    ['is none for tickets of no group', null, solvedFor(null, 3)],
    ['is a group, however many tickets have none', 20, [...solvedFor(null, 9), ...solvedFor(20, 1)]],
    ['counts the period alone', 20, [...solvedFor(10, 9, { created: 0, solved: SEPTEMBER.end }), ...solvedFor(20, 1)]],
    ['does not count what others solved', 20, [...solvedFor(10, 9, { agent: 2 }), ...solvedFor(20, 1)]],
  ])('%s: %j', (_, team, tickets) => {
    expect(teamIn(tickets)).toBe(team)
    expect(teamIn([...tickets].reverse())).toBe(team)
  })

  it('counts what has not settled yet', () => {
    const fresh = [...solvedFor(20, 2), ...solvedFor(10, 1)]
    expect(teamIn(fresh, fresh[0]!.solved! + 1)).toBe(20)
  })

  it('may be one that a rating alone was given for', () => {
    const [rated] = solvedFor(20, 1, { agent: 2 })
    const table = tableOf([rated!], [rating({ ticket: rated!.id, agent: 1, group: 20 })])
    const [measured] = measure({ table, people: PEOPLE, rules: RULES, now: LATER }, [SEPTEMBER])
    expect(measured!.agents.map(({ subject, team }) => [subject.id, team])).toEqual([
      [1, 20],
      [2, 20],
    ])
  })

  // Own: 60 min, 100. The team: 60, 60, 75, 75 min, median 67.5, 75. Together 0.7 · 100 + 0.3 · 75.
  const tickets = [
    ...solvedFor(10, 2, { firstReplyCalendarMinutes: 60 }),
    ...solvedFor(10, 2, { firstReplyCalendarMinutes: 75, agent: 2 }),
  ]
  const basis = { table: tableOf(tickets), people: PEOPLE, settings, period: SEPTEMBER, now: LATER }

  it('brings its own score, from its tickets, to that of its people', () => {
    const [measured] = measure({ ...basis, rules: RULES }, [SEPTEMBER])
    const { agents, groups } = judge(measured!, settings)
    expect(groups.map(({ score }) => score.value)).toEqual([75])
    expect(agents[0]!.score).toMatchObject({ value: 92.5, own: 100, teamShare: 0.3, team: { group: 10, value: 75 } })
  })

  it.each<['all' | readonly number[], number | null]>([
    ['all', 92.5],
    [[10], 92.5],
    [[20], null],
    [[], null],
  ])('is known to whoever has read all tickets of %j: %j', (groups, value) => {
    const { score } = agentReport(basis, 1, groups === 'all' ? 'all' : new Set(groups))
    expect([score.value, score.own, score.missing]).toEqual([value, 100, value === null ? 'teamUnknown' : null])
  })
})

describe('any score', () => {
  const halves = (max: number) => fc.integer({ min: 0, max: 2 * max }).map((half) => half / 2)
  const value = (metric: MetricKey) =>
    METRICS[metric].unit === 'minutes'
      ? fc.oneof(halves(200), fc.constantFrom(48, 54, 60, 90))
      : fc.oneof(
          fc.integer({ min: 0, max: 200 }).map((part) => part / 200),
          fc.constantFrom(0.08, 0.4, 0.7, 0.775, 0.8, 0.9, 0.925),
        )
  const n = fc.oneof(
    fc.constantFrom(0, 1, 19, 20),
    fc.integer({ min: 20, max: 400 }),
    fc.integer({ min: 20, max: 400 }),
  )
  const anySheet: fc.Arbitrary<Sheet> = fc.record({
    ...Object.fromEntries(WEIGHTED.map((metric) => [metric, fc.tuple(value(metric), n)])),
    reopenRate: fc.tuple(fc.oneof(value('reopenRate'), fc.constantFrom(0, 0.08, 0.1)), n),
    solvedTickets: n.map((solved) => [solved, solved] as const),
  })
  const marks = (metric: MetricKey): fc.Arbitrary<Marks> =>
    fc.tuple(value(metric), value(metric), value(metric)).map((three) => {
      const [threshold, target, stretch] = three.sort((a, b) => (METRICS[metric].better === 'higher' ? a - b : b - a))
      return { threshold: threshold, target: target, stretch: stretch }
    })
  const goal = (metric: MetricKey): fc.Arbitrary<Goal> =>
    fc.oneof(
      marks(metric).map((each) => ({ ...goalFromTarget(metric, 1), ...each })),
      fc.integer({ min: 1, max: 100 }).map((target) => goalFromTarget(metric, target)),
    )
  const anyGoals = fc
    .tuple(...WEIGHTED.map((metric) => fc.option(goal(metric), { nil: null, freq: 5 })))
    .map((goals) => goals.filter((each) => each !== null))
  /** Halves that sum to 100, so that no weight is rounded. */
  const anyWeights = fc
    .record({
      metrics: fc.shuffledSubarray([...WEIGHTED], { minLength: 1 }),
      cuts: fc.tuple(halves(100), halves(100), fc.constantFrom(0, 25, 50, 100)),
    })
    .map(({ metrics, cuts }) => {
      const edges = [0, ...cuts.slice(0, metrics.length - 1).sort((a, b) => a - b), 100]
      return new Map(metrics.map((metric, place) => [metric as MetricKey, edges[place + 1]! - edges[place]!]))
    })
  const anyRules = fc.record({
    goals: anyGoals,
    weights: anyWeights,
    guards: fc.record({ mostReopened: fc.constantFrom(0, 0.08, 0.5, 1), leastRated: fc.constantFrom(0, 0.05, 1) }),
    teamShare: fc.constantFrom(0, 0.3, 0.5, 1),
  })
  const points = fc.oneof(fc.double({ min: 0, max: 120, noNaN: true }), fc.constantFrom(0, 100, 120))
  const anyTeam = fc.oneof(
    points.map(teamAt),
    fc.constantFrom<TeamPart | null | 'unknown'>(null, 'unknown', teamAt(null)),
  )
  const anything: fc.Arbitrary<Required<Given>> = fc.record({ sheet: anySheet, rules: anyRules, team: anyTeam })
  const shuffled = <Value>(values: readonly Value[]) => fc.shuffledSubarray([...values], { minLength: values.length })

  it('can be worked out again by hand, from what is told of it alone', () => {
    const seen = { scores: 0, held: 0, shared: 0, unknown: 0, tooLittle: 0 }
    fc.assert(
      fc.property(anything, (given) => {
        const score = scored(given)
        expect(score).toMatchObject(byHand(score))
        if (score.value !== null) seen.scores++
        if (score.lines.some(({ isHeld }) => isHeld)) seen.held++
        if (score.teamShare > 0 && score.team !== null) seen.shared++
        if (score.missing === 'teamUnknown') seen.unknown++
        if (score.missing === 'tooLittleMeasured') seen.tooLittle++
      }),
      RUNS,
    )
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(100)
  })

  it('never falls when a weighted metric gets better', () => {
    const better = fc.tuple(anything, fc.constantFrom(...WEIGHTED)).chain(([given, metric]) =>
      value(metric).map((other) => {
        const [one, tickets] = given.sheet[metric]!
        const [low, high] = METRICS[metric].better === 'higher' ? [one, other] : [other, one]
        const at = (each: number): Given => ({ ...given, sheet: { ...given.sheet, [metric]: [each, tickets] } })
        return low <= high ? ([at(one), at(other)] as const) : ([at(other), at(one)] as const)
      }),
    )
    fc.assert(
      fc.property(better, ([worse, better]) => {
        expect(scored(better).missing).toBe(scored(worse).missing)
        expect(scored(better).value ?? 0).toBeGreaterThanOrEqual(scored(worse).value ?? 0)
      }),
      RUNS,
    )
  })

  it('never falls when fewer tickets come back', () => {
    fc.assert(
      fc.property(anything, value('reopenRate'), value('reopenRate'), (given, one, other) => {
        const at = (rate: number) =>
          scored({ ...given, sheet: { ...given.sheet, reopenRate: [rate, given.sheet.reopenRate![1]] } }).value ?? 0
        expect(at(Math.min(one, other))).toBeGreaterThanOrEqual(at(Math.max(one, other)))
      }),
      RUNS,
    )
  })

  it('never falls when the team’s rises', () => {
    fc.assert(
      fc.property(anything, points, points, (given, one, other) => {
        const at = (team: number) => scored({ ...given, team: teamAt(team) }).value ?? 0
        expect(at(Math.max(one, other))).toBeGreaterThanOrEqual(at(Math.min(one, other)))
      }),
      RUNS,
    )
  })

  it('lies between 0 and 120', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const { value, own } = scored(given)
        for (const part of [value ?? 0, own ?? 0]) expect(part >= 0 && part <= 120).toBe(true)
      }),
      RUNS,
    )
  })

  it('does not depend on the order of goals, weights and lines', () => {
    const inTwoOrders = anything.chain(({ rules, sheet, team }) =>
      fc
        .record({
          goals: shuffled(rules.goals!),
          weights: shuffled([...rules.weights!]),
          lines: shuffled(measurements(sheet)),
        })
        .map((other) => ({ rules, sheet, team, other })),
    )
    fc.assert(
      fc.property(inTwoOrders, ({ rules, sheet, team, other }) => {
        const subject = { kind: 'agent', id: 1, name: null } as const
        const version = { ...VERSION, ...rules, goals: other.goals, weights: new Map(other.weights) }
        const measured = { subject, team: team === null ? null : 10, measurements: other.lines }
        const { score } = scorecard(measured, SEPTEMBER, version, team, MINIMUM)
        expect(score).toEqual(scored({ sheet, rules, team }))
      }),
      RUNS,
    )
  })

  it('has weights that sum to 100, as given and as shared out', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const { lines, measuredWeight } = scored(given)
        const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0)
        expect(sum(lines.map(({ weight }) => weight))).toBe(100)
        expect(sum(lines.map(({ effectiveWeight }) => effectiveWeight))).toBeCloseTo(measuredWeight > 0 ? 100 : 0, 9)
        for (const { counted, effectiveWeight, weight } of lines)
          expect(counted === null ? effectiveWeight === 0 : effectiveWeight >= weight).toBe(true)
      }),
      RUNS,
    )
  })
})

function expectScore(score: Score, value: number | null): void {
  if (value === null) expect(score.value).toBeNull()
  else expect(score.value).toBeCloseTo(value, 8)
}

const near = (value: number | null): unknown => (value === null ? null : expect.closeTo(value, 8))

/** The score that follows from what is told of it: weights, attainments, the team's part and the guard. */
function byHand({ lines, teamShare, team, reopenGuard }: Score) {
  const measured = lines.filter(({ attainment }) => attainment !== null)
  const measuredWeight = measured.reduce((sum, { weight }) => sum + weight, 0)
  const isGuarded = (metric: MetricKey) => metric === 'firstContactResolution' || metric === 'fullResolutionTime'
  const countedIn = ({ metric, attainment }: Score['lines'][number]) =>
    attainment !== null && isGuarded(metric) && reopenGuard?.isBroken === true ? Math.min(1, attainment) : attainment
  let points = 0
  for (const line of measured) points += line.weight * countedIn(line)!
  const own = measuredWeight < 50 ? null : (100 * points) / measuredWeight
  const missing = own === null ? 'tooLittleMeasured' : teamShare > 0 && team === null ? 'teamUnknown' : null
  const value = missing === null ? (1 - teamShare) * own! + teamShare * (team?.value ?? 0) : null
  return {
    own: near(own),
    value: near(value),
    missing,
    measuredWeight: near(measuredWeight),
    lines: lines.map((line) => ({
      counted: near(countedIn(line)),
      isHeld: countedIn(line) !== line.attainment,
      effectiveWeight: near(line.attainment === null ? 0 : (100 * line.weight) / measuredWeight),
    })),
  }
}
