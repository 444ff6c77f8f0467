import type { run, RunOptions } from 'axe-core'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { queryOf, SCREENS, type ScreenName, type View } from '../gallery/view.ts'
import type { Sample } from '../ui/sampleStates.ts'
import { NOW } from '../ui/sampleTickets.ts'
import { startStandIn, type StandIn } from '../zendesk/server.ts'
import { launchBrowser } from './browser.ts'

const SCREENSHOTS = 'tmp/screenshots/gallery'
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const SKELETON = '[data-garden-id="loaders.skeleton"]'
/** Longer than what a screen adds after its first paint takes to begin. */
const QUIET_MILLISECONDS = 100
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let standIn: StandIn
let browser: Browser

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true })
  standIn = await startStandIn({ now: NOW * 1000, tickets: 100 })
  browser = await launchBrowser()
  // Built before the clock of a test runs.
  const built = await fetch(`${standIn.hostUrl}/states/`)
  if (!built.ok) throw new Error(await built.text())
})
afterAll(async () => {
  await browser.close()
  await standIn.close()
})

interface Inspected {
  readonly page: Page
  /** Loads an address of the gallery. */
  readonly open: (address: string) => Promise<void>
  /** Shows another state on the page of one, without loading it again. */
  readonly turnTo: (view: View) => Promise<void>
  /** Errors since the last time, width that does not fit, and what axe finds. */
  readonly faults: () => Promise<readonly string[]>
}

/** Waits in the page until nothing in it has changed for so long. */
const untilQuiet = (milliseconds: number) =>
  new Promise<void>((quiet) => {
    const finish = () => {
      observer.disconnect()
      quiet()
    }
    let timer = setTimeout(finish, milliseconds)
    const observer = new MutationObserver(() => {
      clearTimeout(timer)
      timer = setTimeout(finish, milliseconds)
    })
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  })

