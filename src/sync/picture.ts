import type { People } from '../domain/people.ts'
import { SEARCH_PAGE_SIZE } from '../zendesk/listing.ts'
import type { Person } from '../zendesk/person.ts'
import { SECONDS_PER_REQUEST } from './budget.ts'
import type { Dataset } from './dataset.ts'
import type { Facts, Progress, Scope } from './syncState.ts'

const SECONDS_PER_EXPORT = 6

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
    scope.kind === 'account' ? (left / 1000) * SECONDS_PER_EXPORT : (left / SEARCH_PAGE_SIZE) * SECONDS_PER_REQUEST
  return { read, expected, secondsLeft: Math.ceil(seconds) }
}
