import type { MetricSet, SatisfactionRating, Ticket } from './shapes.ts'

interface AuditEvent {
  readonly id: number
  readonly type: 'Create' | 'Change' | 'Comment'
  readonly [field: string]: unknown
}

interface Audit {
  readonly id: number
  readonly ticket_id: number
  readonly created_at: string
  readonly author_id: number | null
  readonly via: { readonly channel: string; readonly source: object }
  readonly metadata: { readonly system: object; readonly custom: object }
  readonly events: readonly AuditEvent[]
}

interface Step {
  readonly at: string
  readonly author: number | null
  readonly channel: string
  readonly events: readonly Omit<AuditEvent, 'id'>[]
}

/** A rule's author, as Zendesk writes it. */
const RULE = -1

/**
 * What is known to have happened to a ticket, in order: its creation, its first assignment and its last one, public
 * replies, the last solve and the close. Nothing is made up: what the metric set has only counted is not here.
 */
export function auditsOf(
  ticket: Ticket,
  set: MetricSet | undefined,
  rating: SatisfactionRating | undefined,
): readonly Audit[] {
  const first = rating?.assignee_id ?? ticket.assignee_id
  const steps: Step[] = [
    {
      at: ticket.created_at,
      author: ticket.submitter_id,
      channel: ticket.via.channel,
      events: [
        { type: 'Comment', author_id: ticket.requester_id, body: ticket.description, public: ticket.is_public },
        { type: 'Create', field_name: 'subject', value: ticket.subject },
        { type: 'Create', field_name: 'status', value: 'new' },
        { type: 'Create', field_name: 'group_id', value: textOf(ticket.group_id) },
        { type: 'Create', field_name: 'requester_id', value: textOf(ticket.requester_id) },
      ],
    },
  ]
  const change = (at: string | null, author: number | null, field: string, from: unknown, to: unknown) => {
    const events = [{ type: 'Change' as const, field_name: field, previous_value: from, value: to }]
    if (at !== null) steps.push({ at, author, channel: author === RULE ? 'rule' : 'web', events })
  }
  if (set !== undefined) {
    change(set.initially_assigned_at, first, 'assignee_id', null, textOf(first))
    if (first !== ticket.assignee_id)
      change(set.assigned_at, ticket.assignee_id, 'assignee_id', textOf(first), textOf(ticket.assignee_id))
    for (const at of replies(ticket, set)) {
      const events = [{ type: 'Comment' as const, author_id: first, body: 'An answer.', public: true }]
      steps.push({ at, author: first, channel: 'web', events })
    }
    change(set.solved_at, first ?? RULE, 'status', 'open', 'solved')
    if (ticket.status === 'closed') change(set.status_updated_at, RULE, 'status', 'solved', 'closed')
  }
  const inOrder = steps.toSorted((a, b) => a.at.localeCompare(b.at))
  return inOrder.map((step, index) => {
    const id = ticket.id * 1000 + index * 10
    return {
      id,
      ticket_id: ticket.id,
      created_at: step.at,
      author_id: step.author,
      via: { channel: step.channel, source: { from: {}, to: {}, rel: null } },
      metadata: { system: {}, custom: {} },
      events: step.events.map((event, place) => ({ id: id + place + 1, ...event }) as AuditEvent),
    }
  })
}

const textOf = (id: number | null) => (id === null ? null : String(id))

/** When the first and the last public reply came; those between are only counted. */
function replies({ created_at }: Ticket, set: MetricSet): readonly string[] {
  const minutes = set.reply_time_in_minutes.calendar
  if (minutes === null || set.replies === 0) return []
  const first = `${new Date(Date.parse(created_at) + minutes * 60_000).toISOString().slice(0, 19)}Z`
  return set.replies === 1 ? [first] : [first, set.latest_comment_added_at]
}
