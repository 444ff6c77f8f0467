import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { type Goal, GOAL_SCOPES, goalFromTarget, REASON_KEYS } from '../../src/domain/goal.ts'
import { METRICS, type MetricKey } from '../../src/domain/metrics.ts'
import { CADENCES } from '../../src/domain/period.ts'
import type { RulebookVersion } from '../../src/domain/rulebook.ts'
import { EXPECTED } from '../../src/domain/settings.ts'
import { parseRulebook, rulebookText } from '../../src/zendesk/rulebook.ts'
import { randomFrom } from '../zendesk/random.ts'
import { damage, mutate, type Node } from './mutations.ts'

vi.setConfig({ testTimeout: 30_000 })

const SCORED = ['csat', 'firstContactResolution', 'firstReplyTime', 'fullResolutionTime'] as const

const WHY = {
  specific: 'Ratings of our own tickets.',
  measurable: 'The share of good ones.',
  attainable: 'We were at 88 % in spring.',
  relevant: 'Customers leave after bad ones.',
  timeBound: 'Until the end of the quarter.',
}

/** Two versions as an admin's page writes them, with everything that may be written. */
const GOOD = [
  {
    version: 1,
    effectiveFrom: '2026-10-01',
    reason: 'Begin.',
    goals: [
      { metric: 'csat', scope: 'account', target: 0.9, why: WHY },
      {
        metric: 'firstReplyTime',
        scope: 'group',
        of: 10,
        cadence: null,
        threshold: 90,
        target: 60,
        stretch: 45,
        why: WHY,
      },
    ],
    weights: { csat: 60, firstReplyTime: 40 },
    teamShare: 0.3,
  },
  {
    version: 2,
    effectiveFrom: '2026-12-01',
    reason: 'Slower in winter.',
    goals: [
      {
        metric: 'csat',
        scope: 'account',
        of: null,
        cadence: 'month',
        threshold: 0.8,
        target: 0.85,
        stretch: 0.95,
        why: WHY,
      },
      { metric: 'csat', scope: 'agent', of: 7, target: 0.9, why: WHY },
    ],
    weights: { csat: 33.3, firstContactResolution: 33.3, fullResolutionTime: 33.4 },
    guards: { mostReopened: 0.1, leastRated: 0.2 },
    teamShare: 0,
    badges: ['goalMet'],
    retired: ['allGoalsMet'],
  },
] as const

/** With no part in two places. */
const copyOfGood = (): unknown => JSON.parse(JSON.stringify(GOOD))

const read = (raw: unknown) => parseRulebook(JSON.stringify(raw))

/** The good ones with one part of the second another one; `undefined` takes it away. */
function spoiled(path: string, value: unknown): unknown[] {
  const raw = copyOfGood() as Node[]
  const steps = path.split('.')
  const last = steps.pop()!
  let parent = raw[1]!
  for (const step of steps) parent = parent[step] as Node
  if (value === undefined) Reflect.deleteProperty(parent, last)
  else parent[last] = value
  return raw
}

const quoted = (value: unknown) =>
  typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)

