/** The settings of the app as an admin typed them; what is absent takes its default. */
export interface Settings {
  readonly csat_target_percent?: number
  readonly first_contact_resolution_target_percent?: number
  readonly first_reply_target_minutes?: number
  readonly full_resolution_target_minutes?: number
  /** Metrics with their percent, separated by commas. */
  readonly weights?: string
  readonly team_share_percent?: number
  readonly business_hours?: boolean
  readonly minimum_sample?: number
  readonly fcr_settle_days?: number
  readonly fcr_counts_zero_replies?: boolean
  /** Words separated by commas or spaces. */
  readonly excluded_tags?: string
  readonly excluded_channels?: string
}
