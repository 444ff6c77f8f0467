import AxeBuilder from '@axe-core/playwright'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { StandIn } from '../zendesk/server.ts'
import { SDK_CDN_URL, sdkBundle, startStandIn } from '../zendesk/server.ts'
import { launchBrowser } from './browser.ts'

/** A small app on the real SDK: it writes down what happens to it and runs what the test asks for. */
const HTML = `<!doctype html><html lang="en"><title>App</title><h1>App</h1><pre id="log"></pre>
<script src="${SDK_CDN_URL}"></script><script src="app.js"></script>`
const SCRIPT = `
  const client = ZAFClient.init()
  const write = (...words) => (document.getElementById('log').textContent += words.join(' ') + '\\n')
  const EVENTS = ['app.activated', 'app.deactivated', 'pane.activated', 'pane.deactivated', 'colorScheme.changed', 'app.route.changed']
  for (const event of EVENTS) client.on(event, (data) => write(event, JSON.stringify(data)))
  client.on('app.registered', () => write('app.registered'))
  window.client = client
`
const SETTINGS = {
  parameters: [{ name: 'minimum_sample', type: 'number', default: 20 }],
  name: 'Small app',
  version: '1.2.3',
}

interface Client {
  context(): Promise<{ location: string; ticketId?: number }>
  metadata(): Promise<unknown>
  get(path: string | string[]): Promise<Record<string, unknown>>
  set(path: string, value: unknown): Promise<unknown>
  invoke(action: string, ...args: unknown[]): Promise<unknown>
  request(options: object): Promise<unknown>
}
declare const client: Client

let standIn: StandIn
let browser: Browser
let page: Page
const folder = mkdtempSync(join(tmpdir(), 'small-app-'))

beforeAll(async () => {
  writeFileSync(join(folder, 'index.html'), HTML)
  writeFileSync(join(folder, 'app.js'), SCRIPT)
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(SETTINGS))
  const now = Date.parse('2026-11-20T15:30:00Z')
  standIn = await startStandIn({
    sdk: 'cdn',
    now,
    tickets: 2000,
    appFolder: folder,
    manifest: join(folder, 'manifest.json'),
  })
  browser = await launchBrowser()
})
afterEach(() => page.context().close())
afterAll(async () => {
  await browser.close()
  await standIn.close()
  rmSync(folder, { recursive: true })
})

/** Opens the workspace; Zendesk's CDN is answered with the SDK of npm, so the app's page stays as it ships. */
async function open(query = ''): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  page = await context.newPage()
  const body = await sdkBundle()
  await page.route(SDK_CDN_URL, (route) => route.fulfill({ contentType: 'text/javascript', body }))
  await page.goto(`${standIn.hostUrl}/?${query}`)
  return page
}

const app = (): FrameLocator => page.frameLocator('iframe:visible')
const log = (): Promise<string> => app().locator('#log').innerText()
const heard = (words: string) => app().locator('#log', { hasText: words }).waitFor()
/** Runs a function inside the visible app, once it is registered. */
async function inApp<T>(run: () => Promise<T>): Promise<T> {
  await heard('app.registered')
  return app().locator('body').evaluate(run)
}

