import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EXPECTED } from '../src/domain/settings.ts'
import { parseSettings, SETTING_NAMES, type SettingName } from '../src/zendesk/settings.ts'
import manifest from '../manifest.json'
import texts from '../translations/en.json'

const read = (raw: unknown) => parseSettings(raw)

/** A rulebook of one version, as the app writes it. */
const RULEBOOK = JSON.stringify([
  {
    version: 1,
    effectiveFrom: '2026-12-01',
    reason: 'Winter.',
    goals: [],
    weights: { csat: 100 },
    teamShare: 0.5,
  },
])

/** What an admin may type into each field, and what the app says it expected when it is wrong. */
const FIELDS: Record<SettingName, { good: readonly unknown[]; bad: readonly unknown[]; expected: string }> = {
  csat_target_percent: {
    good: [0, 90, '90', ' 92.5 ', '92,5', 100],
    bad: [-1, 101, 'ninety', '90 %', true, [], {}],
    expected: 'percent',
  },
  first_contact_resolution_target_percent: { good: [70, '70'], bad: [100.1, 'x', '7O'], expected: 'percent' },
  first_reply_target_minutes: { good: [1, '60', 90.5], bad: [0, -5, '1h', 1e9], expected: 'minutes' },
  full_resolution_target_minutes: { good: [1440, '1440'], bad: [0, 'one day', false], expected: 'minutes' },
  weights: {
    good: [
      'csat 35, firstContactResolution 30, firstReplyTime 20, fullResolutionTime 15',
      'csat 100',
      ' csat: 33.3 %;firstReplyTime=66.7% ',
      'csat 100, firstReplyTime 0',
      'fullResolutionTime 50\ncsat 50,',
      ' ',
    ],
    bad: [
      'csat 99',
      'csat 100, firstReplyTime 1',
      'csat 50, csat 50',
      'csat 100, csat 100',
      'joy 100',
      'CSAT 100',
      'csat 90, reopenRate 10',
      'solvedTickets 100',
      'csat',
      'csat 100 firstReplyTime',
      'csat -10, firstReplyTime 110',
      '100',
      ',',
      100,
      true,
      { csat: 100 },
      ['csat 100'],
    ],
    expected: 'weights',
  },
  team_share_percent: {
    good: [0, 30, '45', ' 12,5 ', 100],
    bad: [-1, 100.5, '30 %', 'all', true],
    expected: 'percent',
  },
  period: { good: ['week', 'month', ' Quarter ', ''], bad: ['day', '2026-09', 'months', 1, true], expected: 'cadence' },
  week_start: { good: ['monday', 'Sunday', ' saturday '], bad: ['mon', 'weekday', 1, {}], expected: 'weekday' },
  business_hours: {
    good: [true, false, 'true', 'false', ' Yes ', '0'],
    bad: ['perhaps', 3, [], {}],
    expected: 'yesOrNo',
  },
  minimum_sample: { good: [1, 20, '20'], bad: [0, 1.5, -3, 'many', true], expected: 'wholeNumber' },
  fcr_settle_days: { good: [0, 3, 1.5, '14'], bad: [-1, 'soon', 1000], expected: 'days' },
  fcr_counts_zero_replies: { good: [true, 'false'], bad: ['maybe', 2], expected: 'yesOrNo' },
  excluded_tags: { good: ['spam', 'spam, internal', ''], bad: [3, true, ['spam'], {}], expected: 'words' },
  excluded_channels: { good: ['voice api', null], bad: [7, {}], expected: 'words' },
  standings: { good: ['off', 'team', 'Bands', ' ranks '], bad: ['on', 'rank', 1, false], expected: 'standings' },
  privacy: { good: ['self', 'TEAM', ' bands', 'names'], bad: ['nobody', 'off', 0, []], expected: 'privacy' },
  values: { good: ['Ownership', 'Kindness, Clear words', ' ; '], bad: [3, false, ['Kindness'], {}], expected: 'words' },
  rulebook: { good: [RULEBOOK, '[]', ' ', null], bad: ['none', '[', '[{]', 3, true, [], {}], expected: 'json' },
}

const pairs = (which: 'good' | 'bad') =>
  Object.entries(FIELDS).flatMap(([field, values]) =>
    values[which].map((value) => [field, value, values.expected] as const),
  )