describe('a rulebook', () => {
  it('is read as it is written', () => {
    const { versions, problems } = read(GOOD)
    expect(problems).toEqual([])
    expect(versions).toEqual([
      {
        version: 1,
        effectiveFrom: '2026-10-01',
        reason: 'Begin.',
        goals: [
          { ...goalFromTarget('csat', 90), why: WHY },
          {
            ...{ metric: 'firstReplyTime', scope: 'group', of: 10, cadence: null },
            ...{ threshold: 90, target: 60, stretch: 45, why: WHY },
          },
        ],
        weights: new Map([
          ['csat', 60],
          ['firstReplyTime', 40],
        ]),
        guards: { mostReopened: 0.08, leastRated: 0.05 },
        teamShare: 0.3,
        badges: [],
        retired: [],
      },
      {
        version: 2,
        effectiveFrom: '2026-12-01',
        reason: 'Slower in winter.',
        goals: [
          {
            ...{ metric: 'csat', scope: 'account', of: null, cadence: 'month' },
            ...{ threshold: 0.8, target: 0.85, stretch: 0.95, why: WHY },
          },
          { ...goalFromTarget('csat', 90), scope: 'agent', of: 7, why: WHY },
        ],
        weights: new Map([
          ['firstContactResolution', 33.3],
          ['fullResolutionTime', 33.4],
          ['csat', 33.3],
        ]),
        guards: { mostReopened: 0.1, leastRated: 0.2 },
        teamShare: 0,
        badges: ['goalMet'],
        retired: ['allGoalsMet'],
      },
    ])
  })

  it.each([
    ['no version', []],
    ['a metric of no weight', spoiled('weights', { csat: 100, firstReplyTime: 0 })],
    ['no weight on context', spoiled('weights', { csat: 100, reopenRate: 0 })],
    ['fields that are not its own', spoiled('mood', 'good')],
    ['a goal with fields that are not its own', spoiled('goals.0.mood', 'good')],
    ['a share at both of its ends', spoiled('goals.0', { ...GOOD[1].goals[0], threshold: 0, target: 1, stretch: 1 })],
    ['no goal at all', spoiled('goals', [])],
    ['a team that is all', spoiled('teamShare', 1)],
    ['a leap day', spoiled('effectiveFrom', '2028-02-29')],
    ['a version that leaves numbers out', spoiled('version', 40)],
  ])('may have %s', (_, raw) => {
    expect(read(raw).problems).toEqual([])
    expect(read(raw).versions).toHaveLength(raw.length)
  })

  it('needs a target alone of a goal: threshold and stretch are those of the settings’ fields', () => {
    for (let tenths = 0; tenths <= 1000; tenths++) {
      const { threshold, stretch } = read(spoiled('goals.1.target', tenths / 1000)).versions[1]!.goals[1]!
      const marks = goalFromTarget('csat', tenths / 10)
      expect([tenths, threshold, stretch]).toEqual([tenths, marks.threshold, marks.stretch])
    }
    const minutes = read(spoiled('goals.1', { ...GOOD[1].goals[1], metric: 'fullResolutionTime', target: 25 }))
    expect(minutes.versions[1]!.goals[1]).toMatchObject({ threshold: 37.5, target: 25, stretch: 20 })
  })
})

