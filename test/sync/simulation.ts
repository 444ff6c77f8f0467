import { accountReport, tally } from '../../src/domain/report.ts'
import { periodContaining } from '../../src/domain/period.ts'
import { ticketAt } from '../../src/domain/ticketTable.ts'
import { ratingAt } from '../../src/domain/ratingRecords.ts'
import { memoryShelf, type Shelf } from '../../src/sync/shelf.ts'
import type { Facts } from '../../src/sync/syncState.ts'
import type { Account } from '../zendesk/shapes.ts'
import { generateAccount } from '../zendesk/account.ts'
import { type VirtualClock, virtualClock } from '../zendesk/clock.ts'
import { type Desk, openDesk } from '../zendesk/desk.ts'
import { faultPlan } from '../zendesk/faults.ts'
import { live } from '../zendesk/happenings.ts'
import { type Random, randomFrom } from '../zendesk/random.ts'
import { type Browser, type Copy, openBrowser, settings, ZONE } from './browser.ts'

export const NOW = Date.parse('2026-11-20T10:42:00Z')
const MINUTE = 60_000
const LAG_SECONDS = 120
/** However much went wrong, so long after the last fault everything is read. */
const PATIENCE_MINUTES = 120

let shared: Account | null = null
/** A small account, in pages of 40: about ten of them. */
export const smallAccount = (): Account => (shared ??= generateAccount({ seed: 7, now: NOW, tickets: 400, weeks: 8 }))

const ROLES = ['admin', 'agent', 'lead'] as const

/** What a copy comes to know, as numbers: every scorecard of three periods, what was left out, and every row. */
export function numbersOf({ table, people, scope }: Facts, now: number): string {
  const whole = Math.floor(now / 1000)
  const cards = (['month', 'week', 'quarter'] as const).flatMap((cadence) => {
    const period = periodContaining(cadence, whole, ZONE)
    const basis = { table, people, settings, period, now: whole }
    return (['agent', 'group'] as const).flatMap((by) =>
      accountReport(basis, by).map(({ subject, lines }) => [cadence, subject.kind, subject.id, lines]),
    )
  })
  const rows = Array.from({ length: table.tickets.length }, (_, row) => ticketAt(table, row))
    // A change of the system's moves the version alone, and search does not find it.
    .map((ticket) => (scope.kind === 'account' ? ticket : { ...ticket, version: 0 }))
    .sort((a, b) => a.id - b.id)
  const ratings = Array.from({ length: table.ratings.length }, (_, row) => ratingAt(table, row))
    // A second thought that comes to the same is not listed again, and changes no number.
    .map((rating) => ({ ...rating, updated: 0 }))
    .sort((a, b) => a.id - b.id)
  const { read, counted, leftOut } = tally(table)
  return JSON.stringify({ scope, ratings, rows, tally: { read, counted, leftOut: [...leftOut].sort() }, cards })
}

export interface Outcome {
  readonly seed: number
  readonly isSame: boolean
  readonly what: string
  /** Where the two first part, for a failing seed to show. */
  readonly difference: string | null
  readonly last: string
}

function differenceBetween(found: string, expected: string): string {
  let at = 0
  while (at < found.length && found[at] === expected[at]) at++
  const around = (text: string) => text.slice(Math.max(0, at - 300), at + 300)
  return `found ${around(found) || 'nothing'}\nexpected ${around(expected) || 'nothing'}`
}

/** One afternoon of one person, drawn from the seed, whatever strikes; and then whether the copy knows what a fresh one reads. */
export async function simulate(seed: number): Promise<Outcome> {
  const random = randomFrom(seed * 7919 + 13)
  const clock = virtualClock(NOW)
  const role = ROLES[seed % 3]!
  const calm = { from: Infinity }
  const faults = faultPlan(seed, { share: random.pick([0, 0.1, 0.25, 0.5]), spare: () => clock.now() >= calm.from })
  const desk = openDesk(smallAccount(), {
    now: clock.now,
    faults,
    limits: {
      perMinute: random.pick([200, 400, 700]),
      othersPerMinute: random.pick([0, 100, 190]),
      retryAfter: random.chance(0.5),
    },
    indexLagSeconds: LAG_SECONDS,
    metricSets: random.pick(['embedded', 'beside'] as const),
    plan: {
      metricSetsInSearch: random.chance(0.7),
      ratings: random.pick(['listed', 'listed', 'empty', 403, 404] as const),
    },
  })
  const life = live(desk, clock, seed, { perHour: random.pick([0, 60, 600]) })
  const storage = drawStorage(random, clock)
  const browser = openBrowser({
    clock,
    random,
    hasLocks: random.chance(0.7),
    hasChannel: random.chance(0.8),
    shelf: storage.shelf,
    pageSize: random.pick([20, 40, 200]),
  })
  const person = personOf(desk, role)
  const afternoon = await liveThrough({ browser, desk, role, person, random, clock })

  calm.from = clock.now()
  storage.calm()
  life.stop()
  await clock.advance((LAG_SECONDS + 61) * 1000)
  const last = afternoon.last()
  const known = await settled(last, clock)
  const fresh = openBrowser({ clock, random }).open(openCalm(desk), role, person, focusOf(role))
  const right = await settled(fresh, clock)
  fresh.kill()
  last.kill()
  const now = clock.now()
  const [found, expected] = [known, right].map((facts) => (facts === null ? null : numbersOf(facts, now)))
  const isSame = found !== null && found === expected
  const what = `${role}, ${storage.kind}, ${faults.log.length} faults, ${life.log.length} happenings, ${afternoon.kills()} kills`
  return {
    seed,
    isSame,
    what,
    difference: isSame ? null : differenceBetween(found ?? '', expected ?? ''),
    last: JSON.stringify(last.store.state(), (key, value: unknown) => (key === 'facts' ? undefined : value)),
  }
}

