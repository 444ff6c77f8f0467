import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { type Goal, GOAL_SCOPES, goalFromTarget } from '../../src/domain/goal.ts'
import { judge } from '../../src/domain/judging.ts'
import { measurementOfNothing } from '../../src/domain/measurement.ts'
import type { MeasuredPeriod } from '../../src/domain/measuring.ts'
import { type MetricKey, SCORECARD_METRICS } from '../../src/domain/metrics.ts'
import { CADENCES, type Period, periodContaining, periodNamed, WEEKDAYS } from '../../src/domain/period.ts'
import {
  DEFAULT_GUARDS,
  goalsFor,
  type GoalSubject,
  type Rulebook,
  type RulebookVersion,
  versionFor,
  versionOn,
} from '../../src/domain/rulebook.ts'
import type { MeasuredSubject } from '../../src/domain/scorecard.ts'

vi.setConfig({ testTimeout: 30_000 })

const at = (text: string) => Date.parse(text) / 1000
const NOON = at('2026-12-07T12:00:00Z')

const goal = (metric: MetricKey, target: number, parts: Partial<Goal> = {}): Goal => ({
  ...goalFromTarget(metric, target),
  ...parts,
})

const version = (parts: Partial<RulebookVersion> = {}): RulebookVersion => ({
  version: 0,
  effectiveFrom: null,
  reason: '',
  goals: [],
  weights: new Map([['csat', 100]]),
  guards: DEFAULT_GUARDS,
  teamShare: 0.3,
  badges: [],
  retired: [],
  ...parts,
})

describe('a period', () => {
  const rulebook: Rulebook = [
    version(),
    version({ version: 1, effectiveFrom: '2026-12-01' }),
    version({ version: 5, effectiveFrom: '2027-01-01' }),
  ]

  it.each([
    ['2026-11', 'UTC', 0],
    ['2026-12', 'UTC', 1],
    ['2027-01', 'UTC', 5],
    ['2030-01', 'UTC', 5],
    ['1970-01', 'UTC', 0],
    // Kiritimati's December begins at 10:00 on 30 November in UTC, that of Los Angeles at 08:00 on 1 December.
    ['2026-11', 'Pacific/Kiritimati', 0],
    ['2026-12', 'Pacific/Kiritimati', 1],
    ['2027-01', 'Pacific/Kiritimati', 5],
    ['2026-11', 'America/Los_Angeles', 0],
    ['2026-12', 'America/Los_Angeles', 1],
    ['2027-01', 'America/Los_Angeles', 5],
    ['2026-Q4', 'UTC', 0],
    ['2027-Q1', 'UTC', 5],
    // Monday 30 November to Sunday 6 December.
    ['2026-W49', 'UTC', 0],
    ['2026-W49', 'Pacific/Kiritimati', 0],
    ['2026-W50', 'America/Los_Angeles', 1],
    // Monday 28 December to Sunday 3 January.
    ['2026-W53', 'UTC', 1],
    ['W2026-11-29', 'UTC', 0],
    ['W2026-12-01', 'Pacific/Kiritimati', 1],
    ['W2026-12-01', 'America/Los_Angeles', 1],
  ])('%s in %s is judged by version %d, in force when it began', (id, timeZone, number) => {
    expect(versionFor(rulebook, periodNamed(id, timeZone, NOON)!).version).toBe(number)
  })

  it.each([
    ['7d', 'UTC', '2026-12-06T12:00:00Z', 0],
    ['7d', 'UTC', '2026-12-07T12:00:00Z', 1],
    ['28d', 'UTC', '2026-12-07T12:00:00Z', 0],
    // The same instant, on 7 December in Kiritimati and on 6 December in Los Angeles.
    ['7d', 'Pacific/Kiritimati', '2026-12-07T05:00:00Z', 1],
    ['7d', 'America/Los_Angeles', '2026-12-07T05:00:00Z', 0],
  ])('of the last %s in %s, seen at %s, is judged by version %d', (id, timeZone, now, number) => {
    expect(versionFor(rulebook, periodNamed(id, timeZone, at(now))!).version).toBe(number)
  })

  it('that begins at one o’clock, where midnight is left out, begins on its day', () => {
    const saoPaulo: Rulebook = [version(), version({ version: 1, effectiveFrom: '2018-11-04' })]
    const week = periodNamed('W2018-11-04', 'America/Sao_Paulo', NOON)!
    expect([versionFor(saoPaulo, week).version, week.start]).toEqual([1, at('2018-11-04T03:00:00Z')])
  })

  it('has the first version where no other is in force, whatever its day', () => {
    const late: Rulebook = [version({ version: 3, effectiveFrom: '2026-12-01' })]
    expect(versionFor(late, periodNamed('2020-01', 'UTC', NOON)!).version).toBe(3)
  })
})

