import * as z from 'zod/mini'
import {
  areMarksInOrder,
  areMarksThere,
  asTyped,
  type Goal,
  GOAL_SCOPES,
  type Marks,
  marksFromTarget,
  REASON_KEYS,
  type Reasons,
} from '../domain/goal.ts'
import { METRIC_KEYS, METRICS, type MetricKey } from '../domain/metrics.ts'
import { CADENCES, isDay } from '../domain/period.ts'
import { DEFAULT_GUARDS, type RulebookVersion, sumsTo100 } from '../domain/rulebook.ts'
import { type Expected, EXPECTED, type SettingsProblem } from '../domain/settings.ts'
import { quoted } from './quoted.ts'

/*
 * The `rulebook` setting: JSON, a list of versions, written by the Goals page. Units are those of the numbers themselves: minutes, and
 * shares from 0 to 1; only weights are percent. The messages of the schema are the keys of what was expected.
 */

const says = (expected: Expected) => expected

const sentence = z.string(says('sentence')).check(z.trim(), z.minLength(1, says('sentence')))
const share = z.number(says('ratio')).check(z.minimum(0, says('ratio')), z.maximum(1, says('ratio')))
const scoredMetric = z
  .enum(METRIC_KEYS, says('metric'))
  .check(z.refine((metric: MetricKey) => !METRICS[metric].context, says('metric')))

const goalSchema = z
  .object(
    {
      metric: scoredMetric,
      scope: z.enum(GOAL_SCOPES, says('scope')),
      of: z.nullish(z.int(says('id'))),
      cadence: z.nullish(z.enum(CADENCES, says('cadence'))),
      threshold: z.optional(z.number(says('marksOrder'))),
      target: z.number(says('marksOrder')),
      stretch: z.optional(z.number(says('marksOrder'))),
      why: z.object(Object.fromEntries(REASON_KEYS.map((key) => [key, sentence])), says('object')),
    },
    says('object'),
  )
  .check(
    z.refine(({ scope, of }) => (scope === 'account') === (of === null || of === undefined), {
      error: says('id'),
      path: ['of'],
    }),
    z.refine((goal) => areInOrder(goal.metric, marksIn(goal)), { error: says('marksOrder'), path: ['target'] }),
  )

const weightsSchema = z
  .record(z.string(), z.number(says('weights')).check(z.minimum(0, says('weights'))), says('object'))
  .check(
    z.refine((weights) => Object.keys(weights).every((key) => METRIC_KEYS.some((known) => known === key)), {
      error: says('metric'),
      abort: true,
    }),
    z.refine((weights) => METRIC_KEYS.every((key) => !METRICS[key].context || !weights[key]), says('weights')),
    z.refine((weights) => sumsTo100(Object.values(weights)), says('weightsSum')),
  )

const versionSchema = z.object(
  {
    version: z.int(says('wholeNumber')).check(z.minimum(1, says('wholeNumber'))),
    effectiveFrom: z.string(says('day')).check(z.refine(isDay, says('day'))),
    reason: sentence,
    goals: z.array(goalSchema, says('list')).check(z.refine(areApart, says('onlyOnce'))),
    weights: weightsSchema,
    guards: z._default(z.object({ mostReopened: share, leastRated: share }, says('object')), DEFAULT_GUARDS),
    teamShare: share,
    badges: z._default(z.array(z.string(says('text')), says('list')), []),
    retired: z._default(z.array(z.string(says('text')), says('list')), []),
  },
  says('object'),
)

type RawVersion = z.output<typeof versionSchema>

/**
 * Reads the versions. One that cannot be read is named in `problems` and left out as a whole, so that the one before it goes on: half a
 * rule is fair to nobody.
 */
export function parseRulebook(text: string): {
  readonly versions: readonly RulebookVersion[]
  readonly problems: readonly SettingsProblem[]
} {
  const problem = (field: string, found: unknown, expected: Expected) => ({ field, found: quoted(found), expected })
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return { versions: [], problems: [problem('rulebook', text, 'json')] }
  }
  if (!Array.isArray(raw)) return { versions: [], problems: [problem('rulebook', raw, 'list')] }
  const versions: RulebookVersion[] = []
  const problems: SettingsProblem[] = []
  for (const [place, each] of (raw as readonly unknown[]).entries()) {
    const parsed = z.safeParse(versionSchema, each)
    const last = versions.at(-1)
    const field = (path: readonly PropertyKey[]) => ['rulebook', place, ...path].map(String).join('.')
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      problems.push(problem(field(issue!.path), valueAt(each, issue!.path), expectedIn(issue!.message)))
    } else if (last !== undefined && parsed.data.version <= last.version)
      problems.push(problem(field(['version']), parsed.data.version, 'laterVersion'))
    else if (last !== undefined && parsed.data.effectiveFrom <= last.effectiveFrom!)
      problems.push(problem(field(['effectiveFrom']), parsed.data.effectiveFrom, 'laterDay'))
    else versions.push(versionIn(parsed.data))
  }
  return { versions, problems }
}

/** The setting's text for these versions; what `parseRulebook` reads back. */
export function rulebookText(versions: readonly RulebookVersion[]): string {
  return JSON.stringify(
    versions.map(({ weights, ...version }) => ({ ...version, weights: Object.fromEntries(weights) })),
    null,
    1,
  )
}

const versionIn = ({ weights, goals, ...version }: RawVersion): RulebookVersion => ({
  ...version,
  goals: goals.map((goal): Goal => ({
    metric: goal.metric,
    ...marksIn(goal),
    scope: goal.scope,
    of: goal.of ?? null,
    cadence: goal.cadence ?? null,
    why: goal.why as Reasons,
  })),
  weights: new Map(METRIC_KEYS.flatMap((key) => (weights[key] ? [[key, weights[key]] as const] : []))),
})

interface GivenMarks {
  readonly metric: MetricKey
  readonly threshold?: number | undefined
  readonly target: number
  readonly stretch?: number | undefined
}

/** Threshold and stretch follow from the target where they are not given. */
function marksIn({ metric, threshold, target, stretch }: GivenMarks): Marks {
  const marks = marksFromTarget(metric, asTyped(metric, target))
  return { threshold: threshold ?? marks.threshold, target, stretch: stretch ?? marks.stretch }
}

const areInOrder = (metric: MetricKey, marks: Marks): boolean =>
  areMarksThere(metric, marks) && areMarksInOrder(metric, marks)

interface Placed {
  readonly metric: MetricKey
  readonly scope: string
  readonly of?: number | null | undefined
  readonly cadence?: string | null | undefined
}

/** One goal for each metric, scope and cadence. */
function areApart(goals: readonly Placed[]): boolean {
  const names = goals.map(({ metric, scope, of, cadence }) => `${metric} ${scope} ${of ?? ''} ${cadence ?? ''}`)
  return new Set(names).size === names.length
}

const expectedIn = (message: string): Expected => EXPECTED.find((key) => key === message) ?? 'object'

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value = raw
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Record<PropertyKey, unknown>)[step]
  }
  return value
}