describe('a version that cannot be read', () => {
  it.each<[path: string, value: unknown, expected: string]>([
    ['version', undefined, 'wholeNumber'],
    ['version', null, 'wholeNumber'],
    ['version', '2', 'wholeNumber'],
    ['version', 0, 'wholeNumber'],
    ['version', -1, 'wholeNumber'],
    ['version', 2.5, 'wholeNumber'],
    ['version', 1e300, 'wholeNumber'],
    ['version', 1, 'laterVersion'],
    ['effectiveFrom', undefined, 'day'],
    ['effectiveFrom', null, 'day'],
    ['effectiveFrom', 20_261_201, 'day'],
    ['effectiveFrom', '2026-02-30', 'day'],
    ['effectiveFrom', '2027-02-29', 'day'],
    ['effectiveFrom', '2026-12-1', 'day'],
    ['effectiveFrom', '2026-12-01T00:00:00Z', 'day'],
    ['effectiveFrom', ' 2026-12-01', 'day'],
    ['effectiveFrom', 'tomorrow', 'day'],
    ['effectiveFrom', '2026-10-01', 'laterDay'],
    ['effectiveFrom', '2026-09-30', 'laterDay'],
    ['reason', undefined, 'sentence'],
    ['reason', '', 'sentence'],
    ['reason', ' \n ', 'sentence'],
    ['reason', ['why'], 'sentence'],
    ['goals', undefined, 'list'],
    ['goals', {}, 'list'],
    ['goals', 'none', 'list'],
    ['goals.0', null, 'object'],
    ['goals.0', 'csat', 'object'],
    ['goals.0', [], 'object'],
    ['goals.0.metric', undefined, 'metric'],
    ['goals.0.metric', 'CSAT', 'metric'],
    ['goals.0.metric', 3, 'metric'],
    ['goals.0.metric', 'reopenRate', 'metric'],
    ['goals.0.metric', 'solvedTickets', 'metric'],
    ['goals.0.metric', '__proto__', 'metric'],
    ['goals.0.scope', undefined, 'scope'],
    ['goals.0.scope', 'team', 'scope'],
    ['goals.0.of', 7, 'id'],
    ['goals.1.of', undefined, 'id'],
    ['goals.1.of', null, 'id'],
    ['goals.1.of', '7', 'id'],
    ['goals.1.of', 7.5, 'id'],
    ['goals.1.of', 2 ** 53, 'id'],
    ['goals.0.cadence', 'day', 'cadence'],
    ['goals.0.cadence', 7, 'cadence'],
    ['goals.0.target', undefined, 'marksOrder'],
    ['goals.0.target', null, 'marksOrder'],
    ['goals.0.target', '0.85', 'marksOrder'],
    ['goals.1.target', 90, 'marksOrder'],
    ['goals.1.target', -0.1, 'marksOrder'],
    ['goals.0.target', 0.79, 'marksOrder'],
    ['goals.0.target', 0.96, 'marksOrder'],
    ['goals.0.threshold', '0.8', 'marksOrder'],
    ['goals.0.stretch', [], 'marksOrder'],
    ['goals.1.why', undefined, 'object'],
    ['goals.1.why', null, 'object'],
    ['goals.1.why', 'because', 'object'],
    ...REASON_KEYS.flatMap((key) =>
      [undefined, null, '', '   ', 3, ['x']].map((value): [string, unknown, string] => [
        `goals.1.why.${key}`,
        value,
        'sentence',
      ]),
    ),
    ['weights', undefined, 'object'],
    ['weights', null, 'object'],
    ['weights', [], 'object'],
    ['weights', 'csat 100', 'object'],
    ['weights', {}, 'weightsSum'],
    ['weights', { csat: 99 }, 'weightsSum'],
    ['weights', { csat: 50, firstReplyTime: 50.1 }, 'weightsSum'],
    ['weights', { csat: 90, reopenRate: 10 }, 'weights'],
    ['weights', { csat: 90, solvedTickets: 10 }, 'weights'],
    ['weights.csat', '33.3', 'weights'],
    ['weights.csat', null, 'weights'],
    ['weights.csat', -1, 'weights'],
    ['guards', null, 'object'],
    ['guards', 0.1, 'object'],
    ['guards.mostReopened', undefined, 'ratio'],
    ['guards.mostReopened', 8, 'ratio'],
    ['guards.leastRated', -0.1, 'ratio'],
    ['guards.leastRated', '0.1', 'ratio'],
    ['teamShare', undefined, 'ratio'],
    ['teamShare', null, 'ratio'],
    ['teamShare', 30, 'ratio'],
    ['teamShare', -0.1, 'ratio'],
    ['teamShare', '0.3', 'ratio'],
    ['badges', 'goalMet', 'list'],
    ['badges', null, 'list'],
    ['badges.0', 3, 'text'],
    ['retired', {}, 'list'],
    ['retired.0', null, 'text'],
  ])('is left out because of %s = %j, and the one before goes on', (path, value, expected) => {
    const { versions, problems } = read(spoiled(path, value))
    expect(problems).toEqual([{ field: `rulebook.1.${path}`, found: quoted(value), expected }])
    expect(versions).toEqual(read(GOOD.slice(0, 1)).versions)
  })

  it.each<[what: string, path: string, value: unknown, field: string, found: string, expected: string]>([
    ['a threshold beyond the target', 'goals.0.threshold', 0.86, 'goals.0.target', '0.85', 'marksOrder'],
    ['a stretch short of the target', 'goals.0.stretch', 0.84, 'goals.0.target', '0.85', 'marksOrder'],
    ['a share below none', 'goals.0.threshold', -0.2, 'goals.0.target', '0.85', 'marksOrder'],
    ['a share beyond all', 'goals.0.stretch', 1.01, 'goals.0.target', '0.85', 'marksOrder'],
    ['marks of a share on a time', 'goals.0.metric', 'firstReplyTime', 'goals.0.target', '0.85', 'marksOrder'],
    ['a goal of an agent without one', 'goals.0.scope', 'agent', 'goals.0.of', 'null', 'id'],
    ['a goal of the account with an agent', 'goals.1.scope', 'account', 'goals.1.of', '7', 'id'],
  ])('names the field that %s spoils', (_, path, value, field, found, expected) => {
    expect(read(spoiled(path, value)).problems).toEqual([{ field: `rulebook.1.${field}`, found, expected }])
  })

  it('names a weight on what is no metric', () => {
    const { versions, problems } = read(spoiled('weights', { csat: 90, joy: 10 }))
    expect(versions).toHaveLength(1)
    expect(problems.map(({ field, expected }) => [field.slice(0, 18), expected])).toEqual([
      ['rulebook.1.weights', 'metric'],
    ])
  })

  it('has two goals for one thing', () => {
    const [monthly, personal] = GOOD[1].goals
    const twice = (goal: object) => read(spoiled('goals', [monthly, personal, goal])).problems
    const problem = { field: 'rulebook.1.goals', expected: 'onlyOnce' }
    expect(twice({ ...monthly, target: 0.9 })).toMatchObject([problem])
    expect(twice({ ...personal, cadence: null })).toMatchObject([problem])
    expect(twice({ ...personal, of: 8 })).toEqual([])
    expect(twice({ ...monthly, cadence: 'quarter' })).toEqual([])
    expect(twice({ ...monthly, metric: 'firstContactResolution' })).toEqual([])
  })

  it.each([[null], [true], [3], ['version'], [[]]])('may be %j', (raw) => {
    const { versions, problems } = read([GOOD[0], raw])
    expect(versions).toHaveLength(1)
    expect(problems).toEqual([{ field: 'rulebook.1', found: quoted(raw), expected: 'object' }])
  })

  it('does not stop the next one from being later than the last that counts', () => {
    const [first, second] = GOOD
    const bad = { ...second, version: 9, effectiveFrom: '2030-01-01', teamShare: 2 }
    const { versions, problems } = read([first, bad, second])
    expect(versions.map(({ version }) => version)).toEqual([1, 2])
    expect(problems.map(({ field }) => field)).toEqual(['rulebook.1.teamShare'])
  })

  it('is quoted in 80 characters', () => {
    const [problem] = read(spoiled('goals', 'x'.repeat(500))).problems
    expect(problem!.found).toHaveLength(80)
  })
})

