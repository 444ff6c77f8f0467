import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SDK_CDN_URL } from '../zendesk/bundle.ts'
import { sdkBundle, startStandIn, type StandIn } from '../zendesk/server.ts'
import { launchBrowser } from './browser.ts'
import { openView, type OpenView, type View, violations } from './workspace.ts'

const NOW = Date.parse('2026-11-20T10:42:00Z')
const GOALS = { csat_target_percent: 85, first_reply_target_minutes: 45, minimum_sample: 5 }
const SCREENSHOTS = 'tmp/screenshots'

let standIn: StandIn
let browser: Browser

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true })
  standIn = await startStandIn({ sdk: 'cdn', now: NOW })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await standIn.close()
})

/** What the app shows, once it says what was expected of it. */
async function seen(view: View, words: string | RegExp, presses: readonly string[] = []): Promise<OpenView> {
  const opened = await openView(browser, standIn, view, NOW)
  for (const name of presses) await opened.app.locator('a, button').getByText(name, { exact: true }).click()
  await opened.app.getByText(words).first().waitFor()
  return opened
}

interface State {
  readonly name: string
  readonly view: View
  /** Links and buttons to press first, in this order. */
  readonly presses?: readonly string[]
  readonly says: string | RegExp
}

const LEAD: View = { as: 'lead', place: 'nav_bar', settings: GOALS }
const ADMIN: View = { as: 'admin', place: 'nav_bar', settings: GOALS }
const READ = ['Read this group']

const STATES: readonly State[] = [
  { name: 'agent', view: { as: 'agent', settings: GOALS }, says: 'First contact resolution' },
  { name: 'agent-dark-280', view: { as: 'agent', scheme: 'dark', width: 280, settings: GOALS }, says: 'CSAT' },
  { name: 'agent-600', view: { as: 'agent', width: 600, settings: GOALS }, says: 'CSAT' },
  { name: 'agent-right-to-left', view: { as: 'agent', locale: 'ar', settings: GOALS }, says: 'CSAT' },
  { name: 'agent-baseline', view: { as: 'agent' }, says: /Measured, not judged/ },
  { name: 'agent-no-tickets', view: { as: 'agent', fault: 'empty' }, says: /no tickets/i },
  { name: 'agent-forbidden', view: { as: 'agent', fault: 'forbidden' }, says: /role/i },
  { name: 'agent-limited', view: { as: 'agent', fault: 'limited' }, says: /wait/i },
  { name: 'agent-offline', view: { as: 'agent', fault: 'offline' }, says: /offline|reach/i },
  { name: 'agent-server', view: { as: 'agent', fault: 'server' }, says: /Zendesk/ },
  { name: 'agent-sign-in-page', view: { as: 'agent', fault: 'html' }, says: /Zendesk/ },
  {
    name: 'agent-broken-setting',
    view: { as: 'agent', settings: { ...GOALS, csat_target_percent: 'ninety' } },
    says: /csat_target_percent|setting/i,
  },
  { name: 'lead-offered', view: LEAD, says: 'Read this group' },
  { name: 'lead', view: LEAD, presses: READ, says: 'Agents' },
  { name: 'lead-dark', view: { ...LEAD, scheme: 'dark' }, presses: READ, says: 'Agents' },
  { name: 'lead-right-to-left', view: { ...LEAD, locale: 'ar' }, presses: READ, says: 'Agents' },
  { name: 'lead-data', view: LEAD, presses: [...READ, 'Data'], says: 'Complete for' },
  { name: 'lead-forbidden', view: { as: 'lead', place: 'nav_bar', fault: 'forbidden' }, says: /role/i },
  { name: 'admin', view: ADMIN, says: 'Agents' },
  { name: 'admin-data', view: ADMIN, presses: ['Data'], says: 'Complete for' },
  { name: 'admin-data-dark', view: { ...ADMIN, scheme: 'dark' }, presses: ['Data'], says: 'Complete for' },
  { name: 'admin-data-right-to-left', view: { ...ADMIN, locale: 'ar' }, presses: ['Data'], says: 'Complete for' },
  {
    name: 'admin-broken-setting',
    view: { as: 'admin', place: 'nav_bar', settings: { ...GOALS, minimum_sample: -1 } },
    says: 'minimum_sample',
  },
]

describe('every state', () => {
  it.each(STATES)(
    '$name says so, passes axe, fits its width and logs no error',
    async ({ name, view, presses, says }) => {
      const opened = await seen(view, says, presses)
      expect(await violations(opened)).toEqual([])
      const overflow = await opened.app.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement
        return scrollWidth - clientWidth
      })
      expect(overflow).toBeLessThanOrEqual(0)
      // A refused request is logged by the browser itself; the app and its policy add nothing.
      expect(opened.errors.filter((error) => !error.startsWith('Failed to load resource'))).toEqual([])
      await opened.page.screenshot({ path: `${SCREENSHOTS}/${name}.png` })
      await opened.context.close()
    },
  )
})

