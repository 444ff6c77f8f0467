import { readCell } from './columns.ts'
import { type Measured, METRICS, type MetricKey } from './metrics.ts'
import { type Moment, outcomeOf, type SubjectKey } from './outcome.ts'
import type { Period } from './period.ts'
import { quantile, quantileRank } from './statistics.ts'
import type { ReasonLeftOut } from './ticket.ts'

/** How a number was put together, with the numbers in. */
export type Formula =
  /** `hits` of `n` tickets meet the condition. */
  | { readonly kind: 'share'; readonly hits: number; readonly n: number }
  /** Of n values in ascending order the one in the middle, or half way between the two in the middle: places from 1. */
  | {
      readonly kind: 'median'
      readonly n: number
      readonly places: readonly [number, number]
      readonly minutes: readonly [number, number]
    }
  | { readonly kind: 'count'; readonly n: number }

/** How a number came to be: every ticket of the subject and period, and what it did. Ticket ids ascend in each list. */
export interface Receipt {
  readonly metric: MetricKey
  readonly subject: SubjectKey
  readonly period: Period
  /** `null` when no ticket has a say. */
  readonly value: number | null
  readonly formula: Formula
  /** Minutes of a duration; 1 or 0 for a share; 1 for a count. */
  readonly counted: readonly { readonly ticket: number; readonly value: number }[]
  readonly provisional: readonly number[]
  readonly leftOut: readonly { readonly ticket: number; readonly reason: ReasonLeftOut }[]
  /** Tickets that have a say in other metrics, and what they lack for this one. */
  readonly withoutSay: readonly { readonly ticket: number; readonly missing: Measured }[]
}

/** The receipt of one number. Computed ticket by ticket, apart from `aggregate`, whose number it must equal. */
export function receipt(moment: Moment, subject: SubjectKey, metric: MetricKey, period: Period): Receipt {
  const counted: { ticket: number; value: number }[] = []
  const provisional: number[] = []
  const leftOut: { ticket: number; reason: ReasonLeftOut }[] = []
  const withoutSay: { ticket: number; missing: Measured }[] = []
  const { tickets } = moment.table
  for (let row = 0; row < tickets.length; row++) {
    const outcome = outcomeOf(moment, row, subject, metric, period)
    if (outcome === null) continue
    const ticket = readCell(tickets, 'id', row)!
    if (outcome.kind === 'counts') counted.push({ ticket, value: outcome.value })
    else if (outcome.kind === 'provisional') provisional.push(ticket)
    else if (outcome.kind === 'leftOut') leftOut.push({ ticket, reason: outcome.reason })
    else withoutSay.push({ ticket, missing: outcome.missing })
  }
  const byTicket = (a: { ticket: number }, b: { ticket: number }) => a.ticket - b.ticket
  return {
    metric,
    subject,
    period,
    ...worked(
      metric,
      counted.map(({ value }) => value),
    ),
    counted: counted.sort(byTicket),
    provisional: provisional.sort((a, b) => a - b),
    leftOut: leftOut.sort(byTicket),
    withoutSay: withoutSay.sort(byTicket),
  }
}

function worked(metric: MetricKey, values: readonly number[]): { value: number | null; formula: Formula } {
  const n = values.length
  switch (METRICS[metric].kind) {
    case 'count':
      return { value: n, formula: { kind: 'count', n } }
    case 'share': {
      const hits = values.filter((value) => value === 1).length
      return { value: n === 0 ? null : hits / n, formula: { kind: 'share', hits, n } }
    }
    case 'duration': {
      if (n === 0) return { value: null, formula: { kind: 'median', n, places: [0, 0], minutes: [0, 0] } }
      const sorted = values.toSorted((a, b) => a - b)
      const { low } = quantileRank(n, 50)
      const high = n % 2 === 0 ? low + 1 : low
      return {
        value: quantile(sorted, 50),
        formula: { kind: 'median', n, places: [low + 1, high + 1], minutes: [sorted[low]!, sorted[high]!] },
      }
    }
  }
}
