import { describe, expect, it } from 'vitest'
import {
  differences,
  faultsIn,
  pendingVersion,
  ROLE_TEMPLATES,
  soundPart,
  startDraft,
  withDraft,
} from '../../src/domain/draft.ts'
import { type Goal, goalFromTarget, type Reasons } from '../../src/domain/goal.ts'
import { METRICS, type MetricKey } from '../../src/domain/metrics.ts'
import type { Rulebook, RulebookVersion } from '../../src/domain/rulebook.ts'
import { parseSettings } from '../../src/zendesk/settings.ts'

const TODAY = '2026-11-20'
const ZONE = 'Pacific/Auckland'
const MONTHLY = { cadence: 'month', weekStart: 'monday' } as const
const WHY: Reasons = { specific: 'a', measurable: 'b', attainable: 'c', relevant: 'd', timeBound: 'e' }

const [settings] = parseSettings({ csat_target_percent: 90 }).settings.rulebook
const version = (number: number, day: string): RulebookVersion => ({
  ...settings,
  version: number,
  effectiveFrom: day,
  reason: 'Chat has grown.',
  goals: settings.goals.map((goal) => ({ ...goal, why: WHY })),
})
const FROM_SETTINGS: Rulebook = [settings]
const good = version(1, '2026-12-01')

describe('a draft', () => {
  it.each([
    ['the settings, from the first day of the next month', FROM_SETTINGS, MONTHLY, 1, '2026-12-01'],
    [
      'the settings, from the next week of a Sunday country',
      FROM_SETTINGS,
      { cadence: 'week', weekStart: 'sunday' },
      1,
      '2026-11-22',
    ],
    ['the settings, from the next quarter', FROM_SETTINGS, { ...MONTHLY, cadence: 'quarter' }, 1, '2027-01-01'],
    ['the version in force', [settings, version(3, '2026-10-01')], MONTHLY, 4, '2026-12-01'],
    [
      'a version that has not begun, as it is',
      [settings, version(3, '2026-10-01'), version(4, '2027-01-01')],
      MONTHLY,
      4,
      '2027-01-01',
    ],
  ] as const)('begins with %s', (_, rulebook, period, number, day) => {
    const draft = startDraft(rulebook, TODAY, ZONE, period)
    expect([draft.version, draft.effectiveFrom]).toEqual([number, day])
    expect(draft.goals).toEqual(rulebook.at(-1)!.goals)
  })

  it('is put after the versions that have acted, which stay', () => {
    const rulebook: Rulebook = [settings, version(1, '2026-07-01'), version(2, '2026-10-01')]
    expect(withDraft(rulebook, version(3, '2026-12-01'), TODAY).map((each) => each.version)).toEqual([1, 2, 3])
  })

  it('takes the place of a version that has not begun, and of no other', () => {
    const rulebook: Rulebook = [settings, version(1, '2026-07-01'), version(2, '2026-12-01')]
    expect(pendingVersion(rulebook, TODAY)?.version).toBe(2)
    expect(pendingVersion(rulebook, '2026-12-01')).toBeNull()
    expect(withDraft(rulebook, version(2, '2026-12-15'), TODAY).map((each) => each.effectiveFrom)).toEqual([
      '2026-07-01',
      '2026-12-15',
    ])
  })
})

