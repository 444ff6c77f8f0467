import { failure, type Result, success } from './error.ts'

/** What every way of asking brings back: a status, the body as text, and what can be seen of the headers about limits. */
export interface Response {
  /** 0 when no answer came. */
  readonly status: number
  readonly text: string
  readonly retryAfter: string | null
  /** The part of the account's requests that is left in this minute, 0 to 1; absent where the headers do not tell. */
  readonly budgetLeft?: number | null
}

/** Seconds to wait when Zendesk asks to and does not say how long. */
export const DEFAULT_RETRY_AFTER_SECONDS = 60

/** The text of a good answer, else what the person can do about it. */
export function readText({ status, text, retryAfter }: Response): Result<string> {
  if (status === 0) return failure({ kind: 'offline' })
  if (status === 401) return failure({ kind: 'signedOut' })
  if (status === 403) return failure({ kind: 'forbidden' })
  if (status === 404) return failure({ kind: 'missing' })
  if (status === 429) return failure({ kind: 'limited', retryAfterSeconds: secondsIn(retryAfter) })
  if (status >= 500) return failure({ kind: 'server', status })
  if (status < 200 || status > 299) return failure({ kind: 'unexpectedAnswer', isRefusal: true })
  return success(text)
}

/** The JSON of a good answer. A page that is not JSON (a sign-in page) is unexpected. */
export function readResponse(response: Response): Result<unknown> {
  const text = readText(response)
  if (!text.ok) return text
  try {
    return success(JSON.parse(text.value))
  } catch {
    return failure({ kind: 'unexpectedAnswer' })
  }
}

/** The part that is left by headers of any case, or `null`. */
export function budgetLeftIn(headers: Readonly<Record<string, string>>): number | null {
  const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), Number(value)]))
  const left = lower['x-rate-limit-remaining'] ?? lower['ratelimit-remaining']
  const limit = lower['x-rate-limit'] ?? lower['ratelimit-limit']
  return left === undefined || limit === undefined || !(limit > 0) || !(left >= 0) ? null : Math.min(1, left / limit)
}

function secondsIn(retryAfter: string | null): number {
  const seconds = Number(retryAfter ?? NaN)
  return Number.isFinite(seconds) && seconds > 0 ? seconds : DEFAULT_RETRY_AFTER_SECONDS
}