describe('the settings', () => {
  it('that are absent take their defaults', () => {
    expect(read({})).toEqual({
      problems: [],
      settings: {
        rules: { clock: 'calendar', settleDays: 3, countsZeroReplies: false },
        exclusions: { tags: new Set(), channels: new Set() },
        minimumSample: 20,
        rulebook: [
          {
            version: 0,
            effectiveFrom: null,
            reason: '',
            goals: [],
            weights: new Map([
              ['csat', 35],
              ['firstContactResolution', 30],
              ['firstReplyTime', 20],
              ['fullResolutionTime', 15],
            ]),
            guards: { mostReopened: 0.08, leastRated: 0.05 },
            teamShare: 0.3,
            badges: ['goalMet', 'allGoalsMet'],
            retired: [],
          },
        ],
        cadence: 'month',
        weekStart: 'monday',
        standings: 'bands',
        privacy: 'self',
        values: [],
      },
    })
  })

  it.each([null, undefined, 'x', 3, [], true])('that are %j are all absent', (raw) => {
    expect(read(raw)).toEqual(read({}))
  })

  it.each(pairs('good'))('take %s = %j without a word', (field, value) => {
    expect(read({ [field]: value }).problems).toEqual([])
  })

  it.each(pairs('bad'))('name %s = %j as a problem and go on without it', (field, value, expected) => {
    const { settings, problems } = read({ [field]: value })
    expect(problems).toEqual([{ field, found: typeof value === 'string' ? value : JSON.stringify(value), expected }])
    expect(settings).toEqual(read({}).settings)
  })

  it('turn a target into a goal of its metric, for everybody, since ever', () => {
    const { rulebook } = read({ csat_target_percent: '90', first_reply_target_minutes: 60 }).settings
    const everybody = { scope: 'account', of: null, cadence: null, why: null }
    expect(rulebook.map(({ version, effectiveFrom }) => [version, effectiveFrom])).toEqual([[0, null]])
    expect(rulebook[0].goals).toEqual([
      { metric: 'firstReplyTime', threshold: 90, target: 60, stretch: 48, ...everybody },
      { metric: 'csat', threshold: 0.8, target: 0.9, stretch: 0.925, ...everybody },
    ])
  })

  it.each<[string, [string, number][]]>([
    ['csat 100', [['csat', 100]]],
    [
      'firstReplyTime 40, csat 60',
      [
        ['firstReplyTime', 40],
        ['csat', 60],
      ],
    ],
    [
      ' csat: 33.3 %;firstReplyTime=66.7% ',
      [
        ['csat', 33.3],
        ['firstReplyTime', 66.7],
      ],
    ],
    ['csat 100, fullResolutionTime 0', [['csat', 100]]],
    [
      'fullResolutionTime 50\ncsat 50,',
      [
        ['fullResolutionTime', 50],
        ['csat', 50],
      ],
    ],
  ])('read the weights %j', (text, weights) => {
    expect([...read({ weights: text }).settings.rulebook[0].weights]).toEqual(weights)
  })

  it.each([
    [0, 0],
    ['45', 0.45],
    ['12,5', 0.125],
    [100, 1],
  ])('make a share of %j percent', (percent, share) => {
    expect(read({ team_share_percent: percent }).settings.rulebook[0].teamShare).toBe(share)
  })

  it('read words of a list without regard to case and blanks', () => {
    const typed = { period: ' Week', week_start: 'SUNDAY', standings: 'Ranks ', privacy: ' Names ' }
    const { cadence, weekStart, standings, privacy } = read(typed).settings
    expect([cadence, weekStart, standings, privacy]).toEqual(['week', 'sunday', 'ranks', 'names'])
  })

  it('keep values as they are written, once each', () => {
    const { values } = read({ values: ' Ownership,Clear words ;; kindness\nOwnership' }).settings
    expect(values).toEqual(['Ownership', 'Clear words', 'kindness'])
  })

  it('put the versions of the rulebook after what they say themselves', () => {
    const { rulebook } = read({ rulebook: RULEBOOK, csat_target_percent: 90, team_share_percent: 10 }).settings
    expect(rulebook.map(({ version, effectiveFrom, teamShare }) => [version, effectiveFrom, teamShare])).toEqual([
      [0, null, 0.1],
      [1, '2026-12-01', 0.5],
    ])
    expect(rulebook.map(({ goals }) => goals.length)).toEqual([1, 0])
  })

  it('name what is wrong inside the rulebook by its place, and keep the rest of it', () => {
    const [good] = JSON.parse(RULEBOOK) as object[]
    const bad = { ...good, version: 2, effectiveFrom: '2027-01-01', weights: { csat: 99 } }
    const { settings, problems } = read({ rulebook: JSON.stringify([good, bad]) })
    expect(problems).toEqual([{ field: 'rulebook.1.weights', found: '{"csat":99}', expected: 'weightsSum' }])
    expect(settings).toEqual(read({ rulebook: RULEBOOK }).settings)
  })

  it('split words at commas and spaces, without regard to case', () => {
    const { tags } = read({ excluded_tags: ' Spam,internal   test ,, ' }).settings.exclusions
    expect([...tags]).toEqual(['spam', 'internal', 'test'])
  })

  it('ignore fields that are not theirs', () => {
    expect(read({ title: 'Laurel', token: {}, ['__proto__']: 1, constructor: 'x' })).toEqual(read({}))
  })

  it('shorten what they quote', () => {
    expect(read({ csat_target_percent: 'x'.repeat(500) }).problems[0]!.found).toHaveLength(80)
  })
})

