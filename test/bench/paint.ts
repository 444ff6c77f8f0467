import 'temporal-polyfill/global'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from '../e2e/browser.ts'
import { startStandIn, type StandIn } from '../zendesk/server.ts'
import { buildPaintPages } from './paintPage/pages.ts'
import { PAINTED, type Turn } from './paintPage/turn.ts'
import { isMissed, printedGate } from './results.ts'
import { median } from './timing.ts'

/*
 * npm run bench -- --part paint
 *
 * How long a scorecard whose facts are kept and fresh takes from the navigation of its frame to its first number, beside a page
 * with only React on it, in a frame of the same workspace. Each in a process of its own that has run no script before.
 */

const TURNS = 11
const SLOWDOWN = 4
const LIMIT = 2
const WAIT = { timeout: 60_000 }
/** Longer than a request that comes right after the paint would take. */
const SETTLED_MILLISECONDS = 500

export interface PaintResults {
  readonly version: string
  readonly tickets: number
  readonly app: readonly Turn[]
  readonly plain: readonly Turn[]
  /** Median over the turns of the app's time over the plain page's, to the first number, be it the one of the last time. */
  readonly ratio: number
  /** The same to the number computed from the facts that were kept. */
  readonly settledRatio: number
}

/** Takes turns: the app, the plain page, and again. */
export async function paintBench(): Promise<PaintResults> {
  const pages = await buildPaintPages()
  const appFolder = join(pages.folder, 'assets')
  const app = await startStandIn({ appFolder, manifest: pages.app })
  const plain = await startStandIn({ appFolder, manifest: pages.plain, account: app.account })
  // As on a desktop, where a frame of another site has a process of its own.
  const browser = await launchBrowser(['--site-per-process'])
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    const tickets = await keepFacts(context, app)
    const [ours, theirs]: [Turn[], Turn[]] = [[], []]
    for (let turn = -1; turn < TURNS; turn++) {
      const before = app.requests.length
      const ourTurn = await paintOf(context, app, pages.watch)
      if (app.requests.length > before) throw new Error('The scorecard asked the account, though its facts are fresh')
      const theirTurn = await paintOf(context, plain, pages.watch)
      // The first of each warms the browser up.
      if (turn < 0) continue
      ours.push(ourTurn)
      theirs.push(theirTurn)
    }
    const over = (phase: 'painted' | 'settledPainted') =>
      median(ours.map((turn, place) => turn[phase] / theirs[place]![phase]))
    return {
      version: browser.version(),
      tickets,
      app: ours,
      plain: theirs,
      ratio: over('painted'),
      settledRatio: over('settledPainted'),
    }
  } finally {
    await browser.close()
    for (const standIn of [app, plain]) await standIn.close()
    rmSync(pages.folder, { recursive: true })
  }
}

const sidebarOf = (page: Page) => page.waitForSelector('iframe[title*=", ticket "]', WAIT)

/** Opens the app once, until its facts are read and kept; gives the number of tickets that were read. */
async function keepFacts(context: BrowserContext, standIn: StandIn): Promise<number> {
  const page = await context.newPage()
  await page.goto(`${standIn.hostUrl}/?as=agent`)
  const frame = (await (await sidebarOf(page)).contentFrame())!
  await frame.waitForSelector('[data-metric=csat] data', WAIT)
  await frame.waitForSelector('button[aria-label="Refresh now"][aria-disabled=false]', WAIT)
  await page.waitForTimeout(SETTLED_MILLISECONDS)
  await page.close()
  const me = standIn.account.users.find(({ role, active }) => role === 'agent' && active)!.id
  return standIn.account.tickets.filter(({ assignee_id }) => assignee_id === me).length
}

/**
 * One turn. The nav bar's empty page comes first: the frames of one site share a process, which is slowed down through it
 * before the frame in question is there.
 */
async function paintOf(context: BrowserContext, standIn: StandIn, script: string): Promise<Turn> {
  const page = await context.newPage()
  await page.addInitScript(script)
  await page.goto(`${standIn.hostUrl}/?as=agent&place=nav_bar`)
  const empty = (await (await page.waitForSelector('#nav-bar iframe')).contentFrame())!
  await empty.waitForLoadState()
  // Not the page around it: what slows a process down keeps a processor busy for it.
  const session = await context.newCDPSession(empty)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  const painted = page.waitForEvent('console', { predicate: (message) => message.text() === PAINTED, ...WAIT })
  await page.locator('#show-tickets').click()
  await painted
  await page.waitForTimeout(SETTLED_MILLISECONDS)
  const frame = (await (await sidebarOf(page)).contentFrame())!
  const turn = await frame.evaluate<Turn>('paintTurn()')
  await page.close()
  return turn
}

/** The table of `paintBench` for people. */
export function printPaint(results: PaintResults): void {
  const { version, tickets, app, plain } = results
  console.log(
    `Chromium ${version}, ${SLOWDOWN} times slowed down: from navigation to paint, facts of ${tickets} tickets kept, ` +
      `median (best–worst) of ${app.length} turns`,
  )
  console.log(`ms                  ${'scorecard'.padStart(18)} ${'React alone'.padStart(18)}`)
  for (const [name, value] of PHASES) {
    const both = [app, plain].map((turns) => spread(turns.map((turn) => value(turn) ?? NaN)).padStart(18))
    console.log(`${name.padEnd(19)} ${both.join(' ')}`)
  }
  console.log(`computed from the facts: ${results.settledRatio.toFixed(1)}× React alone`)
  console.log(`\n${printedGate(paintGate(results))}`)
}

const PHASES: readonly (readonly [name: string, value: (turn: Turn) => number | undefined])[] = [
  ['first script came', ({ files }) => Math.min(...files.map(({ end }) => end))],
  ['app registered', ({ registered }) => registered],
  ['skeleton in page', ({ skeleton }) => skeleton],
  ['first paint', ({ firstPaint }) => firstPaint],
  ['number in page', ({ inserted }) => inserted],
  ['number painted', ({ painted }) => painted],
  ['database asked', ({ asked }) => asked],
  ['facts read', ({ facts }) => facts],
  ['last file came', ({ files }) => Math.max(...files.map(({ end }) => end))],
  ['settled in page', ({ settledInserted }) => settledInserted],
  ['settled painted', ({ settledPainted }) => settledPainted],
  ['in long tasks', ({ longTasks }) => longTasks],
]

const paintGate = ({ ratio }: PaintResults) =>
  ({
    what: 'scorecard kept, over React alone',
    measured: ratio,
    goal: LIMIT,
    limit: LIMIT,
    better: 'lower',
    unit: '×',
  }) as const

/** Whether the promise is kept. */
export const isPaintSoonEnough = (results: PaintResults): boolean => !isMissed(paintGate(results))

const spread = (values: readonly number[]) =>
  values.some(Number.isNaN)
    ? '–'
    : `${median(values).toFixed(0)} (${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)})`
