import type { People } from '../domain/people.ts'
import type { Instant } from '../domain/period.ts'
import type { TicketTable } from '../domain/ticketTable.ts'
import type { ZendeskError } from '../zendesk/error.ts'
import type { Person } from '../zendesk/person.ts'

/** Whose tickets were read: the signed-in person's own, those of one group, or all of the account. */
export type Scope =
  { readonly kind: 'own' } | { readonly kind: 'group'; readonly group: number } | { readonly kind: 'account' }

/** What was read of the account, and when. */
export interface Facts {
  readonly table: TicketTable
  readonly people: People
  readonly person: Person
  readonly scope: Scope
  readonly asOf: Instant
}

/** How far a reading has come. `expected` is `null` until the account has told. */
export interface Progress {
  readonly read: number
  readonly expected: number | null
}

/**
 * What the screen can count on.
 *
 *     loading ──▶ ready ──▶ refreshing ──▶ ready
 *        │                      │
 *        ▼                      ▼
 *     failed ──▶ loading      stale ──▶ refreshing
 *
 * Facts once read stay on screen until better ones are there: `refreshing` and `stale` carry them along.
 */
export type SyncState =
  | { readonly kind: 'loading'; readonly progress: Progress }
  | { readonly kind: 'ready'; readonly facts: Facts }
  | { readonly kind: 'refreshing'; readonly facts: Facts; readonly progress: Progress }
  | { readonly kind: 'stale'; readonly facts: Facts; readonly error: ZendeskError }
  | { readonly kind: 'failed'; readonly error: ZendeskError }
