import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Baseline, baseline } from '../../src/domain/baseline.ts'
import type { Goal } from '../../src/domain/goal.ts'
import { type Lint, lint, type LintContext } from '../../src/domain/lint.ts'
import { measurementOfNothing } from '../../src/domain/measurement.ts'
import { type MetricKey, SCORECARD_METRICS } from '../../src/domain/metrics.ts'
import { latestPeriods } from '../../src/domain/period.ts'
import { DEFAULT_GUARDS, type RulebookVersion } from '../../src/domain/rulebook.ts'
import { accountGoal } from '../fixtures/goal.ts'

const NOW = Date.parse('2026-06-30T12:00:00Z') / 1000
const MONTHS = latestPeriods('month', 6, NOW, 'Europe/Rome')

/** A half year in which each of these values was somebody's month. */
function pastOf(metric: MetricKey, values: readonly number[], months = 6): Baseline {
  const measured = MONTHS.slice(-months).map((period, month) => ({
    period,
    groups: [],
    agents: values.flatMap((value, agent) =>
      agent % months === month
        ? [
            {
              subject: { kind: 'agent' as const, id: agent, name: null },
              team: null,
              measurements: SCORECARD_METRICS.map((each) => ({
                ...measurementOfNothing(each),
                ...(each === metric ? { value, n: 50 } : {}),
              })),
            },
          ]
        : [],
    ),
  }))
  return baseline(metric, measured, { scope: 'account', of: null }, 20, 'month')
}

const PAST: Readonly<Partial<Record<MetricKey, Baseline>>> = {
  csat: pastOf('csat', [0.8, 0.84, 0.87, 0.89, 0.9, 0.91, 0.92, 0.93, 0.95, 0.97]),
  firstContactResolution: pastOf('firstContactResolution', [0.6, 0.63, 0.66, 0.68, 0.7, 0.71, 0.73, 0.76, 0.79, 0.82]),
  firstReplyTime: pastOf('firstReplyTime', [22, 26, 29, 31, 35, 38, 41, 48, 55, 70]),
  fullResolutionTime: pastOf('fullResolutionTime', [300, 380, 430, 480, 510, 560, 600, 680, 760, 900]),
}

const SANE: LintContext = {
  baselineOf: ({ metric }) => PAST[metric] ?? pastOf(metric, []),
  ratedForOthers: { tickets: 10, rated: 1000 },
}

const goal = (metric: MetricKey, threshold: number, target: number, stretch: number): Goal =>
  accountGoal(metric, [threshold, target, stretch])

const GOALS = {
  csat: goal('csat', 0.86, 0.91, 0.95),
  firstContactResolution: goal('firstContactResolution', 0.64, 0.72, 0.78),
  firstReplyTime: goal('firstReplyTime', 50, 36, 27),
  fullResolutionTime: goal('fullResolutionTime', 700, 500, 400),
}

const weights = (of: Partial<Record<MetricKey, number>>): RulebookVersion['weights'] =>
  new Map(Object.entries(of) as [MetricKey, number][])

/** Four outcomes with goals and weights, quality before speed, and a part for the team. */
const DEFAULTS: RulebookVersion = Object.freeze({
  version: 1,
  effectiveFrom: null,
  reason: '',
  goals: Object.values(GOALS),
  weights: weights({ csat: 35, firstContactResolution: 30, firstReplyTime: 20, fullResolutionTime: 15 }),
  guards: DEFAULT_GUARDS,
  teamShare: 0.3,
  badges: [],
  retired: [],
})

const withGoal = (changed: Goal) => ({
  goals: Object.values({ ...GOALS, [changed.metric]: changed }),
})

