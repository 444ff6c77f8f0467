import { useCallback, useSyncExternalStore } from 'react'
import type { ReadingStore } from './screen.ts'
import type { SyncState } from '../sync/syncState.ts'

/** The store's state now, and again whenever it changes. */
export function useStoreState(store: ReadingStore): SyncState {
  const subscribe = useCallback((listener: () => void) => store.subscribe(listener), [store])
  return useSyncExternalStore(subscribe, () => store.state())
}
