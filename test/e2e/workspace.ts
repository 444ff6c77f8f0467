import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core'
import { SDK_CDN_URL } from '../zendesk/bundle.ts'
import { sdkBundle, type StandIn } from '../zendesk/server.ts'

export interface View {
  readonly as?: string
  readonly place?: 'ticket' | 'nav_bar'
  /** The open tabs, each with its own instance of the app. */
  readonly tickets?: readonly number[]
  /** The tab in front. */
  readonly ticket?: number
  /** Loads the nav bar's instance behind the tabs. */
  readonly preload?: 'nav_bar'
  /** Route inside the nav bar app. */
  readonly path?: string
  readonly scheme?: 'light' | 'dark'
  readonly locale?: string
  readonly width?: number
  readonly fault?: string
  readonly settings?: Readonly<Record<string, unknown>>
}

export interface OpenView {
  readonly page: Page
  /** The frame of the app that is in front. */
  readonly app: Frame
  readonly context: BrowserContext
  /** Errors of the page and of the app, and what the security policy refused. */
  readonly errors: readonly string[]
}

/** Opens the workspace at the stand-in's own time; Zendesk's CDN is answered with the SDK of npm, so the app is as it ships. */
export async function openView(browser: Browser, standIn: StandIn, view: View, now: number): Promise<OpenView> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await page.clock.install({ time: now })
  const body = await sdkBundle()
  await page.route(SDK_CDN_URL, (route) => route.fulfill({ contentType: 'text/javascript', body }))
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(view)) {
    query.set(name, name === 'settings' ? JSON.stringify(value) : String(value))
  }
  await page.goto(`${standIn.hostUrl}/?${query}`)
  const element = await page.waitForSelector('iframe:visible')
  const app = (await element.contentFrame())!
  await app.waitForSelector('main, [role=alert]')
  return { page, app, context, errors }
}

/** The app in the tab of a ticket, or in the nav bar (null), in front or behind, once it shows something. */
export async function instanceOf({ page }: OpenView, name: string, ticket: number | null): Promise<Frame> {
  const title = ticket === null ? name : `${name}, ticket ${String(ticket)}`
  const element = await page.waitForSelector(`iframe[title="${title}"]`, { state: 'attached' })
  const frame = (await element.contentFrame())!
  await frame.waitForSelector('main, [role=alert]', { state: 'attached' })
  return frame
}

/** What axe finds in the app's frame, against WCAG 2.2 AA. */
export async function violations({ page }: OpenView): Promise<readonly string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
  const found = await new AxeBuilder({ page }).include('iframe').withTags(tags).analyze()
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}
