import { apiAddress } from './people.ts'
import type { Schedule } from './schedule.ts'
import { iso } from './schedule.ts'
import type { MetricSet, Minutes, SatisfactionRating, Status, Ticket } from './shapes.ts'
import type { Change } from './ticketBook.ts'

/** A ticket with its metric set, which every change but deletion needs. */
export interface Whole {
  readonly ticket: Ticket
  readonly metricSet: MetricSet
}

/** When something happens, epoch seconds, and the business hours that it is measured by. */
export interface Moment {
  readonly at: number
  readonly office: Schedule
}

const RATING_ID = 361_900_000_000

const touchedTicket = (ticket: Ticket, at: number, differs: Partial<Ticket> = {}): Ticket => ({
  ...ticket,
  ...differs,
  updated_at: iso(at),
  generated_timestamp: at,
})

function changed(whole: Whole, at: number, ticket: Partial<Ticket>, set: Partial<MetricSet>): Change {
  return {
    ticket: touchedTicket(whole.ticket, at, ticket),
    metricSet: { ...whole.metricSet, ...set, updated_at: iso(at) },
  }
}

const spanSince = (from: string, { at, office }: Moment): Minutes => {
  const start = Date.parse(from) / 1000
  return { calendar: Math.floor((at - start) / 60), business: Math.floor(office.between(start, at) / 60) }
}

const sum = (a: Minutes, b: Minutes): Minutes => ({
  calendar: (a.calendar ?? 0) + b.calendar!,
  business: (a.business ?? 0) + b.business!,
})

/** A new status, with the time spent in the old one: pending waits for the customer, the rest for the agent. */
function inStatus({ ticket, metricSet: set }: Whole, status: Status, moment: Moment): Partial<MetricSet> {
  if (ticket.status === status) return {}
  const spent = spanSince(set.status_updated_at, moment)
  const now = iso(moment.at)
  const waitsForAgent = ticket.status === 'new' || ticket.status === 'open' || ticket.status === 'hold'
  return {
    status_updated_at: now,
    custom_status_updated_at: now,
    ...(ticket.status === 'pending' ? { agent_wait_time_in_minutes: sum(set.agent_wait_time_in_minutes, spent) } : {}),
    ...(waitsForAgent ? { requester_wait_time_in_minutes: sum(set.requester_wait_time_in_minutes, spent) } : {}),
    ...(ticket.status === 'hold' ? { on_hold_time_in_minutes: sum(set.on_hold_time_in_minutes, spent) } : {}),
  }
}

/** A new ticket like another one, as its customer opens it. */
export function opened(
  model: Whole,
  facts: {
    readonly id: number
    readonly requester: number
    readonly group: number
    readonly assignee: number | null
    readonly subdomain: string
  },
  { at }: Moment,
): Change {
  const now = iso(at)
  const { id, requester, group, assignee, subdomain } = facts
  const none: Minutes = { calendar: null, business: null }
  const assigned = assignee === null ? null : now
  return {
    ticket: touchedTicket(model.ticket, at, {
      url: apiAddress(subdomain, `tickets/${id}`),
      id,
      created_at: now,
      status: assignee === null ? 'new' : 'open',
      requester_id: requester,
      submitter_id: requester,
      assignee_id: assignee,
      group_id: group,
      tags: model.ticket.tags.filter((tag) => tag !== 'closed_by_merge'),
      satisfaction_rating: { score: 'unoffered' },
    }),
    metricSet: {
      url: apiAddress(subdomain, `ticket_metrics/${id + 7_000_000}`),
      id: id + 7_000_000,
      ticket_id: id,
      created_at: now,
      updated_at: now,
      group_stations: 1,
      assignee_stations: assignee === null ? 0 : 1,
      reopens: 0,
      replies: 0,
      assignee_updated_at: assigned,
      requester_updated_at: now,
      status_updated_at: now,
      custom_status_updated_at: now,
      initially_assigned_at: assigned,
      assigned_at: assigned,
      solved_at: null,
      latest_comment_added_at: now,
      reply_time_in_minutes: none,
      ...(model.ticket.from_messaging_channel ? { reply_time_in_seconds: { calendar: null } } : {}),
      first_resolution_time_in_minutes: none,
      full_resolution_time_in_minutes: none,
      agent_wait_time_in_minutes: none,
      requester_wait_time_in_minutes: none,
      on_hold_time_in_minutes: { calendar: 0, business: 0 },
    },
  }
}

