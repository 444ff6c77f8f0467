// @vitest-environment happy-dom
import { ThemeProvider } from '@zendeskgarden/react-theming'
import { cleanup, render, screen, within } from '@testing-library/react'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { type Goal, goalFromTarget, type Marks } from '../../src/domain/goal.ts'
import type { MetricKey } from '../../src/domain/metrics.ts'
import { periodContaining } from '../../src/domain/period.ts'
import { agentReport } from '../../src/domain/report.ts'
import type { Rulebook, RulebookVersion } from '../../src/domain/rulebook.ts'
import type { Settings } from '../../src/domain/settings.ts'
import { withPages } from '../../src/i18n/pages.ts'
import { type Facts, wholeGroups } from '../../src/sync/syncState.ts'
import { LanguageProvider } from '../../src/ui/Language.tsx'
import { HowScoresAreMade } from '../../src/ui/navbar/goals/HowScoresAreMade.tsx'
import { addUp } from '../../src/ui/parts/workedScore.ts'
import { themeOf } from '../../src/ui/theme.ts'
import {
  AMARA,
  AMARAS_MONTH,
  BILLING,
  emptyFacts,
  factsOf,
  FEW_RATINGS,
  GOALS,
  NO_GOALS,
  ownFacts,
  settingsWith,
  SUPPORT,
  teamFacts,
} from './sampleFacts.ts'
import { NOW, ticketsOf, ZONE } from './sampleTickets.ts'
import { read } from './screen.tsx'

afterEach(cleanup)

interface Given {
  readonly settings?: Settings
  readonly facts?: Facts | null
}

const ACCOUNT = teamFacts({ kind: 'account' }, true)

function show({ settings = GOALS, facts = ACCOUNT }: Given = {}) {
  render(
    <ThemeProvider theme={themeOf('light', 'ltr')}>
      <LanguageProvider locale="en-GB" timeZone={ZONE} complete={withPages}>
        <HowScoresAreMade settings={settings} facts={facts} now={NOW} />
      </LanguageProvider>
    </ThemeProvider>,
  )
}

/** Version 2 since October: the goals of the app's settings, with what a test is about. */
const version = (given: Partial<RulebookVersion> = {}): RulebookVersion => ({
  ...GOALS.rulebook[0],
  version: 2,
  effectiveFrom: '2026-10-01',
  reason: 'Quality before speed.',
  ...given,
})

const ruledBy = (...versions: readonly RulebookVersion[]): Settings => ({
  ...GOALS,
  rulebook: [GOALS.rulebook[0], ...versions] as unknown as Rulebook,
})

const weighing = (...weights: [MetricKey, number][]): Partial<RulebookVersion> => ({ weights: new Map(weights) })
const withGoals = (...goals: Goal[]): Partial<RulebookVersion> => ({ goals: [...GOALS.rulebook[0].goals, ...goals] })
const goalOf = (
  scope: 'group' | 'agent',
  of: number,
  metric: MetricKey,
  target: number,
  marks: Partial<Marks> = {},
) => ({
  ...goalFromTarget(metric, target),
  ...marks,
  scope,
  of,
})

const NOW_RULES = 'The rules now'
const OWN = 'Your own numbers, worked out'
const INVENTED = 'An example with made-up numbers'
const part = (name: string) => screen.getByRole('region', { name })
const entry = (name: string, of = NOW_RULES) =>
  read(within(part(of)).getByText(name, { selector: 'dt' }).nextElementSibling)
const row = (metric: MetricKey, of = NOW_RULES) =>
  [...part(of).querySelectorAll(`tr[data-metric=${metric}] > *`)].map(read)
const specialGoals = (of = NOW_RULES) => within(part(of)).queryAllByRole('listitem').map(read)

/** Numbers of the example, as they are on screen. */
const numbers = (which: string) =>
  [...document.querySelectorAll(`[data-part=${which}]`)].map((element) => Number(read(element)))
const tenth = (value: number) => Math.round(value * 10) / 10
const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0)
const ownCard = (settings: Settings, facts: Facts) => {
  const { table, people, person, asOf, scope } = facts
  const period = periodContaining(settings.cadence, asOf, ZONE, settings.weekStart)
  return agentReport({ table, people, settings, period, now: asOf }, person.id, wholeGroups(scope))
}

