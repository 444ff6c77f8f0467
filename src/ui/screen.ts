import type { Instant } from '../domain/period.ts'
import type { Settings, SettingsProblem } from '../domain/settings.ts'
import type { Store } from '../sync/store.ts'
import type { LookDesk } from '../sync/lookDesk.ts'
import type { OwnGoalDesk } from '../sync/ownGoalDesk.ts'
import type { RulebookDesk } from '../sync/rulebookDesk.ts'
import type { SyncState } from '../sync/syncState.ts'
import type { TicketDesk } from '../sync/ticketDesk.ts'
import type { KeptCard } from './keptCard.ts'

/** The part of a store that screens use. */
export type ReadingStore = Pick<Store, 'subscribe' | 'state' | 'insight' | 'refresh' | 'chooseGroup' | 'readOffered'>

/** The store of what is on screen, and the one of the account's past. */
export interface ScreenStore extends ReadingStore {
  readonly past: () => ReadingStore
  readonly rulebookDesk: RulebookDesk
  readonly lookDesk: LookDesk
  readonly ownGoalDesk: OwnGoalDesk
  readonly ticketDesk: TicketDesk
}

/** A state in which there are numbers to show. */
export type Known = Extract<SyncState, { readonly kind: 'partial' | 'ready' | 'refreshing' | 'stale' }>

/** What every screen is given. */
export interface ScreenProps {
  readonly state: SyncState
  readonly store: ScreenStore
  readonly settings: Settings
  readonly problems: readonly SettingsProblem[]
  readonly now: () => Instant
  readonly openTicket: (id: number) => void
  /** Keeps the card for the next time. */
  readonly keepCard: (card: KeptCard) => void
  /** Opens a page of the nav bar app. */
  readonly openPage: (page: string) => void
}
