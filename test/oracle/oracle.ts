/**
 * The second way: the command line's answer, computed from Zendesk's raw pages with plain filters, sorts and loops,
 * each definition once, in the order in which people say it. It shares no line with the product.
 */
import { fraction, medianInterval, quantile, toNumber, wilson, type Fraction } from './exact.ts'
import { attainmentOf, type Goal, goalInNumbers, goalOf, stateOf, type State } from './goals.ts'
import { subjectsOf, type Subject } from './people.ts'
import { isSaid, latestSaid, ownScore, readRatings } from './ratings.ts'
import { countOf, instantOf, isObject, type Raw } from './raw.ts'
import { agentScore, scoreOfLines, teamOf } from './score.ts'
import type { Settings } from './settings.ts'
import { readTickets, REASONS, reasonOf, type Reason, type Told } from './tickets.ts'

export const METRIC_KEYS = [
  'firstReplyTime',
  'fullResolutionTime',
  'firstContactResolution',
  'csat',
  'reopenRate',
  'solvedTickets',
  'oneAssigneeShare',
] as const

export type MetricKey = (typeof METRIC_KEYS)[number]

export interface Question {
  /** Zendesk's answers, parsed, in the order in which they came. */
  readonly pages: readonly unknown[]
  readonly settings: Settings
  /** Half-open, in milliseconds since 1970. */
  readonly period: { readonly start: number; readonly end: number }
  readonly now: number
  readonly by: 'agent' | 'group'
}

export interface Line {
  readonly metric: MetricKey
  readonly value: number | null
  readonly p90: number | null
  readonly unit: 'minutes' | 'ratio' | 'tickets'
  readonly n: number
  readonly interval: readonly [number, number] | null
  readonly provisional: number
  readonly goal: ReturnType<typeof goalInNumbers> | null
  readonly attainment: number | null
  readonly state: State
}

export interface Answer {
  readonly tickets: {
    readonly read: number
    readonly counted: number
    readonly leftOut: Readonly<Partial<Record<Reason, number>>>
  }
  readonly scorecards: readonly {
    readonly subject: Subject
    readonly lines: readonly Line[]
    readonly score: number | null
  }[]
}

/** What one ticket says to one metric: a number of minutes, or 1 for yes and 0 for no. */
interface Say {
  readonly metric: MetricKey
  readonly at: number
  readonly agent: number | null
  readonly group: number | null
  readonly value: number
  readonly isProvisional: boolean
}

/** Tally and scorecards of a period, from raw pages. */
export function oracle({ pages, settings, period, now, by }: Question): Answer {
  const { tickets, unreadable } = readTickets(pages)
  const reasons = new Map(tickets.map((told) => [told, reasonOf(told, settings)]))
  const kept = tickets.filter((told) => [null, 'unknownMetrics'].includes(reasons.get(told) ?? null))

  const says = [...kept.flatMap((told) => saysOf(told, settings, now)), ...ratingSays(kept, pages)].filter(
    (say) => say.at >= period.start && say.at < period.end,
  )
  const withData = new Set(says.map((say) => say[by]).filter((id) => id !== null))
  const linesOf = (kind: 'agent' | 'group', id: number) => {
    const own = says.filter((say) => say[kind] === id)
    return METRIC_KEYS.map((metric) =>
      lineOf(
        metric,
        own.filter((say) => say.metric === metric),
        settings,
      ),
    )
  }
  const scoreOf = (id: number, lines: readonly ExactLine[]) => {
    const own = scoreOfLines(lines, settings)
    const team = by === 'agent' ? teamOf(id, says) : null
    return team === null ? own : agentScore(own, scoreOfLines(linesOf('group', team), settings), settings)
  }
  const scorecards = subjectsOf(pages, by, withData).map((subject) => {
    const lines = linesOf(by, subject.id)
    const score = scoreOf(subject.id, lines)
    return { subject, lines: lines.map(inNumbers), score: score === null ? null : toNumber(score) }
  })
  return { tickets: tallyOf([...reasons.values()], unreadable), scorecards }
}

function tallyOf(reasons: readonly (Reason | null)[], unreadable: number): Answer['tickets'] {
  const read = reasons.length + unreadable
  const leftOut: Partial<Record<Reason, number>> = {}
  for (const reason of REASONS) {
    const n = reason === 'unreadable' ? unreadable : reasons.filter((other) => other === reason).length
    if (n > 0) leftOut[reason] = n
  }
  return { read, counted: reasons.filter((reason) => reason === null).length, leftOut }
}

