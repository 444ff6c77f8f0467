import { readCell } from './columns.ts'
import { type Condition, type Measured, METRICS, type MetricKey, type MetricRules, settledUntil } from './metrics.ts'
import { contains, type Instant, type Period } from './period.ts'
import { countedRatings } from './ratings.ts'
import type { ReasonLeftOut } from './ticket.ts'
import { reasonLeftOut, type TicketTable } from './ticketTable.ts'

/** Whose number is asked for. */
export type SubjectKey = { readonly kind: 'account' } | { readonly kind: 'agent' | 'group'; readonly id: number }

/** How and when a number is made. */
export interface Moment {
  readonly table: TicketTable
  readonly rules: MetricRules
  readonly now: Instant
}

/** What one ticket does to one number. */
export type Outcome =
  /** It has a say: minutes of a duration, 1 or 0 for a share, 1 for a count. */
  | { readonly kind: 'counts'; readonly value: number }
  /** It will have a say once it has settled. */
  | { readonly kind: 'provisional' }
  /** It has no say in any metric. */
  | { readonly kind: 'leftOut'; readonly reason: ReasonLeftOut }
  /** It has none in this metric: the column that would be needed is absent. */
  | { readonly kind: 'noSay'; readonly missing: Measured }

/**
 * What the ticket in this row does to a metric of a subject in a period, or `null` when it is none of the subject's tickets
 * of that period. A ticket without the date that the metric goes by is placed by its creation, so that it is not lost.
 */
export function outcomeOf(
  { table, rules, now }: Moment,
  row: number,
  subject: SubjectKey,
  key: MetricKey,
  period: Period,
): Outcome | null {
  const metric = METRICS[key]
  const date = dateOf(table, row, metric.dated)
  if (!isCreditOf(table, row, metric.dated, subject)) return null
  if (!contains(period, date ?? readCell(table.tickets, 'created', row)!)) return null
  const reason = reasonLeftOut(table, row)
  if (reason !== null && !(reason === 'unknownMetrics' && metric.dated === 'rated' && date !== null)) {
    return { kind: 'leftOut', reason }
  }
  if (date === null) return { kind: 'noSay', missing: metric.dated === 'rated' ? 'rating' : metric.dated }
  if (metric.kind === 'count') return { kind: 'counts', value: 1 }
  if (metric.kind === 'duration') {
    const column = metric.value(rules)
    const minutes = readCell(table.tickets, column, row)
    return minutes === null ? { kind: 'noSay', missing: column } : { kind: 'counts', value: minutes }
  }
  const conditions = metric.conditions(rules)
  if (conditions === null) return null
  const met = meets(table, row, conditions)
  if (typeof met !== 'boolean') return { kind: 'noSay', missing: met }
  const isSettled = date <= settledUntil(metric, rules, now)
  return isSettled ? { kind: 'counts', value: met ? 1 : 0 } : { kind: 'provisional' }
}

/** The instant that places a ticket in a period for metrics dated so, or `null`. */
export function dateOf(table: TicketTable, row: number, dated: 'created' | 'solved' | 'rated'): Instant | null {
  if (dated !== 'rated') return readCell(table.tickets, dated, row)
  const stored = countedRatings(table).rated[row]!
  return stored === 0 ? null : stored - 1
}

/** Who has the credit: the assignee and the ticket's group or, once rated, those at rating time; `null` is nobody. */
export function creditedTo(
  table: TicketTable,
  row: number,
  dated: 'created' | 'solved' | 'rated',
  kind: 'agent' | 'group',
): number | null {
  const ratings = countedRatings(table)
  const isRated = dated === 'rated' && ratings.rated[row] !== 0
  const stored = (isRated ? ratings : table.tickets.arrays)[kind][row]!
  return stored === 0 ? null : (kind === 'agent' ? table.agents : table.groups)[stored - 1]!
}

/** Whether the ticket is to the subject's credit. */
export function isCreditOf(
  table: TicketTable,
  row: number,
  dated: 'created' | 'solved' | 'rated',
  subject: SubjectKey,
): boolean {
  return subject.kind === 'account' || creditedTo(table, row, dated, subject.kind) === subject.id
}

/** Whether a ticket meets every condition, or the column that it would need to tell. */
export function meets(table: TicketTable, row: number, conditions: readonly Condition[]): boolean | Measured {
  let isMet = true
  for (const { column, min = -Infinity, max = Infinity } of conditions) {
    const value = valueOf(table, row, column)
    if (value === null) return column
    isMet &&= value >= min && value <= max
  }
  return isMet
}

function valueOf(table: TicketTable, row: number, column: Measured): number | null {
  if (column !== 'rating') return readCell(table.tickets, column, row)
  const stored = countedRatings(table).score[row]!
  return stored === 0 ? null : stored - 1
}
