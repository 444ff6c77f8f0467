import { Temporal } from 'temporal-polyfill'
import { invalid } from './request.ts'
import { instantOf } from './schedule.ts'
import type { MetricSet, Ticket } from './shapes.ts'

const STATUSES: readonly string[] = ['new', 'open', 'pending', 'hold', 'solved', 'closed']
const TERM = /^(-?)([a-z_]+)(:|>=|<=|>|<)"?(.+?)"?$/

interface Term {
  readonly excluded: boolean
  readonly key: string
  readonly operator: string
  readonly value: string
}

interface Candidate {
  readonly ticket: Ticket
  readonly metricSet: MetricSet | undefined
}

type Test = (candidate: Candidate) => boolean

export interface Asking {
  /** The signed-in person, for `me`. */
  readonly me: number
  /** Dates without a time are days of this zone. */
  readonly timeZone: string
}

/**
 * The tickets that a search query means, in the part of Zendesk's language that the stand-in knows. The same key twice
 * means either value; a range or an excluded value must hold each time. A word that is not known is refused: a test
 * should not pass because a condition was skipped.
 */
export function searchTest(query: string, asking: Asking): (ticket: Ticket, metricSet?: MetricSet) => boolean {
  const terms = (query.match(/(?:[^\s"]|"[^"]*")+/g) ?? []).map(termOf)
  const every: Test[] = []
  const either = new Map<string, Test[]>()
  for (const term of terms) {
    const test = testOf(term, asking)
    if (term.excluded) every.push((candidate) => !test(candidate))
    else if (term.operator !== ':') every.push(test)
    else either.set(term.key, [...(either.get(term.key) ?? []), test])
  }
  const groups = [...either.values()]
  return (ticket, metricSet) => {
    if (ticket.status === 'deleted') return false
    const candidate = { ticket, metricSet }
    return groups.every((tests) => tests.some((test) => test(candidate))) && every.every((test) => test(candidate))
  }
}

function termOf(word: string): Term {
  const [, minus, key, operator, value] = TERM.exec(word) ?? []
  if (key === undefined || operator === undefined || value === undefined)
    throw invalid(422, `Invalid search: "${word}" is not understood`)
  return { excluded: minus === '-', key, operator, value }
}

function testOf(term: Term, asking: Asking): Test {
  const { key, value } = term
  switch (key) {
    case 'type':
      return () => value === 'ticket'
    case 'assignee':
      return idTest(term, asking, ({ assignee_id }) => assignee_id)
    case 'group':
      return idTest(term, asking, ({ group_id }) => group_id)
    case 'brand':
      return idTest(term, asking, ({ brand_id }) => brand_id)
    case 'priority':
      return ({ ticket }) => (ticket.priority ?? 'none') === value
    case 'tags':
      return ({ ticket }) => (value === 'none' ? ticket.tags.length === 0 : ticket.tags.includes(value))
    case 'satisfaction':
      return satisfactionTest(value)
    case 'status':
      return statusTest(term)
    case 'created':
      return instantTest(term, asking, ({ ticket }) => ticket.created_at)
    case 'updated':
      return instantTest(term, asking, ({ ticket }) => ticket.updated_at)
    case 'solved':
      return instantTest(term, asking, ({ metricSet }) => metricSet?.solved_at ?? null)
    default:
      throw invalid(422, `Invalid search: the stand-in does not know "${key}"`)
  }
}

function idTest({ key, value }: Term, { me }: Asking, field: (ticket: Ticket) => number | null): Test {
  const known = key === 'assignee' && value === 'me' ? me : value === 'none' ? null : Number(value)
  if (Number.isNaN(known)) throw invalid(422, `Invalid search: the stand-in knows "${key}" by id only`)
  return ({ ticket }) => field(ticket) === known
}

/** `goodwithcomment` and `badwithcomment` are words of searches only; a ticket says good or bad. */
function satisfactionTest(value: string): Test {
  const [, score, comment] = /^(good|bad)(withcomment|withoutcomment)$/.exec(value) ?? []
  return ({ ticket: { satisfaction_rating: rating } }) =>
    rating?.score === (score ?? value) &&
    (comment === undefined || (rating.comment != null) === (comment === 'withcomment'))
}

function statusTest({ operator, value }: Term): Test {
  const at = STATUSES.indexOf(value)
  if (at < 0) throw invalid(422, `Invalid search: "${value}" is not a status`)
  return ({ ticket }) => compare(operator, STATUSES.indexOf(ticket.status), at, at + 1)
}

function instantTest(
  { key, operator, value }: Term,
  { timeZone }: Asking,
  field: (of: Candidate) => string | null,
): Test {
  const [from, to] = span(key, value, timeZone)
  return (candidate) => {
    const at = field(candidate)
    return at !== null && compare(operator, Date.parse(at), from, to)
  }
}

/** Compares with something that has a length, a day or a second: above it, below it, or within. */
function compare(operator: string, at: number, from: number, to: number): boolean {
  if (operator === '>') return at >= to
  if (operator === '>=') return at >= from
  if (operator === '<') return at < from
  if (operator === '<=') return at < to
  return at >= from && at < to
}

/** Epoch milliseconds [from, to) that a date (a day of the account) or an ISO instant (a second) covers. */
function span(key: string, value: string, timeZone: string): readonly [number, number] {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) {
    try {
      const day = Temporal.PlainDate.from(value)
      return [instantOf(day, 0, timeZone) * 1000, instantOf(day, 24, timeZone) * 1000]
    } catch {
      throw invalid(422, `Invalid search: "${value}" is not a date`)
    }
  }
  const at = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:?\d\d)$/.test(value) ? Date.parse(value) : NaN
  if (Number.isNaN(at)) throw invalid(422, `Invalid search: "${value}" is not a date for "${key}"`)
  return [at, at + 1000]
}
