/** What was seen of the account and of this browser: `null` where it has not come up yet. */
export interface Insight {
  /** Whether the export of the whole account is open to this person. */
  readonly access: boolean | null
  /** Whether rating records are. */
  readonly ratings: boolean | null
  /** Whether search brings metric sets along. */
  readonly metricSetsInSearch: boolean | null
  /** Whether headers tell how much of the account's requests is left. */
  readonly limitHeaders: boolean | null
  /** Whether what was read is kept for the next time. */
  readonly isKept: boolean | null
  /** Requests of this person's copies since this one was opened. */
  readonly requests: number
}

export const nothingSeen: Insight = {
  access: null,
  ratings: null,
  metricSetsInSearch: null,
  limitHeaders: null,
  isKept: null,
  requests: 0,
}