describe('the rules in words', () => {
  it('stand under one heading, whoever reads them', () => {
    show({ facts: null })
    expect(screen.getByRole('heading', { level: 2, name: 'How scores are made' })).toBeDefined()
    expect(screen.getAllByRole('heading', { level: 3 }).map(read)).toEqual([NOW_RULES, INVENTED])
  })

  it.each([
    ['week', 'Scores are made for each week.'],
    ['month', 'Scores are made for each month.'],
    ['quarter', 'Scores are made for each quarter.'],
  ] as const)('say for which period scores are made: %s', (cadence, words) => {
    show({ settings: { ...GOALS, cadence } })
    expect(screen.getByText(new RegExp(words))).toBeDefined()
  })

  it('of no rulebook are those of the app’s settings', () => {
    show()
    expect(read(part(NOW_RULES))).toContain('They are what the app’s settings say.')
    expect(read(part(NOW_RULES))).not.toContain('The reason given')
  })

  it('of a version say since when it acts, and why', () => {
    show({ settings: ruledBy(version()) })
    expect(read(part(NOW_RULES))).toContain(
      'Version 2, in force since 1 October 2026. The reason given: “Quality before speed.”',
    )
    expect(read(part(NOW_RULES))).not.toContain('began before that day')
  })

  it('admit that a period that began before them is judged by older ones', () => {
    show({ settings: ruledBy(version({ effectiveFrom: '2026-11-16', ...weighing(['csat', 100]) })) })
    expect(read(part(NOW_RULES))).toContain(
      'November 2026 began before that day, so the rules before these still judge it.',
    )
    expect(read(part(OWN))).toContain('November 2026 began before the rules above were in force')
    expect(row('firstReplyTime', OWN)).not.toEqual([])
  })

  it('begin on the account’s local day', () => {
    const midnightInRome = Date.UTC(2026, 10, 30, 23) / 1000
    const settings = ruledBy(version({ effectiveFrom: '2026-12-01' }))
    render(
      <ThemeProvider theme={themeOf('light', 'ltr')}>
        <LanguageProvider locale="en-GB" timeZone={ZONE} complete={withPages}>
          <HowScoresAreMade settings={settings} facts={null} now={midnightInRome} />
        </LanguageProvider>
      </ThemeProvider>,
    )
    expect(read(part(NOW_RULES))).toContain('Version 2, in force since 1 December 2026.')
  })
})

describe('the metrics of a score', () => {
  it('are listed by weight, with threshold, target and stretch in their unit', () => {
    show()
    const table = within(part(NOW_RULES)).getByRole('table', { name: 'Weights and goals now' })
    expect(within(table).getAllByRole('columnheader').map(read)).toEqual([
      'Metric',
      'Weight',
      'Threshold',
      'Target',
      'Stretch',
    ])
    expect(within(table).getAllByRole('rowheader').map(read)).toEqual([
      'CSAT',
      'First contact resolution',
      'First reply time',
      'Full resolution time',
    ])
    expect(row('csat')).toEqual(['CSAT', '35%', '80%', '90%', '92.5%'])
    expect(row('fullResolutionTime')).toEqual(['Full resolution time', '15%', '13 h 30 mins', '9 h', '7 h 12 mins'])
  })

  it('count days only on the calendar clock', () => {
    const { rulebook } = settingsWith({ fullResolutionTime: 2880 })
    show({ settings: { ...GOALS, rulebook, rules: { ...GOALS.rules, clock: 'calendar' } } })
    expect(row('fullResolutionTime')[3]).toMatch(/^2\sd$/)
  })

  it('are defined, with what this account’s settings add', () => {
    show()
    expect(entry('First contact resolution')).toBe(
      'The share of settled tickets with exactly one public reply by an agent and no reopening. ' +
        'A ticket settles 3 days after it was solved, and has no say before.',
    )
    expect(entry('First reply time')).toContain('Only the hours of your Zendesk schedules count.')
  })

  it('without a goal are measured and give their weight to the others', () => {
    show({ settings: settingsWith({ csat: 90, firstContactResolution: 72, firstReplyTime: 30 }) })
    expect(row('fullResolutionTime')).toEqual([
      'Full resolution time',
      '15%',
      'Measured, not judged yet: its weight goes to the others.',
    ])
  })

  it('with goals for some alone say so', () => {
    const goals = [goalFromTarget('csat', 90), goalOf('group', BILLING, 'firstReplyTime', 20)]
    show({ settings: ruledBy(version({ goals })) })
    expect(row('firstReplyTime')[2]).toBe('No goal for everybody. It is judged only where a goal is listed below.')
  })

  it('take no goal of another cadence', () => {
    const goals = [goalFromTarget('csat', 90), { ...goalFromTarget('firstReplyTime', 30), cadence: 'week' as const }]
    show({ settings: ruledBy(version({ goals })) })
    expect(row('firstReplyTime')[2]).toContain('Measured, not judged yet')
  })
})

