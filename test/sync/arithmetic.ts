import { generateAccount } from '../zendesk/account.ts'
import { virtualClock } from '../zendesk/clock.ts'
import { openDesk } from '../zendesk/desk.ts'
import { faultPlan } from '../zendesk/faults.ts'
import { type Random, randomFrom } from '../zendesk/random.ts'
import type { Account } from '../zendesk/shapes.ts'
import { openBrowser } from './browser.ts'
import { personOf } from './simulation.ts'

export const NOW = Date.parse('2026-11-20T10:42:00Z')
const MINUTE = 60_000

/** What reading an account for the first time takes, on the stand-in's clock. */
export interface ColdReading {
  readonly tickets: number
  readonly requests: number
  readonly exports: number
  readonly refused: number
  /** Until the current month was whole. */
  readonly soonSeconds: number
  readonly seconds: number
  /** What limits alone make of it: 10 exports a minute for the account, and the pace that the app allows itself. */
  readonly boundSeconds: number
}

/** An admin opens the app for the first time; answers take 200 ms. */
export async function coldReading(account: Account): Promise<ColdReading> {
  const clock = virtualClock(NOW)
  const faults = faultPlan(1, { share: 0, latencyMs: 200 })
  const desk = openDesk(account, { now: clock.now, limits: {}, faults })
  const browser = openBrowser({ clock, random: randomFrom(1) })
  const { store } = browser.open(desk, 'admin', personOf(desk, 'admin'), 'own')
  const reached = new Map<string, number>()
  store.subscribe(() => {
    const { kind } = store.state()
    if (!reached.has(kind)) reached.set(kind, clock.now())
  })
  for (let minute = 0; !reached.has('ready') && minute < 240; minute++) await clock.advance(MINUTE)
  const done = reached.get('ready')
  if (done === undefined) throw new Error('The reading did not end')
  const isExport = ({ path }: { readonly path: string }) => path.startsWith('incremental/')
  const requests = browser.requests.length
  const exports = browser.requests.filter(isExport).length
  return {
    tickets: account.tickets.length,
    requests,
    exports,
    refused: browser.requests.filter(({ status }) => status === 429).length,
    soonSeconds: ((reached.get('partial') ?? done) - NOW) / 1000,
    seconds: (done - NOW) / 1000,
    boundSeconds: Math.max(Math.floor((exports - 1) / 10) * 60, ((requests - 30) / 50) * 60),
  }
}

/** A working day of many agents, in requests to the account. */
export interface WorkingDay {
  readonly agents: number
  readonly opens: number
  readonly requests: number
  /** Of requests that an account with 700 a minute may make in ten hours. */
  readonly share: number
  readonly refused: number
  /** The same opens in an app that asks for five counts each time. */
  readonly searchPerOpenRequests: number
  readonly searchPerOpenShare: number
}

const HOURS = 10
const OPENS = 150
const PER_MINUTE = 700
const SEARCHES_PER_OPEN = 5

/** Each agent opens tickets 150 times in ten hours, each time with a sidebar of its own that stays for some minutes. */
export async function workingDay(account: Account, agents: number): Promise<WorkingDay> {
  const clock = virtualClock(NOW)
  const desk = openDesk(account, { now: clock.now, limits: { perMinute: PER_MINUTE, app: null } })
  const staff = account.users.filter(
    ({ role, custom_role_id: custom, active }) => role === 'agent' && custom === null && active,
  )
  const random = randomFrom(7)
  const browsers = Array.from({ length: agents }, (_, place) => ({
    browser: openBrowser({ clock, random }),
    person: staff[place % staff.length]!.id,
  }))
  const opens = browsers
    .flatMap(({ browser, person }) => arrivals(random).map((at) => ({ at, browser, person })))
    .sort((a, b) => a.at - b.at)
  for (const { at, browser, person } of opens) {
    await clock.advance(Math.max(0, NOW + at - clock.now()))
    const copy = browser.open(desk, String(person), person, 'own')
    clock.after(random.whole(1, 8) * MINUTE, copy.kill)
  }
  await clock.advance(10 * MINUTE)
  const all = browsers.flatMap(({ browser }) => browser.requests)
  const possible = PER_MINUTE * 60 * HOURS
  return {
    agents,
    opens: opens.length,
    requests: all.length,
    share: all.length / possible,
    refused: all.filter(({ status }) => status === 429).length,
    searchPerOpenRequests: opens.length * SEARCHES_PER_OPEN,
    searchPerOpenShare: (opens.length * SEARCHES_PER_OPEN) / possible,
  }
}

/** How often three sidebars of somebody who is signed out ask in an hour. */
export async function requestsWhileSignedOut(account: Account): Promise<number> {
  const clock = virtualClock(NOW)
  const desk = openDesk(account, { now: clock.now, limits: {} })
  const gone = account.users.find(({ role, active }) => role === 'agent' && !active)
  if (gone === undefined) throw new Error('Nobody has left this account')
  const browser = openBrowser({ clock, random: randomFrom(1) })
  for (let copy = 0; copy < 3; copy++) browser.open(desk, String(gone.id), gone.id, 'own')
  await clock.advance(60 * MINUTE)
  if (!browser.requests.every(({ status }) => status === 401)) throw new Error('Somebody who is gone got an answer')
  return browser.requests.length
}

const arrivals = (random: Random) =>
  Array.from({ length: OPENS }, () => Math.floor(random.unit() * HOURS * 60 * MINUTE))

export const accountOf = (tickets: number): Account => generateAccount({ seed: 7, now: NOW, tickets })
