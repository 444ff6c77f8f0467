import type { Instant } from '../domain/period.ts'
import type { Settings, SettingsProblem } from '../domain/settings.ts'
import type { Store } from '../sync/store.ts'
import type { RulebookDesk } from '../sync/rulebookDesk.ts'
import type { SyncState } from '../sync/syncState.ts'

/** The part of a store that screens use. */
export type ReadingStore = Pick<Store, 'subscribe' | 'state' | 'insight' | 'refresh' | 'chooseGroup' | 'readOffered'>

/** The store of what is on screen, and the one of the account's past. */
export interface ScreenStore extends ReadingStore {
  readonly past: () => ReadingStore
  readonly rulebookDesk: RulebookDesk
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
}
