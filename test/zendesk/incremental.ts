import type { Desk } from './desk.ts'
import type { Fault } from './fault.ts'
import { isAfter } from './paging.ts'
import type { Place } from './paging.ts'
import type { ApiRequest } from './request.ts'
import { invalid, linkTo } from './request.ts'
import type { Ticket } from './shapes.ts'
import { ticketPage } from './sideload.ts'

const LAST_MINUTE = 60
const LARGEST = 1000

/** Every ticket by its last change of any kind, also deleted ones, up to a minute ago. */
export function incrementalTickets(desk: Desk, request: ApiRequest, fault: Fault | null) {
  const now = Math.floor(desk.now() / 1000)
  const from = startOf(request, now)
  const size = Math.min(LARGEST, Math.max(1, Number(request.query.get('per_page') ?? LARGEST) || LARGEST))
  const withDeleted = request.query.get('exclude_deleted') !== 'true'
  const left = desk.ticketsByChange.filter(
    (ticket) =>
      ticket.generated_timestamp <= now - LAST_MINUTE &&
      isAfter(placeOf(ticket), from) &&
      (withDeleted || ticket.status !== 'deleted'),
  )
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

const placeOf = (ticket: Ticket): Place => [ticket.generated_timestamp, ticket.id]

/** Zendesk's cursor: base64 of `<generated_timestamp>.0||<ticket id>|`. */
const cursorOf = ([time, id]: Place) => Buffer.from(`${String(time)}.0||${String(id)}|`).toString('base64')

function startOf(request: ApiRequest, now: number): Place {
  const cursor = request.query.get('cursor')
  if (cursor !== null) {
    const [, time, id] = /^(\d+)\.0\|\|(\d+)\|$/.exec(Buffer.from(cursor, 'base64').toString()) ?? []
    if (time === undefined) throw invalid(400, 'cursor is not valid', 'InvalidValue')
    return [Number(time), Number(id)]
  }
  const start = request.query.get('start_time') ?? ''
  if (!/^\d+$/.test(start)) throw invalid(400, 'start_time must be an integer: seconds since 1970', 'InvalidValue')
  if (Number(start) > now - LAST_MINUTE)
    throw invalid(422, 'Too recent start_time. Use a start_time older than 60 seconds', 'InvalidValue')
  return [Number(start), -1]
}
