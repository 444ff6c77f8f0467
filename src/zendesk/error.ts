/** Expected failures, named by what the person can do about them. */
export type ZendeskError =
  /** The role may not read this; an admin can change that. */
  | { readonly kind: 'forbidden' }
  /** The account does not have it: another plan, or another kind of survey. */
  | { readonly kind: 'missing' }
  /** Nobody is signed in any more. */
  | { readonly kind: 'signedOut' }
  /** Zendesk asked to wait. */
  | { readonly kind: 'limited'; readonly retryAfterSeconds: number }
  /** No answer came. */
  | { readonly kind: 'offline' }
  /** Zendesk failed. */
  | { readonly kind: 'server'; readonly status: number }
  /** An answer that is not what the documentation promises; `isRefusal`: the request itself was turned down, as with a cursor too old. */
  | { readonly kind: 'unexpectedAnswer'; readonly isRefusal?: true }

export type Result<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: ZendeskError }

/** Whether the account refuses this or does not have it: no use in asking again, and what can do without goes on. */
export const isUnavailable = ({ kind }: ZendeskError): boolean => kind === 'forbidden' || kind === 'missing'

export const success = <Value>(value: Value): Result<Value> => ({ ok: true, value })
export const failure = (error: ZendeskError): Result<never> => ({ ok: false, error })
