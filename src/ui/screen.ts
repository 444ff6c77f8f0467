import type { Instant } from '../domain/period.ts'
import type { Settings, SettingsProblem } from '../domain/settings.ts'
import type { Store } from '../sync/store.ts'
import type { SyncState } from '../sync/syncState.ts'

/** The part of the store that screens use. */
export type ScreenStore = Pick<Store, 'subscribe' | 'state' | 'insight' | 'refresh' | 'chooseGroup' | 'readGroup'>

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
