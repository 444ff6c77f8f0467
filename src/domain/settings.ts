import type { MetricRules } from './metrics.ts'
import type { Targets } from './scorecard.ts'

/** Which tickets an account leaves out, by words compared without regard to case. */
export interface Exclusions {
  readonly tags: ReadonlySet<string>
  readonly channels: ReadonlySet<string>
}

/** What an admin set, ready for use. */
export interface Settings {
  readonly rules: MetricRules
  readonly targets: Targets
  readonly exclusions: Exclusions
}

/** A setting that could not be read: the app goes on without it. */
export interface SettingsProblem {
  /** The parameter's name in the manifest. */
  readonly field: string
  /** What stood there, as text. */
  readonly found: string
  /** A key of the screen texts: what would have been right. */
  readonly expected: 'percent' | 'minutes' | 'days' | 'wholeNumber' | 'yesOrNo' | 'words'
}
