import fc from 'fast-check'
import { AGENT_IDS, GROUP_IDS, TICKET_IDS } from './trapTickets.ts'

const SCORES = ['good', 'bad', 'good', 'bad', 'offered', 'unoffered', 'goodwithcomment', null, 5, undefined]

/**
 * Rating records: several per ticket, at the same instants, copies of one id, of tickets that were never read, of nobody,
 * and some that say neither what nor when.
 */
export function trapRatings(instants: fc.Arbitrary<string>): fc.Arbitrary<unknown[]> {
  const few = fc.array(instants, { minLength: 1, maxLength: 3 })
  return few.chain((moments) => {
    const record = fc.record({
      ticket_id: fc.constantFrom(...TICKET_IDS, ...TICKET_IDS, 1000, 1001, 1002, 777_777),
      score: fc.constantFrom<unknown>(...SCORES),
      created_at: fc.oneof(fc.constantFrom(...moments), instants),
      assignee_id: fc.constantFrom<unknown>(...AGENT_IDS, null, undefined, 'x'),
      group_id: fc.constantFrom<unknown>(...GROUP_IDS, null, undefined),
    })
    const unreadable = fc.constantFrom<object>(
      { created_at: 'x' },
      { ticket_id: null },
      { created_at: null },
      { id: 'x' },
    )
    const copies = (id: number) =>
      fc
        .tuple(record, record, fc.constantFrom('once', 'once', 'once', 'twice', 'changed', 'unreadable'), unreadable)
        .map(([first, second, how, part]): unknown[] => {
          const one = { id, ...first, updated_at: '2027-01-01T00:00:00Z' }
          if (how === 'twice') return [one, one]
          if (how === 'changed') return [one, { id, ...second, updated_at: '2027-01-01T00:00:01Z' }]
          return how === 'unreadable' ? [one, { ...one, ...part }] : [{ id, ...first }]
        })
    return fc
      .uniqueArray(fc.oneof(fc.integer({ min: 1, max: 60 }), fc.constantFrom(2 ** 32 + 1, 2 ** 33 + 1)), {
        maxLength: 14,
      })
      .chain((ids) => fc.tuple(...ids.map(copies)))
      .map((all) => all.flat())
  })
}
