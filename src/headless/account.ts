import type { Instant } from '../domain/period.ts'
import type { Exclusions } from '../domain/settings.ts'
import type { Gathering } from '../sync/gathering.ts'
import { type Reading, readPeople, readSearch, readTickets } from '../sync/reading.ts'
import type { Result, ZendeskError } from '../zendesk/error.ts'
import type { Get } from '../zendesk/get.ts'
import { changedSince, signedInPerson } from '../zendesk/pages.ts'
import { readResponse } from '../zendesk/response.ts'

/** An account that could not be read: one line says why. */
export class AccountError extends Error {}

/**
 * Reads an account over HTTP as the person in the address (`http://name@host`), whatever that person may see: an admin
 * the whole account with its rating records, others what search shows them.
 * @throws AccountError
 */
export async function readAccount(
  address: string,
  since: Instant,
  exclusions: Exclusions,
  into: Gathering,
  onProgress: Reading['onProgress'],
): Promise<void> {
  const reading: Reading = { get: getOver(address), exclusions, since, onProgress }
  const person = orThrow(await signedInPerson(reading.get))
  orThrow(await readPeople(reading, into))
  const all = person.isAdmin ? await readTickets(reading, { kind: 'account' }, person, into) : null
  if (all !== null && (all.ok || all.error.kind !== 'forbidden')) orThrow(all)
  else orThrow(await readSearch(reading, changedSince(since), into))
}

function getOver(address: string): Get {
  const url = new URL(address)
  const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`
  const headers: Record<string, string> =
    url.username === '' ? {} : { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` }
  return async (path) => {
    try {
      const response = await fetch(new URL(path, url.origin), { headers })
      const text = await response.text()
      return readResponse({ status: response.status, text, retryAfter: response.headers.get('retry-after') })
    } catch {
      return readResponse({ status: 0, text: '', retryAfter: null })
    }
  }
}

function orThrow<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value
  throw new AccountError(sentence(result.error))
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