describe('goals of groups and people', () => {
  it('are listed with names where they differ, groups first', () => {
    const settings = ruledBy(
      version(
        withGoals(
          goalOf('agent', AMARA, 'firstReplyTime', 20),
          goalOf('agent', 4711, 'csat', 70),
          goalOf('group', SUPPORT, 'csat', 90),
          goalOf('group', BILLING, 'csat', 80),
          goalOf('group', 77, 'csat', 85, { stretch: 0.9 }),
        ),
      ),
    )
    show({ settings })
    expect(specialGoals()).toEqual([
      'In Billing: CSAT, threshold 60%, target 80%, stretch 85%.',
      'In Group 77: CSAT, threshold 70%, target 85%, stretch 90%.',
      'For Agent 4711: CSAT, threshold 40%, target 70%, stretch 77.5%.',
      'For Amara Okafor: First reply time, threshold 30 mins, target 20 mins, stretch 16 mins.',
    ])
    expect(read(part(NOW_RULES))).toContain('The closest goal counts')
  })

  it('are, where they are set for one person, for that person to read and for admins', () => {
    const goals = withGoals(
      goalOf('agent', AMARA, 'firstReplyTime', 20),
      goalOf('agent', 4711, 'csat', 70),
      goalOf('group', BILLING, 'csat', 80),
    )
    show({ settings: ruledBy(version(goals)), facts: teamFacts({ kind: 'account' }, false) })
    expect(specialGoals().map((goal) => goal.split(':')[0])).toEqual(['In Billing', 'For Amara Okafor'])
  })

  it('are not mentioned where everybody has the same', () => {
    show({ settings: ruledBy(version(withGoals(goalOf('group', BILLING, 'csat', 90)))) })
    expect(specialGoals()).toEqual([])
    expect(read(part(NOW_RULES))).not.toContain('The closest goal counts')
  })

  it('bring a person back to everybody’s goal where the group has another', () => {
    const goals = withGoals(goalOf('group', BILLING, 'csat', 80), goalOf('agent', AMARA, 'csat', 90))
    show({ settings: ruledBy(version(goals)) })
    expect(specialGoals()[1]).toBe('For Amara Okafor: CSAT, threshold 80%, target 90%, stretch 92.5%.')
  })

  it('of metrics without weight are left out: they change no score', () => {
    const settings = ruledBy(
      version({ ...withGoals(goalOf('group', BILLING, 'firstReplyTime', 20)), ...weighing(['csat', 100]) }),
    )
    show({ settings })
    expect(specialGoals()).toEqual([])
  })

  it('have numbers for names where nobody is known', () => {
    const settings = ruledBy(version(withGoals(goalOf('group', BILLING, 'csat', 80))))
    show({ settings, facts: null })
    expect(specialGoals()[0]).toMatch(/^In Group 1: CSAT/)
  })
})