/** A public reply of the assignee, who then waits for the customer. */
export function replied(whole: Whole, moment: Moment): Change {
  const { ticket, metricSet: set } = whole
  const now = iso(moment.at)
  const seconds = moment.at - Date.parse(ticket.created_at) / 1000
  const isFirst = set.reply_time_in_minutes.calendar === null
  return changed(
    whole,
    moment.at,
    { status: 'pending' },
    {
      ...inStatus(whole, 'pending', moment),
      replies: set.replies + 1,
      assignee_updated_at: now,
      latest_comment_added_at: now,
      ...(isFirst ? { reply_time_in_minutes: spanSince(ticket.created_at, moment) } : {}),
      ...(isFirst && ticket.from_messaging_channel ? { reply_time_in_seconds: { calendar: seconds } } : {}),
    },
  )
}

export function solved(whole: Whole, moment: Moment): Change {
  const { ticket, metricSet: set } = whole
  const entire = spanSince(ticket.created_at, moment)
  const isFirst = set.first_resolution_time_in_minutes.calendar === null
  return changed(
    whole,
    moment.at,
    { status: 'solved' },
    {
      ...inStatus(whole, 'solved', moment),
      solved_at: iso(moment.at),
      assignee_updated_at: iso(moment.at),
      full_resolution_time_in_minutes: entire,
      ...(isFirst ? { first_resolution_time_in_minutes: entire } : {}),
    },
  )
}

/** The customer writes again: the solve and the full resolution are gone, the first resolution stays. */
export function reopened(whole: Whole, moment: Moment): Change {
  const now = iso(moment.at)
  return changed(
    whole,
    moment.at,
    { status: 'open' },
    {
      ...inStatus(whole, 'open', moment),
      reopens: whole.metricSet.reopens + 1,
      solved_at: null,
      requester_updated_at: now,
      latest_comment_added_at: now,
      full_resolution_time_in_minutes: { calendar: null, business: null },
    },
  )
}

/** The ticket goes to another person, perhaps of another group. */
export function reassigned(whole: Whole, to: { assignee: number; group: number }, moment: Moment): Change {
  const { ticket, metricSet: set } = whole
  const now = iso(moment.at)
  const status = ticket.status === 'new' ? 'open' : ticket.status
  return changed(
    whole,
    moment.at,
    { assignee_id: to.assignee, group_id: to.group, status },
    {
      ...inStatus(whole, status, moment),
      assignee_stations: set.assignee_stations + 1,
      group_stations: set.group_stations + (ticket.group_id === to.group ? 0 : 1),
      initially_assigned_at: set.initially_assigned_at ?? now,
      assigned_at: now,
    },
  )
}

/** Closed into another ticket, without a reply of its own. */
export function merged(whole: Whole, moment: Moment): Change {
  const { ticket, metricSet } = solved(whole, moment)
  return {
    ticket: { ...ticket, status: 'closed', tags: [...ticket.tags, 'closed_by_merge'] },
    ...(metricSet === undefined ? {} : { metricSet }),
  }
}

/** The automation that closes what was solved long ago; the solve stays where it was. */
export const closed = (whole: Whole, moment: Moment): Change =>
  changed(whole, moment.at, { status: 'closed' }, inStatus(whole, 'closed', moment))

export const deleted = ({ ticket }: Whole, { at }: Moment): Change => ({
  ticket: touchedTicket(ticket, at, { status: 'deleted' }),
})

/** A change of the system's: the export sees it, `updated_at` does not. */
export const systemUpdated = ({ ticket }: Whole, { at }: Moment): Change => ({
  ticket: { ...ticket, generated_timestamp: at },
})

/**
 * An offer, an answer or a second thought. The record keeps the assignee and group of the first answer, and its
 * instant.
 */
export function rated(
  whole: Whole,
  score: 'offered' | 'good' | 'bad',
  before: SatisfactionRating | undefined,
  { at }: Moment,
): Change {
  const { ticket } = whole
  const now = iso(at)
  const id = before?.id ?? RATING_ID + ticket.id
  const wasAnswered = before?.score === 'good' || before?.score === 'bad'
  const rating: SatisfactionRating = {
    url: ticket.url.replace(/tickets\/\d+/, `satisfaction_ratings/${id}`),
    id,
    assignee_id: wasAnswered ? before.assignee_id : ticket.assignee_id,
    group_id: wasAnswered ? before.group_id : ticket.group_id,
    requester_id: ticket.requester_id ?? 0,
    ticket_id: ticket.id,
    score,
    comment: null,
    created_at: wasAnswered ? before.created_at : now,
    updated_at: now,
  }
  const shown = score === 'offered' ? { score } : { score, id, comment: null }
  return { ticket: touchedTicket(ticket, at, { satisfaction_rating: shown }), rating }
}
