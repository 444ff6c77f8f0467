import { type Columns, readCell, writeCell } from './columns.ts'
import { decode, type Dictionary, encode } from './dictionary.ts'
import { rowsOf } from './rowIndex.ts'
import { type Rating, SCORES } from './ticket.ts'
import { compareParts, partsOf } from './versions.ts'

export const RATING_COLUMNS = ['id', 'ticket', 'created', 'updated', 'agent', 'group', 'score'] as const

export type RatingColumn = (typeof RATING_COLUMNS)[number]

/** A row per rating record, and the dictionaries of whom they name. */
export interface RatingRecords {
  readonly ratings: Columns<RatingColumn>
  readonly agents: Dictionary<number>
  readonly groups: Dictionary<number>
  /** Grows with every change, so that what is derived knows when it is old. */
  revision: number
}

/** Takes a rating record in. Of two copies of one record the one updated later stays. */
export function putRating(table: RatingRecords, rating: Rating): void {
  const index = rowsOf(table.ratings)
  const known = index.find(rating.id)
  if (known >= 0 && compareParts(order(rating), order(ratingAt(table, known))) <= 0) return
  const row = known >= 0 ? known : table.ratings.length
  const cells: Record<RatingColumn, number | null> = {
    id: rating.id,
    ticket: rating.ticket,
    created: rating.created,
    updated: rating.updated,
    agent: encode(table.agents, rating.agent),
    group: encode(table.groups, rating.group),
    score: rating.score === null ? null : SCORES.indexOf(rating.score),
  }
  for (const name of RATING_COLUMNS) writeCell(table.ratings, name, row, cells[name])
  if (known < 0) index.add(row)
  table.revision++
}

export function ratingAt(table: RatingRecords, row: number): Rating {
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

const order = (rating: Rating) => partsOf(rating, rating.updated)
