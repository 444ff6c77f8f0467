import type { Instant } from '../domain/period.ts'
import type { Exclusions } from '../domain/settings.ts'
import { failure, type Result, success } from '../zendesk/error.ts'
import type { Get } from '../zendesk/get.ts'
import {
  changedSince,
  exportPages,
  type Pages,
  peoplePages,
  ratingPages,
  searchCount,
  searchPages,
} from '../zendesk/pages.ts'
import type { Person } from '../zendesk/person.ts'
import type { Gathering } from './gathering.ts'
import type { Progress, Scope } from './syncState.ts'

/** Ratings are read from further back than tickets, so that the latest rating of a ticket is known and not guessed from its score. */
const RATINGS_BACK_SECONDS = 180 * 86_400

export interface Reading {
  readonly get: Get
  readonly exclusions: Exclusions
  /** Tickets changed since then are read. */
  readonly since: Instant
  readonly onProgress: (progress: Progress) => void
}

/** Agents, groups and memberships. A role that may not see some of them still sees its numbers, without those names. */
export async function readPeople(reading: Reading, into: Gathering): Promise<Result<null>> {
  for (const pages of peoplePages(reading.get, reading.exclusions)) {
    const read = withoutRefusal(await take(pages, into))
    if (!read.ok) return read
  }
  return success(null)
}

/**
 * Reads the tickets of a scope. The whole account comes from the incremental export with the rating records, which only
 * admins may read: `forbidden` then. Other scopes come from search, as far as the person may see.
 */
export async function readTickets(
  reading: Reading,
  scope: Scope,
  person: Person,
  into: Gathering,
): Promise<Result<null>> {
  const { get, exclusions, since } = reading
  if (scope.kind === 'account') {
    const exported = await take(exportPages(get, since, exclusions), into, counting(reading, into, null))
    if (!exported.ok) return exported
    const ratings = await take(ratingPages(get, Math.max(0, since - RATINGS_BACK_SECONDS), exclusions), into)
    // An account without ratings, or with the newer surveys, has no such list: the scores on the tickets then count.
    return withoutRefusal(ratings)
  }
  const whose = scope.kind === 'own' ? `assignee:${person.id} ` : `group:${scope.group} `
  return readSearch(reading, whose + changedSince(since), into)
}

/** Reads every ticket that the person may see, by search. */
export async function readSearch(reading: Reading, query: string, into: Gathering): Promise<Result<null>> {
  const expected = await searchCount(reading.get, query)
  if (!expected.ok) return expected
  return take(searchPages(reading.get, query, reading.exclusions), into, counting(reading, into, expected.value))
}

/** What a role may not see, or an account does not have, is left unread; any other failure stays one. */
function withoutRefusal(result: Result<null>): Result<null> {
  return !result.ok && (result.error.kind === 'forbidden' || result.error.kind === 'missing') ? success(null) : result
}

function counting(reading: Reading, into: Gathering, expected: number | null): () => void {
  const before = into.table.tickets.length
  reading.onProgress({ read: 0, expected })
  return () => reading.onProgress({ read: into.table.tickets.length - before, expected })
}

async function take(pages: Pages, into: Gathering, onPage: () => void = () => undefined): Promise<Result<null>> {
  for await (const page of pages) {
    if (!page.ok) return failure(page.error)
    into.add(page.value)
    onPage()
  }
  return success(null)
}
