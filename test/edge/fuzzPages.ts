import { RECORDED } from './recorded.ts'

export type Json = Readonly<Record<string, unknown>>

const RECORDS_A_LIST = 2

const CLOCKS = { calendar: 95, business: 31 }

const METRIC_SET = {
  id: 900,
  created_at: '2026-09-10T08:00:00Z',
  solved_at: '2026-09-11T08:00:00Z',
  replies: 2,
  reopens: 0,
  assignee_stations: 1,
  reply_time_in_minutes: CLOCKS,
  full_resolution_time_in_minutes: CLOCKS,
}

const bare = (id: number, parts: Json = {}) => ({
  id,
  status: 'closed',
  assignee_id: 360_000_000_001,
  group_id: 361_000_000_001,
  brand_id: 1,
  priority: 'high',
  subject: 'Late parcel',
  tags: ['parcel', 'plan_3'],
  via: { channel: 'email', source: { from: {}, to: {}, rel: null } },
  created_at: '2026-09-10T08:00:00Z',
  updated_at: '2026-09-12T08:00:00Z',
  generated_timestamp: 1_789_000_000,
  satisfaction_rating: { score: 'good' },
  custom_fields: [{ id: 1, value: null }],
  ...parts,
})

const full = (id: number, parts: Json = {}) => bare(id, { metric_set: { ...METRIC_SET, ticket_id: id }, ...parts })
const beside = (id: number, parts: Json = {}) => ({ ...METRIC_SET, ticket_id: id, ...parts })

const rating = (id: number, parts: Json = {}) => ({
  id,
  ticket_id: 7,
  score: 'bad',
  created_at: '2026-09-15T08:00:00Z',
  updated_at: '2026-09-16T08:00:00Z',
  assignee_id: 1,
  group_id: 10,
  ...parts,
})

/** Small pages in every shape that Zendesk answers in: metric sets inside, beside, and none; search results; ratings; people. */
export const MADE_PAGES: readonly Json[] = [
  {
    tickets: [
      full(1),
      full(2, { status: 'open', assignee_id: null, tags: [] }),
      full(3, { status: 'deleted' }),
      full(4, {
        metric_set: { ...METRIC_SET, solved_at: null, reply_time_in_minutes: { calendar: null, business: null } },
      }),
    ],
    after_cursor: 'abc',
    end_of_stream: false,
  },
  {
    tickets: [bare(1), bare(2, { metric_set: null, via: { channel: 'voice' } }), bare(3), full(4), bare(5)],
    metric_sets: [beside(1), beside(2, { replies: 0 }), beside(3, { solved_at: null }), beside(4, { replies: 9 })],
    after_cursor: null,
    end_of_stream: true,
  },
  {
    results: [
      bare(1, { result_type: 'ticket' }),
      full(2),
      bare(3, { result_type: 'ticket', tags: ['spam'] }),
      { id: 4, name: 'Ada', role: 'agent', active: true, result_type: 'user', updated_at: '2026-09-01T00:00:00Z' },
      { id: 5, name: 'Billing', deleted: false, result_type: 'group' },
    ],
    metric_sets: [beside(1), beside(3)],
    meta: { has_more: true, after_cursor: 'abc' },
  },
  {
    satisfaction_ratings: [rating(1), rating(2, { score: 'good' }), rating(3, { score: 'offered', assignee_id: null })],
    meta: { has_more: false, after_cursor: null },
  },
  {
    users: [
      { id: 1, name: 'Ada', role: 'admin', active: true, role_type: 4, updated_at: '2026-09-01T00:00:00Z' },
      { id: 2, name: 'Grace', role: 'agent', role_type: 1 },
    ],
    groups: [{ id: 10, name: 'Billing', deleted: true }],
    group_memberships: [{ id: 100, user_id: 1, group_id: 10 }],
  },
  { ticket: full(1), satisfaction_rating: rating(1), user: { id: 1, name: 'Ada' }, group: { id: 10, name: 'Billing' } },
]

/** The recorded answers that hold records, their lists cut short so that many can be read. */
export const RECORDED_PAGES: readonly Json[] = RECORDED.filter(({ status }) => status < 400).map(({ body }) =>
  Object.fromEntries(
    Object.entries(body).map(([name, part]) => [name, Array.isArray(part) ? part.slice(0, RECORDS_A_LIST) : part]),
  ),
)
