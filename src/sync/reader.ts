import { absorb } from '../domain/merging.ts'
import type { Instant } from '../domain/period.ts'
import type { Exclusions } from '../domain/settings.ts'
import { emptyTable, type TicketTable } from '../domain/ticketTable.ts'
import { failure, isUnavailable, type Result, success, type ZendeskError } from '../zendesk/error.ts'
import { changedSince, countPath, type Listing, pathOf, SHOW_MANY } from '../zendesk/listing.ts'
import { readCount } from '../zendesk/pages.ts'
import type { Page } from '../zendesk/page.ts'
import type { Asking } from './asking.ts'
import type { Broken, Dataset, Which } from './dataset.ts'
import { firstLanes, type Lane, laterLanes, ratingsSince, restarted, searchFor, soonSince } from './plan.ts'
import type { Insight } from './insight.ts'
import type { ReadPage } from './ports.ts'
import type { Scope } from './syncState.ts'

/** A reading that could not be finished now, and why; what it has read stays. */
export class Failed extends Error {
  readonly error: ZendeskError
  constructor(error: ZendeskError) {
    super(error.kind)
    this.error = error
  }
}

export interface ReaderOptions {
  readonly asking: Asking
  readonly readPage: ReadPage
  readonly exclusions: Exclusions
  readonly scope: Scope
  readonly person: number
  readonly timeZone: string
  readonly now: () => Instant
  /** Is told what the account showed of itself. */
  readonly onSeen: (seen: Partial<Insight>) => void
  /** After each page, and when the latest period has become whole. */
  readonly onPage: () => void
}

/** Own tickets that went to somebody else are not found by any search for one's own: so often they are counted. */
const COUNT_EVERY_SECONDS = 2 * 3600

/**
 * Brings a dataset up to date: everything the first time, then what has changed, always from where it was left. To be called by
 * one copy at a time.
 * @param isThorough whether to count the tickets too, as when a person asks
 * @throws Failed, Overtaken, Stopped
 */
export async function bringUpToDate(dataset: Dataset, options: ReaderOptions, isThorough: boolean): Promise<void> {
  await mendAll(dataset, options)
  if (dataset.mark().next !== null || dataset.mark().whole === null) return readAnew(dataset, options)
  const now = options.now()
  const { whole } = dataset.mark()
  if (whole!.pass === null) {
    const lanes = laterLanes(options.scope, options.person, whole!.asOf!, whole!.bookmark)
    await dataset.continue({ startedAt: now, soon: null, lanes: lanes })
  }
  await runPass(dataset, options, 'whole')
  await dataset.finish('whole')
  const { isSuspect, countedAt } = dataset.mark()
  if (options.scope.kind === 'account' || !(isThorough || isSuspect || now - countedAt >= COUNT_EVERY_SECONDS)) return
  const counted = await count(options, searchFor(options.scope, options.person, dataset.mark().since))
  if (!counted.ok) throw new Failed(counted.error)
  const { tickets, unreadable } = dataset.table('whole')
  const isDifferent = counted.value !== tickets.length + unreadable
  // Counts and tickets come from an index that lags behind: only a difference that stays is one.
  if (isDifferent && isSuspect) await readAnew(dataset, options)
  else await dataset.noteCount(now, isDifferent)
}

async function readAnew(dataset: Dataset, options: ReaderOptions): Promise<void> {
  const { scope, person, now, timeZone } = options
  if (dataset.mark().next === null) {
    const startedAt = now()
    const { since } = dataset.mark()
    const howMany = async (from: Instant) => {
      const counted = await count(options, changedSince(from))
      if (!counted.ok && !isUnavailable(counted.error)) throw new Failed(counted.error)
      return counted.ok ? counted.value : null
    }
    const soon =
      scope.kind === 'account' && scope.isPast !== true && dataset.mark().whole === null
        ? await soonSince(startedAt, timeZone, howMany)
        : null
    const expected = await count(options, searchFor(scope, person, since))
    if (!expected.ok) throw new Failed(expected.error)
    const lanes = firstLanes(scope, person, since, soon)
    await dataset.begin({ startedAt, soon, lanes: lanes }, expected.value)
  }
  await runPass(dataset, options, 'next')
  await dataset.finish('next')
}

async function runPass(dataset: Dataset, options: ReaderOptions, which: Which): Promise<void> {
  const { lanes } = dataset.mark()[which]!.pass!
  const ended = await Promise.allSettled(
    lanes.map(async (list, at) => {
      for (let place = 0; place < list.length; place++) await runLane(dataset, options, which, at, place)
    }),
  )
  // All have come to rest before one is told of: none goes on writing behind our back.
  for (const end of ended) if (end.status === 'rejected') throw end.reason
}

