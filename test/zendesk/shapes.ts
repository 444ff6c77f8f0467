/** Zendesk's JSON shapes, as far as a scorecard reads them. Instants are ISO 8601 in UTC with whole seconds. */

export type Status = 'new' | 'open' | 'pending' | 'hold' | 'solved' | 'closed' | 'deleted'

/** Minutes; null until both ends of the span exist. Zero is a real value. */
export interface Minutes {
  calendar: number | null
  business: number | null
}

export interface MetricSet {
  url: string
  id: number
  ticket_id: number
  created_at: string
  updated_at: string
  group_stations: number
  assignee_stations: number
  reopens: number
  /** Public replies added by agents. */
  replies: number
  assignee_updated_at: string | null
  requester_updated_at: string
  status_updated_at: string
  custom_status_updated_at: string
  initially_assigned_at: string | null
  assigned_at: string | null
  /** The last solve; null again after a reopen; stays when the ticket is closed. */
  solved_at: string | null
  latest_comment_added_at: string
  reply_time_in_minutes: Minutes
  /** Messaging tickets only. */
  reply_time_in_seconds?: { calendar: number | null }
  first_resolution_time_in_minutes: Minutes
  full_resolution_time_in_minutes: Minutes
  agent_wait_time_in_minutes: Minutes
  requester_wait_time_in_minutes: Minutes
  on_hold_time_in_minutes: Minutes
}

export interface Ticket {
  url: string
  id: number
  external_id: string | null
  via: { channel: string; source: { from: object; to: object; rel: string | null } }
  created_at: string
  updated_at: string
  /** Unix seconds; the order of the incremental export. Moves with system updates, so it may be later than updated_at. */
  generated_timestamp: number
  type: string | null
  subject: string
  raw_subject: string
  description: string
  priority: string | null
  status: Status
  custom_status_id: number | null
  recipient: string | null
  requester_id: number | null
  submitter_id: number | null
  assignee_id: number | null
  organization_id: number | null
  group_id: number | null
  collaborator_ids: number[]
  follower_ids: number[]
  email_cc_ids: number[]
  forum_topic_id: number | null
  problem_id: number | null
  has_incidents: boolean
  is_public: boolean
  due_at: string | null
  tags: string[]
  custom_fields: { id: number; value: string | null }[]
  satisfaction_rating: { score: string; id?: number; comment?: string | null } | null
  sharing_agreement_ids: number[]
  followup_ids: number[]
  ticket_form_id: number
  brand_id: number
  allow_channelback: boolean
  allow_attachments: boolean
  from_messaging_channel: boolean
}

export interface User {
  url: string
  id: number
  name: string
  email: string | null
  created_at: string
  updated_at: string
  time_zone: string
  iana_time_zone: string
  locale: string
  role: 'end-user' | 'agent' | 'admin'
  /** 0 custom role, 1 light agent, 4 admin; null without a plan that has custom roles. */
  role_type: number | null
  custom_role_id: number | null
  /** False for a deleted person. */
  active: boolean
  suspended: boolean
  moderator: boolean
  verified: boolean
  shared: boolean
  ticket_restriction: string | null
  restricted_agent: boolean
  only_private_comments: boolean
  default_group_id: number | null
  organization_id: number | null
  tags: string[]
}

export interface Group {
  url: string
  id: number
  name: string
  description: string
  default: boolean
  is_public: boolean
  deleted: boolean
  created_at: string
  updated_at: string
}

export interface GroupMembership {
  url: string
  id: number
  user_id: number
  group_id: number
  default: boolean
  created_at: string
  updated_at: string
}

export interface SatisfactionRating {
  url: string
  id: number
  /** Assignee and group at the time of the rating. */
  assignee_id: number | null
  group_id: number | null
  requester_id: number
  ticket_id: number
  score: string
  comment: string | null
  created_at: string
  updated_at: string
}

export interface Named {
  id: number
  name: string
}

/** Which tickets a role opens, in Zendesk's words. */
export type TicketAccess =
  'all' | 'within-groups' | 'within-groups-and-public-groups' | 'within-organization' | 'assigned-only' | 'requested'

/** The part of a custom role's configuration that the API acts on. */
export interface RoleConfiguration {
  ticket_access: TicketAccess
  /** Without it the role cannot list people. */
  end_user_list_access: 'full' | 'none'
  manage_slas: boolean
  /** What may be done with the records of each custom object, by key; absent: what every agent may do. */
  custom_objects: Record<string, { scopes: ('read' | 'write' | 'delete')[] }>
}

/** A whole account at one instant. */
export interface Account {
  subdomain: string
  /** IANA name. */
  timeZone: string
  /** The instant the data describes, epoch milliseconds. */
  now: number
  users: User[]
  groups: Group[]
  groupMemberships: GroupMembership[]
  customRoles: (Named & { description: string; configuration?: Partial<RoleConfiguration> })[]
  brands: Named[]
  /** Ascending by id and by creation; deleted and scrubbed tickets included. */
  tickets: Ticket[]
  /** By ticket id. A ticket may have none. */
  metricSets: Map<number, MetricSet>
  satisfactionRatings: SatisfactionRating[]
}
