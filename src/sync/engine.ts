import type { Ask } from '../zendesk/ask.ts'
import type { Installation } from '../zendesk/installation.ts'
import { indexedDbShelf } from './indexedDb.ts'
import { createPageReader } from './pageReader.ts'
import { browserPeers } from './peers.ts'
import { type RulebookDesk, rulebookDesk } from './rulebookDesk.ts'
import { createStore, type Store, type StoreOptions } from './store.ts'

/** The store of what is on screen, and of the account's past, which reads nothing before it is asked for. */
export interface Engine extends Store {
  readonly past: () => Store
  readonly rulebookDesk: RulebookDesk
}

/** The stores as a browser runs them: with its database, its locks and channels, its clock, and a worker. */
export function startEngine(
  request: Ask,
  whose: Pick<StoreOptions, 'owner' | 'person' | 'settings' | 'timeZone'> & {
    readonly focus: 'own' | 'group'
    readonly installation: Installation | null
    /** The settings with which this copy was loaded, not checked. */
    readonly loaded: unknown
  },
): Engine {
  const pages = createPageReader(
    () => new Worker(new URL('../readPageWorker.ts', import.meta.url), { type: 'module' }),
    async (...page) => (await import('../zendesk/page.ts')).readPage(...page),
  )
  const shelf = indexedDbShelf()
  // Both are copies to each other, as those in other frames: they share the budget and the locks.
  const start = (focus: StoreOptions['focus']) =>
    createStore({
      ...whose,
      focus,
      request,
      readPage: pages.read,
      shelf,
      peers: browserPeers(whose.owner),
      clock: { now: Date.now, sleep: (milliseconds) => new Promise((wake) => setTimeout(wake, milliseconds)) },
      random: Math.random,
    })
  const store = start(whose.focus)
  let past: Store | null = null
  return {
    ...store,
    past: () => (past ??= start('past')),
    rulebookDesk: rulebookDesk(whose.installation, whose.loaded),
    setInFront(isInFront) {
      store.setInFront(isInFront)
      past?.setInFront(isInFront)
    },
    close() {
      store.close()
      past?.close()
      pages.close()
    },
  }
}
