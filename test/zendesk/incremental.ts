import type { Desk } from './desk.ts'
import type { Fault } from './fault.ts'
import type { Place } from './paging.ts'
import type { ApiRequest } from './request.ts'
import { invalid, linkTo } from './request.ts'
import type { Ticket } from './shapes.ts'
import { ticketPage } from './sideload.ts'
import { placeIn } from './ticketBook.ts'

const LAST_MINUTE = 60
const LARGEST = 1000

/** Every ticket by its last change of any kind, also deleted and archived ones, up to a minute ago. */
export function incrementalTickets(desk: Desk, request: ApiRequest, fault: Fault | null) {
  const now = Math.floor(desk.now() / 1000)
  const left = changedSince(desk, request, startOf(request, now), now)
  const size = sizeOf(request)
  const page = left.slice(0, size)
  const last = page.at(-1)
  const after = last === undefined ? request.query.get('cursor') : cursorOf(placeOf(last))
  return {
    ...ticketPage(desk, request, 'tickets', page, 'embedded', fault),
    after_url: after === null ? null : linkTo(request, { cursor: after }, ['start_time']),
    after_cursor: after,
    before_url: null,
    before_cursor: null,
    end_of_stream: fault === 'empty' || left.length <= size,
  }
}

/**
 * The same by time alone. The next page begins with the last second of this one, whose tickets come again; all tickets
 * of a second come together, as long as they are not more than a page holds.
 */
export function incrementalTicketsByTime(desk: Desk, request: ApiRequest, fault: Fault | null) {
  const now = Math.floor(desk.now() / 1000)
  const start = startTimeOf(request, now)
  const left = changedSince(desk, request, [start, -1], now)
  const timeAt = (index: number) => left[index]?.generated_timestamp
  let end = Math.min(sizeOf(request), left.length)
  // A page that ends in the second it began with would lead to itself.
  if (timeAt(end - 1) === start) while (end < left.length && timeAt(end - 1) === start) end++
  while (end < left.length && timeAt(end) === timeAt(end - 1)) end++
  const page = left.slice(0, Math.min(end, LARGEST))
  const last = page.at(-1)?.generated_timestamp ?? null
  return {
    ...ticketPage(desk, request, 'tickets', page, 'embedded', fault),
    count: fault === 'empty' ? 0 : page.length,
    end_of_stream: fault === 'empty' || page.length === left.length,
    end_time: last,
    next_page: last === null ? null : linkTo(request, { start_time: String(last) }),
  }
}

/** The tickets that changed after a place and longer than a minute ago, in order. */
function changedSince(desk: Desk, request: ApiRequest, [time, id]: Place, now: number): readonly Ticket[] {
  const all = desk.ticketsByChange
  const from = placeIn(all, { generated_timestamp: time, id: id + 1 })
  const to = placeIn(all, { generated_timestamp: now - LAST_MINUTE + 1, id: -1 })
  const left = all.slice(from, Math.max(from, to))
  return request.query.get('exclude_deleted') === 'true' ? left.filter(({ status }) => status !== 'deleted') : left
}

const sizeOf = (request: ApiRequest) =>
  Math.min(LARGEST, Math.max(1, Number(request.query.get('per_page') ?? LARGEST) || LARGEST))

const placeOf = (ticket: Ticket): Place => [ticket.generated_timestamp, ticket.id]

/** Zendesk's cursor: base64 of `<generated_timestamp>.0||<ticket id>|`. */
const cursorOf = ([time, id]: Place) => Buffer.from(`${String(time)}.0||${String(id)}|`).toString('base64')

function startOf(request: ApiRequest, now: number): Place {
  const cursor = request.query.get('cursor')
  if (cursor === null) return [startTimeOf(request, now), -1]
  const [, time, id] = /^(\d+)\.0\|\|(\d+)\|$/.exec(Buffer.from(cursor, 'base64').toString()) ?? []
  if (time === undefined) throw invalid(400, 'cursor is not valid', 'InvalidValue')
  return [Number(time), Number(id)]
}

function startTimeOf(request: ApiRequest, now: number): number {
  const start = request.query.get('start_time') ?? ''
  if (!/^\d+$/.test(start)) throw invalid(400, 'start_time must be an integer: seconds since 1970', 'InvalidValue')
  if (Number(start) > now - LAST_MINUTE)
    throw invalid(422, 'Too recent start_time. Use a start_time older than 60 seconds', 'InvalidValue')
  return Number(start)
}
