import type { Fate } from './fates.ts'
import { BRANDS } from './kinds.ts'
import type { Life } from './life.ts'
import { apiAddress } from './people.ts'
import type { Random } from './random.ts'
import type { Rating } from './rating.ts'
import { iso } from './schedule.ts'
import type { SatisfactionRating, Status, Ticket } from './shapes.ts'

const RATING_ID = 361_900_000_000
const FORM_ID = 361_000_000_501
const FIELD_IDS = { topic: 361_000_000_401, product: 361_000_000_402, order: 361_000_000_403 }

interface Facts {
  readonly id: number
  readonly subdomain: string
  /** Epoch seconds. */
  readonly created: number
  readonly updated: number
  readonly now: number
  readonly fate: Fate
  readonly status: Status
  readonly channel: string
  readonly priority: string | null
  readonly tag: string
  readonly subject: string
  readonly requester: number
  readonly assignee: number | null
  readonly group: number
  readonly rating: Rating | null
}

/** The ticket as the API shows it. A scrubbed one has lost its words and its people. */
export function ticketShape(random: Random, facts: Facts): Ticket {
  const { id, created, updated, now, fate, rating } = facts
  const scrubbed = fate === 'scrubbed'
  const subject = scrubbed ? 'SCRUBBED' : facts.subject
  const systemUpdate = random.chance(0.05) ? random.whole(60, 6 * 3600) : 0
  const tags = [facts.tag, ...(random.chance(0.04) ? ['vip'] : []), ...(fate === 'merged' ? ['closed_by_merge'] : [])]
  return {
    url: apiAddress(facts.subdomain, `tickets/${String(id)}`),
    id,
    external_id: null,
    via: { channel: facts.channel, source: { from: {}, to: {}, rel: null } },
    created_at: iso(created),
    updated_at: iso(updated),
    generated_timestamp: Math.min(now, updated + systemUpdate),
    type: random.pick(['question', 'incident', 'problem', 'task', null]),
    subject,
    raw_subject: subject,
    description: scrubbed ? 'X' : `Hello! ${facts.subject}${facts.subject.endsWith('?') ? '' : '.'} Can you help me?`,
    priority: facts.priority,
    status: facts.status,
    custom_status_id: null,
    recipient: null,
    requester_id: scrubbed ? null : facts.requester,
    submitter_id: scrubbed ? null : facts.requester,
    assignee_id: facts.assignee,
    organization_id: null,
    group_id: scrubbed ? null : facts.group,
    collaborator_ids: [],
    follower_ids: [],
    email_cc_ids: [],
    forum_topic_id: null,
    problem_id: null,
    has_incidents: false,
    is_public: true,
    due_at: null,
    tags: scrubbed ? [] : tags,
    custom_fields: [
      { id: FIELD_IDS.topic, value: scrubbed ? null : facts.tag },
      { id: FIELD_IDS.product, value: random.pick(['core', 'plus', null]) },
      { id: FIELD_IDS.order, value: random.chance(0.3) ? `A-${String(random.whole(10_000, 99_999))}` : null },
    ],
    satisfaction_rating: satisfaction(id, rating, scrubbed),
    sharing_agreement_ids: [],
    followup_ids: [],
    ticket_form_id: FORM_ID,
    brand_id: BRANDS[random.chance(0.8) ? 0 : 1]!.id,
    allow_channelback: false,
    allow_attachments: true,
    from_messaging_channel: facts.channel === 'native_messaging',
  }
}

function satisfaction(id: number, rating: Rating | null, scrubbed: boolean): Ticket['satisfaction_rating'] {
  if (scrubbed || rating === null || rating.score === 'unoffered') return { score: 'unoffered' }
  if (rating.score === 'offered') return { score: 'offered' }
  return { score: rating.score, id: RATING_ID + id, comment: rating.comment }
}

/** The record of an offer or an answer, with the people of that moment; none while nothing was offered. */
export function ratingRecord(ticket: Ticket, rating: Rating, assignee: number): SatisfactionRating | null {
  if (rating.score === 'unoffered') return null
  const id = RATING_ID + ticket.id
  return {
    url: ticket.url.replace(/tickets\/\d+/, `satisfaction_ratings/${String(id)}`),
    id,
    assignee_id: assignee,
    group_id: ticket.group_id,
    requester_id: ticket.requester_id!,
    ticket_id: ticket.id,
    score: rating.score,
    comment: rating.comment,
    created_at: iso(rating.at),
    updated_at: iso(rating.changed),
  }
}

/** The status that follows from what has happened so far. */
export function statusOf(random: Random, life: Life, assigned: boolean): Exclude<Status, 'deleted'> {
  if (life.closed !== null) return 'closed'
  if (life.solved !== null) return 'solved'
  if (!assigned) return 'new'
  if (life.reopened !== null || life.firstReply === null) return 'open'
  return random.weighted([
    ['pending', 0.5],
    ['open', 0.35],
    ['hold', 0.15],
  ])
}

/** When the present status began, epoch seconds. */
export function statusSince(life: Life, created: number, now: number, status: Status): number {
  if (status === 'deleted') return Math.min(now, (life.closed ?? life.solved ?? life.lastReply ?? created) + 3600)
  return life.closed ?? life.solved ?? life.reopened ?? life.firstReply ?? created
}
