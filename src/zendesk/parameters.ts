import * as z from 'zod/mini'
import { BADGE_KEYS } from '../domain/badge.ts'
import { goalFromTarget } from '../domain/goal.ts'
import { type MetricKey, SCORED_METRICS } from '../domain/metrics.ts'
import { CADENCES, WEEKDAYS } from '../domain/period.ts'
import { DEFAULT_GUARDS, type RulebookVersion, sumsTo100 } from '../domain/rulebook.ts'
import { PRIVACY, type Settings, type SettingsProblem, STANDINGS } from '../domain/settings.ts'
import { quoted } from './quoted.ts'

const isBlank = (value: unknown) =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '')

/** Zendesk hands a number over as a number or as text, depending on where it was typed in. */
const number = (minimum: number, maximum: number) =>
  z.pipe(
    z.union([
      z.number(),
      z.pipe(
        z.string().check(z.regex(/^\s*[+-]?\d+([.,]\d+)?\s*$/)),
        z.transform((text) => Number(text.replace(',', '.'))),
      ),
    ]),
    z.number().check(z.minimum(minimum), z.maximum(maximum)),
  )

const wholeNumber = (minimum: number, maximum: number) =>
  z.pipe(number(minimum, maximum), z.number().check(z.multipleOf(1)))

const yesOrNo = z.union([
  z.boolean(),
  z.pipe(
    z.string().check(z.trim(), z.toLowerCase(), z.regex(/^(true|false|1|0|yes|no)$/)),
    z.transform((text) => ['true', '1', 'yes'].includes(text)),
  ),
])

/** The framework has no list to choose from: a text with one of the listed words. */
const oneOf = <const Word extends string>(words: readonly Word[]) =>
  z.pipe(z.string().check(z.trim(), z.toLowerCase()), z.enum(words as readonly [Word, ...Word[]]))

const words = z.pipe(
  z.string(),
  z.transform(
    (text) =>
      new Set(
        text
          .toLowerCase()
          .split(/[\s,;]+/)
          .filter((word) => word !== ''),
      ) as ReadonlySet<string>,
  ),
)

const phrases = z.pipe(
  z.string(),
  z.transform((text) => [
    ...new Set(
      text
        .split(/[,;\n]+/)
        .map((phrase) => phrase.trim())
        .filter((phrase) => phrase !== ''),
    ),
  ]),
)

/** `csat 35, firstContactResolution 30`: a metric and its percent, the sum 100. */
const weights = z.pipe(
  z.pipe(
    z.string(),
    z.transform((text) =>
      text
        .split(/[,;\n]/)
        .filter((entry) => entry.trim() !== '')
        .map((entry) => /^([A-Za-z]+)(?:\s*[:=]\s*|\s+)(\d+(?:\.\d+)?)\s*%?$/.exec(entry.trim()))
        .map((entry) => (entry === null ? ['', NaN] : [entry[1]!, Number(entry[2])])),
    ),
  ),
  z.pipe(
    z.array(z.tuple([z.string(), z.number()])).check(
      z.refine(
        (pairs) => pairs.every(([key]) => isScored(key)) && new Set(pairs.map(([key]) => key)).size === pairs.length,
      ),
      z.refine((pairs) => sumsTo100(pairs.map(([, weight]) => weight))),
    ),
    z.transform((pairs) => new Map(pairs.filter(([, weight]) => weight > 0) as [MetricKey, number][])),
  ),
)

const isScored = (key: string) => SCORED_METRICS.some((known) => known === key)

/** Minutes in ten years: no reply or resolution target is longer. */
const TEN_YEARS_MINUTES = 5_256_000

/** Every parameter of the manifest: how it is read, and what to say when it cannot be. A blank one is not set. */
const PARAMETERS = {
  csat_target_percent: { schema: number(0, 100), expected: 'percent' },
  first_contact_resolution_target_percent: { schema: number(0, 100), expected: 'percent' },
  first_reply_target_minutes: { schema: number(1, TEN_YEARS_MINUTES), expected: 'minutes' },
  full_resolution_target_minutes: { schema: number(1, TEN_YEARS_MINUTES), expected: 'minutes' },
  weights: { schema: weights, expected: 'weights' },
  team_share_percent: { schema: number(0, 100), expected: 'percent' },
  period: { schema: oneOf(CADENCES), expected: 'cadence' },
  week_start: { schema: oneOf(WEEKDAYS), expected: 'weekday' },
  business_hours: { schema: yesOrNo, expected: 'yesOrNo' },
  minimum_sample: { schema: wholeNumber(1, 100_000), expected: 'wholeNumber' },
  fcr_settle_days: { schema: number(0, 365), expected: 'days' },
  fcr_counts_zero_replies: { schema: yesOrNo, expected: 'yesOrNo' },
  excluded_tags: { schema: words, expected: 'words' },
  excluded_channels: { schema: words, expected: 'words' },
  standings: { schema: oneOf(STANDINGS), expected: 'standings' },
  privacy: { schema: oneOf(PRIVACY), expected: 'privacy' },
  values: { schema: phrases, expected: 'words' },
  rulebook: { schema: z.string(), expected: 'json' },
} as const satisfies Record<string, { schema: z.ZodMiniType; expected: SettingsProblem['expected'] }>