describe('a text that is no rulebook', () => {
  it.each([
    ['', 'json'],
    ['none', 'json'],
    ['[', 'json'],
    ['[{"version":1,}]', 'json'],
    ['{"versions":[]}', 'list'],
    ['null', 'list'],
    ['"[]"', 'list'],
    ['7', 'list'],
  ])('is named as a whole: %j', (text, expected) => {
    const found = expected === 'json' ? text : quoted(JSON.parse(text))
    expect(parseRulebook(text)).toEqual({ versions: [], problems: [{ field: 'rulebook', found, expected }] })
  })

  it.each([
    ['as a version', (deep: string) => `[${deep}]`],
    ['as a reason', (deep: string) => `[{"version":1,"effectiveFrom":"2026-12-01","reason":${deep}}]`],
  ])('may be nested deeper than any stack %s', (_, text) => {
    const { versions, problems } = parseRulebook(text('['.repeat(100_000) + ']'.repeat(100_000)))
    expect([versions.length, problems.length]).toEqual([0, 1])
  })
})

describe('any rulebook', () => {
  const sentence = fc.string({ minLength: 1, maxLength: 30 }).map((text) => `So: ${text}.`)
  const why = fc.record(Object.fromEntries(REASON_KEYS.map((key) => [key, sentence]))) as fc.Arbitrary<typeof WHY>
  const anyGoal: fc.Arbitrary<Goal> = fc
    .record({
      metric: fc.constantFrom(...SCORED),
      scope: fc.constantFrom(...GOAL_SCOPES),
      id: fc.constantFrom(1, 10, 2 ** 53 - 1),
      cadence: fc.constantFrom(...CADENCES, null),
      marks: fc.tuple(fc.nat(200), fc.nat(200), fc.nat(200)),
      why,
    })
    .map(({ metric, scope, id, cadence, marks, why }) => {
      const isShare = METRICS[metric].unit === 'ratio'
      const [threshold, target, stretch] = marks
        .sort((a, b) => (isShare ? a - b : b - a))
        .map((mark) => (isShare ? mark / 200 : mark / 2)) as [number, number, number]
      return { metric, scope, of: scope === 'account' ? null : id, cadence, threshold, target, stretch, why }
    })
  const place = ({ metric, scope, of, cadence }: Goal) => [metric, scope, of, cadence].join(' ')
  const anyWeights = fc
    .tuple(fc.shuffledSubarray([...SCORED], { minLength: 2 }), fc.integer({ min: 1, max: 999 }))
    .map(([metrics, tenths]) => {
      const [first, second] = metrics as [MetricKey, MetricKey]
      return new Map([
        [first, tenths / 10],
        [second, (1000 - tenths) / 10],
      ])
    })
  const ratio = fc.integer({ min: 0, max: 1000 }).map((part) => part / 1000)
  const keys = fc.array(fc.string({ maxLength: 8 }), { maxLength: 3 })
  const anyVersion: fc.Arbitrary<RulebookVersion> = fc.record({
    version: fc.constant(0),
    effectiveFrom: fc.constant(null),
    reason: sentence,
    goals: fc.uniqueArray(anyGoal, { maxLength: 5, selector: place }),
    weights: anyWeights,
    guards: fc.record({ mostReopened: ratio, leastRated: ratio }),
    teamShare: ratio,
    badges: keys,
    retired: keys,
  })
  const day = (days: number) => new Date(Date.UTC(2026, 9, 1 + days)).toISOString().slice(0, 10)
  /** Up to five, each later than the one before. */
  const anyVersions = fc
    .array(fc.tuple(anyVersion, fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 3 })), { maxLength: 5 })
    .map((all) => {
      let [days, number] = [0, 0]
      return all.map(([version, later, next]): RulebookVersion => {
        days += later
        number += next
        return { ...version, version: number, effectiveFrom: day(days) }
      })
    })
  const RUNS = { numRuns: 300, seed: 3 }

  it('is read back from its text', () => {
    fc.assert(
      fc.property(anyVersions, (versions) => {
        expect(parseRulebook(rulebookText(versions))).toEqual({ versions, problems: [] })
      }),
      RUNS,
    )
  })

  it('counts version by version: a bad one never spoils a good one', () => {
    const bad = fc.constantFrom<unknown>(
      ...[null, 'x', [], {}],
      { ...GOOD[0], teamShare: 30 },
      { ...GOOD[1], weights: { csat: 10 } },
      { ...GOOD[1], goals: [{ ...GOOD[1].goals[0], why: { ...WHY, relevant: '' } }] },
      { ...GOOD[0], effectiveFrom: '1999-01-01', version: 0 },
    )
    const mixed = anyVersions.chain((versions) =>
      fc.tuple(fc.constant(versions), fc.array(fc.array(bad, { maxLength: 2 }), { minLength: versions.length + 1 })),
    )
    fc.assert(
      fc.property(mixed, ([versions, between]) => {
        const good = JSON.parse(rulebookText(versions)) as unknown[]
        const raw = between.flatMap((bads, place) => [...bads, ...good.slice(place, place + 1)])
        const { versions: found, problems } = read(raw)
        expect(found).toEqual(versions)
        const places = raw.flatMap((each, place) => (good.includes(each) ? [] : [String(place)]))
        expect(problems.map(({ field }) => field.split('.')[1])).toEqual(places)
      }),
      RUNS,
    )
  })

  it('may be any text: each version is read or named, and nothing else is touched', () => {
    const before = prototypes()
    const seen = { read: 0, named: 0, noText: 0 }
    for (let seed = 1; seed <= 2000; seed++) {
      const random = randomFrom(seed)
      const raw = copyOfGood() as Node
      for (let changes = random.whole(1, 4); changes > 0; changes--) mutate(random, raw, () => undefined)
      const whole = JSON.stringify(raw)
      expectSound(random.chance(0.1) ? damage(random, whole) : whole, seen)
    }
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.json().map((json) => `[${json}]`),
        ),
        (text) => expectSound(text, seen),
      ),
      { numRuns: 1000, seed: 3 },
    )
    expect(prototypes()).toEqual(before)
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(200)
  })
})

