import type { Browser, Frame } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startStandIn, type StandIn } from '../zendesk/server.ts'
import { launchBrowser } from './browser.ts'
import { instanceOf, openView, type OpenView } from './workspace.ts'

const NOW = Date.parse('2026-11-20T10:42:00Z')
const TICKETS = [30_011, 30_012] as const
const BASELINE = 'Measured, not judged'
/** Long enough for a machine that is busy with something else. */
const WAIT = { timeout: 20_000 }

let standIn: StandIn
let browser: Browser
let view: OpenView

beforeAll(async () => {
  standIn = await startStandIn({ sdk: 'cdn', now: NOW, tickets: 1500 })
  browser = await launchBrowser()
})
afterEach(() => view.context.close())
afterAll(async () => {
  await browser.close()
  await standIn.close()
})

async function open(as: string): Promise<void> {
  view = await openView(browser, standIn, { as, tickets: TICKETS, preload: 'nav_bar' }, NOW)
}

/** The instance beside a ticket or in the nav bar, brought to the front: it reads nothing before somebody sees it. */
async function beside(ticket: number): Promise<Frame> {
  await view.page.locator('#show-tickets').click()
  await view.page.locator(`#tab-${ticket}`).click()
  return instanceOf(view, 'Laurel', ticket)
}
async function inNavBar(): Promise<Frame> {
  await view.page.locator('#show-nav-bar').click()
  return instanceOf(view, 'Laurel', null)
}
/** Waits for words in an instance, which may be out of sight by now. */
const says = (frame: Frame, words: string) => frame.getByText(words).first().waitFor({ state: 'attached' })

async function numbers(frame: Frame): Promise<string[]> {
  await frame.waitForSelector('[data-metric]', { state: 'attached' })
  return frame.locator('[data-metric]').allTextContents()
}

/** A refused request is written to the console by the browser; that the app gets along is what other tests are about. */
const errors = () => view.errors.filter((text) => !text.startsWith('Failed to load resource'))

describe('Laurel in several instances', () => {
  it('shows the same in each tab, behind or in front, and goes on when another tab is closed', async () => {
    await open('agent')
    await says(await inNavBar(), 'Group')
    const second = await beside(TICKETS[1])
    await says(second, BASELINE)
    const first = await beside(TICKETS[0])
    await says(first, BASELINE)
    await expect.poll(async () => (await numbers(second)).join() === (await numbers(first)).join(), WAIT).toBe(true)
    await view.page.getByRole('tab').nth(0).locator('.tab-close').click()
    await expect.poll(() => first.isDetached(), WAIT).toBe(true)
    await view.page.getByLabel('Scheme').selectOption('dark')
    await second.waitForSelector('[data-metric] >> visible=true')
    const scheme = () => second.evaluate(() => getComputedStyle(document.documentElement).colorScheme)
    await expect.poll(scheme, WAIT).toBe('dark')
    expect(errors()).toEqual([])
  })

  it('belongs to the person who is signed in, wherever it is loaded', async () => {
    await open('agent')
    for (const ticket of TICKETS) await says(await beside(ticket), BASELINE)
    await view.page.getByLabel('Signed in').selectOption('admin')
    for (const ticket of TICKETS) await says(await beside(ticket), 'No tickets yet')
    await says(await inNavBar(), BASELINE)
    expect(errors()).toEqual([])
  })

  it('judges by the goals that an admin has just saved', async () => {
    await open('admin')
    const before = await inNavBar()
    await says(before, BASELINE)
    await view.page.getByRole('button', { name: 'Settings' }).click()
    await view.page.getByLabel('csat_target_percent').fill('85')
    await view.page.getByRole('button', { name: 'Save and reload' }).click()
    await expect.poll(() => before.isDetached(), WAIT).toBe(true)
    const after = await inNavBar()
    await numbers(after)
    expect(await after.getByText(BASELINE).count()).toBe(0)
    expect(errors()).toEqual([])
  })
})
