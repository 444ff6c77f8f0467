import { instantOf, isId, isObject, listOf, type Raw } from './raw.ts'

/** What a customer said about a ticket, and who stood for it then. */
export interface Rating {
  readonly id: number
  readonly ticketId: number
  readonly score: unknown
  readonly createdAt: number
  readonly updatedAt: number
  readonly agent: number | null
  readonly group: number | null
}

function ratingOf(record: unknown): Rating | null {
  if (!isObject(record)) return null
  const { id, ticket_id, score, assignee_id, group_id } = record
  const createdAt = instantOf(record['created_at'])
  if (!isId(id) || !isId(ticket_id) || createdAt === null) return null
  return {
    id,
    ticketId: ticket_id,
    score,
    createdAt,
    updatedAt: instantOf(record['updated_at']) ?? -Infinity,
    agent: isId(assignee_id) ? assignee_id : null,
    group: isId(group_id) ? group_id : null,
  }
}

/** Every rating record of all pages once: of two copies of one id the one that was updated later. */
export function readRatings(pages: readonly unknown[]): Rating[] {
  const byId = new Map<number, Rating>()
  for (const record of pages.flatMap((page) => listOf(page, 'satisfaction_ratings'))) {
    const rating = ratingOf(record)
    if (rating === null) continue
    const known = byId.get(rating.id)
    if (known === undefined || rating.updatedAt > known.updatedAt) byId.set(rating.id, rating)
  }
  return [...byId.values()]
}

export const isSaid = (score: unknown): score is 'good' | 'bad' => score === 'good' || score === 'bad'

/** The latest good or bad one by `createdAt`; at the same instant the greater id. */
export function latestSaid(ratings: readonly Rating[]): Rating | null {
  const said = ratings.filter((rating) => isSaid(rating.score))
  return said.sort((a, b) => a.createdAt - b.createdAt || a.id - b.id).at(-1) ?? null
}

/** The score on the ticket itself: of no date and no person. */
export function ownScore(ticket: Raw): unknown {
  const rating = ticket['satisfaction_rating']
  return isObject(rating) ? rating['score'] : null
}
