import * as z from 'zod/mini'
import { type Goal, goalFromTarget } from '../domain/goal.ts'
import type { MetricKey } from '../domain/metrics.ts'
import type { Settings, SettingsProblem } from '../domain/settings.ts'

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

/** Minutes in ten years: no reply or resolution target is longer. */
const TEN_YEARS_MINUTES = 5_256_000

/** Every parameter of the manifest: how it is read, and what to say when it cannot be. A blank one is not set. */
const PARAMETERS = {
  csat_target_percent: { schema: number(0, 100), expected: 'percent' },
  first_contact_resolution_target_percent: { schema: number(0, 100), expected: 'percent' },
  first_reply_target_minutes: { schema: number(1, TEN_YEARS_MINUTES), expected: 'minutes' },
  full_resolution_target_minutes: { schema: number(1, TEN_YEARS_MINUTES), expected: 'minutes' },
  business_hours: { schema: yesOrNo, expected: 'yesOrNo' },
  minimum_sample: { schema: wholeNumber(1, 100_000), expected: 'wholeNumber' },
  fcr_settle_days: { schema: number(0, 365), expected: 'days' },
  fcr_counts_zero_replies: { schema: yesOrNo, expected: 'yesOrNo' },
  excluded_tags: { schema: words, expected: 'words' },
  excluded_channels: { schema: words, expected: 'words' },
} as const satisfies Record<string, { schema: z.ZodMiniType; expected: SettingsProblem['expected'] }>

export type SettingName = keyof typeof PARAMETERS

export const SETTING_NAMES = Object.keys(PARAMETERS) as SettingName[]

/**
 * Reads the app's settings. A field that cannot be read is named in `problems` and treated as not set; every other field
 * counts. Fields that are not ours (`title`) are ignored.
 */
export function parseSettings(raw: unknown): {
  readonly settings: Settings
  readonly problems: readonly SettingsProblem[]
} {
  const given = z.safeParse(z.record(z.string(), z.unknown()), raw)
  const fields = given.success ? given.data : {}
  const problems: SettingsProblem[] = []

  function setting<Name extends SettingName>(name: Name): z.output<(typeof PARAMETERS)[Name]['schema']> | null {
    const value = Object.hasOwn(fields, name) ? fields[name] : null
    if (isBlank(value)) return null
    const parsed = z.safeParse(PARAMETERS[name].schema, value)
    if (parsed.success) return parsed.data as z.output<(typeof PARAMETERS)[Name]['schema']>
    problems.push({ field: name, found: asText(value), expected: PARAMETERS[name].expected })
    return null
  }

  const firstReplyTargetMinutes = setting('first_reply_target_minutes')
  const fullResolutionTargetMinutes = setting('full_resolution_target_minutes')
  const targets: [MetricKey, number | null][] = [
    ['firstReplyTime', firstReplyTargetMinutes],
    ['fullResolutionTime', fullResolutionTargetMinutes],
    ['firstContactResolution', setting('first_contact_resolution_target_percent')],
    ['csat', setting('csat_target_percent')],
  ]
  const goals = new Map<MetricKey, Goal>()
  for (const [metric, target] of targets) if (target !== null) goals.set(metric, goalFromTarget(metric, target))

  return {
    settings: {
      rules: {
        clock: setting('business_hours') === true ? 'business' : 'calendar',
        settleDays: setting('fcr_settle_days') ?? 3,
        countsZeroReplies: setting('fcr_counts_zero_replies') ?? false,
        firstReplyTargetMinutes,
        fullResolutionTargetMinutes,
      },
      targets: { goals, minimumSample: setting('minimum_sample') ?? 20 },
      exclusions: {
        tags: setting('excluded_tags') ?? new Set(),
        channels: setting('excluded_channels') ?? new Set(),
      },
    },
    problems,
  }
}

function asText(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
