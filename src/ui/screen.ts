import type { Instant } from '../domain/period.ts'
import type { Settings, SettingsProblem } from '../domain/settings.ts'
import type { Store } from '../sync/store.ts'
import type { SyncState } from '../sync/syncState.ts'

/** What every screen is given. */
export interface ScreenProps {
  readonly state: SyncState
  readonly store: Pick<Store, 'refresh' | 'chooseGroup'>
  readonly settings: Settings
  readonly problems: readonly SettingsProblem[]
  readonly now: () => Instant
}