const focusOf = (role: string) => (role === 'agent' ? 'own' : 'group')

/** The same account, without limits and faults. */
const openCalm = (desk: Desk): Desk => Object.create(desk, { limits: { value: null }, faults: { value: null } }) as Desk

export function personOf(desk: Desk, role: string): number {
  const { users } = desk.account
  const found = users.find((user) =>
    role === 'admin'
      ? user.role === 'admin'
      : role === 'lead'
        ? user.custom_role_id !== null && user.role === 'agent'
        : user.role === 'agent' && user.custom_role_id === null,
  )
  return found!.id
}

interface Afternoon {
  readonly browser: Browser
  readonly desk: Desk
  readonly role: string
  readonly person: number
  readonly random: Random
  readonly clock: VirtualClock
}

/** Copies are opened, hidden, shown, asked and killed at any moment. */
async function liveThrough({ browser, desk, role, person, random, clock }: Afternoon) {
  const open = () => browser.open(desk, role, person, focusOf(role))
  let copies: Copy[] = [open()]
  let kills = 0
  const events = random.whole(3, 14)
  for (let event = 0; event < events; event++) {
    await clock.advance(random.pick([1, 50, 400, 2000, 15_000, 3 * MINUTE, 16 * MINUTE]))
    for (const { store } of copies) store.readOffered()
    const copy = random.pick(copies)
    switch (random.pick(['kill', 'open', 'hide', 'show', 'refresh', 'nothing'])) {
      case 'kill':
        copy.kill()
        kills++
        copies = copies.filter((each) => each !== copy)
        if (copies.length === 0) copies.push(open())
        break
      case 'open':
        if (copies.length < 4) copies.push(open())
        break
      case 'hide':
        copy.store.setInFront(false)
        break
      case 'show':
        copy.store.setInFront(true)
        break
      case 'refresh':
        copy.store.refresh()
        break
    }
  }
  return {
    kills: () => kills,
    last() {
      const [last, ...others] = copies
      for (const each of others) each.kill()
      last!.store.setInFront(true)
      return last!
    },
  }
}

/** Asks until nothing new comes any more; the facts, or `null` when it takes too long. */
async function settled({ store }: Copy, clock: VirtualClock): Promise<Facts | null> {
  const start = Math.floor(clock.now() / 1000)
  let asked = 0
  for (let minute = 0; minute < PATIENCE_MINUTES; minute++) {
    store.readOffered()
    const state = store.state()
    if (state.kind === 'ready' && state.facts.asOf >= start && ++asked > 3) return state.facts
    if (state.kind !== 'refreshing' && state.kind !== 'loading' && state.kind !== 'partial') store.refresh()
    await clock.advance(MINUTE)
  }
  return null
}

/** A browser's storage, which may be denied, full, wiped or broken until all is calm. */
function drawStorage(random: Random, clock: VirtualClock) {
  const kind = random.pick(['good', 'good', 'good', 'denied', 'full', 'wiped', 'broken'] as const)
  let inner = memoryShelf()
  let isCalm = false
  let saves = 0
  const limit = random.whole(1, 30)
  const shelf: Shelf = {
    async load(key) {
      await clock.sleep(random.whole(0, 20))
      if (kind === 'denied') throw new DOMException('denied', 'UnknownError')
      if (kind === 'wiped' && !isCalm && random.chance(0.2)) inner = memoryShelf()
      const kept = await inner.load(key)
      if (kept === null || kind !== 'broken' || isCalm || kept.chunks.size === 0 || random.chance(0.5)) return kept
      const chunks = new Map(kept.chunks)
      const place = random.pick([...chunks.keys()])
      if (random.chance(0.5)) chunks.delete(place)
      else chunks.set(place, { tickets: { length: 3, arrays: {} } })
      return { mark: kept.mark, chunks }
    },
    async save(...all) {
      await clock.sleep(random.whole(0, 20))
      if (kind === 'denied') throw new DOMException('denied', 'UnknownError')
      if (kind === 'full' && !isCalm && ++saves > limit) throw new DOMException('full', 'QuotaExceededError')
      if (kind === 'wiped' && !isCalm && random.chance(0.05)) inner = memoryShelf()
      const [key, expected, mark, put, drop] = all
      return inner.save(key, expected, structuredClone(mark), structuredClone(put), drop)
    },
    revision: (key) => inner.revision(key),
    keepOnly: (owner) => inner.keepOnly(owner),
  }
  return { kind, shelf, calm: () => (isCalm = true) }
}