describe('a day', () => {
  const rulebook: Rulebook = [version(), version({ version: 1, effectiveFrom: '2026-12-01' })]

  it.each([
    ['2026-11-30', 0],
    ['2026-12-01', 1],
    ['2026-12-02', 1],
    ['0999-12-31', 0],
  ])('%s has version %d', (day, number) => {
    expect(versionOn(rulebook, day).version).toBe(number)
  })
})

describe('the goal that counts', () => {
  const AGENT: GoalSubject = { kind: 'agent', id: 1, team: 10 }
  const ALONE: GoalSubject = { kind: 'agent', id: 1, team: null }
  const GROUP: GoalSubject = { kind: 'group', id: 10, team: null }
  const account = goal('csat', 80)
  const group = goal('csat', 85, { scope: 'group', of: 10 })
  const agent = goal('csat', 90, { scope: 'agent', of: 1 })
  const elsewhere = goal('csat', 60, { scope: 'group', of: 20 })
  const somebodyElse = goal('csat', 65, { scope: 'agent', of: 2 })
  /** An agent whose id is the group's, and a group whose id is the agent's. */
  const alikeAgent = goal('csat', 70, { scope: 'agent', of: 10 })
  const alikeGroup = goal('csat', 75, { scope: 'group', of: 1 })
  const weekly = goal('csat', 91, { scope: 'agent', of: 1, cadence: 'week' })
  const monthlyGroup = goal('csat', 86, { scope: 'group', of: 10, cadence: 'month' })

  it.each<[promise: string, Goal | null, GoalSubject, Goal['cadence'], Goal[]]>([
    ['for nobody is none', null, AGENT, 'month', []],
    ['of the account is for everybody', account, AGENT, 'month', [account]],
    ['of the account is for somebody without a team', account, ALONE, 'month', [account]],
    ['of the account is for a group', account, GROUP, 'month', [account]],
    ['of a team comes before the account’s', group, AGENT, 'month', [account, group]],
    ['of a group is its own', group, GROUP, 'month', [account, group]],
    ['of a person comes before the team’s', agent, AGENT, 'month', [account, group, agent]],
    ['of a person needs no team', agent, ALONE, 'month', [account, group, agent]],
    ['of a team is not for somebody without one', account, ALONE, 'month', [account, group]],
    ['of another team is for others', account, AGENT, 'month', [account, elsewhere]],
    ['of another person is for others', group, AGENT, 'month', [account, group, somebodyElse]],
    ['of a person is not for a group of the same id', account, GROUP, 'month', [account, alikeAgent]],
    ['of a group is not for a person of the same id', account, AGENT, 'month', [account, alikeGroup]],
    ['of a person is not for their team', group, GROUP, 'month', [account, group, agent]],
    ['of a week counts in a week', weekly, AGENT, 'week', [account, group, weekly]],
    ['of a week does not count in a month', group, AGENT, 'month', [account, group, weekly]],
    ['of a week does not count in a quarter', null, AGENT, 'quarter', [weekly]],
    ['of a week counts in rolling days', weekly, AGENT, null, [account, group, weekly]],
    ['of a month counts in rolling days', monthlyGroup, GROUP, null, [account, monthlyGroup]],
    ['of every period counts in each', account, AGENT, 'quarter', [account, monthlyGroup, weekly]],
  ])('%s', (_, expected, subject, cadence, goals) => {
    for (const inSomeOrder of [goals, [...goals].reverse()]) {
      expect(goalsFor(version({ goals: inSomeOrder }), subject, cadence).get('csat') ?? null).toEqual(expected)
    }
  })

  it.each([
    ['month', 'month'],
    ['week', null],
    ['quarter', 'quarter'],
    [null, null],
  ] as const)(
    'of several in one scope is, for periods of %s, the one for %s, in whatever order they stand',
    (asked, wanted) => {
      const goals = ([null, 'month', 'quarter'] as const).map((cadence) => goal('csat', 90, { cadence }))
      for (const order of [goals, goals.toReversed()]) {
        const found = goalsFor(version({ goals: order }), { kind: 'agent', id: 1, team: null }, asked)
        expect(found.get('csat')?.cadence).toBe(wanted)
      }
    },
  )

  it('of rolling days, where none is for every period, is the month’s, then the week’s, then the quarter’s', () => {
    const cadenceOf = (...cadences: readonly Goal['cadence'][]) =>
      goalsFor(
        version({ goals: cadences.map((cadence) => goal('csat', 90, { cadence })) }),
        { kind: 'group', id: 1, team: null },
        null,
      ).get('csat')?.cadence
    expect(cadenceOf('month', 'week', 'quarter')).toBe('month')
    expect(cadenceOf('week', 'quarter')).toBe('week')
    expect(cadenceOf('quarter')).toBe('quarter')
  })

  it('is each metric’s own', () => {
    const goals = [agent, goal('firstReplyTime', 60), goal('firstReplyTime', 30, { scope: 'group', of: 10 }), account]
    const found = goalsFor(version({ goals }), AGENT, 'month')
    expect([...found].map(([metric, { target }]) => [metric, target]).sort()).toEqual([
      ['csat', 0.9],
      ['firstReplyTime', 30],
    ])
  })

  it('of a person in a judged period is their team’s there, for that kind of period', () => {
    const measurements = SCORECARD_METRICS.map((metric) => measurementOfNothing(metric))
    const person = (id: number, team: number | null): MeasuredSubject => ({
      subject: { kind: 'agent', id, name: null },
      team,
      measurements,
    })
    const targets = (id: string) => {
      const measured: MeasuredPeriod = {
        period: periodNamed(id, 'UTC', NOON)!,
        agents: [person(1, 10), person(2, 20), person(3, null)],
        groups: [{ ...person(10, null), subject: { kind: 'group', id: 10, name: null } }],
      }
      const rulebook: Rulebook = [version({ goals: [account, monthlyGroup, elsewhere, weekly] })]
      const { agents, groups } = judge(measured, { rulebook, minimumSample: 20 })
      return [...agents, ...groups].map(({ lines }) => lines.find(({ metric }) => metric === 'csat')!.goal!.target)
    }
    expect(targets('2026-12')).toEqual([0.86, 0.6, 0.8, 0.86])
    expect(targets('2026-W50')).toEqual([0.91, 0.6, 0.8, 0.8])
    expect(targets('7d')).toEqual([0.91, 0.6, 0.8, 0.86])
  })

  it('leaves the goals of the version as they were', () => {
    const goals = Object.freeze([agent, account, group])
    goalsFor(version({ goals }), AGENT, 'month')
    expect(goals).toEqual([agent, account, group])
  })
})

