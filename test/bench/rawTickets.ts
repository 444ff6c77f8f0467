import { isoInstant } from '../../src/domain/period.ts'
import type { Ticket } from '../../src/domain/ticket.ts'
import { drawTickets } from './facts.ts'

/** What the naive app uses of a ticket as the API gives it; the objects have all of a real ticket's fields. */
export interface RawTicket {
  readonly assignee_id: number | null
  readonly group_id: number
  readonly created_at: string
  readonly satisfaction_rating: { readonly score: string }
  readonly metric_set: {
    readonly solved_at: string | null
    readonly replies: number | null
    readonly reopens: number | null
    readonly reply_time_in_minutes: { readonly calendar: number | null }
    readonly full_resolution_time_in_minutes: { readonly calendar: number | null }
  } | null
}

const PAGE = 1000
const ADDRESS = 'https://example.zendesk.com/api/v2'

/** The same tickets as JSON objects, parsed page by page as an app gets them. */
export function rawTickets(size: number): RawTicket[] {
  const all: RawTicket[] = []
  let page: object[] = []
  for (const ticket of drawTickets(size)) {
    page.push(rawTicket(ticket))
    if (page.length < PAGE && ticket.id < size) continue
    all.push(...(JSON.parse(JSON.stringify(page)) as RawTicket[]))
    page = []
  }
  return all
}

function rawTicket(ticket: Ticket): object {
  const { id } = ticket
  const created = isoInstant(ticket.created)
  const fields = Array.from({ length: 24 }, (_, place) => ({
    id: 360_000_100_000 + place,
    value: (id + place) % 3 === 0 ? `value ${(id * place) % 50}` : null,
  }))
  return {
    url: `${ADDRESS}/tickets/${id}.json`,
    id,
    external_id: null,
    via: { channel: ticket.channel, source: { from: {}, to: {}, rel: null } },
    created_at: created,
    updated_at: isoInstant(ticket.version),
    generated_timestamp: ticket.version,
    type: 'question',
    subject: `Where is order ${id * 7}?`,
    raw_subject: `Where is order ${id * 7}?`,
    description: `Hello, I am still waiting for order ${id * 7}, which should have come last week. Can you help?`,
    priority: ticket.priority,
    status: ticket.solved === null ? 'open' : 'closed',
    recipient: null,
    requester_id: 370_000_000_000 + id,
    submitter_id: 370_000_000_000 + id,
    assignee_id: ticket.agent,
    organization_id: null,
    group_id: ticket.group,
    collaborator_ids: [],
    follower_ids: [],
    email_cc_ids: [],
    forum_topic_id: null,
    problem_id: null,
    has_incidents: false,
    is_public: true,
    due_at: null,
    tags: ['order', `topic_${id % 40}`, `plan_${id % 4}`],
    custom_fields: fields,
    satisfaction_rating: { score: ticket.score ?? 'unoffered' },
    sharing_agreement_ids: [],
    custom_status_id: null,
    fields,
    followup_ids: [],
    ticket_form_id: 360_000_200_000,
    brand_id: ticket.brand,
    allow_channelback: false,
    allow_attachments: true,
    from_messaging_channel: false,
    metric_set: ticket.hasMetricSet ? rawMetricSet(ticket, created) : null,
  }
}

function rawMetricSet(ticket: Ticket, created: string): object {
  const { id } = ticket
  const solved = ticket.solved === null ? null : isoInstant(ticket.solved)
  const minutes = (calendar: number | null, business: number | null) => ({ calendar, business })
  return {
    url: `${ADDRESS}/ticket_metrics/${380_000_000_000 + id}.json`,
    id: 380_000_000_000 + id,
    ticket_id: id,
    created_at: created,
    updated_at: solved ?? created,
    group_stations: 1,
    assignee_stations: ticket.assigneeStations,
    reopens: ticket.reopens,
    replies: ticket.replies,
    assignee_updated_at: created,
    requester_updated_at: created,
    status_updated_at: solved ?? created,
    custom_status_updated_at: solved ?? created,
    initially_assigned_at: created,
    assigned_at: created,
    solved_at: solved,
    latest_comment_added_at: created,
    reply_time_in_minutes: minutes(ticket.firstReplyCalendarMinutes, ticket.firstReplyBusinessMinutes),
    first_resolution_time_in_minutes: minutes(
      ticket.fullResolutionCalendarMinutes,
      ticket.fullResolutionBusinessMinutes,
    ),
    full_resolution_time_in_minutes: minutes(
      ticket.fullResolutionCalendarMinutes,
      ticket.fullResolutionBusinessMinutes,
    ),
    agent_wait_time_in_minutes: minutes(null, null),
    requester_wait_time_in_minutes: minutes(null, null),
    on_hold_time_in_minutes: minutes(0, 0),
  }
}
