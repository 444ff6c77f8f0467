import { readCell } from './columns.ts'
import { firstReplyColumn, METRICS, NO_TARGETS, settledUntil } from './metrics.ts'
import { creditedTo, meets } from './outcome.ts'
import { type Instant, periodContaining } from './period.ts'
import { countedRatings } from './ratings.ts'
import { goalsFor, versionFor } from './rulebook.ts'
import { businessMinutesBetween, dueAt, type Schedule } from './schedule.ts'
import type { Scorecard } from './scorecard.ts'
import type { Settings } from './settings.ts'
import { SCORE_GOOD } from './ticket.ts'
import { reasonLeftOut, rowOfTicket, type TicketTable } from './ticketTable.ts'

/** The ticket beside which the app is open, as the workspace shows it: newer than the facts, and not all of it saved yet. */
export interface TicketAtHand {
  readonly id: number
  /** In Zendesk's word. */
  readonly status: string
  /** `null`: the workspace does not tell. */
  readonly created: Instant | null
  readonly assignee: number | null
  /** Whether an agent has answered the customer; `null`: that cannot be told. */
  readonly hasAgentReply: boolean | null
  readonly tags: readonly string[]
  readonly channel: string | null
}

/** Something that is true of the ticket at hand and of use to whoever works on it. */
export type TicketRemark =
  /**
   * To stay within the target the first reply is due at this instant, this many minutes of the account's clock from now. On a schedule that is
   * not known both are `null`, and the ticket has waited on the calendar.
   */
  | {
      readonly kind: 'firstReplyDue'
      readonly due: Instant | null
      readonly leftMinutes: number | null
      readonly waitedMinutes: number
      readonly targetMinutes: number
    }
  | { readonly kind: 'firstReplyOverdue'; readonly due: Instant; readonly targetMinutes: number }
  | {
      readonly kind: 'firstReplied'
      readonly minutes: number
      readonly targetMinutes: number
      readonly isWithinTarget: boolean
    }
  /** It can no longer be resolved at first contact. */
  | { readonly kind: 'reopened'; readonly times: number }
  /** From this instant on it counts as resolved at first contact, unless it is reopened before. */
  | { readonly kind: 'settles'; readonly on: Instant }
  | { readonly kind: 'waitingForRating' }
  | { readonly kind: 'ratedGood' }
  | { readonly kind: 'ratedBad' }
  /** What happens counts for whoever it is assigned to. */
  | { readonly kind: 'notYours' }
  /** What happens counts for whoever takes it. */
  | { readonly kind: 'nobodys' }

/** Who looks at the ticket, when, and what is known around it. */
export interface Circumstances {
  readonly table: TicketTable
  readonly settings: Settings
  /** Of the person who looks. */
  readonly scorecard: Scorecard
  /** `null`: not known. */
  readonly schedule: Schedule | null
  readonly now: Instant
}

/** What can be said of the ticket: what nobody knows is not said, nor what is no use any more. */
export function remarksOn(ticket: TicketAtHand, around: Circumstances): readonly TicketRemark[] {
  const { table, scorecard } = around
  const row = rowOfTicket(table, ticket.id)
  if (hasNoSay(ticket, around, row)) return []
  if (ticket.assignee === null) {
    return isSolved(ticket) ? [] : [...firstReply(ticket, around, row), ...reopened(table, row), { kind: 'nobodys' }]
  }
  if (ticket.assignee !== scorecard.subject.id) return isSolved(ticket) ? [] : [{ kind: 'notYours' }]
  return [
    ...firstReply(ticket, around, row),
    ...reopened(table, row),
    ...settling(ticket, around, row),
    ...rating(ticket, around, row),
  ]
}

/** Whether knowing the account's schedule would tell the person when their first reply is due. */
export function wantsSchedule(ticket: TicketAtHand, remarks: readonly TicketRemark[]): boolean {
  return ticket.assignee !== null && remarks.some((remark) => remark.kind === 'firstReplyDue' && remark.due === null)
}

const isSolved = ({ status }: TicketAtHand) => status === 'solved' || status === 'closed'

