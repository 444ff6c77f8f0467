import { NO_INSIGHT } from './insight.ts'
import { NO_TICKET } from './noTicket.ts'
import type { Engine } from './engine.ts'
import type { SyncState } from './syncState.ts'

const WAITING: SyncState = { kind: 'loading', progress: { read: 0, expected: null } }

/** What screens listen to while the code that reads the account is on its way. */
export const waitingStore: Engine = {
  subscribe: () => () => undefined,
  state: () => WAITING,
  insight: () => NO_INSIGHT,
  refresh: () => undefined,
  chooseGroup: () => undefined,
  readOffered: () => undefined,
  past: () => waitingStore,
  rulebookDesk: {
    canWrite: false,
    save: () => Promise.resolve({ kind: 'failed', error: { kind: 'offline' } }),
    reread: () => Promise.resolve(null),
    write: () => '',
    read: () => ({ versions: [], problems: [] }),
  },
  lookDesk: { see: () => Promise.resolve(null) },
  ownGoalDesk: {
    read: () => Promise.resolve([]),
    set: () => Promise.resolve(false),
    remove: () => Promise.resolve(false),
  },
  ticketDesk: NO_TICKET,
  setInFront: () => undefined,
  close: () => undefined,
}