/** Every name that objects get from their prototypes. */
const prototypes = () =>
  [Object, Array, Map, String, Number].map((made) => Object.getOwnPropertyNames(made.prototype).sort())

/** Whatever the text: what is read keeps the rules, and what is not is named with its place and what stands there. */
function expectSound(text: string, seen: { read: number; named: number; noText: number }): void {
  const { versions, problems } = parseRulebook(text)
  const raw = jsonIn(text)
  const isList = Array.isArray(raw)
  if (!isList) seen.noText++
  seen.read += versions.length
  seen.named += problems.length
  expect(versions.length + problems.length, text).toBe(isList ? raw.length : 1)
  for (const { field, found, expected } of problems) {
    expect(EXPECTED, text).toContain(expected)
    const [first, ...steps] = field.split('.')
    const stands = quoted(raw === undefined ? text : steps.reduce(partOf, raw))
    expect([first, found], text).toEqual(['rulebook', stands.length > 80 ? `${stands.slice(0, 79)}…` : stands])
  }
  versions.forEach((version, place) => {
    const before = versions[place - 1]
    expect(version.version, text).toBeGreaterThan(before?.version ?? 0)
    expect(version.effectiveFrom! > (before?.effectiveFrom ?? ''), text).toBe(true)
    const weights = [...version.weights]
    expect(
      weights.reduce((sum, [, weight]) => sum + weight, 0),
      text,
    ).toBeCloseTo(100, 5)
    expect(
      weights.every(([metric, weight]) => weight > 0 && !METRICS[metric].context),
      text,
    ).toBe(true)
    expect(Object.getPrototypeOf(version), text).toBe(Object.prototype)
    for (const { metric, threshold, target, stretch, scope, of, why } of version.goals) {
      const marks = METRICS[metric].better === 'higher' ? [threshold, target, stretch] : [stretch, target, threshold]
      expect(marks, text).toEqual([...marks].sort((a, b) => a - b))
      expect((scope === 'account') === (of === null), text).toBe(true)
      expect(
        REASON_KEYS.every((key) => why![key].trim() !== ''),
        text,
      ).toBe(true)
    }
  })
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function partOf(whole: unknown, step: string): unknown {
  return typeof whole === 'object' && whole !== null && Object.hasOwn(whole, step) ? (whole as Node)[step] : undefined
}

describe('the README', () => {
  it('shows a rulebook that can be read', () => {
    const shown = /```json\n([^`]*)```/.exec(readFileSync('README.md', 'utf8'))![1]!
    const { versions, problems } = parseRulebook(shown)
    expect(problems).toEqual([])
    expect(versions).toMatchObject([{ version: 1, goals: [{ metric: 'csat', scope: 'group', target: 0.9 }] }])
  })
})
