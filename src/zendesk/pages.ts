import * as z from 'zod/mini'
import type { Instant } from '../domain/period.ts'
import { isoInstant } from '../domain/period.ts'
import type { Exclusions } from '../domain/settings.ts'
import { type Answer, parseAnswer } from './answer.ts'
import { failure, type Result, success } from './error.ts'
import type { Get } from './get.ts'
import { parseSignedIn } from './people.ts'
import type { Person } from './person.ts'

/** Answers page by page; the first failure is the last thing given. */
export type Pages = AsyncGenerator<Result<Answer>, void, undefined>

/** Zendesk recommends 100: with archived tickets larger pages of search export time out. */
const SEARCH_PAGE_SIZE = 100
/** 500 keeps a page near 1 MB; the limit of 10 requests a minute then still lets 5 000 tickets a minute through. */
const EXPORT_PAGE_SIZE = 500
/** The most ids that show_many takes. */
const SHOW_MANY = 100

/** Who is signed in. Bad credentials are answered with an anonymous user, which is nobody. */
export async function signedInPerson(get: Get): Promise<Result<Person>> {
  const answer = await get('/api/v2/users/me.json')
  if (!answer.ok) return answer
  const person = parseSignedIn(answer.value)
  if (person === 'anonymous') return failure({ kind: 'signedOut' })
  return person === null ? failure({ kind: 'unexpectedAnswer' }) : success(person)
}

/** Agents and admins; groups; and who is in which group. Each may be refused by itself. */
export function peoplePages(get: Get, exclusions: Exclusions): readonly Pages[] {
  return ['users.json?role[]=agent&role[]=admin&', 'groups.json?', 'group_memberships.json?'].map((list) =>
    cursorPages(get, `/api/v2/${list}page[size]=100`, exclusions),
  )
}

/** Satisfaction rating records created since; for admins. */
export function ratingPages(get: Get, since: Instant, exclusions: Exclusions): Pages {
  return cursorPages(get, `/api/v2/satisfaction_ratings.json?start_time=${since}&page[size]=100`, exclusions)
}

/** All tickets changed since, deleted ones included, oldest change first; for admins. */
export async function* exportPages(get: Get, since: Instant, exclusions: Exclusions): Pages {
  const path = '/api/v2/incremental/tickets/cursor.json'
  const common = `per_page=${EXPORT_PAGE_SIZE}&include=metric_sets`
  const schema = z.object({ after_cursor: z.nullish(z.string()), end_of_stream: z.boolean() })
  for (let query = `start_time=${since}`; ;) {
    const page = await readPage(get, `${path}?${query}&${common}`, exclusions, schema)
    if (!page.ok) return yield page
    yield success(page.value.answer)
    const { after_cursor, end_of_stream } = page.value.links
    if (end_of_stream) return
    if (!after_cursor) return yield failure({ kind: 'unexpectedAnswer' })
    query = `cursor=${encodeURIComponent(after_cursor)}`
  }
}

/** How many tickets a search would find. */
export async function searchCount(get: Get, query: string): Promise<Result<number>> {
  const answer = await get(`/api/v2/search/count.json?query=${encodeURIComponent(`type:ticket ${query}`)}`)
  if (!answer.ok) return answer
  const parsed = z.safeParse(z.object({ count: z.number() }), answer.value)
  return parsed.success ? success(parsed.data.count) : failure({ kind: 'unexpectedAnswer' })
}

/**
 * All tickets that a search finds, past the limit of 1 000. Where an account leaves the metric sets out of search, a page
 * without any is read again by ids, which brings them.
 */
export async function* searchPages(get: Get, query: string, exclusions: Exclusions): Pages {
  const first =
    `/api/v2/search/export.json?query=${encodeURIComponent(query)}&filter[type]=ticket` +
    `&page[size]=${SEARCH_PAGE_SIZE}&include=${encodeURIComponent('tickets(metric_sets)')}`
  for await (const page of cursorPages(get, first, exclusions)) {
    const bare =
      page.ok && page.value.tickets.length > 0 && page.value.tickets.every(({ hasMetricSet }) => !hasMetricSet)
    if (!bare) {
      yield page
      continue
    }
    const ids = page.value.tickets.map(({ id }) => id)
    yield page
    for (let at = 0; at < ids.length; at += SHOW_MANY) {
      const path = `/api/v2/tickets/show_many.json?ids=${ids.slice(at, at + SHOW_MANY).join(',')}&include=metric_sets`
      const again = await readPage(get, path, exclusions, z.object({}))
      yield again.ok ? success(again.value.answer) : again
    }
  }
}

/** A search for tickets changed since that instant: whatever was created, solved or rated since was changed since. */
export function changedSince(since: Instant): string {
  return `updated>=${isoInstant(since)}`
}

const cursorSchema = z.object({
  meta: z.nullish(z.object({ has_more: z.boolean(), after_cursor: z.nullish(z.string()) })),
})

/** Follows `meta.after_cursor`; an empty page with more to come is followed too. */
async function* cursorPages(get: Get, first: string, exclusions: Exclusions): Pages {
  for (let path = first; ;) {
    const page = await readPage(get, path, exclusions, cursorSchema)
    if (!page.ok) return yield page
    yield success(page.value.answer)
    const { meta } = page.value.links
    if (!meta?.has_more) return
    if (!meta.after_cursor) return yield failure({ kind: 'unexpectedAnswer' })
    path = `${first}&page[after]=${encodeURIComponent(meta.after_cursor)}`
  }
}

async function readPage<Links extends z.ZodMiniType>(
  get: Get,
  path: string,
  exclusions: Exclusions,
  schema: Links,
): Promise<Result<{ answer: Answer; links: z.output<Links> }>> {
  const response = await get(path)
  if (!response.ok) return response
  const answer = parseAnswer(response.value, exclusions)
  const links = z.safeParse(schema, response.value)
  return answer !== null && links.success
    ? success({ answer, links: links.data })
    : failure({ kind: 'unexpectedAnswer' })
}