describe('the checks of a rulebook', () => {
  it('find nothing to remark in sane rules on a sane past', () => {
    expect(lint(DEFAULTS, SANE)).toEqual([])
  })

  it.each<[string, Partial<RulebookVersion>, Partial<LintContext>, Lint[]]>([
    [
      'weight on effort',
      {
        weights: weights({
          csat: 35,
          firstContactResolution: 30,
          firstReplyTime: 20,
          fullResolutionTime: 10,
          solvedTickets: 5,
        }),
      },
      {},
      [{ kind: 'activityWeight', metric: 'solvedTickets', percent: 5 }],
    ],
    [
      'one metric with nearly all the weight',
      { weights: weights({ csat: 71, fullResolutionTime: 29 }), goals: [GOALS.csat, GOALS.fullResolutionTime] },
      {},
      [{ kind: 'oneMetricHeavy', metric: 'csat', percent: 71 }],
    ],
    [
      'no such thing of one with 70 %',
      { weights: weights({ csat: 70, fullResolutionTime: 30 }), goals: [GOALS.csat, GOALS.fullResolutionTime] },
      {},
      [],
    ],
    [
      'one family with nearly all the weight, no metric of it alone',
      { weights: weights({ csat: 10, firstContactResolution: 15, firstReplyTime: 45, fullResolutionTime: 30 }) },
      {},
      [{ kind: 'oneFamilyHeavy', family: 'speed', percent: 75 }],
    ],
    [
      'more metrics than anybody can steer by, not counting those with no weight',
      {
        weights: weights({
          csat: 25,
          firstContactResolution: 25,
          firstReplyTime: 15,
          fullResolutionTime: 15,
          reopenRate: 10,
          oneAssigneeShare: 5,
          solvedTickets: 5,
          firstReplyWithinTarget: 0,
        }),
      },
      {},
      [
        { kind: 'activityWeight', metric: 'reopenRate', percent: 10 },
        { kind: 'activityWeight', metric: 'oneAssigneeShare', percent: 5 },
        { kind: 'activityWeight', metric: 'solvedTickets', percent: 5 },
        { kind: 'tooManyMetrics', count: 7 },
      ],
    ],
    [
      'a weight too small to be felt',
      { weights: weights({ csat: 40, firstContactResolution: 30, firstReplyTime: 21, fullResolutionTime: 9 }) },
      {},
      [{ kind: 'smallWeight', metric: 'fullResolutionTime', percent: 9 }],
    ],
    [
      'weight without a goal',
      { goals: DEFAULTS.goals.filter(({ metric }) => metric !== 'csat') },
      {},
      [{ kind: 'weightWithoutGoal', metric: 'csat' }],
    ],
    [
      'a goal without weight, once however many goals it has',
      {
        weights: weights({ firstContactResolution: 50, firstReplyTime: 25, fullResolutionTime: 25, csat: 0 }),
        goals: [...DEFAULTS.goals, { ...GOALS.csat, scope: 'group', of: 10 }],
      },
      {},
      [{ kind: 'goalWithoutWeight', metric: 'csat' }],
    ],
    [
      'a target without two quarters behind it',
      {},
      { baselineOf: (of) => (of.metric === 'csat' ? pastOf('csat', [0.9, 0.9, 0.9], 3) : SANE.baselineOf(of)) },
      [{ kind: 'noBaseline', goal: GOALS.csat, periods: 3 }],
    ],
    [
      'a target that hardly anybody reaches',
      withGoal(goal('csat', 0.8, 0.96, 0.99)),
      {},
      [{ kind: 'rarelyHit', goal: goal('csat', 0.8, 0.96, 0.99), rate: 0.1 }],
    ],
    ['no such thing of one that a fifth reaches', withGoal(goal('csat', 0.8, 0.95, 0.99)), {}, []],
    [
      'a target that everybody reaches',
      withGoal(goal('firstReplyTime', 90, 70, 27)),
      {},
      [{ kind: 'alwaysHit', goal: goal('firstReplyTime', 90, 70, 27), rate: 1 }],
    ],
    [
      'a threshold that is the target',
      withGoal(goal('csat', 0.91, 0.91, 0.95)),
      {},
      [{ kind: 'cliff', goal: goal('csat', 0.91, 0.91, 0.95) }],
    ],
    ['a score without the team', { teamShare: 0 }, {}, [{ kind: 'noTeamShare' }]],
    [
      'ratings that are another person’s credit',
      {},
      { ratedForOthers: { tickets: 21, rated: 1000 } },
      [{ kind: 'sharedCredit', tickets: 21, rated: 1000 }],
    ],
    ['no such thing where it is an exception', {}, { ratedForOthers: { tickets: 20, rated: 1000 } }, []],
    [
      'no such thing where ratings have no weight',
      {
        weights: weights({ csat: 0, firstContactResolution: 50, firstReplyTime: 25, fullResolutionTime: 25 }),
        goals: DEFAULTS.goals.filter(({ metric }) => metric !== 'csat'),
      },
      { ratedForOthers: { tickets: 500, rated: 1000 } },
      [],
    ],
    [
      'no such thing where only ratings and replies count',
      { weights: weights({ csat: 60, firstReplyTime: 40 }), goals: [GOALS.csat, GOALS.firstReplyTime] },
      { ratedForOthers: { tickets: 500, rated: 1000 } },
      [],
    ],
  ])('find %s', (_, changes, context, found) => {
    expect(lint({ ...DEFAULTS, ...changes }, { ...SANE, ...context })).toEqual(found)
  })

  it('ask for the past of the scope that a goal is for', () => {
    const asked: Goal[] = []
    const own: Goal = { ...GOALS.csat, scope: 'agent', of: 7 }
    const baselineOf = (of: Goal) => {
      asked.push(of)
      return SANE.baselineOf(of)
    }
    lint({ ...DEFAULTS, goals: [GOALS.csat, own] }, { ...SANE, baselineOf })
    expect(asked).toEqual([GOALS.csat, own])
  })

  it('accept what the assistant suggests, unless people lie too close together for it', () => {
    const distinct = fc.record({
      metric: fc.constantFrom<MetricKey>('csat', 'firstReplyTime'),
      values: fc.uniqueArray(fc.integer({ min: 2, max: 100 }), { minLength: 12, maxLength: 60 }),
    })
    fc.assert(
      fc.property(distinct, ({ metric, values }) => {
        const past = pastOf(metric, metric === 'csat' ? values.map((percent) => percent / 100) : values)
        fc.pre(!past.isNarrow)
        const suggested = { ...goal(metric, 0, 0, 0), ...past.suggested! }
        const found = lint(
          { ...DEFAULTS, goals: [suggested], weights: weights({ [metric]: 100 }) },
          { ...SANE, baselineOf: () => past },
        )
        expect(found.filter((each) => 'goal' in each)).toEqual([])
      }),
      { seed: 3 },
    )
  })
})