describe('the sentences', () => {
  const sharing = (teamShare: number) => ruledBy(version({ teamShare }))

  it.each<[promise: string, topic: string, words: string, settings: Settings]>([
    [
      'tell what threshold, target and stretch are worth',
      'Points',
      'A metric earns 0 points at its threshold or worse, 100 at its target, and 120 at its stretch or better. In between, points rise in proportion.',
      GOALS,
    ],
    [
      'tell what a target that is its own threshold and stretch is worth',
      'Points',
      'A metric earns 0 points at its threshold or worse, 100 at its target, and 120 at its stretch or better. In between, points rise in proportion. Where threshold and target are the same, anything worse earns 0. Where target and stretch are the same, reaching them earns 120.',
      settingsWith({ csat: 100 }),
    ],
    [
      'make the score of points and weights',
      'Score',
      'The score is the average of these points, each metric by its weight. With every target just met it is 100.',
      GOALS,
    ],
    [
      'do not call it 100 where meeting a target earns more',
      'Score',
      'The score is the average of these points, each metric by its weight.',
      settingsWith({ csat: 100 }),
    ],
    [
      'name the minimum sample',
      'Small numbers',
      'A value that rests on fewer than 20 tickets or ratings is shown, and not judged.',
      GOALS,
    ],
    [
      'name no minimum sample where one ticket is enough',
      'Small numbers',
      'Every value is judged from the first ticket or rating on.',
      { ...GOALS, minimumSample: 1 },
    ],
    [
      'share out the weight of what is missing, down to a half',
      'What is missing',
      'A metric without a goal or without enough data is left out, and the others share its weight in proportion. With less than half of the weight left, there is no score.',
      GOALS,
    ],
    [
      'share nothing out where one metric is all',
      'What is missing',
      'Only one metric has weight. Without a goal or enough data for it, there is no score.',
      ruledBy(version(weighing(['csat', 100]))),
    ],
    [
      'explain the guard against reopened tickets',
      'Reopened tickets',
      'With more than 8% of solved tickets reopened, First contact resolution and Full resolution time earn no more than the 100 points of their targets. That takes 20 solved tickets at least.',
      GOALS,
    ],
    [
      'name only the metrics that the guard holds',
      'Reopened tickets',
      'With more than 5% of solved tickets reopened, First contact resolution earns no more than the 100 points of its target. That takes 20 solved tickets at least.',
      ruledBy(
        version({
          ...weighing(['csat', 60], ['firstContactResolution', 40]),
          guards: { mostReopened: 0.05, leastRated: 0.05 },
        }),
      ),
    ],
    [
      'know no guard where it holds nothing',
      'Reopened tickets',
      'They hold no points back.',
      ruledBy(version(weighing(['csat', 60], ['firstReplyTime', 40]))),
    ],
    [
      'know no guard that can never be broken',
      'Reopened tickets',
      'They hold no points back.',
      ruledBy(version({ guards: { mostReopened: 1, leastRated: 0.05 } })),
    ],
    [
      'explain the mark for few ratings, which costs nothing',
      'Few ratings',
      'With ratings for less than 5% of solved tickets, CSAT is marked as resting on few voices. Its points stay as they are. That takes 20 solved tickets at least.',
      GOALS,
    ],
    [
      'know no mark where any number of ratings will do',
      'Few ratings',
      'CSAT gets no mark for having few ratings.',
      ruledBy(version({ guards: { mostReopened: 0.08, leastRated: 0 } })),
    ],
    [
      'tell the team’s part, and whose team it is',
      'Team',
      '60% of your score is your own work, and 40% is your team’s score. Your team is the group that you solved most tickets for in the period. While your team has no score, your own work counts for all of it.',
      sharing(0.4),
    ],
    [
      'tell that the team has no part',
      'Team',
      'Your score is your own work alone. The team has no part in it.',
      sharing(0),
    ],
    [
      'tell that the team is all of it',
      'Team',
      'All of your score is your team’s score. Your own points show where you stand, and do not change it. Your team is the group that you solved most tickets for in the period. While your team has no score, your own work counts for all of it.',
      sharing(1),
    ],
    [
      'name what never counts, volume above all',
      'What never counts',
      'Reopen rate, Solved tickets and One-assignee share are shown, and never earn points. Solving more tickets does not raise a score.',
      GOALS,
    ],
    [
      'name what could count and has no weight',
      'What never counts',
      'Reopen rate, Solved tickets and One-assignee share are shown, and never earn points. Solving more tickets does not raise a score. First reply time and Full resolution time are measured, and have no weight.',
      ruledBy(version(weighing(['csat', 60], ['firstContactResolution', 40]))),
    ],
    [
      'keep what has begun as it was',
      'Later changes',
      'A later version never changes a period that began before its day. What is changed in the app’s settings acts at once, on earlier periods too.',
      GOALS,
    ],
  ])('%s', (_, topic, words, settings) => {
    show({ settings })
    expect(entry(topic)).toBe(words)
  })
})

