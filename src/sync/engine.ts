import type { Ask } from '../zendesk/ask.ts'
import { indexedDbShelf } from './indexedDb.ts'
import { createPageReader } from './pageReader.ts'
import { browserPeers } from './peers.ts'
import { createStore, type Store, type StoreOptions } from './store.ts'

/** The store as a browser runs it: with its database, its locks and channels, its clock, and a worker. */
export function startEngine(
  request: Ask,
  whose: Pick<StoreOptions, 'owner' | 'person' | 'settings' | 'timeZone' | 'focus'>,
): Store {
  const pages = createPageReader(
    () => new Worker(new URL('../readPageWorker.ts', import.meta.url), { type: 'module' }),
    async (...page) => (await import('../zendesk/page.ts')).readPage(...page),
  )
  const store = createStore({
    ...whose,
    request,
    readPage: pages.read,
    shelf: indexedDbShelf(),
    peers: browserPeers(whose.owner),
    clock: { now: Date.now, sleep: (milliseconds) => new Promise((wake) => setTimeout(wake, milliseconds)) },
    random: Math.random,
  })
  return {
    ...store,
    close() {
      store.close()
      pages.close()
    },
  }
}