describe('the sidebar', () => {
  it('grows with what it shows, so that Zendesk never scrolls it', async () => {
    const opened = await seen({ as: 'agent', settings: GOALS }, 'CSAT')
    const heights = async () => {
      const frame = await opened.page.locator('iframe:visible').evaluate((element) => element.clientHeight)
      const content = await opened.app.evaluate(() => document.documentElement.scrollHeight)
      return { frame, content }
    }
    await expect.poll(async () => (await heights()).frame).toBeGreaterThan(400)
    const closed = await heights()
    expect(closed.content).toBeLessThanOrEqual(closed.frame)
    await opened.app.locator('[data-metric=csat] [aria-expanded=false]').click()
    await expect.poll(async () => (await heights()).frame).toBeGreaterThan(closed.frame)
    await opened.context.close()
  })

  it('is read and opened with the keyboard alone', async () => {
    const opened = await seen({ as: 'agent', settings: GOALS }, 'CSAT')
    const opener = opened.app.locator('[data-metric=firstReplyTime] [aria-expanded]').first()
    await opener.focus()
    await opened.page.keyboard.press('Enter')
    expect(await opener.getAttribute('aria-expanded')).toBe('true')
    await opened.app
      .locator('[data-metric=firstReplyTime]')
      .getByText(/tickets behind it/)
      .waitFor()
    const focused = () =>
      opened.app.evaluate(() => document.activeElement?.closest('[data-metric]')?.getAttribute('data-metric'))
    const way: unknown[] = []
    while (way.length < 9 && way.at(-1) !== 'fullResolutionTime') {
      await opened.page.keyboard.press('Tab')
      way.push(await focused())
    }
    // Through what it opened to the next metric, and nowhere else.
    expect([...new Set(way)]).toEqual(['firstReplyTime', 'fullResolutionTime'])
    await opened.context.close()
  })

  it('stands there as it was last seen, before the app is read', async () => {
    const opened = await seen({ as: 'agent', settings: GOALS }, 'Score so far')
    await expect
      .poll(() => opened.app.evaluate(() => localStorage.getItem('laurel:card')))
      .toContain('First reply time')
    const before = await opened.app.locator('#app [data-metric=firstReplyTime] data').first().getAttribute('value')
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => (release = resolve))
    await opened.page.route('**/assets/start.js', (route) => held.then(() => route.continue()))
    await opened.page.reload()
    const app = (await (await opened.page.waitForSelector('iframe:visible')).contentFrame())!
    const kept = app.locator('#first [data-metric=firstReplyTime] data').first()
    await kept.waitFor()
    expect(await kept.getAttribute('value')).toBe(before)
    expect(await app.locator('#first').textContent()).toContain('As of Nov 20')
    await opened.page.screenshot({ path: `${SCREENSHOTS}/agent-kept.png` })
    release()
    await app.locator('#app [data-metric=firstReplyTime] [aria-expanded]').waitFor()
    expect(await app.locator('#first').count()).toBe(0)
    await opened.context.close()
  })

  it('leads to the pages with more room', async () => {
    const opened = await seen({ as: 'lead', settings: GOALS }, 'Details')
    await opened.app.getByRole('link', { name: 'Details' }).click()
    const element = await opened.page.waitForSelector('iframe[title="Laurel"]:visible')
    await (await element.contentFrame())!.getByRole('link', { name: 'Team' }).waitFor()
    await opened.context.close()
  })

  it('follows the colour scheme of Zendesk without a reload', async () => {
    const opened = await seen({ as: 'agent', settings: GOALS }, 'CSAT')
    const background = () => opened.app.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const light = await background()
    await opened.page.getByLabel('Scheme').selectOption('dark')
    await expect.poll(background).not.toBe(light)
    await opened.context.close()
  })

  it('sets unreadable tickets aside, names how many, and counts the rest', async () => {
    const opened = await seen({ as: 'agent', fault: 'broken-ticket', settings: GOALS }, 'CSAT')
    await opened.app
      .getByText(/left out/)
      .first()
      .waitFor()
    await opened.app
      .getByText(/left out/)
      .first()
      .click()
    await opened.app
      .getByText(/unreadable|could not be read/i)
      .first()
      .waitFor()
    await opened.context.close()
  })
})

describe('the nav bar', () => {
  it('has pages that the keyboard reaches', async () => {
    const opened = await seen(LEAD, 'Read this group')
    await opened.app.getByRole('link', { name: 'Team' }).focus()
    for (let page = 0; page < 2; page++) await opened.page.keyboard.press('Tab')
    await opened.page.keyboard.press('Enter')
    await opened.app.getByRole('heading', { level: 1, name: 'Data' }).waitFor()
    expect(await opened.app.getByRole('link', { name: 'Data' }).getAttribute('aria-current')).toBe('page')
    await opened.context.close()
  })
})

it('outside Zendesk the app says where it belongs', async () => {
  const page = await browser.newPage()
  const body = await sdkBundle()
  await page.route(SDK_CDN_URL, (route) => route.fulfill({ contentType: 'text/javascript', body }))
  await page.goto(`${standIn.appUrl}/assets/index.html`)
  await page
    .getByText(/Zendesk/)
    .first()
    .waitFor()
  await page.screenshot({ path: `${SCREENSHOTS}/outside-zendesk.png` })
  await page.close()
})
