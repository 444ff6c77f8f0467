import type { Exclusions } from '../domain/settings.ts'
import type { Listing } from '../zendesk/listing.ts'
import type { Page } from '../zendesk/page.ts'

/** The time, and a way to wait; a test's clock moves only when it is moved. */
export interface Clock {
  /** Epoch milliseconds. */
  readonly now: () => number
  /** @param signal once it is aborted, nothing needs to be woken any more */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>
}

/** Turns the text of an answer into facts, in a worker where the page may have one; `null`: it is not what was promised. */
export type ReadPage = (text: string, kind: Listing['kind'], exclusions: Exclusions) => Promise<Page | null>

/**
 * The other copies of the app that this person has open in this browser: a sidebar beside each ticket, the nav bar.
 * Messages are plain data and may be lost; whoever sends one does not get it back.
 */
export interface Peers {
  /** Whether `takeLead` can tell copies apart. */
  readonly hasLocks: boolean
  readonly tell: (message: Message) => void
  readonly listen: (listener: (message: Message) => void) => void
  /**
   * Takes the part of the one copy that reads: a way to give it up again, or `null` while another copy has it. Where the
   * browser has no locks everybody gets it; the lease in the store then keeps copies apart, and where there is no store either each reads for itself.
   */
  readonly takeLead: (name: string) => Promise<(() => void) | null>
}

export type Message =
  /** A request was made at this instant (epoch ms), of this kind. */
  | { readonly kind: 'spent'; readonly at: number; readonly isExport: boolean }
  /** Nobody asks for anything before this instant (epoch ms). */
  | { readonly kind: 'pause'; readonly until: number }
  /** The facts under this key have changed; without a store they come along when asked for. */
  | { readonly kind: 'changed'; readonly key: string }
  | { readonly kind: 'progress'; readonly key: string; readonly read: number; readonly expected: number | null }
  /** Whoever leads gave the lead up. */
  | { readonly kind: 'free'; readonly key: string }
  /** A copy without a store asks for the facts, and is given them. */
  | { readonly kind: 'ask'; readonly key: string }
  | { readonly kind: 'give'; readonly key: string; readonly stored: unknown }
