/** What answers have shown of the account; kept with the facts. `null` where it has not come up yet. */
export interface Seen {
  /** Whether rating records are. */
  readonly ratings: boolean | null
  /** Whether search brings metric sets along. */
  readonly metricSetsInSearch: boolean | null
  /** Whether headers tell how much of the account's requests is left. */
  readonly limitHeaders: boolean | null
}

/** What was seen of the account and of this browser: `null` where it has not come up yet. */
export interface Insight extends Seen {
  /** Whether the export of the whole account is open to this person. */
  readonly access: boolean | null
  /** Whether what was read is kept for the next time. */
  readonly isKept: boolean | null
  /** Requests of this person's copies since this one was opened. */
  readonly requests: number
}

export const NOTHING_SEEN: Seen = { ratings: null, metricSetsInSearch: null, limitHeaders: null }

export const NO_INSIGHT: Insight = {
  ...NOTHING_SEEN,
  access: null,
  isKept: null,
  requests: 0,
}
