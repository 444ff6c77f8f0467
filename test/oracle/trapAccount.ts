import fc from 'fast-check'
import { isoInstant, type Period, periodNamed } from '../../src/domain/period.ts'
import type { Settings } from './settings.ts'
import { trapPages } from './trapPages.ts'

/** An account full of traps, and what is asked of it. Instants are whole seconds. */
export interface TrapAccount {
  readonly period: Period
  readonly now: number
  readonly settings: Settings
  readonly pages: readonly unknown[]
}

/** Months, weeks and quarters with nights in which clocks move, at the edges of years, and quiet ones. */
const PERIODS: readonly (readonly [id: string, timeZone: string])[] = [
  ['2026-04', 'Australia/Lord_Howe'],
  ['2026-10', 'Australia/Lord_Howe'],
  ['2018-11', 'America/Sao_Paulo'],
  ['2018-02', 'America/Sao_Paulo'],
  ['2026-Q4', 'Europe/Rome'],
  ['2026-W01', 'Asia/Kathmandu'],
  ['2026-W53', 'America/New_York'],
  ['2026-09', 'UTC'],
]

/** Percents that sum to 100, as an admin may well type them: of some metrics or of all, in any order, with halves and noughts. */
const weights: fc.Arbitrary<string> = fc
  .record({
    metrics: fc.shuffledSubarray(['csat', 'firstContactResolution', 'firstReplyTime', 'fullResolutionTime'], {
      minLength: 1,
    }),
    cuts: fc.tuple(...[1, 2, 3].map(() => fc.oneof(fc.constantFrom(0, 50, 100, 150, 200), fc.nat(200)))),
    between: fc.constantFrom(' ', ': ', '=', '  '),
    after: fc.constantFrom('', '%', ' %'),
    separator: fc.constantFrom(', ', ',', ';', '\n'),
  })
  .map(({ metrics, cuts, between, after, separator }) => {
    const edges = [0, ...cuts.slice(0, metrics.length - 1).sort((a, b) => a - b), 200]
    return metrics
      .map((metric, place) => `${metric}${between}${(edges[place + 1]! - edges[place]!) / 2}${after}`)
      .join(separator)
  })

/** Settings that an admin may well type. */
const settings: fc.Arbitrary<Settings> = fc.record(
  {
    csat_target_percent: fc.oneof(
      fc.constantFrom(0, 50, 90, 99.5, 100),
      fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10),
    ),
    first_contact_resolution_target_percent: fc.integer({ min: 0, max: 100 }),
    first_reply_target_minutes: fc.integer({ min: 1, max: 40 }),
    full_resolution_target_minutes: fc.constantFrom(1, 2.5, 15, 20, 25),
    weights,
    team_share_percent: fc.constantFrom(0, 12.5, 30, 50, 100),
    business_hours: fc.boolean(),
    minimum_sample: fc.constantFrom(1, 2, 5, 6, 7, 20),
    fcr_settle_days: fc.constantFrom(0, 1, 1.5, 3, 14),
    fcr_counts_zero_replies: fc.boolean(),
    excluded_tags: fc.constantFrom('', 'spam', 'spam,internal', ' internal  spam ,, test '),
    excluded_channels: fc.constantFrom('', 'voice', 'voice, api', 'chat web'),
  },
  { requiredKeys: [] },
)

/** Instants at which something is decided: the period's edges, now, and when tickets settle. */
function decisiveInstants({ start, end }: Period, now: number, settleDays: number): fc.Arbitrary<number> {
  const settled = now - settleDays * 86_400
  return fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: start, max: end - 1 }) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        ...[start, end, now, settled].flatMap((edge) => [edge - 1, edge, edge + 1]),
        start + 86_400,
        start + 90_000,
        now + 86_400,
      ),
    },
  )
}

/** One instant in the ways in which JSON may write it. */
const written = (instant: number): fc.Arbitrary<string> => {
  const iso = isoInstant(instant)
  const shifted = isoInstant(instant + 5 * 3600 + 45 * 60)
  return fc.constantFrom(
    iso,
    iso,
    iso,
    iso.replace('Z', '.000Z'),
    iso.replace('Z', '+00:00'),
    shifted.replace('Z', '+05:45'),
  )
}

export const trapAccount: fc.Arbitrary<TrapAccount> = fc
  .record({ settings, named: fc.constantFrom(...PERIODS), nowAt: fc.constantFrom(0, 0.5, 1, 1.5) })
  .chain(({ settings, named: [id, timeZone], nowAt }) => {
    const period = periodNamed(id, timeZone, 0)!
    const now = Math.floor(period.start + nowAt * (period.end - period.start))
    const instants = decisiveInstants(period, now, settings.fcr_settle_days ?? 3).chain(written)
    return trapPages(instants).map((pages) => ({ period, now, settings, pages }))
  })
