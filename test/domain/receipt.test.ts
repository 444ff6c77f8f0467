import { describe, expect, it } from 'vitest'
import { aggregate } from '../../src/domain/aggregate.ts'
import { measurementAt } from '../../src/domain/measurement.ts'
import { METRIC_KEYS } from '../../src/domain/metrics.ts'
import type { Moment } from '../../src/domain/outcome.ts'
import { receipt } from '../../src/domain/receipt.ts'
import { LATER, rating, RULES, SEPTEMBER, tableOf, ticket } from '../fixtures/ticket.ts'

const ME = { kind: 'agent', id: 1 } as const
const rules = { ...RULES, firstReplyTargetMinutes: 30, fullResolutionTargetMinutes: 600 }
const moment = (table: Moment['table'], now = LATER): Moment => ({ table, rules, now })

describe('a receipt', () => {
  it('names the tickets that counted, with what each said', () => {
    const table = tableOf([
      ticket({ id: 11, firstReplyCalendarMinutes: 40 }),
      ticket({ id: 12, firstReplyCalendarMinutes: 0 }),
    ])
    expect(receipt(moment(table), ME, 'firstReplyTime', SEPTEMBER)).toMatchObject({
      value: 20,
      formula: { kind: 'median', n: 2, places: [1, 2], minutes: [0, 40] },
      counted: [
        { ticket: 11, value: 40 },
        { ticket: 12, value: 0 },
      ],
    })
  })

  it('shows a share as hits of n', () => {
    const table = tableOf([ticket({ id: 11 }), ticket({ id: 12, reopens: 1 }), ticket({ id: 13, replies: 2 })])
    const { value, formula } = receipt(moment(table), ME, 'firstContactResolution', SEPTEMBER)
    expect(value).toBe(1 / 3)
    expect(formula).toEqual({ kind: 'share', hits: 1, n: 3 })
  })

  it('keeps provisional tickets apart', () => {
    const table = tableOf([ticket({ id: 11 })])
    const soon = receipt(moment(table, SEPTEMBER.start + 11 * 86_400), ME, 'firstContactResolution', SEPTEMBER)
    expect(soon).toMatchObject({ value: null, counted: [], provisional: [11] })
  })

  it('says why tickets were left out, and what the others lacked', () => {
    const table = tableOf([
      ticket({ id: 11, leftOut: 'merged' }),
      ticket({ id: 12, hasMetricSet: false, solved: null, firstReplyCalendarMinutes: null }),
      ticket({ id: 13, firstReplyCalendarMinutes: null }),
    ])
    expect(receipt(moment(table), ME, 'firstReplyTime', SEPTEMBER)).toMatchObject({
      leftOut: [
        { ticket: 11, reason: 'merged' },
        { ticket: 12, reason: 'unknownMetrics' },
      ],
      withoutSay: [{ ticket: 13, missing: 'firstReplyCalendarMinutes' }],
    })
  })

  it('credits a rating to whoever was rated, and to nobody when the record names nobody', () => {
    const table = tableOf(
      [ticket({ id: 11, agent: 2 }), ticket({ id: 12 })],
      [rating({ ticket: 11, agent: 1 }), rating({ ticket: 12, agent: null })],
    )
    expect(receipt(moment(table), ME, 'csat', SEPTEMBER).counted).toEqual([{ ticket: 11, value: 1 }])
  })

  it('comes to the same number as the scorecard, for every metric', () => {
    const tickets = Array.from({ length: 200 }, (_, each) =>
      ticket({
        id: 1000 + each,
        agent: 1 + (each % 3),
        created: SEPTEMBER.start + each * 7_000,
        solved: each % 7 === 0 ? null : SEPTEMBER.start + each * 13_000,
        firstReplyCalendarMinutes: each % 5 === 0 ? null : (each * 37) % 400,
        fullResolutionCalendarMinutes: (each * 91) % 5000,
        replies: each % 4,
        reopens: each % 6 === 0 ? 1 : 0,
        assigneeStations: each % 9 === 0 ? null : 1 + (each % 2),
        score: each % 3 === 0 ? 'good' : each % 11 === 0 ? 'bad' : null,
        leftOut: each % 23 === 0 ? 'merged' : null,
      }),
    )
    const table = tableOf(tickets, [
      rating({ ticket: 1003, agent: 2, score: 'bad' }),
      rating({ ticket: 1004, group: null }),
    ])
    const now = SEPTEMBER.start + 20 * 86_400
    const [cells] = aggregate(table, { rules, now, periods: [SEPTEMBER], groupings: [['agent']] })
    for (const metric of METRIC_KEYS) {
      for (let cell = 0; cell < cells!.count; cell++) {
        const place = cells!.common.agent![cell]!
        if (place < 0) continue
        const { value, n, provisional } = measurementAt(cells!, cell, metric)
        const subject = { kind: 'agent', id: table.agents[place]! } as const
        const made = receipt({ table, rules, now }, subject, metric, SEPTEMBER)
        expect([metric, made.value, made.counted.length, made.provisional.length]).toEqual([
          metric,
          value,
          n,
          provisional,
        ])
      }
    }
  })
})
