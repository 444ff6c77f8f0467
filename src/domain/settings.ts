import type { Definitions } from './metrics.ts'
import type { Cadence, Weekday } from './period.ts'
import type { Rulebook } from './rulebook.ts'

/** Which tickets an account leaves out, by words compared without regard to case. */
export interface Exclusions {
  readonly tags: ReadonlySet<string>
  readonly channels: ReadonlySet<string>
}

/** How far the standings go: not at all, the team as one, bands, or places too. */
export const STANDINGS = ['off', 'team', 'bands', 'ranks'] as const

/** What people see of each other: nothing, the team as one, bands without names, or names. */
export const PRIVACY = ['self', 'team', 'bands', 'names'] as const

/** What an admin set, ready for use. */
export interface Settings {
  readonly rules: Definitions
  readonly exclusions: Exclusions
  /** Tickets below which a value is shown but not judged. */
  readonly minimumSample: number
  readonly rulebook: Rulebook
  /** The periods for which scores are made. */
  readonly cadence: Cadence
  readonly weekStart: Weekday
  readonly standings: (typeof STANDINGS)[number]
  readonly privacy: (typeof PRIVACY)[number]
  /** Words that praise may carry. */
  readonly values: readonly string[]
}

/** A setting that could not be read: the app goes on without it. */
export interface SettingsProblem {
  /** The parameter's name in the manifest; inside the rulebook with the way to the field: `rulebook.1.goals.0.target`. */
  readonly field: string
  /** What stood there, as text. */
  readonly found: string
  /** A key of the screen texts: what would have been right. */
  readonly expected: Expected
}

export const EXPECTED = [
  'percent',
  'minutes',
  'days',
  'wholeNumber',
  'yesOrNo',
  'words',
  'weights',
  'weightsSum',
  'cadence',
  'weekday',
  'standings',
  'privacy',
  'json',
  'text',
  'sentence',
  'day',
  'laterDay',
  'laterVersion',
  'ratio',
  'metric',
  'scope',
  'id',
  'marksOrder',
  'list',
  'object',
  'onlyOnce',
] as const

export type Expected = (typeof EXPECTED)[number]
