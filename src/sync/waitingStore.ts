import { nothingSeen } from './insight.ts'
import type { Store } from './store.ts'
import type { SyncState } from './syncState.ts'

const WAITING: SyncState = { kind: 'loading', progress: { read: 0, expected: null } }

/** What screens listen to while the code that reads the account is on its way. */
export const waitingStore: Store = {
  subscribe: () => () => undefined,
  state: () => WAITING,
  insight: () => nothingSeen,
  refresh: () => undefined,
  chooseGroup: () => undefined,
  readGroup: () => undefined,
  setInFront: () => undefined,
  close: () => undefined,
}
