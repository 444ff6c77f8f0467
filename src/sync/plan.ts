import { type Instant, latestPeriods, periodContaining, periodNamed } from '../domain/period.ts'
import type { TicketTable } from '../domain/ticketTable.ts'
import { changedSince, type Listing } from '../zendesk/listing.ts'
import type { Scope } from './syncState.ts'

/** Tickets changed since then are read: 90 days of the account's calendar, today included, and the whole quarter, which may be longer. */
export const windowStart = (now: Instant, timeZone: string): Instant =>
  Math.min(periodNamed('90d', timeZone, now)!.start, periodContaining('quarter', now, timeZone).start)

/** Of the past so many quarters are read before the present one: two to find a baseline in, one to try it on. */
const PAST_QUARTERS = 3

/** Tickets changed since then are read when rules are to be tried on the past. */
export const pastStart = (now: Instant, timeZone: string): Instant =>
  latestPeriods('quarter', 1 + PAST_QUARTERS, now, timeZone)[0]!.start

/** Ratings are read from further back than tickets, so that the latest rating of a ticket is known and not guessed from its score. */
export const RATINGS_BACK_SECONDS = 180 * 86_400
/** Search sees a change only after some minutes, and the export leaves the last minute out: readings overlap by this much. */
const OVERLAP_SECONDS = 600
/** So many tickets come by search in well under a minute. */
const SHOWN_SOON = 4000

/** What a pass reads page by page. */
export type LaneListing = Extract<Listing, { readonly kind: 'changes' | 'search' | 'ratings' }>

/** One listing on its way to its end. */
export interface Lane {
  readonly listing: LaneListing
  readonly cursor: string | null
  readonly isDone: boolean
}

/** What a pass reads: lanes of one list one after the other, the lists side by side. */
export type Lanes = readonly (readonly Lane[])[]

const lane = (listing: LaneListing, cursor: string | null = null): Lane => ({ listing, cursor, isDone: false })

/** The search for all tickets of a scope changed since. */
export function searchFor(scope: Scope, person: number, since: Instant): string {
  const whose = scope.kind === 'own' ? `assignee:${person} ` : scope.kind === 'group' ? `group:${scope.group} ` : ''
  return whose + changedSince(since)
}

/**
 * Everything, for the first time. Of a whole account the newest tickets come first, by search, because the export begins with the
 * oldest change and may read 10 pages a minute.
 * @param soon from when on tickets come first; `null`: all at once
 */
export function firstLanes(scope: Scope, person: number, since: Instant, soon: Instant | null): Lanes {
  if (scope.kind !== 'account') return [[lane({ kind: 'search', query: searchFor(scope, person, since) })]]
  const ratings = lane({ kind: 'ratings', since: Math.max(0, since - RATINGS_BACK_SECONDS) })
  const newest =
    soon === null ? [] : [lane({ kind: 'search', query: changedSince(soon) }), lane({ kind: 'ratings', since: soon })]
  return [[...newest, ratings], [lane({ kind: 'changes', since })]]
}

/**
 * What has changed since the last reading began.
 * @param bookmark where the export was left
 */
export function laterLanes(scope: Scope, person: number, asOf: Instant, bookmark: string | null): Lanes {
  const since = asOf - OVERLAP_SECONDS
  if (scope.kind !== 'account') return [[lane({ kind: 'search', query: searchFor(scope, person, since) })]]
  return [[lane({ kind: 'changes', since }, bookmark), lane({ kind: 'ratings', since })]]
}

/** A lane whose cursor is too old to be followed begins again; what is read twice counts once. */
export const restarted = ({ listing }: Lane): Lane => lane(listing)

/** From when on the newest tickets come first: this month if few enough, by the count that is asked for, else this week. */
export async function soonSince(
  now: Instant,
  timeZone: string,
  count: (since: Instant) => Promise<number | null>,
): Promise<Instant> {
  const month = periodContaining('month', now, timeZone).start
  const tickets = await count(month)
  return tickets !== null && tickets <= SHOWN_SOON ? month : periodContaining('week', now, timeZone).start
}

/**
 * From when on rating records are read, after the tickets changed since have been. Records are listed by creation, and keep it when a customer has
 * second thoughts: where the score that a changed ticket shows is not what its records say, they are read again from the oldest one concerned.
 */
export function ratingsSince(table: TicketTable, since: Instant): Instant {
  const { arrays, length } = table.tickets
  const records = new Map<number, number[]>()
  const { ratings } = table
  for (let record = 0; record < ratings.length; record++) {
    const ticket = ratings.arrays.ticket[record]!
    const known = records.get(ticket)
    if (known === undefined) records.set(ticket, [record])
    else known.push(record)
  }
  let from = since
  for (let row = 0; row < length; row++) {
    const shown = arrays.score[row]!
    if (arrays.version[row]! - 1 < since) continue
    const known = records.get(arrays.id[row]!) ?? []
    // A rating that was withdrawn leaves no score on its ticket, while its record says good or bad until it is read again.
    if (shown === 0 && known.every((record) => ratings.arrays.score[record] === 0)) continue
    if (known.some((record) => ratings.arrays.score[record] === shown && isLatest(record, known))) continue
    const first = known.length === 0 ? arrays.solved[row]! || arrays.created[row]! : ratings.arrays.created[known[0]!]!
    from = Math.min(from, first - 1)
  }
  return Math.max(0, from)

  function isLatest(record: number, among: readonly number[]): boolean {
    const { created, score } = ratings.arrays
    return among.every((other) => score[other] === 0 || created[other]! <= created[record]!)
  }
}
