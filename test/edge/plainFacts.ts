import { putRating, RATING_COLUMNS, ratingAt } from '../../src/domain/ratingRecords.ts'
import { rowsOf } from '../../src/domain/rowIndex.ts'
import type { Rating, Ticket } from '../../src/domain/ticket.ts'
import {
  emptyTable,
  putTicket,
  rowOfTicket,
  TICKET_COLUMNS,
  ticketAt,
  type TicketTable,
} from '../../src/domain/ticketTable.ts'
import type { Answer } from '../../src/zendesk/answer.ts'
import { type Kind, KINDS } from './untouched.ts'

type Facts = Pick<Answer, 'tickets' | 'ratings'>

const PARTS: Readonly<Record<Kind, readonly string[]>> = {
  tickets: TICKET_COLUMNS,
  ratings: RATING_COLUMNS,
  agents: ['id', 'name', 'isCurrent'],
  groups: ['id', 'name', 'isDeleted'],
  memberships: ['agent', 'group'],
}

/** Fails when something that was read holds more than the parts it has to, or anything but plain values. */
export function expectPlain(answer: Answer): void {
  for (const kind of KINDS) {
    for (const record of answer[kind]) {
      const facts: object = 'known' in record ? record.known : record
      const names = Reflect.ownKeys(facts)
      const isPlain =
        Object.getPrototypeOf(facts) === Object.prototype &&
        names.length === PARTS[kind].length &&
        PARTS[kind].every((name) => Object.hasOwn(facts, name)) &&
        Object.values(facts).every((value) => value === null || typeof value !== 'object')
      if (!isPlain) throw new Error(`One of the ${kind} is not plain: ${names.map(String).join(', ')}`)
    }
  }
}

/** Fails when a table does not hold what was put into it: each record once, as one of its newest versions. */
export function expectStored(table: TicketTable, { tickets, ratings }: Facts): void {
  const rating = (id: number) => ratingAt(table, rowsOf(table.ratings).find(id))
  expectNewest(
    table.tickets.length,
    tickets.map((ticket) => [ticket, ticket.version]),
    (id) => ticketAt(table, rowOfTicket(table, id)),
  )
  expectNewest(
    table.ratings.length,
    ratings.map((record) => [record, record.updated]),
    rating,
  )
}

/** Fails when a table depends on the order in which the records came. */
export function expectOrderNeverDecides({ tickets, ratings }: Facts): void {
  const table = tableOf(tickets, ratings)
  expectStored(table, { tickets, ratings })
  const backwards = tableOf(tickets.toReversed(), ratings.toReversed())
  expectStored(backwards, { tickets, ratings })
  for (const { id } of tickets) {
    const [one, other] = [table, backwards].map((each) => ticketAt(each, rowOfTicket(each, id)))
    if (!isSame(one!, other!)) throw new Error(`Ticket ${id} depends on the order of its versions`)
  }
}

function tableOf(tickets: readonly Ticket[], ratings: readonly Rating[]): TicketTable {
  const table = emptyTable()
  for (const ticket of tickets) putTicket(table, ticket)
  for (const rating of ratings) putRating(table, rating)
  return table
}

function expectNewest<Value extends { readonly id: number }>(
  rows: number,
  versions: readonly (readonly [Value, number])[],
  stored: (id: number) => Value,
): void {
  const newest = new Map<number, number>()
  for (const [{ id }, version] of versions) newest.set(id, Math.max(version, newest.get(id) ?? 0))
  if (rows !== newest.size) throw new Error(`${rows} rows for ${newest.size} records`)
  for (const [id, version] of newest) {
    const found = stored(id)
    const isOneOfThem = versions.some(([value, its]) => value.id === id && its === version && isSame(value, found))
    if (!isOneOfThem) throw new Error(`Record ${id} is not stored as it was read`)
  }
}

/** Whether two plain records of a kind say the same. */
function isSame<Value extends object>(one: Value, other: Value): boolean {
  return (Object.keys(one) as (keyof Value)[]).every((name) => one[name] === other[name])
}
