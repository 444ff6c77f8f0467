import * as z from 'zod/mini'
import type { Exclusions } from '../domain/settings.ts'
import type { Ask } from './ask.ts'
import { failure, type Result, success } from './error.ts'
import { type Listing, pathOf, readLinks, SHOW_MANY } from './listing.ts'
import { type Page, readPage } from './page.ts'
import { parseSignedIn } from './people.ts'
import type { Person } from './person.ts'
import { readResponse, readText } from './response.ts'

/** Who is signed in. Bad credentials are answered with an anonymous user, which is nobody. */
export async function signedInPerson(ask: Ask): Promise<Result<Person>> {
  const answer = readResponse(await ask('/api/v2/users/me.json'))
  if (!answer.ok) return answer
  const person = parseSignedIn(answer.value)
  if (person === 'anonymous') return failure({ kind: 'signedOut' })
  return person === null ? failure({ kind: 'unexpectedAnswer' }) : success(person)
}

const countSchema = z.object({ count: z.int() })

/** The signed-in person in the text of an answer, or `null` when it says something else. */
export function readSignedIn(text: string): Person | 'anonymous' | null {
  try {
    return parseSignedIn(JSON.parse(text))
  } catch {
    return null
  }
}

/** Whether the text is a page of the export, which only some may read; `null` when it is something else. */
export function readIsExport(text: string): true | null {
  try {
    return readLinks('changes', JSON.parse(text)) === null ? null : true
  } catch {
    return null
  }
}

/** The number in the answer to a count, or `null`. */
export function readCount(text: string): number | null {
  try {
    const parsed = z.safeParse(countSchema, JSON.parse(text))
    return parsed.success ? parsed.data.count : null
  } catch {
    return null
  }
}

/** A listing page by page; the first failure is the last thing given. Tickets without metric sets are read again by ids, which brings them. */
export async function* pagesOf(
  ask: Ask,
  listing: Listing,
  exclusions: Exclusions,
): AsyncGenerator<Result<Page>, void, undefined> {
  for (let cursor: string | null = null; ;) {
    const page: Result<Page> = await onePage(ask, listing, cursor, exclusions)
    yield page
    if (!page.ok) return
    for (let at = 0; at < page.value.bare.length; at += SHOW_MANY) {
      const ids = page.value.bare.slice(at, at + SHOW_MANY)
      yield await onePage(ask, { kind: 'tickets', ids }, null, exclusions)
    }
    if (!page.value.links.hasMore) return
    cursor = page.value.links.after
  }
}

async function onePage(
  ask: Ask,
  listing: Listing,
  cursor: string | null,
  exclusions: Exclusions,
): Promise<Result<Page>> {
  const text = readText(await ask(pathOf(listing, cursor)))
  if (!text.ok) return text
  const page = readPage(text.value, listing.kind, exclusions)
  return page === null ? failure({ kind: 'unexpectedAnswer' }) : success(page)
}