async function runLane(
  dataset: Dataset,
  options: ReaderOptions,
  which: Which,
  list: number,
  place: number,
): Promise<void> {
  let restarts = 0
  const laneNow = (): Lane => dataset.mark()[which]!.pass!.lanes[list]![place]!
  const { listing, cursor } = laneNow()
  if (which === 'whole' && listing.kind === 'ratings' && cursor === null) {
    const since = ratingsSince(dataset.table('whole'), listing.since)
    await dataset.setLane(which, list, place, { ...laneNow(), listing: { kind: 'ratings', since } })
  }
  for (let lane = laneNow(); !lane.isDone; lane = laneNow()) {
    const page = await onePage(options, lane.listing, lane.cursor)
    if (page.ok) {
      const { after, hasMore } = page.value.links
      const next = { listing: lane.listing, cursor: after, isDone: !hasMore }
      const table = countsUnreadable(options.scope, which, lane.listing)
        ? page.value.table
        : { ...page.value.table, unreadable: 0 }
      await dataset.addPage(which, list, place, table, next)
      if (lane.listing.kind === 'ratings') options.onSeen({ ratings: true })
      options.onPage()
    } else if (lane.cursor !== null && isRefusal(page.error) && ++restarts <= MOST_RESTARTS) {
      if (which === 'whole' || options.scope.kind === 'account') {
        await dataset.setLane(which, list, place, restarted(lane))
      } else {
        const { pass, expected } = dataset.mark().next!
        await dataset.begin({ ...pass!, lanes: [[restarted(lane)]] }, expected)
      }
    } else if (lane.listing.kind === 'ratings' && isUnavailable(page.error)) {
      // An account without ratings, or with the newer surveys, has no such list: the scores on the tickets then count.
      options.onSeen({ ratings: false })
      await dataset.setLane(which, list, place, { ...lane, isDone: true })
    } else throw new Failed(page.error)
  }
}

/** A record that cannot be read has no version: it is counted where every record comes by once. */
const countsUnreadable = (scope: Scope, which: Which, listing: Listing) =>
  which === 'next' && listing.kind === (scope.kind === 'account' ? 'changes' : 'search')

/** A cursor is refused when it is too old; one that is refused again and again has another fault. */
const MOST_RESTARTS = 3

const isRefusal = (error: ZendeskError) => error.kind === 'unexpectedAnswer' && error.isRefusal === true

/** One page; where the account left the metric sets out of search, with what asking for the tickets by id brings. */
async function onePage(options: ReaderOptions, listing: Listing, cursor: string | null): Promise<Result<Page>> {
  const { asking, readPage, exclusions } = options
  const read = (of: Listing, at: string | null) =>
    asking.ask(pathOf(of, at), of.kind === 'changes', (text) => readPage(text, of.kind, exclusions))
  const page = await read(listing, cursor)
  if (!page.ok) return page
  if (listing.kind === 'search' && page.value.table.tickets.length > 0)
    options.onSeen({ metricSetsInSearch: page.value.bare.length === 0 })
  if (page.value.bare.length === 0) return page
  const table = emptyTable()
  absorb(table, page.value.table)
  const { bare } = page.value
  for (let at = 0; at < bare.length; at += SHOW_MANY) {
    const again = await read({ kind: 'tickets', ids: bare.slice(at, at + SHOW_MANY) }, null)
    if (!again.ok) return again
    absorb(table, { ...again.value.table, unreadable: 0 })
  }
  return success({ ...page.value, table })
}

async function count({ asking }: ReaderOptions, query: string): Promise<Result<number>> {
  return asking.ask(countPath(query), false, readCount)
}

/** A broken chunk is read again as it was read; where that is not possible any more, everything is. */
async function mendAll(dataset: Dataset, options: ReaderOptions): Promise<void> {
  for (const broken of dataset.broken()) {
    const table = await readAgain(broken, options)
    if (table.ok) await dataset.mend(broken, table.value)
    else if (isUnavailable(table.error) || table.error.kind === 'unexpectedAnswer') return dataset.reset()
    else throw new Failed(table.error)
  }
}

async function readAgain({ sources }: Broken, options: ReaderOptions): Promise<Result<TicketTable>> {
  if (sources.length === 0) return failure({ kind: 'missing' })
  const table = emptyTable()
  for (const { listing, cursor, isOpen } of sources) {
    for (let at = cursor, isFirst = true; isFirst || (isOpen && at !== null); isFirst = false) {
      const page = await onePage(options, listing, at)
      if (!page.ok) return page
      absorb(table, page.value.table)
      at = page.value.links.hasMore ? page.value.links.after : null
    }
  }
  return success(table)
}
