import type { People } from '../domain/people.ts'
import { CHANGES_PAGE_SIZE, RATINGS_PAGE_SIZE, SEARCH_PAGE_SIZE } from '../zendesk/listing.ts'
import type { Person } from '../zendesk/person.ts'
import { SECONDS_PER_EXPORT, SECONDS_PER_REQUEST } from './budget.ts'
import type { Dataset } from './dataset.ts'
import type { Cost, Facts, Progress, Scope } from './syncState.ts'

export const NOT_BEGUN: Progress = { read: 0, expected: null }

/** What can be shown of a dataset: all that was read once, or of a first reading the part that is whole already; else `null`. */
export function factsIn(dataset: Dataset, scope: Scope, person: Person, people: People): Facts | null {
  const { whole, next } = dataset.mark()
  const shown = whole?.asOf != null ? whole : next
  if (dataset.broken().length > 0 || shown === null || shown.wholeSince === null) return null
  return {
    table: dataset.table(shown === whole ? 'whole' : 'next'),
    people,
    person,
    scope,
    asOf: shown.asOf ?? shown.pass?.startedAt ?? 0,
    wholeSince: shown.wholeSince,
  }
}

/** How far a first reading has come, and how long the rest takes at the pace allowed. */
export function progressOf(dataset: Dataset, scope: Scope): Progress {
  const { next } = dataset.mark()
  if (next === null) return NOT_BEGUN
  const { length: read } = dataset.table('next').tickets
  const { expected } = next
  if (expected === null) return { read, expected }
  const left = Math.max(0, expected - read)
  const seconds =
    scope.kind === 'account'
      ? (left / CHANGES_PAGE_SIZE) * SECONDS_PER_EXPORT
      : (left / SEARCH_PAGE_SIZE) * SECONDS_PER_REQUEST
  return { read, expected, secondsLeft: Math.ceil(seconds) }
}

/** Ratings come a hundred a page; with those only offered hardly more than one for two tickets. */
const RATED_SHARE = 1 / 2

/** What reading a scope for the first time asks of the account, and how long it takes at the pace allowed; the count beforehand is one of the requests. */
export function costOf(scope: Scope, tickets: number): Cost {
  const pages = (size: number, of = tickets) => Math.max(1, Math.ceil(of / size))
  if (scope.kind !== 'account') {
    const requests = pages(SEARCH_PAGE_SIZE) + 1
    const group = scope.kind === 'group' ? scope.group : null
    return { group, tickets, requests, seconds: Math.ceil(requests * SECONDS_PER_REQUEST) }
  }
  const exports = pages(CHANGES_PAGE_SIZE)
  const requests = exports + pages(RATINGS_PAGE_SIZE, tickets * RATED_SHARE) + 1
  const seconds = Math.ceil(Math.max(exports * SECONDS_PER_EXPORT, requests * SECONDS_PER_REQUEST))
  return { group: null, tickets, requests, seconds }
}
