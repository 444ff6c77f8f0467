import type { Ask } from '../zendesk/ask.ts'
import type { ZafClient } from '../zendesk/join.ts'
import { ticketAtHand, watchTicket } from '../zendesk/ticketAtHand.ts'
import type { Installation } from '../zendesk/installation.ts'
import { indexedDbShelf } from './indexedDb.ts'
import { indexedDbDrawer } from './drawer.ts'
import { type LookDesk, lookDesk } from './lookDesk.ts'
import { type OwnGoalDesk, ownGoalDesk } from './ownGoalDesk.ts'
import { NO_TICKET } from './noTicket.ts'
import { createPageReader } from './pageReader.ts'
import { browserPeers } from './peers.ts'
import type { Clock } from './ports.ts'
import { type RulebookDesk, rulebookDesk } from './rulebookDesk.ts'
import { createTicketDesk, type TicketDesk } from './ticketDesk.ts'
import { createStore, type Store, type StoreOptions } from './store.ts'

/** The store of what is on screen, and of the account's past, which reads nothing before it is asked for. */
export interface Engine extends Store {
  readonly past: () => Store
  readonly rulebookDesk: RulebookDesk
  readonly lookDesk: LookDesk
  readonly ownGoalDesk: OwnGoalDesk
  readonly ticketDesk: TicketDesk
}

/** The stores as a browser runs them: with its database, its locks and channels, its clock, and a worker. */
export function startEngine(
  request: Ask,
  whose: Pick<StoreOptions, 'owner' | 'person' | 'settings' | 'timeZone' | 'isInFront'> & {
    readonly focus: 'own' | 'group'
    readonly installation: Installation | null
    /** The settings with which this copy was loaded, not checked. */
    readonly loaded: unknown
    /** Tells of the ticket beside which this copy is open; `null`: it is beside none. */
    readonly beside: ZafClient | null
  },
): Engine {
  const pages = createPageReader(
    () => new Worker(new URL('../readPageWorker.ts', import.meta.url), { type: 'module' }),
    async (...page) => (await import('../zendesk/page.ts')).readPage(...page),
  )
  const shelf = indexedDbShelf()
  const drawer = indexedDbDrawer()
  // Both are copies to each other, as those in other frames: they share the budget and the locks.
  const start = (focus: StoreOptions['focus']) =>
    createStore({
      ...whose,
      // Who asks for the past is here.
      isInFront: focus === 'past' || whose.isInFront,
      focus,
      request,
      readPage: pages.read,
      shelf,
      peers: browserPeers(whose.owner),
      clock: { now: Date.now, sleep },
      random: Math.random,
    })
  const store = start(whose.focus)
  const { beside, person } = whose
  const ticketDesk =
    beside === null
      ? NO_TICKET
      : createTicketDesk({
          read: () => ticketAtHand(beside),
          watch: (listener) => watchTicket(beside, listener),
          ask: person?.isAdmin === true ? request : null,
          now: () => Math.floor(Date.now() / 1000),
        })
  ticketDesk.setInFront(whose.isInFront)
  let past: Store | null = null
  return {
    ...store,
    past: () => (past ??= start('past')),
    rulebookDesk: rulebookDesk(whose.installation, whose.loaded),
    lookDesk: lookDesk(drawer, whose.owner, whose.timeZone),
    ownGoalDesk: ownGoalDesk(drawer, whose.owner),
    ticketDesk,
    setInFront(isInFront) {
      store.setInFront(isInFront)
      ticketDesk.setInFront(isInFront)
      if (!isInFront) pages.rest()
      past?.setInFront(isInFront)
    },
    close() {
      store.close()
      past?.close()
      pages.close()
    },
  }
}

/** A sleep that nobody waits for any more leaves no timer behind. */
const sleep: Clock['sleep'] = (milliseconds, signal) =>
  new Promise((wake) => {
    const timer = setTimeout(wake, milliseconds)
    signal?.addEventListener('abort', () => clearTimeout(timer))
  })
