import { randomFrom } from './random.ts'
import type { Answer, ApiRequest } from './request.ts'
import { invalid, json } from './request.ts'

/** What can go wrong with a request. `lost` and the bodies go wrong after the account has acted, the others before. */
export const STRIKES = ['unreached', 'lost', 'server', 'storm', 'truncated', 'html', 'expired'] as const
export type Strike = (typeof STRIKES)[number]

export interface Blow {
  readonly strike: Strike | null
  /** How long the answer takes. */
  readonly delayMs: number
  /** The answer instead of the real one; null where the account answers. */
  readonly instead: Answer | null
  /** What becomes of the real answer. */
  readonly spoiled: (answer: Answer) => Answer
}

export interface FaultPlan {
  readonly next: (request: ApiRequest, now: number) => Blow
  /** Every blow so far, for a failing test to show. */
  readonly log: readonly { readonly at: number; readonly path: string; readonly strike: Strike }[]
}

export interface FaultOptions {
  /** The share of requests that something happens to; absent: 0.2. */
  readonly share?: number
  /** Absent: each kind, as likely as another. */
  readonly kinds?: readonly Strike[]
  /** The median of the time an answer takes, in milliseconds; absent: 300. 0: no time at all. */
  readonly latencyMs?: number
  /** After so many blows there is peace; absent: never. */
  readonly most?: number
  /** Requests that nothing happens to. */
  readonly spare?: (request: ApiRequest) => boolean
}

const STORM_TEXT = 'Number of allowed API requests per minute exceeded'
const SIGN_IN = '<!doctype html><title>Sign in</title><h1>Sign in</h1>'

/** A plan of faults: the same seed and the same requests at the same instants, the same faults. */
export function faultPlan(seed: number, options: FaultOptions = {}): FaultPlan {
  const { share = 0.2, kinds = STRIKES, latencyMs = 300, most = Infinity, spare = () => false } = options
  const random = randomFrom(seed)
  const log: { at: number; path: string; strike: Strike }[] = []
  let storm = { until: -Infinity, saysWhen: false }

  function next(request: ApiRequest, now: number): Blow {
    // Each request draws the same number of times, so that one kind more or less moves nothing else.
    const [hit, kind, size, extra] = [random.unit(), random.unit(), random.unit(), random.unit()]
    const delayMs = latencyMs === 0 ? 0 : Math.round(random.logNormal(latencyMs, 0.6))
    const drawn = hit < share && kinds.length > 0 ? kinds[Math.floor(kind * kinds.length)]! : null
    const isSpared = spare(request) || log.length >= most
    const during = now < storm.until && !isSpared ? 'storm' : null
    const strike = during ?? (isSpared || !fits(drawn, request) ? null : drawn)
    if (strike === null) return { strike, delayMs, instead: null, spoiled: (answer) => answer }
    log.push({ at: now, path: request.path, strike })
    if (strike === 'storm' && during === null)
      storm = { until: now + 5000 + Math.round(size * 85_000), saysWhen: extra < 0.5 }
    return { strike, delayMs, instead: instead(strike, size, extra, storm, now), spoiled: spoiling(strike, size) }
  }
  return { next, log }
}

/** Only a page after the first one has a cursor that can expire. */
const fits = (strike: Strike | null, request: ApiRequest) =>
  strike !== 'expired' || (request.query.has('page[after]') && request.path.endsWith('search/export'))

function instead(
  strike: Strike,
  size: number,
  extra: number,
  storm: { readonly until: number; readonly saysWhen: boolean },
  now: number,
): Answer | null {
  switch (strike) {
    case 'unreached':
      return { status: 0, headers: {}, body: '' }
    case 'server':
      return serverError([500, 502, 503][Math.floor(size * 3)]!, extra)
    case 'storm': {
      const seconds = String(Math.ceil((storm.until - now) / 1000))
      const headers = { 'content-type': 'text/plain; charset=utf-8' }
      return {
        status: 429,
        headers: storm.saysWhen ? { ...headers, 'retry-after': seconds } : headers,
        body: STORM_TEXT,
      }
    }
    case 'expired':
      return invalid(400, 'page[after] is not a valid cursor or has expired', 'InvalidPaginationParameter').answer
    default:
      return null
  }
}

/** 500 is JSON, what a gateway says is HTML, with or without a time to come back. */
function serverError(status: number, extra: number): Answer {
  if (status === 500) return json(500, { error: 'InternalError', description: 'Something went wrong' })
  const html = {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>`,
  }
  const retryAfter = { 'retry-after': String(1 + Math.floor(extra * 60)) }
  return status === 503 && extra < 0.5 ? { ...html, headers: { ...html.headers, ...retryAfter } } : html
}

function spoiling(strike: Strike, size: number): (answer: Answer) => Answer {
  switch (strike) {
    case 'lost':
      return () => ({ status: 0, headers: {}, body: '' })
    case 'truncated':
      return (answer) => ({ ...answer, body: answer.body.slice(0, Math.floor(answer.body.length * size)) })
    case 'html':
      return (answer) => ({
        ...answer,
        status: 200,
        headers: { ...answer.headers, 'content-type': 'text/html; charset=utf-8' },
        body: SIGN_IN,
      })
    default:
      return (answer) => answer
  }
}
