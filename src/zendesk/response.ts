import { failure, type Result, success } from './error.ts'
import { DEFAULT_RETRY_AFTER_SECONDS } from './get.ts'

/** What every way of asking brings back: a status, the body as text, and the Retry-After header where it can be seen. */
export interface Response {
  /** 0 when no answer came. */
  readonly status: number
  readonly text: string
  readonly retryAfter: string | null
}

/** The JSON of a good answer, else what the person can do about it. A page that is not JSON (a sign-in page) is unexpected. */
export function readResponse({ status, text, retryAfter }: Response): Result<unknown> {
  if (status === 0) return failure({ kind: 'offline' })
  if (status === 401) return failure({ kind: 'signedOut' })
  if (status === 403) return failure({ kind: 'forbidden' })
  if (status === 404) return failure({ kind: 'missing' })
  if (status === 429) return failure({ kind: 'limited', retryAfterSeconds: secondsIn(retryAfter) })
  if (status >= 500) return failure({ kind: 'server', status })
  if (status < 200 || status > 299) return failure({ kind: 'unexpectedAnswer' })
  try {
    return success(JSON.parse(text))
  } catch {
    return failure({ kind: 'unexpectedAnswer' })
  }
}

function secondsIn(retryAfter: string | null): number {
  const seconds = Number(retryAfter ?? NaN)
  return Number.isFinite(seconds) && seconds > 0 ? seconds : DEFAULT_RETRY_AFTER_SECONDS
}
