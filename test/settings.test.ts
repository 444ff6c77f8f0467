import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSettings, SETTING_NAMES, type SettingName } from '../src/zendesk/settings.ts'
import manifest from '../manifest.json'

const read = (raw: unknown) => parseSettings(raw)

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
}

const pairs = (which: 'good' | 'bad') =>
  Object.entries(FIELDS).flatMap(([field, values]) =>
    values[which].map((value) => [field, value, values.expected] as const),
  )

describe('the settings', () => {
  it('have the names that the manifest gives them', () => {
    expect(manifest.parameters.map(({ name }) => name)).toEqual(expect.arrayContaining([...SETTING_NAMES]))
  })

  it('that are absent take their defaults', () => {
    expect(read({})).toEqual({
      problems: [],
      settings: {
        rules: {
          clock: 'calendar',
          settleDays: 3,
          countsZeroReplies: false,
          firstReplyTargetMinutes: null,
          fullResolutionTargetMinutes: null,
        },
        targets: { goals: new Map(), minimumSample: 20 },
        exclusions: { tags: new Set(), channels: new Set() },
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

  it('turn a target into a goal of its metric', () => {
    const { rules, targets } = read({ csat_target_percent: '90', first_reply_target_minutes: 60 }).settings
    expect([...targets.goals.keys()].sort()).toEqual(['csat', 'firstReplyTime'])
    expect(targets.goals.get('csat')).toMatchObject({ threshold: 0.8, target: 0.9, stretch: 0.925, scope: 'account' })
    expect(rules.firstReplyTargetMinutes).toBe(60)
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
    field.chain((name) => fc.constantFrom(...FIELDS[name].good, ...FIELDS[name].bad)),
  )
  const settings = fc.dictionary(fc.oneof(field, fc.string()), value)

  it('are read without throwing, each problem with its field, what was found and what was expected', () => {
    fc.assert(
      fc.property(fc.oneof(settings, fc.anything()), (raw) => {
        for (const { field, found, expected } of read(raw).problems) {
          expect(SETTING_NAMES).toContain(field)
          expect([found.length <= 80, expected]).toEqual([true, FIELDS[field as SettingName].expected])
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
