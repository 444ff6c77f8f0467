import type { Desk } from './desk.ts'
import type { Fault } from './fault.ts'
import type { EndpointLimit } from './limits.ts'
import type { Allowed } from './permissions.ts'
import type { ApiRequest } from './request.ts'
import type { User } from './shapes.ts'

/** A request with what it meets: the account, the caller, what the path names. */
export interface Call {
  readonly desk: Desk
  readonly request: ApiRequest
  /** Null only where anyone may call. */
  readonly user: User | null
  readonly fault: Fault | null
  /** The number in the path; 0 where there is none. */
  readonly id: number
  /** The parts of the path that the endpoint's pattern takes out, in their order. */
  readonly names: readonly string[]
}

export interface Endpoint {
  /** Absent: GET. */
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: RegExp
  readonly allowed: Allowed
  /** The budget that it draws on, besides the account's. */
  readonly limit?: EndpointLimit
  /** A body for status 200, or a Reply. */
  readonly answer: (call: Call) => object
}