describe('rules without any goal', () => {
  it('measure and judge nothing: no points, no example', () => {
    show({ settings: NO_GOALS })
    expect(entry('No goals yet')).toBe(
      'Everything is measured and nothing is judged, so there is no score until goals are set.',
    )
    expect(row('csat')).toEqual(['CSAT', '35%', 'Measured, not judged yet.'])
    expect(screen.queryByText('Points')).toBeNull()
    expect(screen.queryByText(OWN)).toBeNull()
    expect(screen.queryByText(INVENTED)).toBeNull()
  })
})

describe('the rules to come', () => {
  const NEXT = 'The rules from 1 December 2026'
  const next = (given: Partial<RulebookVersion> = {}) =>
    version({ version: 3, effectiveFrom: '2026-12-01', reason: 'One team, one score.', ...given })

  it('are not mentioned where there are none', () => {
    show({ settings: ruledBy(version()) })
    expect(screen.queryByRole('region', { name: /^The rules from/ })).toBeNull()
  })

  it('stand below, with their day, their reason and all weights and goals', () => {
    show({ settings: ruledBy(version(), next(weighing(['csat', 60], ['firstContactResolution', 40]))) })
    expect(screen.getAllByRole('heading', { level: 3 }).map(read)).toEqual([NOW_RULES, OWN, NEXT])
    expect(read(part(NEXT))).toContain('Version 3 judges each month that begins on 1 December 2026 or later.')
    expect(read(part(NEXT))).toContain('The reason given: “One team, one score.”')
    expect(row('csat', NEXT)).toEqual(['CSAT', '60%', '80%', '90%', '92.5%'])
    expect(row('csat')).toEqual(['CSAT', '35%', '80%', '90%', '92.5%'])
  })

  it('are the first of several', () => {
    show({ settings: ruledBy(next(), next({ version: 4, effectiveFrom: '2027-01-01' })) })
    expect(screen.getAllByRole('region', { name: /^The rules from/ })).toEqual([part(NEXT)])
  })

  it('say only what changes, and that nothing else does', () => {
    show({ settings: ruledBy(version(), next({ teamShare: 1 })) })
    expect([...part(NEXT).querySelectorAll('dt')].map(read)).toEqual(['Team'])
    expect(read(part(NEXT))).toContain('What is not told here stays as it is now.')
  })

  it('define a metric that is new', () => {
    show({
      settings: ruledBy(version(weighing(['csat', 100])), next(weighing(['csat', 60], ['firstReplyTime', 40]))),
    })
    expect(entry('First reply time', NEXT)).toMatch(/^The median time/)
  })

  it('end goals of groups and people aloud', () => {
    show({ settings: ruledBy(version(withGoals(goalOf('group', BILLING, 'csat', 80))), next()) })
    expect(read(part(NEXT))).toContain('Nobody has goals of their own any more.')
  })

  it('tell everything where nothing was judged before', () => {
    show({ settings: ruledBy(version({ goals: [] }), next()) })
    const told = [...part(NEXT).querySelectorAll('dt')].map(read)
    expect(told).toContain('Points')
    expect(told).toContain('Team')
  })
})

