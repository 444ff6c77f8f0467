import type { Instant } from '../domain/period.ts'
import type { Exclusions } from '../domain/settings.ts'
import type { Gathering } from '../sync/gathering.ts'
import { RATINGS_BACK_SECONDS } from '../sync/plan.ts'
import type { Ask } from '../zendesk/ask.ts'
import { isUnavailable, type ZendeskError } from '../zendesk/error.ts'
import { changedSince, type Listing } from '../zendesk/listing.ts'
import { pagesOf, signedInPerson } from '../zendesk/pages.ts'
import { budgetLeftIn } from '../zendesk/response.ts'

/** An account that could not be read: one line says why. */
export class AccountError extends Error {}

/**
 * Reads an account over HTTP as the person in the address (`http://name@host`), whatever that person may see: the whole account
 * with its rating records where that is allowed, else what search shows.
 * @throws AccountError
 */
export async function readAccount(
  address: string,
  since: Instant,
  exclusions: Exclusions,
  into: Gathering,
  onProgress: (tickets: number) => void,
): Promise<void> {
  const ask = askOver(address)
  const person = await signedInPerson(ask)
  if (!person.ok) throw new AccountError(sentence(person.error))
  for (const kind of ['users', 'groups', 'memberships'] as const) await read({ kind }, true)
  if (await read({ kind: 'changes', since }, true)) {
    // An account without ratings, or with the newer surveys, has no such list: the scores on the tickets then count.
    await read({ kind: 'ratings', since: Math.max(0, since - RATINGS_BACK_SECONDS) }, true)
  } else {
    await read({ kind: 'search', query: changedSince(since) }, false)
  }

  /** Whether it could be read; what a role may not see, or an account does not have, may be missing where that is said. */
  async function read(listing: Listing, mayBeRefused: boolean): Promise<boolean> {
    for await (const page of pagesOf(ask, listing, exclusions)) {
      if (page.ok) {
        into.addPage(page.value)
        onProgress(into.table.tickets.length)
      } else if (mayBeRefused && isUnavailable(page.error)) return false
      else throw new AccountError(sentence(page.error))
    }
    return true
  }
}

function askOver(address: string): Ask {
  const url = new URL(address)
  const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`
  const headers: Record<string, string> =
    url.username === '' ? {} : { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` }
  return async (path) => {
    try {
      const response = await fetch(new URL(path, url.origin), { headers })
      const text = await response.text()
      const budgetLeft = budgetLeftIn(Object.fromEntries(response.headers))
      return { status: response.status, text, retryAfter: response.headers.get('retry-after'), budgetLeft }
    } catch {
      return { status: 0, text: '', retryAfter: null }
    }
  }
}

function sentence(error: ZendeskError): string {
  switch (error.kind) {
    case 'forbidden':
      return 'the account refuses to show this to the person in the address (403)'
    case 'missing':
      return 'the account does not have this (404)'
    case 'signedOut':
      return 'the account does not know the person in the address (401)'
    case 'limited':
      return `the account asks to wait ${error.retryAfterSeconds} s (429)`
    case 'offline':
      return 'no answer from the account'
    case 'server':
      return `the account failed (${error.status})`
    case 'unexpectedAnswer':
      return 'the account answered something unexpected'
  }
}
