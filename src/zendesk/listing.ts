import * as z from 'zod/mini'
import { type Instant, isoInstant } from '../domain/period.ts'

/** Something of the account that is read page by page, from a cursor on. */
export type Listing =
  /** All tickets changed since, deleted ones included, oldest change first; for admins. */
  | { readonly kind: 'changes'; readonly since: Instant }
  /** All tickets that a search finds and the person may see, past the limit of 1 000. */
  | { readonly kind: 'search'; readonly query: string }
  /** Tickets by id; those that the person may not see are left out in silence. */
  | { readonly kind: 'tickets'; readonly ids: readonly number[] }
  /** Satisfaction rating records made since; for admins. */
  | { readonly kind: 'ratings'; readonly since: Instant }
  /** Agents and admins. */
  | { readonly kind: 'users' }
  | { readonly kind: 'groups' }
  /** Who is in which group. */
  | { readonly kind: 'memberships' }

/** Where a page stands in its listing. */
export interface Links {
  /** Leads to the next page; of `changes` the bookmark for what will change after the last one. */
  readonly after: string | null
  readonly hasMore: boolean
}

/** Zendesk recommends 100: with archived tickets larger pages of search export time out. */
export const SEARCH_PAGE_SIZE = 100
/** The most ids that show_many takes. */
export const SHOW_MANY = 100
/** The most that an export gives: with 10 requests a minute each has to bring much. */
export const CHANGES_PAGE_SIZE = 1000

export const RATINGS_PAGE_SIZE = 100

/** The path of one page; the first one without a cursor. */
export function pathOf(listing: Listing, cursor: string | null): string {
  const after = cursor === null ? '' : `&page[after]=${encodeURIComponent(cursor)}`
  switch (listing.kind) {
    case 'changes': {
      const from = cursor === null ? `start_time=${listing.since}` : `cursor=${encodeURIComponent(cursor)}`
      return `/api/v2/incremental/tickets/cursor.json?${from}&per_page=${CHANGES_PAGE_SIZE}&include=metric_sets`
    }
    case 'search':
      return (
        `/api/v2/search/export.json?query=${encodeURIComponent(listing.query)}&filter[type]=ticket` +
        `&page[size]=${SEARCH_PAGE_SIZE}&include=${encodeURIComponent('tickets(metric_sets)')}${after}`
      )
    case 'tickets':
      return `/api/v2/tickets/show_many.json?ids=${listing.ids.join(',')}&include=metric_sets`
    case 'ratings':
      return `/api/v2/satisfaction_ratings.json?start_time=${listing.since}&page[size]=${RATINGS_PAGE_SIZE}${after}`
    case 'users':
      return `/api/v2/users.json?role[]=agent&role[]=admin&page[size]=100${after}`
    case 'groups':
      return `/api/v2/groups.json?page[size]=100${after}`
    case 'memberships':
      return `/api/v2/group_memberships.json?page[size]=100${after}`
  }
}

/** How many tickets a search would find. */
export const countPath = (query: string): string =>
  `/api/v2/search/count.json?query=${encodeURIComponent(`type:ticket ${query}`)}`

/** A search for tickets changed since that instant: whatever was created, solved or rated since was changed since. */
export function changedSince(since: Instant): string {
  return `updated>=${isoInstant(since)}`
}

const changesSchema = z.object({ after_cursor: z.nullish(z.string()), end_of_stream: z.boolean() })
const listSchema = z.object({
  meta: z.nullish(z.object({ has_more: z.boolean(), after_cursor: z.nullish(z.string()) })),
})

/** Where a page stands, or `null` when it does not say as promised. An empty page with more to come is one like any other. */
export function readLinks(kind: Listing['kind'], json: unknown): Links | null {
  const links = kind === 'changes' ? linksOfChanges(json) : linksOfList(json)
  return links === null || (links.hasMore && links.after === null) ? null : links
}

function linksOfChanges(json: unknown): Links | null {
  const parsed = z.safeParse(changesSchema, json)
  if (!parsed.success) return null
  return { after: parsed.data.after_cursor ?? null, hasMore: !parsed.data.end_of_stream }
}

function linksOfList(json: unknown): Links | null {
  const parsed = z.safeParse(listSchema, json)
  if (!parsed.success) return null
  const { meta } = parsed.data
  return { after: meta?.after_cursor ?? null, hasMore: meta?.has_more === true }
}