describe('the worked example', () => {
  const guarded = ruledBy(version({ guards: { mostReopened: 0.02, leastRated: 0.3 } }))

  it.each<[name: string, settings: Settings, facts: Facts]>([
    ['by the app’s settings', GOALS, ACCOUNT],
    ['with points held by the guard', guarded, ACCOUNT],
    ['with weights shared out', settingsWith({ firstReplyTime: 45, csat: 94 }), ACCOUNT],
    [
      'with three weights that are thirds',
      ruledBy(version(weighing(['csat', 1], ['firstReplyTime', 1], ['firstContactResolution', 1]))),
      ACCOUNT,
    ],
    ['of own work alone', ruledBy(version({ teamShare: 0 })), ownFacts()],
    ['of the team alone', ruledBy(version({ teamShare: 1 })), ACCOUNT],
    ['of one group’s tickets', GOALS, teamFacts()],
    ['with a goal of one’s own', ruledBy(version(withGoals(goalOf('agent', AMARA, 'csat', 97)))), ACCOUNT],
  ])('adds up by hand to the score, to the last digit shown: %s', (_, settings, facts) => {
    show({ settings, facts })
    const { score } = ownCard(settings, facts)
    const [shown] = numbers('score')
    expect(shown).toBe(tenth(score.value!))
    const own = sum(numbers('product'))
    for (const cells of [...part(OWN).querySelectorAll('tr[data-metric]')].map((each) =>
      [...each.children].map(read),
    )) {
      const counted = Number(cells[2]!.split('held at ').at(-1))
      expect(Math.abs((counted * parseFloat(cells[3]!)) / 100 - Number(cells[4]))).toBeLessThan(0.12)
    }
    const parts = numbers('part')
    if (parts.length > 0) {
      expect(tenth(own)).toBe(numbers('own')[0])
      expect(tenth(sum(parts))).toBe(shown)
      expect(parts[0]).toBeCloseTo((1 - settings.rulebook.at(-1)!.teamShare) * own, 1)
    } else expect(tenth(own)).toBe(shown)
  })

  it('shows value, points, weight and what they count, line by line', () => {
    show()
    const table = within(part(OWN)).getByRole('table')
    expect(within(table).getAllByRole('columnheader').map(read)).toEqual([
      'Metric',
      'Value',
      'Points',
      'Weight',
      'Counts',
    ])
    expect(row('csat', OWN)).toEqual(['CSAT', '92.5%', '120', '35%', '42'])
    expect(row('firstReplyTime', OWN)).toEqual(['First reply time', '31 mins', '93.3', '20%', '18.67'])
    expect(within(table).getAllByRole('rowheader').slice(-4).map(read)).toEqual([
      'Own work, the sum',
      expect.stringMatching(/^70% of [\d.]+, your own work$/),
      expect.stringMatching(/^30% of [\d.]+, the score of Billing$/),
      'Score',
    ])
  })

  it('shows where the guard holds points, and why', () => {
    show({ settings: guarded })
    expect(row('firstContactResolution', OWN)).toEqual([
      'First contact resolution',
      '74.6%',
      '107.5, held at 100',
      '30%',
      '30',
    ])
    expect(read(part(OWN))).toContain('6 of 157 solved tickets were reopened, which is more than 2%.')
    expect(read(part(OWN))).toContain('40 ratings for 157 solved tickets are less than 30%: CSAT rests on few voices.')
  })

  it('names the goal that counts where it is not everybody’s', () => {
    const goals = withGoals(goalOf('group', BILLING, 'csat', 80), goalOf('agent', AMARA, 'firstReplyTime', 20))
    show({ settings: ruledBy(version(goals)) })
    expect(row('csat', OWN)[0]).toBe('CSATby the group’s goal')
    expect(row('firstReplyTime', OWN)[0]).toBe('First reply timeby a goal of your own')
  })

  it('names what is left out, and why', () => {
    const settings = settingsWith({ firstReplyTime: 30, fullResolutionTime: 540, csat: 90 })
    const facts = factsOf({ tickets: ticketsOf(FEW_RATINGS, 1000), scope: { kind: 'account' } })
    show({
      settings: {
        ...settings,
        rulebook: [
          {
            ...settings.rulebook[0],
            ...weighing(['firstReplyTime', 60], ['csat', 25], ['firstContactResolution', 15]),
          },
        ],
      },
      facts,
    })
    expect(read(part(OWN))).toContain('CSAT, 25% of the weight, is left out: too few tickets or ratings yet.')
    expect(read(part(OWN))).toContain('First contact resolution, 15% of the weight, is left out: it has no goal.')
    expect(row('firstReplyTime', OWN)).toEqual(['First reply time', '31 mins', '93.3', '100%', '93.33'])
  })

  it('without enough that is judged has no score, and says so instead', () => {
    show({ settings: settingsWith({ csat: 90 }) })
    expect(read(part(OWN))).toContain('There is no score yet: 35% of the weight is judged, and it takes half at least.')
    expect(within(part(OWN)).queryByRole('table')).toBeNull()
    expect(numbers('score')).toEqual([])
  })

  it('whose team’s tickets are not known has own work, and no score', () => {
    show({ facts: ownFacts() })
    expect(numbers('own')).toHaveLength(1)
    expect(numbers('score')).toEqual([])
    expect(read(part(OWN))).toContain('There is no score here, because not all of your team’s tickets have been read.')
  })

  it('with a team that has no score is own work alone, and says why', () => {
    const goals = [goalFromTarget('csat', 90), goalOf('agent', AMARA, 'firstContactResolution', 72)]
    show({ settings: ruledBy(version({ goals, ...weighing(['firstContactResolution', 60], ['csat', 40]) })) })
    expect(read(part(OWN))).toContain('Your team has no score yet, so your score is your own work alone.')
    expect(numbers('score')).toHaveLength(1)
    expect(numbers('part')).toEqual([])
  })

  it('of one group’s tickets says that it is of them alone', () => {
    show({ facts: teamFacts() })
    expect(read(part(OWN))).toContain('These are your tickets in Billing alone')
  })

  it('of a period that has not been read to the end says that it will change', () => {
    show({ facts: { ...ACCOUNT, wholeSince: NOW - 86_400 } })
    expect(read(part(OWN))).toContain('November 2026 has not been read to the end, so these numbers will change.')
  })

  it.each<[name: string, facts: Facts | null]>([
    ['nothing was read', null],
    ['the period is empty', emptyFacts()],
    [
      'only others have tickets',
      factsOf({ tickets: ticketsOf({ ...AMARAS_MONTH, agent: 14 }, 1000), scope: { kind: 'group', group: BILLING } }),
    ],
  ])('is made up, and called so, where %s', (_, facts) => {
    show({ facts })
    expect(screen.queryByText(OWN)).toBeNull()
    expect(read(part(INVENTED))).toContain('They are nobody’s.')
    expect(row('csat', INVENTED)).toEqual(['CSAT', '88%', '80', '35%', '28'])
    expect(numbers('product')).toEqual([28, 30, 22, 9])
    expect(numbers('part')).toEqual([62.3, 27.3])
    expect(numbers('score')).toEqual([89.6])
  })
})

