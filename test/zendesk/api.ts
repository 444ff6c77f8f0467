import type { Desk } from './desk.ts'
import { ENDPOINTS } from './endpoints.ts'
import { faultAnswer, faultDelayMs, faultOf } from './fault.ts'
import { admit, signedIn } from './permissions.ts'
import type { Answer, ApiRequest } from './request.ts'
import { json, notFound, Refusal } from './request.ts'

const PREFIX = '/api/v2/'
const PER_MINUTE = 700

/** What Zendesk would answer to a request. No input or output: the clock is the desk's. */
export function answer(desk: Desk, request: ApiRequest): Answer {
  const fault = faultOf(request)
  const replaced = faultAnswer(fault)
  const given = replaced ?? orRefusal(() => json(200, endpointAnswer(desk, request)))
  return { ...given, headers: { ...rateHeaders(desk.now()), ...given.headers }, delayMs: faultDelayMs(fault) }
}

function endpointAnswer(desk: Desk, request: ApiRequest): unknown {
  const path = request.path.startsWith(PREFIX) ? request.path.slice(PREFIX.length) : ''
  const user = signedIn(desk.account, request.headers['authorization'])
  for (const endpoint of ENDPOINTS) {
    const match = endpoint.path.exec(path)
    if (match === null || request.method !== 'GET') continue
    admit(user, endpoint.allowed)
    return endpoint.answer({ desk, request, user, fault: faultOf(request), id: Number(match[1] ?? 0) })
  }
  admit(user, 'agents')
  throw notFound()
}

function orRefusal(answered: () => Answer): Answer {
  try {
    return answered()
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.answer
    throw thrown
  }
}

/** Announced, not yet counted: every caller finds a full budget. */
function rateHeaders(now: number): Record<string, string> {
  return {
    'x-rate-limit': String(PER_MINUTE),
    'x-rate-limit-remaining': String(PER_MINUTE - 1),
    'ratelimit-limit': String(PER_MINUTE),
    'ratelimit-remaining': String(PER_MINUTE - 1),
    'ratelimit-reset': String(60 - (Math.floor(now / 1000) % 60)),
  }
}
