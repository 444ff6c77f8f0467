import type { Browser, BrowserContext, Frame, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SDK_CDN_URL } from '../zendesk/bundle.ts'
import { sdkBundle, startStandIn, type StandIn } from '../zendesk/server.ts'
import { launchBrowser } from './browser.ts'

const NOW = Date.parse('2026-11-20T10:42:00Z')
const MINUTE = 60_000
const TICKETS = Array.from({ length: 10 }, (_, index) => 30_011 + index)
const FRONT = TICKETS[0]!
const HIDDEN = TICKETS.slice(1)
/** Long enough for ten copies on a machine that is busy with something else. */
const WAIT = { timeout: 60_000 }

/** How often callbacks of timers ran, by the kind of timer and who had asked for it. */
type Fired = Record<string, number>

let standIn: StandIn
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  standIn = await startStandIn({ sdk: 'cdn', now: NOW, tickets: 3000 })
  browser = await launchBrowser()
})
beforeEach(() => openBrowserPage())
afterEach(() => context.close())
afterAll(async () => {
  await browser.close()
  await standIn.close()
})

async function openBrowserPage(): Promise<void> {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  page = await context.newPage()
  await page.clock.install({ time: NOW })
  // After the clock, so that what is watched are the timers that the frame's scripts get.
  await page.addInitScript(watchTimers)
  await page.addInitScript(watchRequests)
  const body = await sdkBundle()
  await context.route(SDK_CDN_URL, (route) => route.fulfill({ contentType: 'text/javascript', body }))
}

/** In each frame: counts the callbacks of timers that run. */
function watchTimers(): void {
  const scope = globalThis as unknown as Record<string, unknown> & { fired: Fired }
  scope.fired = {}
  for (const kind of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback']) {
    const original = scope[kind] as (callback: unknown, ...rest: unknown[]) => unknown
    scope[kind] = (callback: unknown, ...rest: unknown[]) => {
      const callers = (new Error().stack ?? '').split('\n').slice(2, 5)
      const by = `${kind}: ${callers.map((line) => line.trim().replace(/https?:\/\/[^/]+/, '')).join(', ')}`
      const counted = (...given: unknown[]) => {
        scope.fired[by] = (scope.fired[by] ?? 0) + 1
        return (callback as (...given: unknown[]) => unknown)(...given)
      }
      return original.call(globalThis, counted, ...rest)
    }
  }
}

/** In the host page: notes which copy each request comes from. */
function watchRequests(): void {
  if (window !== window.top) return
  const asked: (string | null)[] = []
  ;(globalThis as unknown as { asked: unknown }).asked = asked
  addEventListener('message', ({ source, data }) => {
    if (typeof data !== 'string' || !data.includes('"request:')) return
    const frame = [...document.querySelectorAll('iframe')].find(({ contentWindow }) => contentWindow === source)
    asked.push(frame?.title ?? null)
  })
}

const titleOf = (ticket: number) => `Laurel, ticket ${ticket}`

async function frameOf(ticket: number): Promise<Frame> {
  const element = await page.waitForSelector(`iframe[title="${titleOf(ticket)}"]`, { state: 'attached' })
  return (await element.contentFrame())!
}

async function openTickets(tickets: readonly number[]): Promise<void> {
  await page.goto(`${standIn.hostUrl}/?as=agent&tickets=${tickets.join(',')}`)
  await (await frameOf(tickets[0]!)).waitForSelector('[data-metric=csat] data', WAIT)
}

/** Searches that were asked for while this was done. */
async function searchesDuring(work: () => Promise<void>): Promise<number> {
  const before = standIn.requests.length
  await work()
  return standIn.requests.slice(before).filter(({ address }) => address.includes('search/export')).length
}

/** Brings each ticket to the front once, the first one last. */
async function visitAll(): Promise<void> {
  for (const ticket of [...HIDDEN, FRONT]) {
    await page.locator(`#tab-${ticket}`).click()
    await (await frameOf(ticket)).waitForSelector('[data-metric=csat] data', WAIT)
  }
}

interface Hour {
  /** By the title of the copy. */
  readonly fired: Readonly<Record<string, Fired>>
  /** The titles of the copies that made a request, as often as they did. */
  readonly asked: readonly (string | null)[]
}

/** What the hidden copies did while an hour passed, and who asked for something meanwhile. */
async function anHour(): Promise<Hour> {
  // What loading left behind comes to its end first.
  await page.clock.runFor(2 * MINUTE)
  for (const ticket of HIDDEN) await (await frameOf(ticket)).evaluate('fired = {}')
  await page.evaluate('asked.length = 0')
  const before = standIn.requests.length
  const waiting = () => page.evaluate<number>('asked.length').then((asked) => asked - standIn.requests.length + before)
  for (let minute = 0; minute < 60; minute++) {
    await page.clock.runFor(MINUTE)
    // Answers take real time, in which a virtual minute should not pass. One that never comes holds nobody up.
    await page.waitForTimeout(30)
    for (let tries = 0; tries < 20 && (await waiting()) > 0; tries++) await page.waitForTimeout(50)
  }
  const fired: Record<string, Fired> = {}
  for (const ticket of HIDDEN) {
    const callbacks = await (await frameOf(ticket)).evaluate<Fired>('fired')
    if (Object.keys(callbacks).length > 0) fired[titleOf(ticket)] = callbacks
  }
  return { fired, asked: await page.evaluate<(string | null)[]>('asked') }
}

describe('ten tickets open', () => {
  it('are read for once, as one would be', async () => {
    const ofAll = await searchesDuring(async () => {
      await openTickets(TICKETS)
      await visitAll()
    })
    await context.close()
    await openBrowserPage()
    expect(await searchesDuring(() => openTickets([FRONT]))).toBe(ofAll)
  })

  it('have one worker', async () => {
    await openTickets(TICKETS)
    await visitAll()
    expect(page.workers().length).toBeLessThanOrEqual(1)
    await page.clock.runFor(40 * MINUTE)
    await expect
      .poll(() => page.workers().map((worker) => worker.url().split('/').at(-1)))
      .toEqual(['readPageWorker.js'])
  })

  it.each([
    ['that were in front before', visitAll],
    ['that were never in front', () => Promise.resolve()],
  ])('rest, those hidden %s: for an hour no timer of theirs fires and nothing is asked for', async (_, visit) => {
    await openTickets(TICKETS)
    await visit()
    const { fired, asked } = await anHour()
    expect({ fired, asked: asked.filter((title) => title !== titleOf(FRONT)) }).toEqual({ fired: {}, asked: [] })
    expect(asked).toContain(titleOf(FRONT))
  })
})