describe('a later version', () => {
  const ZONES = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Australia/Lord_Howe', 'Asia/Kathmandu']
  const SCORED = ['csat', 'firstContactResolution', 'firstReplyTime', 'fullResolutionTime'] as const
  const [from, to] = [at('2026-10-01T00:00:00Z'), at('2027-03-01T00:00:00Z')]
  const instant = fc.integer({ min: from, max: to })
  /** Instants around midnight of the first of a month, where the days of zones differ. */
  const edge = fc
    .tuple(fc.constantFrom('2026-11-01', '2026-12-01', '2027-01-01'), fc.integer({ min: -30, max: 30 }))
    .map(([day, hours]) => at(`${day}T00:00:00Z`) + 3600 * hours)
  const zone = fc.constantFrom(...ZONES)

  const anyPeriod: fc.Arbitrary<Period> = fc
    .tuple(fc.constantFrom(...CADENCES, null), fc.oneof(instant, edge), zone, fc.constantFrom(...WEEKDAYS))
    .map(([cadence, instant, zone, weekStart]) =>
      cadence === null ? periodNamed('7d', zone, instant)! : periodContaining(cadence, instant, zone, weekStart),
    )
  const scope = fc.constantFrom(...GOAL_SCOPES)
  const anyGoals = fc.uniqueArray(
    fc
      .tuple(fc.constantFrom(...SCORED), fc.integer({ min: 1, max: 100 }), scope, fc.constantFrom(...CADENCES, null))
      .map(([metric, target, scope, cadence]) =>
        goal(metric, target, { scope, cadence, of: scope === 'account' ? null : scope === 'group' ? 10 : 1 }),
      ),
    { maxLength: 8, selector: ({ metric, scope, cadence }) => `${metric} ${scope} ${cadence ?? ''}` },
  )
  const anyWeights = fc
    .shuffledSubarray([...SCORED], { minLength: 1 })
    .map((metrics) => new Map(metrics.map((metric): [MetricKey, number] => [metric, 100 / metrics.length])))
  const anyVersion = fc
    .record({
      goals: anyGoals,
      weights: anyWeights,
      guards: fc.record({ mostReopened: fc.constantFrom(0, 0.08, 1), leastRated: fc.constantFrom(0, 0.05, 1) }),
      teamShare: fc.constantFrom(0, 0.3, 1),
    })
    .map((parts) => version(parts))
  const dayAfter = (day: string, days: number) =>
    new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
  /** The settings' version and up to three with a day of their own, the last one apart. */
  const anyRulebook = fc
    .tuple(anyVersion, fc.array(fc.tuple(anyVersion, fc.integer({ min: 1, max: 60 })), { minLength: 1, maxLength: 3 }))
    .map(([first, others]) => {
      let day = '2026-10-15'
      const dated = others.map(([each, days], place): RulebookVersion => {
        day = dayAfter(day, days)
        return { ...each, version: place + 1, effectiveFrom: day }
      })
      return { earlier: [first, ...dated.slice(0, -1)] as Rulebook, later: dated.at(-1)! }
    })
  const anySubject = (kind: 'agent' | 'group', id: number): fc.Arbitrary<MeasuredSubject> =>
    fc
      .tuple(
        fc.constantFrom(10, 20, null),
        ...SCORECARD_METRICS.map((metric) =>
          fc.tuple(fc.integer({ min: 0, max: 100 }), fc.constantFrom(0, 10, 30)).map(([value, n]) => {
            const nothing = measurementOfNothing(metric)
            const scale = metric === 'firstReplyTime' || metric === 'fullResolutionTime' ? 1 : 100
            return n === 0 ? nothing : { ...nothing, value: value / scale, n }
          }),
        ),
      )
      .map(([team, ...measurements]) => ({
        subject: { kind, id, name: null },
        team: kind === 'agent' ? team : null,
        measurements,
      }))
  const anyMeasured: fc.Arbitrary<MeasuredPeriod> = fc.record({
    period: anyPeriod,
    agents: fc.tuple(anySubject('agent', 1), anySubject('agent', 2)),
    groups: fc.tuple(anySubject('group', 10), anySubject('group', 20)),
  })
  const calendars = new Map(
    ZONES.map((timeZone) => [timeZone, new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })]),
  )
  const firstDay = ({ start, timeZone }: Period) => calendars.get(timeZone)!.format(start * 1000)

  it('changes no scorecard of a period that began before its day, and judges every one from then on', () => {
    const seen = { before: 0, onTheDay: 0, from: 0 }
    fc.assert(
      fc.property(anyMeasured, anyRulebook, (measured, { earlier, later }) => {
        const without = judge(measured, { rulebook: earlier, minimumSample: 20 })
        const withIt = judge(measured, { rulebook: [...earlier, later], minimumSample: 20 })
        const day = firstDay(measured.period)
        if (day < later.effectiveFrom!) {
          seen.before++
          expect(withIt).toEqual(without)
        } else {
          seen[day === later.effectiveFrom ? 'onTheDay' : 'from']++
          for (const { score } of [...withIt.agents, ...withIt.groups]) expect(score.version).toBe(later.version)
          expect(withIt).toEqual(judge(measured, { rulebook: [later], minimumSample: 20 }))
        }
      }),
      { numRuns: 2000, seed: 3 },
    )
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(10)
  })
})