/** Whether it counts for nobody, by the facts or by what the workspace shows before they are read. */
function hasNoSay(ticket: TicketAtHand, { table, settings }: Circumstances, row: number): boolean {
  const reason = row < 0 ? null : reasonLeftOut(table, row)
  if (reason !== null && reason !== 'unassigned' && reason !== 'unknownMetrics') return true
  const { tags, channels } = settings.exclusions
  return (
    ticket.status === 'deleted' ||
    ticket.tags.some((tag) => tags.has(tag.toLowerCase())) ||
    (ticket.channel !== null && channels.has(ticket.channel.toLowerCase()))
  )
}

function firstReply(ticket: TicketAtHand, around: Circumstances, row: number): readonly TicketRemark[] {
  const { table, settings, schedule, now } = around
  const created = ticket.created ?? (row < 0 ? null : readCell(table.tickets, 'created', row))
  if (created === null) return []
  const targetMinutes = firstReplyTarget(around, created)
  if (targetMinutes === null) return []
  const { clock } = settings.rules
  const minutes = row < 0 ? null : readCell(table.tickets, firstReplyColumn(settings.rules), row)
  if (minutes !== null) {
    return [{ kind: 'firstReplied', minutes, targetMinutes, isWithinTarget: minutes <= targetMinutes }]
  }
  if (ticket.hasAgentReply !== false || isSolved(ticket)) return []
  const between = (from: Instant, to: Instant) =>
    clock === 'business' && schedule !== null ? businessMinutesBetween(schedule, from, to) : (to - from) / 60
  const due =
    clock === 'calendar' ? Math.ceil(created + targetMinutes * 60) : schedule && dueAt(schedule, created, targetMinutes)
  if (due !== null && due < now) return [{ kind: 'firstReplyOverdue', due, targetMinutes }]
  const waitedMinutes = Math.max(0, Math.floor(due === null ? (now - created) / 60 : between(created, now)))
  const leftMinutes = due && Math.ceil(between(now, due))
  return [{ kind: 'firstReplyDue', due, leftMinutes, waitedMinutes, targetMinutes }]
}

/** The person's target in the period that the ticket's first reply counts for, which may be one before the scorecard's. */
function firstReplyTarget({ settings, scorecard }: Circumstances, created: Instant): number | null {
  const { subject, team, period } = scorecard
  const { cadence, weekStart, rulebook } = settings
  const version = versionFor(rulebook, periodContaining(cadence, created, period.timeZone, weekStart))
  return goalsFor(version, { ...subject, team }, cadence).get('firstReplyTime')?.target ?? null
}

function reopened(table: TicketTable, row: number): readonly TicketRemark[] {
  const times = row < 0 ? null : readCell(table.tickets, 'reopens', row)
  return times === null || times === 0 ? [] : [{ kind: 'reopened', times }]
}

function settling(ticket: TicketAtHand, { table, settings, now }: Circumstances, row: number): readonly TicketRemark[] {
  const solved = row < 0 ? null : readCell(table.tickets, 'solved', row)
  if (solved === null || !isSolved(ticket)) return []
  const metric = METRICS.firstContactResolution
  const rules = { ...settings.rules, ...NO_TARGETS }
  const on = solved + now - settledUntil(metric, rules, now)
  if (on <= now || metric.kind !== 'share') return []
  const isResolved = meets(table, row, metric.conditions(rules)!) === true
  return isResolved ? [{ kind: 'settles', on }] : []
}

function rating(ticket: TicketAtHand, { table, scorecard }: Circumstances, row: number): readonly TicketRemark[] {
  if (row < 0) return []
  const { score } = countedRatings(table)
  if (score[row] !== 0) {
    if (creditedTo(table, row, 'rated', 'agent') !== scorecard.subject.id) return []
    return [{ kind: score[row] === SCORE_GOOD + 1 ? 'ratedGood' : 'ratedBad' }]
  }
  // A closed ticket is rated no more, and an account without a single rating does not ask for any.
  const isOpenToRating = ticket.status === 'solved' && readCell(table.tickets, 'solved', row) !== null
  return isOpenToRating && score.some((each) => each !== 0) ? [{ kind: 'waitingForRating' }] : []
}
