import { bytesIn, type Columns, emptyColumns, readCell, trimmed, writeCell } from './columns.ts'
import { decode, type Dictionary, encode } from './dictionary.ts'
import { RATING_COLUMNS, type RatingRecords } from './ratingRecords.ts'
import { rowsOf } from './rowIndex.ts'
import { type ReasonLeftOut, SCORES, type Ticket } from './ticket.ts'
import { compareParts, partsOf } from './versions.ts'

export const TICKET_COLUMNS = [
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

export type TicketColumn = (typeof TICKET_COLUMNS)[number]

/**
 * All facts, a row per ticket and a row per rating record. Plain data: it can be stored and posted as it is.
 * Agents, groups, channels, priorities and brands stand in the columns as places in their dictionaries.
 */
export interface TicketTable extends RatingRecords {
  readonly tickets: Columns<TicketColumn>
  readonly channels: Dictionary<string>
  readonly priorities: Dictionary<string>
  readonly brands: Dictionary<number>
  /** Records that no ticket could be read from. */
  unreadable: number
}

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
  const index = rowsOf(table.tickets)
  const known = index.find(ticket.id)
  if (known >= 0 && !supersedes(table, ticket, known)) return
  const row = known >= 0 ? known : table.tickets.length
  writeTicket(table, row, ticket)
  if (known < 0) index.add(row)
  table.revision++
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
  return rowsOf(table.tickets).find(id)
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

function writeTicket(table: TicketTable, row: number, ticket: Ticket): void {
  const cells: Record<TicketColumn, number | null> = {
    ...ticket,
    hasMetricSet: ticket.hasMetricSet ? 1 : 0,
    leftOut: ticket.leftOut === null ? null : LEFT_OUT.indexOf(ticket.leftOut),
    agent: encode(table.agents, ticket.agent),
    group: encode(table.groups, ticket.group),
    channel: encode(table.channels, ticket.channel),
    priority: encode(table.priorities, ticket.priority),
    brand: encode(table.brands, ticket.brand),
    score: ticket.score === null ? null : SCORES.indexOf(ticket.score),
  }
  for (const name of TICKET_COLUMNS) writeCell(table.tickets, name, row, cells[name])
}

function supersedes(table: TicketTable, ticket: Ticket, row: number): boolean {
  const version = readCell(table.tickets, 'version', row)!
  return ticket.version !== version
    ? ticket.version > version
    : compareParts(order(ticket), order(ticketAt(table, row))) > 0
}

const order = (ticket: Ticket) => partsOf(ticket, ticket.version, ticket.hasMetricSet)
