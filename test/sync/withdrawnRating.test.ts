import { describe, expect, it } from 'vitest'
import { putRating } from '../../src/domain/ratingRecords.ts'
import { emptyTable, putTicket } from '../../src/domain/ticketTable.ts'
import type { Score } from '../../src/domain/ticket.ts'
import { ratingsSince } from '../../src/sync/plan.ts'
import { NOW, ticket } from '../ui/sampleTickets.ts'

const DAY = 86_400
const RATED = NOW - 9 * DAY

/** From when on rating records are read after a ticket with this record has changed, and shows this score now. */
function since(record: Score | null, shown: Score | null): number {
  const table = emptyTable()
  putTicket(table, ticket({ id: 1, version: NOW, solved: RATED - DAY, score: shown }))
  putRating(table, { id: 5, ticket: 1, created: RATED, updated: RATED, agent: 11, group: 1, score: record })
  return ratingsSince(table, NOW - 600)
}

describe('the records of a changed ticket', () => {
  it.each([
    ['good', 'good', NOW - 600],
    ['good', 'bad', RATED],
    ['bad', null, RATED],
    ['good', null, RATED],
    [null, null, NOW - 600],
  ] as const)('that say %s while it shows %s are read from there: %i', (record, shown, expected) => {
    expect(since(record, shown)).toBe(expected)
  })
})