describe('numbers that are shown rounded', () => {
  const products = fc.array(fc.double({ min: 0, max: 60, noNaN: true }), { minLength: 1, maxLength: 4 })
  const roundedTo = (decimals: number, value: number) => Math.round(value * 10 ** decimals) / 10 ** decimals

  it('add up to the total that is shown, whatever they are', () => {
    fc.assert(
      fc.property(products, (summands) => {
        const exact = sum(summands)
        const shown = addUp(summands, exact)
        const decimals = roundedTo(1, shown.total) === shown.total ? 1 : 2
        expect(shown.total).toBe(roundedTo(decimals, exact))
        expect(roundedTo(decimals, sum(shown.summands.map((each) => Math.round(each * 1000))) / 1000)).toBe(shown.total)
      }),
      { numRuns: 5000, seed: 3 },
    )
  })

  it.each([
    { summands: [100 / 3, 100 / 3, 100 / 3], shown: [33.33, 33.33, 33.33], total: 100 },
    { summands: [10.024, 10.024, 0.004], shown: [10.024, 10.024, 0.004], total: 20.1 },
    { summands: [10.0124, 10.0124, 10.0124, 10.013], shown: [10.012, 10.012, 10.012, 10.013], total: 40.05 },
    { summands: [50], shown: [50], total: 50 },
  ])('take more digits where fewer would not agree: $shown make $total', ({ summands, shown, total }) => {
    expect(addUp(summands, sum(summands))).toEqual({ summands: shown, total })
  })
})
