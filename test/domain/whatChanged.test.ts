import { describe, expect, it } from 'vitest'
import type { Rating, Ticket } from '../../src/domain/ticket.ts'
import { type Cause, whatChanged } from '../../src/domain/whatChanged.ts'
import type { MetricKey } from '../../src/domain/metrics.ts'
import { LATER, rating, RULES, SEPTEMBER, tableOf, ticket } from '../fixtures/ticket.ts'

interface Case {
  readonly it: string
  readonly metric: MetricKey
  readonly before?: Partial<Ticket> | null
  readonly after?: Partial<Ticket>
  readonly ratingsBefore?: readonly Rating[]
  readonly ratingsAfter?: readonly Rating[]
  readonly nowBefore?: number
  readonly cause: Cause | null
}

const cases: readonly Case[] = [
  { it: 'is new to us', metric: 'solvedTickets', before: null, cause: 'firstSeen' },
  { it: 'stayed as it was', metric: 'solvedTickets', cause: null },
  { it: 'was solved', metric: 'solvedTickets', before: { solved: null }, cause: 'solved' },
  { it: 'was reopened', metric: 'solvedTickets', after: { solved: null, reopens: 1 }, cause: 'reopened' },
  { it: 'went to somebody else', metric: 'solvedTickets', after: { agent: 2 }, cause: 'reassigned' },
  { it: 'was merged away', metric: 'solvedTickets', after: { leftOut: 'merged' }, cause: 'leftOut' },
  { it: 'counts again', metric: 'solvedTickets', before: { leftOut: 'excludedTag' }, cause: 'countsAgain' },
  {
    it: 'was solved again in another month',
    metric: 'solvedTickets',
    after: { solved: SEPTEMBER.end + 5 },
    cause: 'otherPeriod',
  },
  {
    it: 'took longer after all',
    metric: 'fullResolutionTime',
    after: { fullResolutionCalendarMinutes: 2000 },
    cause: 'valueChanged',
  },
  {
    it: 'has settled',
    metric: 'firstContactResolution',
    nowBefore: SEPTEMBER.start + 11 * 86_400,
    cause: 'settled',
  },
  { it: 'was rated', metric: 'csat', ratingsAfter: [rating({ id: 901, ticket: 1 })], cause: 'rated' },
  {
    it: 'was rated anew',
    metric: 'csat',
    ratingsBefore: [rating({ id: 901, ticket: 1, score: 'bad' })],
    ratingsAfter: [rating({ id: 901, ticket: 1, score: 'good' })],
    cause: 'ratingChanged',
  },
  {
    it: 'lost its rating',
    metric: 'csat',
    ratingsBefore: [rating({ id: 901, ticket: 1 })],
    ratingsAfter: [rating({ id: 901, ticket: 1, score: null })],
    cause: 'ratingWithdrawn',
  },
  { it: 'changed in what this metric does not ask', metric: 'csat', after: { replies: 5 }, cause: null },
]

describe('what changed', () => {
  it.each(cases)('names a ticket that $it', (each) => {
    const base = ticket({ id: 1 })
    const before = tableOf(each.before === null ? [] : [{ ...base, ...each.before }], each.ratingsBefore)
    const after = tableOf([{ ...base, ...each.after }], each.ratingsAfter)
    const changes = whatChanged(
      { table: before, rules: RULES, now: each.nowBefore ?? LATER },
      { table: after, rules: RULES, now: LATER },
      { kind: 'agent', id: 1 },
      each.metric,
      SEPTEMBER,
    )
    expect(changes.map(({ cause }) => cause)).toEqual(each.cause === null ? [] : [each.cause])
  })
})
