import type { Life } from './life.ts'
import { apiAddress } from './people.ts'
import type { Schedule } from './schedule.ts'
import { iso } from './schedule.ts'
import type { MetricSet, Minutes } from './shapes.ts'

export interface Stations {
  readonly assignees: number
  readonly groups: number
}

interface Subject {
  readonly id: number
  readonly subdomain: string
  readonly created: number
  readonly updated: number
  readonly statusSince: number
  readonly messaging: boolean
  readonly assigned: number | null
}

const NONE: Minutes = { calendar: null, business: null }

/** The metric set of a ticket, by Zendesk's null rules: a span is null until both of its ends exist. */
export function metricSetOf(ticket: Subject, life: Life, stations: Stations, office: Schedule): MetricSet {
  const { created } = ticket
  const span = (until: number | null): Minutes =>
    until === null
      ? { ...NONE }
      : {
          calendar: Math.floor((until - created) / 60),
          business: Math.floor(office.between(created, until) / 60),
        }
  const reply = span(life.firstReply)
  const full = span(life.solved)
  const share = (minutes: Minutes, of: number): Minutes => ({
    calendar: minutes.calendar === null ? null : Math.round(minutes.calendar * of),
    business: minutes.business === null ? null : Math.round(minutes.business * of),
  })
  const waited = life.solved === null ? 0 : Math.min(0.8, life.pending / Math.max(1, life.solved - created))
  const held = life.solved === null ? 0 : Math.min(0.2, life.onHold / Math.max(1, life.solved - created))
  const onHold = share(full, held)
  return {
    url: apiAddress(ticket.subdomain, `ticket_metrics/${String(ticket.id + 7_000_000)}`),
    id: ticket.id + 7_000_000,
    ticket_id: ticket.id,
    created_at: iso(created),
    updated_at: iso(ticket.updated),
    group_stations: stations.groups,
    assignee_stations: stations.assignees,
    reopens: life.reopens,
    replies: life.replies,
    assignee_updated_at: ticket.assigned === null ? null : iso(Math.max(ticket.assigned, life.lastReply ?? 0)),
    requester_updated_at: iso(life.reopened ?? created),
    status_updated_at: iso(ticket.statusSince),
    custom_status_updated_at: iso(ticket.statusSince),
    initially_assigned_at: ticket.assigned === null ? null : iso(Math.min(ticket.assigned, life.assigned)),
    assigned_at: ticket.assigned === null ? null : iso(ticket.assigned),
    solved_at: life.solved === null ? null : iso(life.solved),
    latest_comment_added_at: iso(Math.max(created, life.lastReply ?? 0, life.reopened ?? 0)),
    reply_time_in_minutes: reply,
    ...(ticket.messaging
      ? { reply_time_in_seconds: { calendar: life.firstReply === null ? null : life.firstReply - created } }
      : {}),
    first_resolution_time_in_minutes: span(life.firstSolve),
    full_resolution_time_in_minutes: full,
    agent_wait_time_in_minutes: share(full, waited),
    requester_wait_time_in_minutes: share(full, 1 - waited),
    on_hold_time_in_minutes: { calendar: onHold.calendar ?? 0, business: onHold.business ?? 0 },
  }
}
