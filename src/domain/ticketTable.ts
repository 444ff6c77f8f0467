import { bytesIn, type Columns, emptyColumns, readCell, trimmed, writeCell } from './columns.ts'
import { type Dictionary, encode } from './dictionary.ts'
import { indexRows, type RowIndex } from './rowIndex.ts'
import type { Rating, ReasonLeftOut, Score, Ticket } from './ticket.ts'

const TICKET_COLUMNS = [
  'id',
  'version',
  'hasMetricSet',
  'leftOut',
  'agent',
  'group',
  'channel',
  'priority',
  'brand',
  'created',
  'solved',
  'firstReplyCalendarMinutes',
  'firstReplyBusinessMinutes',
  'fullResolutionCalendarMinutes',
  'fullResolutionBusinessMinutes',
  'replies',
  'reopens',
  'assigneeStations',
  'score',
] as const

const RATING_COLUMNS = ['id', 'ticket', 'created', 'updated', 'agent', 'group', 'score'] as const

export type TicketColumn = (typeof TICKET_COLUMNS)[number]
export type RatingColumn = (typeof RATING_COLUMNS)[number]

/**
 * All facts, a row per ticket and a row per rating record. Plain data: it can be stored and posted as it is.
 * Agents, groups, channels, priorities and brands stand in the columns as places in their dictionaries.
 */
export interface TicketTable {
  readonly tickets: Columns<TicketColumn>
  readonly ratings: Columns<RatingColumn>
  readonly agents: Dictionary<number>
  readonly groups: Dictionary<number>
  readonly channels: Dictionary<string>
  readonly priorities: Dictionary<string>
  readonly brands: Dictionary<number>
  /** Records that no ticket could be read from. */
  unreadable: number
  /** Grows with every change, so that what is derived from the table knows when it is old. */
  revision: number
}

export const SCORE_BAD = 0
export const SCORE_GOOD = 1
const SCORES: readonly Score[] = ['bad', 'good']
const LEFT_OUT = ['deleted', 'scrubbed', 'merged', 'unassigned', 'excludedTag', 'excludedChannel'] as const

export function emptyTable(): TicketTable {
  return {
    tickets: emptyColumns(TICKET_COLUMNS),
    ratings: emptyColumns(RATING_COLUMNS),
    agents: [],
    groups: [],
    channels: [],
    priorities: [],
    brands: [],
    unreadable: 0,
    revision: 0,
  }
}

/**
 * Takes a version of a ticket in. Of two versions the later one stays; equally late ones: the one with a metric set,
 * else the one whose contents compare greater, so that the order of arrival never matters.
 */
export function putTicket(table: TicketTable, ticket: Ticket): void {
  const index = indexOf(table.tickets)
  const known = index.find(ticket.id)
  if (known >= 0 && !supersedes(table, ticket, known)) return
  const row = known >= 0 ? known : table.tickets.length
  writeTicket(table, row, ticket)
  if (known < 0) index.add(row)
  table.revision++
}

/** Takes a rating record in. Of two copies of one record the one updated later stays. */
export function putRating(table: TicketTable, rating: Rating): void {
  const index = indexOf(table.ratings)
  const known = index.find(rating.id)
  if (known >= 0 && compare(ratingOrder(rating), ratingOrder(ratingAt(table, known))) <= 0) return
  const row = known >= 0 ? known : table.ratings.length
  const cells: Record<RatingColumn, number | null> = {
    id: rating.id,
    ticket: rating.ticket,
    created: rating.created,
    updated: rating.updated,
    agent: rating.agent === null ? null : encode(table.agents, rating.agent),
    group: rating.group === null ? null : encode(table.groups, rating.group),
    score: rating.score === null ? null : SCORES.indexOf(rating.score),
  }
  for (const name of RATING_COLUMNS) writeCell(table.ratings, name, row, cells[name])
  if (known < 0) index.add(row)
  table.revision++
}

/** A new table with the tickets and ratings of all; the same as if they had been put into one table in any order. */
export function mergeTables(tables: readonly TicketTable[]): TicketTable {
  const merged = emptyTable()
  for (const table of tables) {
    for (let row = 0; row < table.tickets.length; row++) putTicket(merged, ticketAt(table, row))
    for (let row = 0; row < table.ratings.length; row++) putRating(merged, ratingAt(table, row))
    merged.unreadable += table.unreadable
  }
  return merged
}

/** The table without spare room, ready to be stored. */
export function compactTable(table: TicketTable): TicketTable {
  return { ...table, tickets: trimmed(table.tickets), ratings: trimmed(table.ratings) }
}

/** Bytes that tickets and ratings take in the columns. */
export function tableBytes(table: TicketTable): number {
  return bytesIn(table.tickets) + bytesIn(table.ratings)
}

/** The row of a ticket, or -1 when it was never read. */
export function rowOfTicket(table: TicketTable, id: number): number {
  return indexOf(table.tickets).find(id)
}

