import type { Ask } from '../../src/zendesk/ask.ts'
import type { Message, Peers } from '../../src/sync/ports.ts'
import { memoryShelf, type Shelf } from '../../src/sync/shelf.ts'
import { createStore, type Store } from '../../src/sync/store.ts'
import { readPage } from '../../src/zendesk/page.ts'
import { budgetLeftIn } from '../../src/zendesk/response.ts'
import { parseSettings } from '../../src/zendesk/settings.ts'
import { connect } from '../zendesk/connection.ts'
import type { VirtualClock } from '../zendesk/clock.ts'
import type { Desk } from '../zendesk/desk.ts'
import type { Random } from '../zendesk/random.ts'

export const ZONE = 'Europe/Rome'
export const { settings } = parseSettings({})

/** What a browser has, or not. */
export interface BrowserOptions {
  readonly clock: VirtualClock
  readonly random: Random
  readonly hasLocks?: boolean
  readonly hasChannel?: boolean
  readonly shelf?: Shelf
  /** Answers in smaller pages than asked for, so that a small account has many. */
  readonly pageSize?: number
}

/** A copy of the app that is open. */
export interface Copy {
  readonly store: Store
  /** Gone from one moment to the next, as a frame that is taken away: no call of it comes back any more. */
  readonly kill: () => void
  readonly requests: () => number
}

/** A person's browser: copies of the app, with locks, a channel and storage between them. */
export interface Browser {
  readonly open: (desk: Desk, who: string, person: number, focus: 'own' | 'group' | 'past') => Copy
  readonly requests: readonly { readonly at: number; readonly path: string; readonly status: number }[]
}

export function openBrowser(options: BrowserOptions): Browser {
  const { clock, random, hasLocks = true, hasChannel = true, shelf = memoryShelf(), pageSize } = options
  const ears = new Map<object, ((message: Message) => void)[]>()
  const locked = new Map<string, object>()
  const requests: { at: number; path: string; status: number }[] = []

  function open(desk: Desk, who: string, person: number, focus: 'own' | 'group' | 'past'): Copy {
    const me = {}
    let isAlive = true
    let own = 0
    const send = connect(desk, clock, who)
    const never = new Promise<never>(() => undefined)
    const whileAlive = async <Value>(work: Promise<Value>): Promise<Value> => {
      const value = await work
      return isAlive ? value : never
    }
    const request: Ask = async (path) => {
      own++
      const asked = path.replace('/api/v2/', '')
      const sized =
        pageSize === undefined
          ? asked
          : asked
              .replace(/per_page=\d+/, `per_page=${pageSize}`)
              .replace(/page\[size\]=\d+/, `page[size]=${Math.ceil(pageSize / 2)}`)
      const { status, body, headers } = await whileAlive(send(sized))
      requests.push({ at: clock.now(), path: asked, status })
      const retryAfter = headers['retry-after'] ?? null
      return { status, text: body, retryAfter, budgetLeft: budgetLeftIn(headers) }
    }
    const peers: Peers = {
      hasLocks,
      tell(message) {
        if (!isAlive || !hasChannel) return
        const copy = structuredClone(message)
        for (const [whose, listeners] of ears) {
          if (whose === me) continue
          clock.after(1, () => {
            for (const listener of listeners) if (ears.has(whose)) listener(copy)
          })
        }
      },
      listen: (listener) => void ears.set(me, [...(ears.get(me) ?? []), listener]),
      takeLead(key) {
        if (!isAlive) return never
        if (!hasLocks) return Promise.resolve(() => undefined)
        if (locked.has(key)) return Promise.resolve(null)
        locked.set(key, me)
        return Promise.resolve(() => {
          if (locked.get(key) === me) locked.delete(key)
        })
      },
    }
    const store = createStore({
      request,
      readPage: (...page) => Promise.resolve(readPage(...page)),
      shelf: {
        load: (key) => whileAlive(shelf.load(key)),
        revision: (key) => whileAlive(shelf.revision(key)),
        save: (...all) => whileAlive(shelf.save(...all)),
        keepOnly: (owner) => whileAlive(shelf.keepOnly(owner)),
      },
      peers,
      clock: { now: clock.now, sleep: (milliseconds) => whileAlive(clock.sleep(Math.ceil(milliseconds))) },
      random: random.unit,
      owner: `alder-finch:${person}`,
      person: { id: person, name: who, isAdmin: who === 'admin' },
      settings,
      timeZone: ZONE,
      isInFront: true,
      focus,
    })
    return {
      store,
      requests: () => own,
      kill() {
        isAlive = false
        ears.delete(me)
        store.close()
        for (const [key, whose] of locked) if (whose === me) locked.delete(key)
      },
    }
  }
  return { open, requests }
}