/** What a ticket says to everything but customer satisfaction. */
function saysOf({ ticket, metricSet }: Told, settings: Settings, now: number): Say[] {
  if (metricSet === null) return []
  const says: Say[] = []
  const say = (metric: MetricKey, at: number, value: number | boolean, isProvisional = false) =>
    says.push({ ...creditOf(ticket), metric, at, value: Number(value), isProvisional })

  const firstReply = minutesOf(metricSet['reply_time_in_minutes'], settings)
  if (firstReply !== null) say('firstReplyTime', instantOf(ticket['created_at'])!, firstReply)

  const solvedAt = solvedAtOf(ticket, metricSet)
  if (solvedAt === null) return says
  say('solvedTickets', solvedAt, true)

  const fullResolution = minutesOf(metricSet['full_resolution_time_in_minutes'], settings)
  if (fullResolution !== null) say('fullResolutionTime', solvedAt, fullResolution)

  const replies = countOf(metricSet['replies'])
  const reopens = countOf(metricSet['reopens'])
  const stations = countOf(metricSet['assignee_stations'])
  if (reopens !== null) say('reopenRate', solvedAt, reopens > 0)
  if (stations !== null) say('oneAssigneeShare', solvedAt, stations === 1)
  if (replies !== null && reopens !== null) {
    const isOneReply = replies === 1 || (replies === 0 && settings.fcr_counts_zero_replies === true)
    const isSettled = now - solvedAt >= (settings.fcr_settle_days ?? 3) * 86_400_000
    say('firstContactResolution', solvedAt, isOneReply && reopens === 0, !isSettled)
  }
  return says
}

/** What tickets say to customer satisfaction: by their rating records when there are any, else by their own score. */
function ratingSays(kept: readonly Told[], pages: readonly unknown[]): Say[] {
  const ratings = readRatings(pages)
  return kept.flatMap(({ ticket, metricSet }) => {
    const known = ratings.filter((rating) => rating.ticketId === ticket.id)
    const latest = latestSaid(known)
    const same = { metric: 'csat', isProvisional: false } as const
    if (latest !== null) {
      const { agent, group, createdAt, score } = latest
      return [{ ...same, agent, group, at: createdAt, value: Number(score === 'good') }]
    }
    const score = ownScore(ticket)
    const solvedAt = solvedAtOf(ticket, metricSet)
    if (known.length > 0 || !isSaid(score) || solvedAt === null) return []
    return [{ ...same, ...creditOf(ticket), at: solvedAt, value: Number(score === 'good') }]
  })
}

function creditOf(ticket: Raw): { agent: number | null; group: number | null } {
  return { agent: ticket['assignee_id'] as number, group: (ticket['group_id'] ?? null) as number | null }
}

function solvedAtOf(ticket: Told['ticket'], metricSet: Raw | null): number | null {
  return ticket.status === 'solved' || ticket.status === 'closed' ? instantOf(metricSet?.['solved_at']) : null
}

function minutesOf(clocks: unknown, settings: Settings): number | null {
  const clock = settings.business_hours === true ? 'business' : 'calendar'
  return isObject(clocks) ? countOf(clocks[clock]) : null
}

/** A line before anything is rounded. */
interface ExactLine extends Measured {
  readonly metric: MetricKey
  readonly n: number
  readonly provisional: number
  readonly goal: Goal | null
  readonly attainment: Fraction | null
  readonly state: State
}

function lineOf(metric: MetricKey, says: readonly Say[], settings: Settings): ExactLine {
  const values = says.filter((say) => !say.isProvisional).map((say) => say.value)
  const n = values.length
  const of = measured(metric, values)
  const goal = goalOf(metric, settings)
  const isEnough = n > 0 && (metric === 'solvedTickets' || n >= (settings.minimum_sample ?? 20))
  const attainment = of.value !== null && goal !== null && isEnough ? attainmentOf(of.value, goal) : null
  const state = n === 0 ? 'noData' : !isEnough ? 'notEnough' : attainment === null ? 'noGoal' : stateOf(attainment)
  return { ...of, metric, n, provisional: says.length - n, goal, attainment, state }
}

function inNumbers({ metric, value, p90, unit, n, interval, provisional, goal, attainment, state }: ExactLine): Line {
  const number = (exact: Fraction | null) => (exact === null ? null : toNumber(exact))
  return {
    metric,
    value: number(value),
    p90: number(p90),
    unit,
    n,
    interval,
    provisional,
    goal: goal === null ? null : goalInNumbers(goal),
    attainment: number(attainment),
    state,
  }
}

interface Measured {
  readonly value: Fraction | null
  readonly p90: Fraction | null
  readonly unit: Line['unit']
  readonly interval: [number, number] | null
}

function measured(metric: MetricKey, values: readonly number[]): Measured {
  const n = values.length
  if (metric === 'solvedTickets') return { value: fraction(n), p90: null, unit: 'tickets', interval: null }
  if (metric === 'firstReplyTime' || metric === 'fullResolutionTime') {
    if (n === 0) return { value: null, p90: null, unit: 'minutes', interval: null }
    const sorted = values.toSorted((a, b) => a - b)
    return {
      value: quantile(sorted, fraction(1, 2)),
      p90: quantile(sorted, fraction(9, 10)),
      unit: 'minutes',
      interval: medianInterval(sorted),
    }
  }
  if (n === 0) return { value: null, p90: null, unit: 'ratio', interval: null }
  const yes = values.filter((value) => value === 1).length
  return { value: fraction(yes, n), p90: null, unit: 'ratio', interval: wilson(yes, n) }
}
