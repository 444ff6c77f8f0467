import { readCell } from './columns.ts'
import { METRICS, type MetricKey } from './metrics.ts'
import { dateOf, isCreditOf, type Moment, type Outcome, outcomeOf, type SubjectKey } from './outcome.ts'
import type { Period } from './period.ts'
import { countedRatings } from './ratings.ts'
import { reasonLeftOut, rowOfTicket } from './ticketTable.ts'

/** Why a ticket moved a number, said as what happened to the ticket. */
export type Cause =
  | 'firstSeen'
  | 'leftOut'
  | 'countsAgain'
  | 'reassigned'
  | 'rated'
  | 'ratingChanged'
  | 'ratingWithdrawn'
  | 'solved'
  | 'reopened'
  | 'settled'
  | 'otherPeriod'
  | 'valueChanged'

/** One ticket that moved a number. `null` where it was none of the subject's tickets in that period. */
export interface Change {
  readonly ticket: number
  readonly cause: Cause
  readonly before: Outcome | null
  readonly after: Outcome | null
}

/**
 * Which tickets moved a number between two moments, and why; ascending by ticket. A ticket without a say both times is not
 * named. `before` is a copy of the table kept from then.
 */
export function whatChanged(
  before: Moment,
  after: Moment,
  subject: SubjectKey,
  metric: MetricKey,
  period: Period,
): readonly Change[] {
  const changes: Change[] = []
  const { tickets } = after.table
  for (let row = 0; row < tickets.length; row++) {
    const ticket = readCell(tickets, 'id', row)!
    const earlier = rowOfTicket(before.table, ticket)
    const was = earlier < 0 ? null : outcomeOf(before, earlier, subject, metric, period)
    const is = outcomeOf(after, row, subject, metric, period)
    if (sameSay(was, is)) continue
    const cause = earlier < 0 ? 'firstSeen' : causeOf(before, earlier, was, after, row, is, subject, metric)
    changes.push({ ticket, cause, before: was, after: is })
  }
  return changes.sort((a, b) => a.ticket - b.ticket)
}

function causeOf(
  before: Moment,
  earlier: number,
  was: Outcome | null,
  after: Moment,
  row: number,
  is: Outcome | null,
  subject: SubjectKey,
  metric: MetricKey,
): Cause {
  const { dated } = METRICS[metric]
  const reasonBefore = reasonLeftOut(before.table, earlier)
  const reasonAfter = reasonLeftOut(after.table, row)
  if (reasonBefore !== reasonAfter) return reasonAfter === null ? 'countsAgain' : 'leftOut'
  const dateBefore = dateOf(before.table, earlier, dated)
  const dateAfter = dateOf(after.table, row, dated)
  if (dated === 'rated') {
    if (dateBefore === null) return 'rated'
    if (dateAfter === null) return 'ratingWithdrawn'
    const score = ({ table }: Moment, at: number) => countedRatings(table).score[at]
    if (score(before, earlier) !== score(after, row)) return 'ratingChanged'
  } else {
    if (dateBefore === null) return 'solved'
    if (dateAfter === null) return 'reopened'
  }
  if (isCreditOf(before.table, earlier, dated, subject) !== isCreditOf(after.table, row, dated, subject))
    return 'reassigned'
  if (was?.kind === 'provisional' && is?.kind === 'counts') return 'settled'
  return was === null || is === null ? 'otherPeriod' : 'valueChanged'
}

/** Whether both do the same to the number: the same say, or none. */
function sameSay(was: Outcome | null, is: Outcome | null): boolean {
  const say = (outcome: Outcome | null) =>
    outcome?.kind === 'counts' ? outcome.value : outcome?.kind === 'provisional' ? 'provisional' : 'none'
  return say(was) === say(is)
}