describe('what keeps a draft from being saved', () => {
  const [goal] = good.goals as [Goal]
  const withGoal = (changes: Partial<Goal>) => ({ ...good, goals: [{ ...goal, ...changes }] })

  it.each<[string, RulebookVersion, readonly string[]]>([
    ['nothing, when all is there', good, []],
    ['no reason', { ...good, reason: ' ' }, ['noReason']],
    ['no day', { ...good, effectiveFrom: '' }, ['noDay']],
    ['a day that is past', { ...good, effectiveFrom: '2026-11-19' }, ['dayPast']],
    ['nothing, when it acts from today on', { ...good, effectiveFrom: TODAY }, []],
    ['weights that do not sum to 100', { ...good, weights: new Map([['csat', 99]]) }, ['weightsSum']],
    [
      'nothing, when decimals sum to 100 but for the last digit',
      {
        ...good,
        weights: new Map([
          ['csat', 33.3],
          ['firstReplyTime', 66.7],
        ]),
      },
      [],
    ],
    [
      'weight on effort',
      {
        ...good,
        weights: new Map([
          ['csat', 90],
          ['solvedTickets', 10],
        ]),
      },
      ['activityWeight'],
    ],
    ['a mark that is missing', withGoal({ stretch: NaN }), ['markMissing']],
    ['a share above all of it', withGoal({ stretch: 1.01 }), ['markMissing']],
    ['marks out of order', withGoal({ threshold: 0.95 }), ['marksOrder']],
    ['nothing, when threshold and target are one: a check warns', withGoal({ threshold: goal.target }), []],
    [
      'each missing answer',
      withGoal({ why: { ...WHY, relevant: '', attainable: '  ' } }),
      ['reasonMissing', 'reasonMissing'],
    ],
    ['all five, where nobody was asked', withGoal({ why: null }), Array(5).fill('reasonMissing') as string[]],
  ])('is %s', (_, draft, kinds) => {
    expect(faultsIn(draft, FROM_SETTINGS, TODAY).map(({ kind }) => kind)).toEqual(kinds)
  })

  it('is a day that is not after the version in force', () => {
    const rulebook: Rulebook = [settings, version(1, TODAY)]
    expect(faultsIn({ ...good, version: 2, effectiveFrom: TODAY }, rulebook, TODAY)).toEqual([
      { kind: 'dayNotLater', last: TODAY },
    ])
  })
})

describe('the sound part of a draft', () => {
  it('is what can be computed with: goals whose marks are in order, and weights of what is no context', () => {
    const odd: Goal = { ...goalFromTarget('firstReplyTime', 60), stretch: NaN }
    const draft = {
      ...good,
      goals: [...good.goals, odd],
      weights: new Map<MetricKey, number>([
        ['csat', 60],
        ['solvedTickets', 40],
      ]),
    }
    expect(soundPart(draft)).toMatchObject({ goals: good.goals, weights: new Map([['csat', 60]]) })
  })
})

describe('the difference between two versions', () => {
  it('is nothing where only reasons and days differ', () => {
    expect(differences(settings, version(9, '2027-01-01'))).toEqual([])
  })

  it('names every goal, weight and share that changes', () => {
    const after: RulebookVersion = {
      ...good,
      goals: [goalFromTarget('csat', 92), { ...goalFromTarget('firstReplyTime', 60), scope: 'group', of: 7 }],
      weights: new Map([['csat', 100]]),
      teamShare: 0.5,
      guards: { mostReopened: 0.1, leastRated: settings.guards.leastRated },
    }
    const found = differences(settings, after)
    expect(
      found.map((each) =>
        each.kind === 'goal'
          ? `${each.goal.metric} ${each.goal.scope}`
          : each.kind === 'weight'
            ? `weight ${each.metric}`
            : each.kind,
      ),
    ).toEqual([
      'csat account',
      'firstReplyTime group',
      'weight csat',
      'weight firstContactResolution',
      'weight firstReplyTime',
      'weight fullResolutionTime',
      'teamShare',
      'mostReopened',
    ])
    expect(found[0]).toMatchObject({ before: { target: 0.9 }, after: { target: 0.92 } })
    expect(found[1]).toMatchObject({ before: null })
  })

  it('tells of a goal that is gone', () => {
    expect(differences(good, { ...good, goals: [] })).toMatchObject([{ kind: 'goal', after: null }])
  })
})

describe('each role to start from', () => {
  it.each(Object.entries(ROLE_TEMPLATES))('%s has weights that sum to 100, none on effort', (_, { weights }) => {
    expect(weights.reduce((sum, [, weight]) => sum + weight, 0)).toBe(100)
    expect(weights.filter(([metric]) => METRICS[metric].context)).toEqual([])
  })
})
