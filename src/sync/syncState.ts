import type { People } from '../domain/people.ts'
import type { Instant } from '../domain/period.ts'
import type { TicketTable } from '../domain/ticketTable.ts'
import type { ZendeskError } from '../zendesk/error.ts'
import type { Person } from '../zendesk/person.ts'

/** Whose tickets were read: the signed-in person's own, those of one group, or all of the account. */
export type Scope =
  | { readonly kind: 'own' }
  | { readonly kind: 'group'; readonly group: number }
  /** `isPast`: with three quarters more, for rules to be tried on. */
  | { readonly kind: 'account'; readonly isPast?: true }

/** The groups of which all tickets are read. */
export function wholeGroups(scope: Scope): 'all' | ReadonlySet<number> {
  return scope.kind === 'account' ? 'all' : new Set(scope.kind === 'group' ? [scope.group] : [])
}

/** What was read of the account, and when. */
export interface Facts {
  readonly table: TicketTable
  readonly people: People
  readonly person: Person
  readonly scope: Scope
  /** The account as it was then, or later. */
  readonly asOf: Instant
  /** Periods that begin here or later are whole; tickets that were last changed before are not all there. */
  readonly wholeSince: Instant
}

/** How far a reading has come. `expected` is `null` until the account has told. */
export interface Progress {
  readonly read: number
  readonly expected: number | null
  /** How long the rest will take at the pace allowed; absent while that cannot be told. */
  readonly secondsLeft?: number
}

/** What a reading would ask of the account, told before it is done. */
export interface Cost {
  /** `null`: the whole account. */
  readonly group: number | null
  readonly tickets: number
  readonly requests: number
  readonly seconds: number
}

/**
 * What the screen can count on.
 *
 *     loading ──▶ partial ──▶ ready ──▶ refreshing ──▶ ready
 *      │  ▲  │                  ▲            │
 *      │  │  └──────────────────┘            ▼
 *      ▼  │                                stale ──▶ refreshing
 *     failed        offered ──▶ loading
 *
 * Facts once read stay on screen until better ones are there: all but `loading`, `offered` and `failed` carry them along.
 */
export type SyncState =
  /** Nothing to show yet. */
  | { readonly kind: 'loading'; readonly progress: Progress }
  /** A group that may be read when the person says so, and what that would cost. */
  | { readonly kind: 'offered'; readonly facts: Facts; readonly cost: Cost }
  /** The latest period is whole, older ones are still being read. */
  | { readonly kind: 'partial'; readonly facts: Facts; readonly progress: Progress }
  | { readonly kind: 'ready'; readonly facts: Facts }
  | { readonly kind: 'refreshing'; readonly facts: Facts; readonly progress: Progress }
  /** No newer facts, because of this; tried again by itself. */
  | { readonly kind: 'stale'; readonly facts: Facts; readonly error: ZendeskError }
  /** No facts, because of this; tried again by itself where that can help. */
  | { readonly kind: 'failed'; readonly error: ZendeskError }

/** The facts on screen; `null` while there is nothing to show. What is offered carries only who is asked. */
export const shownFacts = (state: SyncState): Facts | null =>
  state.kind === 'loading' || state.kind === 'offered' || state.kind === 'failed' ? null : state.facts