/** Lends a page of this width to the work. */
async function inspect<T>(width: number, work: (inspected: Inspected) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  const errors: string[] = []
  const loading = new Set<unknown>()
  page.on('pageerror', (error) => errors.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`logged: ${message.text()}`)
  })
  page.on('request', (request) => loading.add(request))
  page.on('requestfinished', (request) => loading.delete(request))
  page.on('requestfailed', (request) => loading.delete(request))
  await page.clock.setFixedTime(NOW * 1000)
  await page.addInitScript(`if (window === top) { ${AXE} }`)

  async function settled() {
    await page.waitForSelector('main')
    do await page.evaluate(untilQuiet, QUIET_MILLISECONDS)
    while (loading.size > 0)
  }

  try {
    return await work({
      page,
      async open(address) {
        await page.goto(`${standIn.hostUrl}/states/${address}`)
        await settled()
      },
      async turnTo(view) {
        await page.evaluate((query) => {
          history.replaceState(null, '', `state.html${query}`)
          dispatchEvent(new PopStateEvent('popstate'))
        }, queryOf(view))
        await settled()
      },
      async faults() {
        const overflow = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement
          return scrollWidth - clientWidth
        })
        const violations = await page.evaluate(async (values) => {
          const { axe: inPage } = window as unknown as { axe: { run: typeof run } }
          const options: RunOptions = { runOnly: { type: 'tag', values }, resultTypes: ['violations'], iframes: false }
          return (await inPage.run(options)).violations
        }, TAGS)
        return [
          ...errors.splice(0),
          ...(overflow > 0 ? [`${String(overflow)} px too wide`] : []),
          ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`),
        ]
      },
    })
  } finally {
    await context.close()
  }
}

type Variant = Pick<View, 'screen' | 'scheme' | 'dir' | 'width'> & { readonly name: string }

const SIDEBAR: readonly Variant[] = [
  { screen: 'sidebar', name: 'light-320', scheme: 'light', dir: 'ltr', width: 320 },
  { screen: 'sidebar', name: 'dark-280', scheme: 'dark', dir: 'ltr', width: 280 },
  { screen: 'sidebar', name: 'rtl-600', scheme: 'light', dir: 'rtl', width: 600 },
]
const PAGES_OF_NAV_BAR: readonly ScreenName[] = ['team', 'goals', 'data']
const NAV_BAR = PAGES_OF_NAV_BAR.flatMap((screen): readonly Variant[] => [
  { screen, name: 'light-1280', scheme: 'light', dir: 'ltr', width: 1280 },
  { screen, name: 'dark-rtl-1280', scheme: 'dark', dir: 'rtl', width: 1280 },
])
const OUTSIDE: readonly Variant[] = [
  { screen: 'outside', name: 'light-320', scheme: 'light', dir: 'ltr', width: 320 },
  { screen: 'outside', name: 'dark-rtl-1280', scheme: 'dark', dir: 'rtl', width: 1280 },
]

describe('every state', () => {
  it.concurrent.each([...SIDEBAR, ...NAV_BAR, ...OUTSIDE])(
    'of the screen $screen, $name, passes axe, fits its width and logs no error',
    { timeout: 300_000 },
    async ({ screen, name, scheme, dir, width }) => {
      const found = await inspect(width, async ({ page, open, turnTo, faults }) => {
        const found: string[] = []
        const prefix = PAGES_OF_NAV_BAR.includes(screen) ? `${screen}-` : ''
        for (const [state, sample] of Object.entries<Sample | null>(SCREENS[screen].samples)) {
          const view: View = { screen, scheme, dir, width, state }
          if (page.url() === 'about:blank') await open(`state.html${queryOf(view)}`)
          else await turnTo(view)
          if (sample?.state.kind !== 'loading') await page.waitForSelector(SKELETON, { state: 'detached' })
          await page.screenshot({ path: `${SCREENSHOTS}/${prefix}${state}-${name}.png`, fullPage: true })
          for (const fault of await faults()) found.push(`${state}: ${fault}`)
        }
        return found
      })
      expect(found).toEqual([])
    },
  )
})

describe('the inspection', () => {
  it.each([
    ['an element that is too wide', '<div style="width: 321px; height: 1px"></div>', /^\d+ px too wide$/],
    ['grey on grey', '<p style="color: #999; background: #aaa">Words</p>', /^color-contrast: <p /],
    [
      'a target of 10 px',
      '<button style="all: unset; width: 10px; height: 10px" aria-label="A"></button>'.repeat(2),
      /^target-size: /,
    ],
    ['an error', '<img src="" onerror="throw Error(\'planted\')" alt="">', /^error: planted$/],
    ['a warning of React', '<img src="" onerror="console.error(\'planted\')" alt="">', /^logged: planted$/],
  ])('finds %s', async (_, planted, found) => {
    const faults = await inspect(320, async ({ page, open, faults }) => {
      await open(`state.html${queryOf({ screen: 'sidebar', scheme: 'light', dir: 'ltr', width: 320, state: 'ready' })}`)
      await page.evaluate((html) => document.querySelector('main')!.insertAdjacentHTML('beforeend', html), planted)
      return faults()
    })
    expect(faults).toEqual([expect.stringMatching(found)])
  })
})

describe('the gallery', () => {
  const all: View = { screen: 'sidebar', scheme: 'light', dir: 'ltr', width: 320, state: null }

  const STATES = '**/state.html*'
  /** In the place of forty apps where none of them is looked at. */
  const blank = (route: Route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>State</title>' })

  it('is found from the workspace', async () => {
    await inspect(1280, async ({ page }) => {
      await page.route(STATES, blank)
      await page.goto(standIn.hostUrl)
      await page.getByRole('link', { name: 'States' }).click()
      await page.getByRole('heading', { level: 2, name: 'ready', exact: true }).waitFor()
    })
  })

  it.each([
    ['sidebar', 'light'],
    ['sidebar', 'dark'],
    ['goals', 'dark'],
  ] as const)('passes axe itself and fits a window, %s, %s', async (screen, scheme) => {
    const found = await inspect(1920, async ({ page, open, faults }) => {
      await page.route(STATES, blank)
      await open(queryOf({ ...all, screen, scheme, width: SCREENS[screen].widths[0] }))
      return faults()
    })
    expect(found).toEqual([])
  })

  it('shows every state in a frame that is as high as its contents', async () => {
    await inspect(400, async ({ page, open }) => {
      await open(queryOf(all))
      const titles = await page
        .locator('iframe')
        .evaluateAll((frames) => frames.map((frame) => frame.getAttribute('title')))
      expect(titles).toEqual(Object.keys(SCREENS.sidebar.samples).map((state) => `Sidebar: ${state}`))
      await page.screenshot({ path: `${SCREENSHOTS}/gallery.png` })
      const frame = page.getByTitle('Sidebar: ready', { exact: true })
      const missing = () =>
        frame.evaluate((element: HTMLIFrameElement) => {
          const page = element.contentDocument!.documentElement
          return page.querySelector('[data-metric]') === null ? null : page.scrollHeight - element.clientHeight
        })
      await expect.poll(missing).toBe(0)
      expect(await frame.evaluate((element) => element.clientHeight)).toBeGreaterThan(SCREENS.sidebar.height)
    })
  })

  it('leads to one state alone, and from there to the same state in another scheme, width and screen', async () => {
    await inspect(1280, async ({ page, open }) => {
      await page.route(STATES, blank)
      await open(queryOf(all))
      await page.unroute(STATES)
      await page.getByRole('region', { name: 'empty', exact: true }).getByRole('link', { name: 'Alone' }).click()
      await page.getByRole('link', { name: 'Dark' }).click()
      await page.getByRole('link', { name: '280' }).click()
      await page.getByRole('link', { name: 'Right to left' }).click()
      const app = page.frameLocator('iframe').locator('html')
      await app.locator('main').waitFor()
      expect(await page.locator('iframe').count()).toBe(1)
      const seen = await app.evaluate((html: HTMLElement) => [
        html.dir,
        html.clientWidth,
        getComputedStyle(html).colorScheme,
      ])
      expect(seen).toEqual(['rtl', 280, 'dark'])
      await page.getByRole('link', { name: 'Goals' }).click()
      await page.frameLocator('iframe').getByRole('heading', { level: 1 }).first().waitFor()
      expect(await page.locator('iframe').getAttribute('title')).toBe('Goals: empty')
    })
  })

  it('shows the page outside Zendesk in the asked-for scheme and direction', async () => {
    await inspect(1280, async ({ page, open }) => {
      await open(
        `state.html${queryOf({ screen: 'outside', scheme: 'dark', dir: 'rtl', width: 1280, state: 'outside' })}`,
      )
      const seen = await page
        .locator('html')
        .evaluate((html: HTMLElement) => [html.dir, getComputedStyle(html).colorScheme])
      expect(seen).toEqual(['rtl', 'dark'])
    })
  })
})
