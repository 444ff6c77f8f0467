import 'temporal-polyfill/global'
import { resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../e2e/browser.ts'
import {
  ARRIVING_PAGES,
  type Arrival,
  STORED_TICKETS,
  type StoreTurn,
  TICKETS_A_PAGE,
  type Way,
  WAYS,
} from './browserPage/measured.ts'
import { serveBenchPages } from './browserPage/serve.ts'
import { ingestPages } from './ingestPages.ts'
import { median } from './timing.ts'

/*
 * What only a browser can tell: what it costs to keep tickets in its database, and how long a frame is held up while pages of
 * tickets come in. The browser's profile is a private one, whose database is in memory; the product's and the usual way have
 * the same.
 */

const STORE_TURNS = 3
const ARRIVAL_TURNS = 5
/** A slow computer, as the browser's own tools imitate it. */
const SLOWDOWN = 4

export interface BrowserResults {
  readonly version: string
  readonly store: readonly StoreTurn[]
  readonly arrivals: readonly Readonly<Record<Way, Arrival>>[]
}

export async function browserBench(): Promise<BrowserResults> {
  const { server, origin } = await serveBenchPages(resolve('test/bench/browserPage'), ingestPages(ARRIVING_PAGES))
  // As on a desktop, where a frame of another site has a process of its own.
  const browser = await launchBrowser(['--site-per-process'])
  try {
    return {
      version: browser.version(),
      store: await measureStore(browser, origin),
      arrivals: await measureArrivals(browser, origin),
    }
  } finally {
    await browser.close()
    server.close()
  }
}

async function measureStore(browser: Browser, origin: string): Promise<StoreTurn[]> {
  const turns: StoreTurn[] = []
  for (let turn = 0; turn < STORE_TURNS; turn++) {
    // A profile of its own, since what was deleted still weighs on a database.
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`${origin}/store`)
    await page.waitForFunction("'measureStore' in globalThis")
    turns.push(await page.evaluate<StoreTurn>('measureStore()'))
    await context.close()
  }
  return turns
}

async function measureArrivals(browser: Browser, origin: string): Promise<BrowserResults['arrivals']> {
  const page = await browser.newPage()
  await page.goto(`${origin}/host`)
  await page.waitForFunction("'measureArrival' in globalThis")
  const arrival = async (way: Way) => {
    await page.evaluate(`openFrame('${way}')`)
    // The frame is of another site, so it is slowed down by itself and not with the page around it.
    const session = await page.context().newCDPSession(page.frames().at(-1)!)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
    return page.evaluate<Arrival>('measureArrival()')
  }
  const turns = []
  for (let turn = 0; turn < ARRIVAL_TURNS; turn++)
    turns.push({ nobody: await arrival('nobody'), worker: await arrival('worker'), naive: await arrival('naive') })
  await page.close()
  return turns
}

interface Goal {
  readonly what: string
  readonly measured: number
  readonly sign: '≥' | '≤'
  readonly goal: number
  readonly unit: string
}

/**
 * Medians over the turns; of a ratio, the median of each turn's own. Of what holds a frame up only the part is ours that it has beyond a frame
 * in which nobody reads what comes in: so slowed down, a page of 4.5 MB alone takes longer to arrive than a task should.
 */
export function browserGoals({ store, arrivals }: BrowserResults): readonly Goal[] {
  const ratio = (value: (turn: StoreTurn) => number) => median(store.map(value))
  const beyond = (way: Way, value: (arrival: Arrival) => number) =>
    median(arrivals.map((turn) => value(turn[way]) - value(turn.nobody)))
  const atLeast = { sign: '≥', unit: '×' } as const
  return [
    {
      what: 'writing columns, rows over it',
      measured: ratio((t) => t.rowsWrite / t.columnsWrite),
      goal: 40,
      ...atLeast,
    },
    { what: 'reading columns, rows over it', measured: ratio((t) => t.rowsRead / t.columnsRead), goal: 3, ...atLeast },
    { what: 'long tasks of the worker way', measured: beyond('worker', longTasks), sign: '≤', goal: 0, unit: '' },
    { what: 'longest gap of the worker way', measured: beyond('worker', gap), sign: '≤', goal: 60, unit: ' ms' },
    { what: 'longest gap of the naive way', measured: beyond('naive', gap), sign: '≥', goal: 60, unit: ' ms' },
  ]
}

const longTasks = (arrival: Arrival) => arrival.longTasks
const gap = (arrival: Arrival) => arrival.gap

/** The table of `browserBench` for people. */
export function printBrowser(results: BrowserResults): void {
  const { version, store, arrivals } = results
  console.log(
    `Chromium ${version}: ${STORED_TICKETS} tickets in its database, median (best–worst) of ${store.length} turns`,
  )
  console.log(`ms        ${'columns'.padStart(22)} ${'a record a ticket'.padStart(26)}`)
  for (const [name, ours, theirs] of [
    ['write', store.map((turn) => turn.columnsWrite), store.map((turn) => turn.rowsWrite)],
    ['read', store.map((turn) => turn.columnsRead), store.map((turn) => turn.rowsRead)],
  ] as const)
    console.log(`${name.padEnd(9)} ${spread(ours).padStart(22)} ${spread(theirs).padStart(26)}`)
  console.log(`${store[0]!.bytesPerTicket.toFixed(1)} B a ticket in the columns`)
  console.log(
    `\n${ARRIVING_PAGES} pages of ${TICKETS_A_PAGE} tickets into a frame, ${SLOWDOWN} times slowed down, of ${arrivals.length} turns`,
  )
  console.log(
    `way     ${'long tasks'.padStart(16)} ${'longest gap, ms'.padStart(22)} ${'all taken in, ms'.padStart(24)}`,
  )
  for (const way of WAYS) {
    const each = (value: (arrival: Arrival) => number) => spread(arrivals.map((turn) => value(turn[way])))
    const all = each(({ milliseconds }) => milliseconds)
    console.log(`${way.padEnd(7)} ${each(longTasks).padStart(16)} ${each(gap).padStart(22)} ${all.padStart(24)}`)
  }
  console.log()
  for (const { what, measured, sign, goal, unit } of browserGoals(results)) {
    const isReached = sign === '≥' ? measured >= goal : measured <= goal
    console.log(
      `${isReached ? '✓' : '✗'} ${what.padEnd(32)} ${`${measured.toFixed(1)}${unit}`.padEnd(12)} goal ${sign} ${goal}`,
    )
  }
}

const spread = (values: readonly number[]) =>
  `${median(values).toFixed(0)} (${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)})`
