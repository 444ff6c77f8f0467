import type { Call, Endpoint } from './call.ts'
import type { Desk } from './desk.ts'
import { ENDPOINTS } from './endpoints.ts'
import { faultAnswer, faultDelayMs, faultOf } from './fault.ts'
import { accountHeaders } from './limits.ts'
import { admit, signedIn } from './permissions.ts'
import type { Answer, ApiRequest } from './request.ts'
import { json, notFound, Refusal, Reply } from './request.ts'
import type { User } from './shapes.ts'

const PREFIX = '/api/v2/'
const ANNOUNCED_PER_MINUTE = 700

/** What Zendesk would answer to a request. No input or output: the clock is the desk's. */
export function answer(desk: Desk, request: ApiRequest): Answer {
  const fault = faultOf(request)
  const named = faultAnswer(fault)
  const blow = desk.faults?.next(request, desk.now()) ?? null
  const given = named ?? blow?.instead ?? counted(desk, request)
  const sent = named === null && blow?.instead === null ? blow.spoiled(given) : given
  const delayMs = faultDelayMs(fault) + (blow?.delayMs ?? 0)
  return { ...sent, headers: { ...(desk.limits === null ? announced(desk.now()) : {}), ...sent.headers }, delayMs }
}

/** The account's answer, within its limits. */
function counted(desk: Desk, request: ApiRequest): Answer {
  const user = signedIn(desk.account, request.headers['authorization'])
  const found = endpointOf(request)
  if (desk.limits === null) return orRefusal(() => given(desk, request, user, found))
  const asking = { who: user?.id ?? null, endpoint: found?.endpoint.limit ?? null, item: Number(found?.names[0] ?? 0) }
  const { refusal, headers } = desk.limits.take(asking)
  if (refusal === null) {
    const answered = orRefusal(() => given(desk, request, user, found))
    return { ...answered, headers: { ...headers, ...answered.headers } }
  }
  const retryAfter = desk.limits.retryAfter ? { 'retry-after': String(refusal.retryAfterSeconds) } : {}
  return {
    status: 429,
    headers: { 'content-type': 'text/plain; charset=utf-8', ...headers, ...retryAfter },
    body: refusal.body,
  }
}

interface Found {
  readonly endpoint: Endpoint
  readonly names: readonly string[]
}

function endpointOf({ method, path: whole }: ApiRequest): Found | null {
  const path = whole.startsWith(PREFIX) ? whole.slice(PREFIX.length) : ''
  for (const endpoint of ENDPOINTS) {
    const match = method === (endpoint.method ?? 'GET') ? endpoint.path.exec(path) : null
    if (match !== null) return { endpoint, names: match.slice(1) }
  }
  return null
}

function given(desk: Desk, request: ApiRequest, user: User | null, found: Found | null): Answer {
  admit(user, found?.endpoint.allowed ?? 'agents')
  if (found === null) throw notFound()
  const { endpoint, names } = found
  const call: Call = { desk, request, user, fault: faultOf(request), id: Number(names[0] ?? 0), names }
  const body = endpoint.answer(call)
  if (!(body instanceof Reply)) return json(200, body)
  return body.body === null ? { status: body.status, headers: {}, body: '' } : json(body.status, body.body)
}

function orRefusal(answered: () => Answer): Answer {
  try {
    return answered()
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.answer
    throw thrown
  }
}

/** Where requests are not counted, every caller finds a full budget. */
function announced(now: number): Record<string, string> {
  const resets = 60 - (Math.floor(now / 1000) % 60)
  return accountHeaders({ total: ANNOUNCED_PER_MINUTE, remaining: ANNOUNCED_PER_MINUTE - 1, resets })
}