describe('any settings', () => {
  const field = fc.constantFrom(...SETTING_NAMES)
  const value = fc.oneof(
    fc.jsonValue(),
    fc.anything(),
    fc.json().map((json) => `[${json}]`),
    field.chain((name) => fc.constantFrom(...FIELDS[name].good, ...FIELDS[name].bad)),
  )
  const settings = fc.dictionary(fc.oneof(field, fc.string()), value)

  it('are read without throwing, each problem with its field, what was found and what was expected', () => {
    fc.assert(
      fc.property(fc.oneof(settings, fc.anything()), (raw) => {
        for (const { field, found, expected } of read(raw).problems) {
          const [name] = field.split('.') as [SettingName]
          const isInside = name === 'rulebook' && expected !== 'json'
          expect(SETTING_NAMES).toContain(isInside ? name : field)
          expect([found.length <= 80, isInside || expected === FIELDS[name].expected]).toEqual([true, true])
          expect(EXPECTED).toContain(expected)
        }
      }),
      { numRuns: 1000, seed: 3 },
    )
  })

  it('count field by field: a bad one never spoils a good one', () => {
    const mixed = fc.record(
      Object.fromEntries(
        SETTING_NAMES.map((name) => [
          name,
          fc.oneof(
            fc.constantFrom(...FIELDS[name].good).map((value) => ({ isGood: true, value })),
            fc.constantFrom(...FIELDS[name].bad).map((value) => ({ isGood: false, value })),
          ),
        ]),
      ),
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(mixed, (fields) => {
        const all = Object.entries(fields) as [string, { isGood: boolean; value: unknown }][]
        const values = (entries: typeof all) => Object.fromEntries(entries.map(([name, { value }]) => [name, value]))
        const { settings, problems } = read(values(all))
        expect(settings).toEqual(read(values(all.filter(([, { isGood }]) => isGood))).settings)
        expect(problems.map(({ field }) => field).sort()).toEqual(
          all
            .filter(([, { isGood }]) => !isGood)
            .map(([name]) => name)
            .sort(),
        )
      }),
      { numRuns: 300, seed: 3 },
    )
  })
})

describe('the fields of the settings', () => {
  const names = [...SETTING_NAMES].sort()
  /** The first column of the table of settings; a row may name two. */
  const inReadme = () => {
    const [, table] = /\| setting \|.*\n\|[-|]+\|\n((?:\|.*\n)+)/.exec(readFileSync('README.md', 'utf8'))!
    return table!
      .split('\n')
      .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name))
  }

  it('are those of the manifest, of the form’s texts and of the README', () => {
    expect(manifest.parameters.map(({ name }) => name).sort()).toEqual(names)
    expect(Object.keys(texts.app.parameters).sort()).toEqual(names)
    expect(inReadme().sort()).toEqual(names)
  })

  it.each(Object.entries(texts.app.parameters))('%s has a label and a help text', (_, { label, helpText }) => {
    expect([label.trim(), helpText.trim()]).not.toContain('')
  })

  const defaults = Object.fromEntries(
    manifest.parameters.flatMap((parameter) => ('default' in parameter ? [[parameter.name, parameter.default]] : [])),
  )

  it('have defaults in the manifest that say what an absent field means; only business hours are preset', () => {
    const { business_hours, ...others } = defaults
    expect(business_hours).toBe(true)
    expect(read(others)).toEqual(read({}))
    expect(read(defaults).settings.rules.clock).toBe('business')
  })
})
