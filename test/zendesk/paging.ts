import type { ApiRequest } from './request.ts'
import { invalid, linkTo } from './request.ts'

const HOUR_MS = 3_600_000

/** The place of an item in a list: a number to sort by, then its id. */
export type Place = readonly [order: number, id: number]

export const isAfter = (a: Place, b: Place) => a[0] > b[0] || (a[0] === b[0] && a[1] > b[1])

export const byId = ({ id }: { id: number }): Place => [0, id]
export const byCreation = (item: { created_at: string; id: number }): Place => [Date.parse(item.created_at), item.id]

interface Paged<T> {
  readonly items: readonly T[]
  /** What stands beside the items in the answer. */
  readonly around: object
}

interface Limits {
  /** Epoch milliseconds. */
  readonly now: number
  readonly largest: number
  /** Absent: cursors never expire. */
  readonly cursorHours?: number
}

/** One cursor page of a list sorted by place. */
export function cursorPage<T>(
  all: readonly T[],
  place: (item: T) => Place,
  request: ApiRequest,
  limits: Limits,
): Paged<T> {
  const size = pageSize(request, limits.largest)
  const after = request.query.get('page[after]')
  const from = after === null ? null : readCursor(after, limits)
  const start = from === null ? 0 : all.findIndex((item) => isAfter(place(item), from))
  const items = start < 0 ? [] : all.slice(start, start + size)
  const last = items.at(-1)
  const more = start >= 0 && start + size < all.length
  const cursor = last === undefined ? null : writeCursor(place(last), limits.now)
  const first = items[0]
  const before = first === undefined || from === null ? null : writeCursor(place(first), limits.now)
  const next = more && cursor !== null ? linkTo(request, { 'page[after]': cursor }) : null
  return {
    items,
    around: { meta: { has_more: more, after_cursor: cursor, before_cursor: before }, links: { prev: null, next } },
  }
}

/** One page of a list by number, as Zendesk answers when no page[size] is asked for. */
export function numberedPage<T>(all: readonly T[], request: ApiRequest): Paged<T> {
  const size = Math.min(100, Math.max(1, Number(request.query.get('per_page') ?? 100) || 100))
  const page = Math.max(1, Number(request.query.get('page') ?? 1) || 1)
  if (page > 100) throw invalid(400, 'Pagination beyond 100 pages is not supported', 'InvalidPaginationDepth')
  const more = page * size < all.length
  return {
    items: all.slice((page - 1) * size, page * size),
    around: {
      next_page: more ? linkTo(request, { page: String(page + 1) }) : null,
      previous_page: page > 1 ? linkTo(request, { page: String(page - 1) }) : null,
      count: all.length,
    },
  }
}

const MOST_FOUND = 1000

/** One page of a search by number. Beyond a thousand results it refuses, though the page before pointed there. */
export function searchPage<T>(all: readonly T[], request: ApiRequest): Paged<T> {
  const size = Math.min(100, Math.max(1, Number(request.query.get('per_page') ?? 100) || 100))
  const page = Math.max(1, Number(request.query.get('page') ?? 1) || 1)
  if (page * size > MOST_FOUND)
    throw invalid(422, 'Invalid search: Requested response size was greater than Search Response Limits')
  return numberedPage(all, request)
}

/** A page of either kind, under a key. */
export function listPage<T>(
  key: string,
  all: readonly T[],
  place: (item: T) => Place,
  request: ApiRequest,
  now: number,
) {
  const byCursor = request.query.has('page[size]') || request.query.has('page[after]')
  const { items, around } = byCursor
    ? cursorPage(all, place, request, { now, largest: 100 })
    : numberedPage(all, request)
  return { [key]: items, ...around }
}

function pageSize(request: ApiRequest, largest: number): number {
  const asked = Number(request.query.get('page[size]') ?? 100)
  if (Number.isInteger(asked) && asked >= 1 && asked <= largest) return asked
  throw invalid(400, `page[size] must be an integer between 1 and ${String(largest)}`, 'InvalidPaginationParameter')
}

const writeCursor = (place: Place, now: number) => Buffer.from(JSON.stringify([...place, now])).toString('base64url')

function readCursor(cursor: string, limits: Limits): Place {
  const [, order, id, issued] = /^\[(-?\d+),(\d+),(\d+)\]$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  const age = limits.now - Number(issued)
  if (order === undefined || id === undefined || age > (limits.cursorHours ?? Infinity) * HOUR_MS)
    throw invalid(400, 'page[after] is not a valid cursor or has expired', 'InvalidPaginationParameter')
  return [Number(order), Number(id)]
}