export type SettingName = keyof typeof PARAMETERS

export const SETTING_NAMES = Object.keys(PARAMETERS) as SettingName[]

/** What counts where nothing is set; the manifest's defaults are the same. */
const DEFAULTS = {
  weights: new Map<MetricKey, number>([
    ['csat', 35],
    ['firstContactResolution', 30],
    ['firstReplyTime', 20],
    ['fullResolutionTime', 15],
  ]),
  teamSharePercent: 30,
  minimumSample: 20,
  settleDays: 3,
} as const

export interface ParsedSettings {
  readonly settings: Settings
  readonly problems: readonly SettingsProblem[]
}

/** Reads the text of the rulebook: its versions, and what is wrong with those that were left out. */
export type ReadRulebook = (text: string) => {
  readonly versions: readonly RulebookVersion[]
  readonly problems: readonly SettingsProblem[]
}

/**
 * Reads the parameters. A field that cannot be read is named in `problems` and treated as not set; every other field
 * counts. Fields that are not ours (`title`) are ignored.
 * @param readRulebook asked only where there is a rulebook
 */
export function parseParameters(raw: unknown, readRulebook: ReadRulebook): ParsedSettings {
  const given = z.safeParse(z.record(z.string(), z.unknown()), raw)
  const fields = given.success ? given.data : {}
  const problems: SettingsProblem[] = []

  function setting<Name extends SettingName>(name: Name): z.output<(typeof PARAMETERS)[Name]['schema']> | null {
    const value = Object.hasOwn(fields, name) ? fields[name] : null
    if (isBlank(value)) return null
    const parsed = z.safeParse(PARAMETERS[name].schema, value)
    if (parsed.success) return parsed.data as z.output<(typeof PARAMETERS)[Name]['schema']>
    problems.push({ field: name, found: quoted(value), expected: PARAMETERS[name].expected })
    return null
  }

  const targets: [MetricKey, number | null][] = [
    ['firstReplyTime', setting('first_reply_target_minutes')],
    ['fullResolutionTime', setting('full_resolution_target_minutes')],
    ['firstContactResolution', setting('first_contact_resolution_target_percent')],
    ['csat', setting('csat_target_percent')],
  ]
  const fromSettings: RulebookVersion = {
    version: 0,
    effectiveFrom: null,
    reason: '',
    goals: targets.flatMap(([metric, target]) => (target === null ? [] : [goalFromTarget(metric, target)])),
    weights: setting('weights') ?? DEFAULTS.weights,
    guards: DEFAULT_GUARDS,
    teamShare: (setting('team_share_percent') ?? DEFAULTS.teamSharePercent) / 100,
    badges: BADGE_KEYS,
    retired: [],
  }
  const text = setting('rulebook')
  const rulebook = text === null ? { versions: [], problems: [] } : readRulebook(text)
  problems.push(...rulebook.problems)

  return {
    settings: {
      rules: {
        clock: setting('business_hours') === true ? 'business' : 'calendar',
        settleDays: setting('fcr_settle_days') ?? DEFAULTS.settleDays,
        countsZeroReplies: setting('fcr_counts_zero_replies') ?? false,
      },
      exclusions: {
        tags: setting('excluded_tags') ?? new Set(),
        channels: setting('excluded_channels') ?? new Set(),
      },
      minimumSample: setting('minimum_sample') ?? DEFAULTS.minimumSample,
      rulebook: [fromSettings, ...rulebook.versions],
      cadence: setting('period') ?? 'month',
      weekStart: setting('week_start') ?? 'monday',
      standings: setting('standings') ?? 'bands',
      privacy: setting('privacy') ?? 'self',
      values: setting('values') ?? [],
    },
    problems,
  }
}