/** Why the ticket in this row has no say, or `null` when it counts. */
export function reasonLeftOut(table: TicketTable, row: number): ReasonLeftOut | null {
  const code = readCell(table.tickets, 'leftOut', row)
  if (code !== null) return LEFT_OUT[code]!
  return readCell(table.tickets, 'hasMetricSet', row) === 1 ? null : 'unknownMetrics'
}

export function ticketAt(table: TicketTable, row: number): Ticket {
  const cell = (name: TicketColumn) => readCell(table.tickets, name, row)
  const score = cell('score')
  const leftOut = cell('leftOut')
  return {
    id: cell('id')!,
    version: cell('version')!,
    hasMetricSet: cell('hasMetricSet') === 1,
    leftOut: leftOut === null ? null : LEFT_OUT[leftOut]!,
    agent: decode(table.agents, cell('agent')),
    group: decode(table.groups, cell('group')),
    channel: decode(table.channels, cell('channel')),
    priority: decode(table.priorities, cell('priority')),
    brand: decode(table.brands, cell('brand')),
    created: cell('created')!,
    solved: cell('solved'),
    firstReplyCalendarMinutes: cell('firstReplyCalendarMinutes'),
    firstReplyBusinessMinutes: cell('firstReplyBusinessMinutes'),
    fullResolutionCalendarMinutes: cell('fullResolutionCalendarMinutes'),
    fullResolutionBusinessMinutes: cell('fullResolutionBusinessMinutes'),
    replies: cell('replies'),
    reopens: cell('reopens'),
    assigneeStations: cell('assigneeStations'),
    score: score === null ? null : SCORES[score]!,
  }
}

export function ratingAt(table: TicketTable, row: number): Rating {
  const cell = (name: RatingColumn) => readCell(table.ratings, name, row)
  const score = cell('score')
  return {
    id: cell('id')!,
    ticket: cell('ticket')!,
    created: cell('created')!,
    updated: cell('updated')!,
    agent: decode(table.agents, cell('agent')),
    group: decode(table.groups, cell('group')),
    score: score === null ? null : SCORES[score]!,
  }
}

const indexes = new WeakMap<object, RowIndex>()

function indexOf(columns: Columns<TicketColumn> | Columns<RatingColumn>): RowIndex {
  let index = indexes.get(columns)
  if (index === undefined) {
    index = indexRows(columns)
    indexes.set(columns, index)
  }
  return index
}

function writeTicket(table: TicketTable, row: number, ticket: Ticket): void {
  const place = <Value>(dictionary: Dictionary<Value>, value: Value | null) =>
    value === null ? null : encode(dictionary, value)
  const cells: Record<TicketColumn, number | null> = {
    id: ticket.id,
    version: ticket.version,
    hasMetricSet: ticket.hasMetricSet ? 1 : 0,
    leftOut: ticket.leftOut === null ? null : LEFT_OUT.indexOf(ticket.leftOut),
    agent: place(table.agents, ticket.agent),
    group: place(table.groups, ticket.group),
    channel: place(table.channels, ticket.channel),
    priority: place(table.priorities, ticket.priority),
    brand: place(table.brands, ticket.brand),
    created: ticket.created,
    solved: ticket.solved,
    firstReplyCalendarMinutes: ticket.firstReplyCalendarMinutes,
    firstReplyBusinessMinutes: ticket.firstReplyBusinessMinutes,
    fullResolutionCalendarMinutes: ticket.fullResolutionCalendarMinutes,
    fullResolutionBusinessMinutes: ticket.fullResolutionBusinessMinutes,
    replies: ticket.replies,
    reopens: ticket.reopens,
    assigneeStations: ticket.assigneeStations,
    score: ticket.score === null ? null : SCORES.indexOf(ticket.score),
  }
  for (const name of TICKET_COLUMNS) writeCell(table.tickets, name, row, cells[name])
}

function decode<Value>(dictionary: Dictionary<Value>, place: number | null): Value | null {
  return place === null ? null : dictionary[place]!
}

function supersedes(table: TicketTable, ticket: Ticket, row: number): boolean {
  const version = readCell(table.tickets, 'version', row)!
  return ticket.version !== version
    ? ticket.version > version
    : compare(ticketOrder(ticket), ticketOrder(ticketAt(table, row))) > 0
}

type Ordered = string | number | boolean | null

function ticketOrder(ticket: Ticket): readonly Ordered[] {
  return [
    ticket.version,
    ticket.hasMetricSet,
    ...Object.keys(ticket)
      .sort()
      .map((key) => ticket[key as keyof Ticket]),
  ]
}

function ratingOrder(rating: Rating): readonly Ordered[] {
  return [
    rating.updated,
    ...Object.keys(rating)
      .sort()
      .map((key) => rating[key as keyof Rating]),
  ]
}

/** Compares part by part; absent before present, so that the outcome is a total order. */
function compare(a: readonly Ordered[], b: readonly Ordered[]): number {
  for (let part = 0; part < a.length; part++) {
    const left = a[part] ?? null
    const right = b[part] ?? null
    if (left === right) continue
    if (left === null) return -1
    if (right === null) return 1
    return left < right ? -1 : 1
  }
  return 0
}