describe('an app beside the ticket', () => {
  it('is registered once and activated, and learns where it is', async () => {
    await open()
    await heard('app.activated')
    expect((await log()).match(/app\.registered/g)).toHaveLength(1)
    const { location, ticketId } = await inApp(() => client.context())
    expect(location).toBe('ticket_sidebar')
    expect(ticketId).toBeGreaterThan(0)
  })

  it('gets the installation with the defaults of its manifest and the settings of the address', async () => {
    await open(`settings=${encodeURIComponent('{"goal":3}')}`)
    expect(await inApp(() => client.metadata())).toMatchObject({
      name: 'Small app',
      version: '1.2.3',
      settings: { title: 'Small app', minimum_sample: 20, goal: 3 },
    })
  })

  it('gets properties in bulk, with an error for each path that leads nowhere', async () => {
    await open('as=lead&locale=de&timeZone=Asia/Kathmandu')
    const got = await inApp(() => client.get(['currentUser', 'currentAccount.subdomain', 'ticket.status', 'nothing']))
    expect(got['currentUser']).toMatchObject({ locale: 'de', timeZone: { ianaName: 'Asia/Kathmandu', offset: 345 } })
    expect(got['currentAccount.subdomain']).toBe('alder-finch')
    expect(got['ticket.status']).toMatch(/new|open|pending|hold/)
    expect(got['errors']).toMatchObject({ nothing: { name: 'APIUnavailableError' } })
  })

  it('gets a rejection with a name for a single path, and for an action that is not supported', async () => {
    await open()
    await heard('app.registered')
    const names = await app()
      .locator('body')
      .evaluate(() => {
        const named = (reason: unknown) => (reason as Error).name
        return Promise.all([client.get('nothing').catch(named), client.invoke('instances.create', {}).catch(named)])
      })
    expect(names).toEqual(['APIUnavailableError', 'APIUnavailableError'])
  })

  it('reaches the API as the signed-in person: parsed, as text, or as the whole response', async () => {
    await open('as=agent')
    expect(await inApp(() => client.request({ url: '/api/v2/users/me.json' }))).toMatchObject({
      user: { name: 'Nora Lindqvist' },
    })
    expect(await inApp(() => client.request({ url: '/api/v2/users/me.json', dataType: 'text' }))).toContain('"user":{')
    expect(
      await inApp(() => client.request({ url: '/api/v2/users/me.json', httpCompleteResponse: true })),
    ).toMatchObject({ status: 200, headers: { 'x-rate-limit': '700' }, responseJSON: { user: { role: 'agent' } } })
    expect(standIn.requests.at(-1)?.address).toBe('/api/v2/users/me.json')
  })

  it('learns of a refusal, a broken connection and a wrong body by the response, not by an error', async () => {
    await open('as=agent&fault=html@groups')
    const failure = await inApp(() =>
      client
        .request({ url: '/api/v2/incremental/tickets/cursor.json?start_time=1' })
        .catch((reason: unknown) => reason),
    )
    expect(failure).toMatchObject({ status: 403, responseJSON: { error: { title: 'Forbidden' } } })
    expect(await inApp(() => client.request({ url: '/api/v2/groups' }))).toContain('<!doctype html>')
    await page.getByLabel('Fault').selectOption('offline')
    const broken = await inApp(() => client.request({ url: '/api/v2/groups' }).catch((reason: unknown) => reason))
    expect(broken).toMatchObject({ status: 0, statusText: 'error' })
  })

  it('sets its height', async () => {
    await open()
    await inApp(() => client.invoke('resize', { width: '100%', height: '432px' }))
    expect(await page.locator('iframe:visible').evaluate((frame) => frame.clientHeight)).toBe(432)
  })

  it('is told when the colour scheme changes, and keeps running', async () => {
    await open()
    await heard('app.activated')
    await page.getByLabel('Scheme').selectOption('dark')
    await heard('colorScheme.changed "dark"')
    expect(await inApp(() => client.get('colorScheme'))).toMatchObject({ colorScheme: 'dark' })
    expect(page.url()).toContain('scheme=dark')
    expect((await log()).match(/app\.registered/g)).toHaveLength(1)
  })

  it('has a frame of its own in each ticket tab, kept while another tab is shown', async () => {
    await open()
    await heard('app.activated')
    await page.getByRole('tab').nth(1).click()
    await heard('app.activated')
    await page.getByRole('tab').nth(0).click()
    await heard('app.deactivated')
    expect(await page.locator('iframe').count()).toBe(2)
    expect((await log()).match(/app\.activated/g)).toHaveLength(2)
  })

  it('can show a notice, and go to a ticket and to its page in the nav bar', async () => {
    await open()
    await inApp(() => client.invoke('notify', 'Well done', 'notice'))
    await page.getByRole('status').getByText('Well done').waitFor()
    await inApp(() => client.invoke('routeTo', 'ticket', 30_100))
    await page.getByRole('tab', { name: '#30100' }).waitFor()
    await inApp(() => client.invoke('routeTo', 'nav_bar', '', 'team/3'))
    await heard('app.route.changed {"appName":"Small app","path":"team/3"}')
  })
})

describe('an app in the nav bar', () => {
  it('is loaded when it is opened for the first time, and told when people leave and come back', async () => {
    await open()
    await heard('app.activated')
    expect(await page.locator('iframe').count()).toBe(1)
    await page.getByRole('button', { name: 'Small app' }).click()
    await heard('app.activated')
    expect((await inApp(() => client.context())).location).toBe('nav_bar')
    await page.getByRole('button', { name: 'Tickets' }).click()
    await page.getByRole('button', { name: 'Small app' }).click()
    await heard('pane.activated')
    expect(await log()).toMatch(/pane\.deactivated[^]*pane\.activated/)
  })
})

describe('the workspace', () => {
  it.each(['as=agent', 'as=lead&scheme=dark&width=600', 'as=admin&place=nav_bar', 'as=nobody'])(
    'is accessible at %s',
    async (query) => {
      await open(query)
      await page.locator('#controls option').first().waitFor({ state: 'attached' })
      const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    },
  )

  it('moves between tickets with the arrow keys', async () => {
    await open()
    await page.getByRole('tab').nth(0).focus()
    await page.keyboard.press('ArrowRight')
    expect(await page.getByRole('tab').nth(1).getAttribute('aria-selected')).toBe('true')
    expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/^tab-/)
  })

  it('reloads the app for another person', async () => {
    await open()
    await heard('app.activated')
    await page.getByLabel('Signed in').selectOption('admin')
    await page.waitForURL(/as=admin/)
    expect(await inApp(() => client.get('currentUser.role'))).toMatchObject({ 'currentUser.role': 'admin' })
  })
})
