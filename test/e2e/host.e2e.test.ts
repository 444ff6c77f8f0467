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
const html = (script: string) => `<!doctype html><html lang="en"><title>App</title><h1>App</h1><pre id="log"></pre>
<script src="${SDK_CDN_URL}"></script><script src="${script}"></script>`
const SCRIPT = `
  const client = ZAFClient.init()
  const write = (...words) => (document.getElementById('log').textContent += words.join(' ') + '\\n')
  const EVENTS = ['app.activated', 'app.deactivated', 'pane.activated', 'pane.deactivated', 'colorScheme.changed',
    'app.route.changed', 'ticket.submit.done', 'hello']
  for (const event of EVENTS) client.on(event, (data) => write(event, JSON.stringify(data)))
  client.on('app.registered', () => write('app.registered'))
  client.on('app.willDestroy', () => client.request('/api/v2/users/me.json?farewell=' + location.pathname))
  window.client = client
  window.write = write
`
const SETTINGS = {
  parameters: [
    { name: 'minimum_sample', type: 'number', default: 20 },
    { name: 'wanted', type: 'text' },
  ],
  name: 'Small app',
  version: '1.2.3',
}

/** Long enough for a machine that is busy with something else. */
const WAIT = { timeout: 20_000 }

interface Context {
  readonly instanceGuid: string
  readonly location: string
  readonly ticketId?: number
}
interface Client {
  context(): Promise<Context>
  metadata(): Promise<unknown>
  get(path: string | string[]): Promise<Record<string, unknown>>
  set(path: string, value: unknown): Promise<unknown>
  invoke(action: string, ...args: unknown[]): Promise<unknown>
  request(options: object): Promise<unknown>
  on(event: string, handler: (data: unknown) => unknown): void
  trigger(event: string, data?: unknown): void
  postMessage(name: string, data?: unknown): void
  instance(guid: string): Client
}
declare const client: Client
declare const write: (...words: string[]) => void

let standIn: StandIn
let browser: Browser
let page: Page
/** Three tickets of the account. */
let tickets: [number, number, number]
const folder = mkdtempSync(join(tmpdir(), 'small-app-'))

beforeAll(async () => {
  for (const name of ['index.html', 'modal.html']) writeFileSync(join(folder, name), html('app.js'))
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
  tickets = standIn.account.tickets.slice(-3).map(({ id }) => id) as typeof tickets
  browser = await launchBrowser()
})
afterEach(() => page.context().close())
afterAll(async () => {
  await browser.close()
  await standIn.close()
  rmSync(folder, { recursive: true })
})

/** Opens the workspace; Zendesk's CDN is answered with the SDK of npm, so the app's page stays as it ships. */
async function open(query = '', path = '/'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  page = await context.newPage()
  const body = await sdkBundle()
  await page.route(SDK_CDN_URL, (route) => route.fulfill({ contentType: 'text/javascript', body }))
  await page.goto(`${standIn.hostUrl}${path}?${query}`)
  return page
}

const app = (): FrameLocator => page.frameLocator('iframe:visible')
/** The app in the tab of a ticket, whether it is in front or not. */
const beside = (ticket: number): FrameLocator =>
  page.frameLocator(`iframe[title="Small app, ticket ${String(ticket)}"]`)
const inNavBar = (): FrameLocator => page.frameLocator('iframe[title="Small app"]')
const inModal = (): FrameLocator => page.frameLocator('dialog iframe')
const log = async (frame = app()): Promise<string> => (await frame.locator('#log').textContent()) ?? ''
const heard = (words: string, frame = app()) => frame.locator('#log', { hasText: words }).waitFor({ state: 'attached' })
const times = (text: string, words: string) => text.split(words).length - 1
/** Runs a function inside an app, usually the visible one, once it is registered. */
async function inApp<T>(run: () => T | Promise<T>, frame?: FrameLocator): Promise<T>
async function inApp<T, Given>(run: (given: Given) => T | Promise<T>, frame: FrameLocator, given: Given): Promise<T>
async function inApp<T>(run: (given: unknown) => T | Promise<T>, frame = app(), given?: unknown): Promise<T> {
  await heard('app.registered', frame)
  const element = await frame.owner().elementHandle()
  return (await element.contentFrame())!.evaluate(run, given)
}
const guidOf = (frame: FrameLocator) => inApp(async () => (await client.context()).instanceGuid, frame)

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

  it('reads who is signed in, the account and the ticket by their paths', async () => {
    await open(`as=agent&ticket=${String(tickets[0])}`)
    const ticket = standIn.desk.ticketById.get(tickets[0])!
    const nameOf = (id: number | null) => standIn.account.users.find((user) => user.id === id)?.name
    const got = await inApp(() =>
      client.get([
        ...['id', 'name', 'role', 'groups', 'locale', 'timeZone'].map((name) => `currentUser.${name}`),
        ...['subdomain', 'planName', 'timeZone'].map((name) => `currentAccount.${name}`),
        ...['id', 'status', 'subject', 'tags', 'requester.name', 'assignee.user.name'].map((name) => `ticket.${name}`),
        'ticket.toString',
      ]),
    )
    expect(got).toMatchObject({
      'currentUser.id': expect.any(Number) as number,
      'currentUser.name': 'Nora Lindqvist',
      'currentUser.role': 'agent',
      'currentUser.groups': [{ id: expect.any(Number) as number, name: expect.any(String) as string }],
      'currentUser.locale': 'en-US',
      'currentUser.timeZone': { ianaName: 'Europe/Rome', offset: 60 },
      'currentAccount.subdomain': 'alder-finch',
      'currentAccount.planName': 'Suite Professional',
      'currentAccount.timeZone': { ianaName: 'Europe/Rome' },
      'ticket.id': ticket.id,
      'ticket.status': ticket.status,
      'ticket.subject': ticket.subject,
      'ticket.tags': ticket.tags,
      'ticket.requester.name': nameOf(ticket.requester_id),
      'ticket.assignee.user.name': nameOf(ticket.assignee_id),
    })
    expect(Object.keys(got['errors'] as object)).toEqual(['ticket.toString'])
  })

  it('is refused actions of other locations by name, and may say what it likes besides', async () => {
    await open()
    const names = await inApp(() => {
      for (const word of ['session.live', '__track__', 'own']) client.postMessage(word, 1)
      const named = (reason: unknown) => (reason as Error).name
      const refused = ['popover', 'preloadPane', 'destroy'].map((action) => client.invoke(action).catch(named))
      return Promise.all([...refused, client.invoke('track', { type: 'click' })])
    })
    expect(names).toEqual([...Array<string>(3).fill('APIUnavailableError'), { errors: {}, track: null }])
  })

  it('gets a failure for an address that is none', async () => {
    await open()
    const failure = await inApp(() => client.request({ url: 'http://[' }).catch((reason: unknown) => reason))
    expect(failure).toMatchObject({ status: 0 })
  })

  it('is asked before the ticket is saved, and can refuse', async () => {
    await open()
    await heard('app.activated')
    const submit = page.getByRole('button', { name: /Submit/ })
    await submit.click()
    await heard('ticket.submit.done')
    await inApp(() => client.on('ticket.save', () => 'Choose a reason first'))
    await submit.click()
    await page.getByRole('status').getByText('Choose a reason first').waitFor()
    expect(times(await log(), 'ticket.submit.done')).toBe(1)
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
    expect(await log()).not.toContain('pane.activated')
    await page.getByRole('button', { name: 'Tickets' }).click()
    await heard('pane.deactivated', inNavBar())
    await heard('app.activated')
    expect(times(await log(), 'app.activated')).toBe(2)
    await page.getByRole('button', { name: 'Small app' }).click()
    await heard('pane.activated')
    expect(await log()).toMatch(/pane\.deactivated[^]*pane\.activated/)
    expect(times(await log(), 'app.activated')).toBe(1)
    expect(times(await log(), 'app.registered')).toBe(1)
  })

  it('is an instance before it is loaded, and can be loaded ahead of its first display', async () => {
    await open()
    const guid = await inApp(async () => {
      const { instances } = (await client.get('instances')) as { instances: Record<string, Context> }
      const found = Object.values(instances).find(({ location }) => location === 'nav_bar')!
      await client.instance(found.instanceGuid).invoke('preloadPane')
      return found.instanceGuid
    })
    expect(await guidOf(inNavBar())).toBe(guid)
    expect(await log(inNavBar())).not.toContain('activated')
    await page.getByRole('button', { name: 'Small app' }).click()
    await heard('app.activated')
    expect(await log()).not.toContain('pane.activated')
  })

  it.each([
    ['the address of the workspace', '/', 'place=nav_bar&path=team/3'],
    ['an address as Zendesk has them', '/agent/apps/small-app/team/3', ''],
  ])('learns its route from %s', async (_, path, query) => {
    await open(query, path)
    await heard('app.route.changed {"appName":"Small app","path":"team/3"}')
    expect((await inApp(() => client.context())).location).toBe('nav_bar')
  })
})

describe('several instances of an app', () => {
  const [none, once, twice] = [0, 1, 2]
  const openThree = () => open(`as=lead&tickets=${tickets.join()}&ticket=${String(tickets[1])}`)

  it('are loaded in every tab of the address, each with a guid of its own, and only the one in front is activated', async () => {
    await openThree()
    const contexts = await Promise.all(tickets.map((ticket) => inApp(() => client.context(), beside(ticket))))
    expect(contexts.map(({ ticketId }) => ticketId)).toEqual(tickets)
    expect(new Set(contexts.map(({ instanceGuid }) => instanceGuid)).size).toBe(3)
    expect(await page.getByRole('tab').count()).toBe(3)
    await heard('app.activated', beside(tickets[1]))
    const activations = await Promise.all(tickets.map(async (id) => times(await log(beside(id)), 'app.activated')))
    expect(activations).toEqual([none, once, none])
  })

  it('are loaded in the nav bar and in every tab behind it, and take turns with it', async () => {
    await open(`tickets=${tickets.join()}&place=nav_bar`)
    const everybody = [inNavBar(), ...tickets.map(beside)]
    const contexts = await Promise.all(everybody.map((frame) => inApp(() => client.context(), frame)))
    expect(contexts.map(({ location }) => location)).toEqual(['nav_bar', ...tickets.map(() => 'ticket_sidebar')])
    await heard('app.activated', inNavBar())
    for (const ticket of tickets) expect(await log(beside(ticket))).not.toContain('activated')
    await page.getByRole('button', { name: 'Tickets' }).click()
    await heard('pane.deactivated', inNavBar())
    await heard('app.activated', beside(tickets[0]))
    await page.getByRole('button', { name: 'Small app' }).click()
    await heard('app.deactivated', beside(tickets[0]))
    await heard('pane.activated', inNavBar())
    expect(times(await log(inNavBar()), 'app.activated')).toBe(once)
  })

  it('are loaded in the nav bar behind the tabs, which counts as no display', async () => {
    await open(`tickets=${tickets.join()}&preload=nav_bar`)
    await heard('app.registered', inNavBar())
    await heard('app.activated', beside(tickets[0]))
    expect(await log(inNavBar())).not.toContain('activated')
    expect(page.url()).toContain('preload=nav_bar')
    await page.getByRole('button', { name: 'Small app' }).click()
    await heard('app.activated', inNavBar())
    expect(await log(inNavBar())).not.toContain('pane.activated')
  })

  it('are told when their tab comes to the front and when it goes', async () => {
    await openThree()
    const [, left, entered] = tickets
    await heard('app.activated', beside(left))
    await page.getByRole('tab').nth(2).click()
    await heard('app.deactivated', beside(left))
    await heard('app.activated', beside(entered))
    await page.getByRole('tab').nth(1).click()
    await heard('app.deactivated', beside(entered))
    await expect.poll(async () => times(await log(beside(left)), 'app.activated'), WAIT).toBe(twice)
  })

  it('are told that their tab was closed, have a moment for a last request, and go', async () => {
    await openThree()
    const [first, closed, next] = tickets
    await heard('app.activated', beside(closed))
    const watched = await guidOf(beside(closed))
    await inApp(
      (guid) => {
        for (const event of ['app.deactivated', 'app.willDestroy'])
          client.instance(guid).on(event, () => write(`other ${event}`))
      },
      beside(first),
      watched,
    )
    const before = standIn.requests.length
    await page.getByRole('tab').nth(1).locator('.tab-close').click()
    await heard('other app.deactivated\nother app.willDestroy', beside(first))
    await beside(closed).owner().waitFor({ state: 'detached' })
    expect(standIn.requests.slice(before).map(({ address }) => address)).toEqual([
      '/api/v2/users/me.json?farewell=/assets/index.html',
    ])
    await heard('app.activated', beside(next))
    expect(new URL(page.url()).searchParams.get('tickets')).toBe(`${String(first)},${String(next)}`)
    expect(
      Object.keys(
        await inApp(() => client.get('instances') as Promise<{ instances: object }>).then((got) => got.instances),
      ),
    ).not.toContain(watched)
  })

  it('stay as they are when a tab behind them is closed', async () => {
    await openThree()
    const [behind, inFront] = tickets
    await heard('app.registered', beside(behind))
    await heard('app.activated', beside(inFront))
    const guid = await guidOf(beside(inFront))
    await page.getByRole('tab').nth(0).locator('.tab-close').click()
    await beside(behind).owner().waitFor({ state: 'detached' })
    expect(await guidOf(beside(inFront))).toBe(guid)
    expect(await log(beside(inFront))).not.toContain('app.deactivated')
    expect(times(await log(beside(inFront)), 'app.activated')).toBe(once)
  })

  it('see each other, and read the ticket of another instance through it', async () => {
    await openThree()
    const guids = await Promise.all(tickets.map((ticket) => guidOf(beside(ticket))))
    const { instances } = (await inApp(() => client.get('instances'))) as { instances: Record<string, Context> }
    expect(Object.keys(instances)).toEqual(expect.arrayContaining(guids))
    const other = guids[2]!
    expect(instances[other]).toMatchObject({ location: 'ticket_sidebar', ticketId: tickets[2] })
    const seen = await inApp(
      async (guid) => ({
        context: await client.instance(guid).context(),
        ticket: await client.instance(guid).get('ticket.id'),
      }),
      app(),
      other,
    )
    expect(seen).toMatchObject({ context: { instanceGuid: other }, ticket: { 'ticket.id': tickets[2] } })
    const refused = await inApp(() =>
      client
        .instance('gone')
        .get('ticket.id')
        .catch((reason: unknown) => (reason as Error).name),
    )
    expect(refused).toBe('APIUnavailableError')
  })

  it('pass events to the one that is meant and to those that listen to it, and to nobody else', async () => {
    await openThree()
    const [meant, sender, listener] = tickets
    const guid = await guidOf(beside(meant))
    const listens = (to: string) => client.instance(to).on('hello', (data) => write('overheard', JSON.stringify(data)))
    await inApp(listens, beside(listener), guid)
    await inApp((to) => client.instance(to).trigger('hello', { from: 2 }), beside(sender), guid)
    await heard('hello {"from":2}', beside(meant))
    await heard('overheard {"from":2}', beside(listener))
    expect(await log(beside(sender))).not.toContain('hello')
    await inApp(() => client.trigger('hello', 'me'), beside(sender))
    await heard('hello "me"', beside(sender))
    expect((await log(beside(meant))) + (await log(beside(listener)))).not.toContain('"me"')
  })

  it('are all told when the colour scheme changes', async () => {
    await openThree()
    await Promise.all(tickets.map((ticket) => heard('app.registered', beside(ticket))))
    await page.getByLabel('Scheme').selectOption('dark')
    await Promise.all(tickets.map((ticket) => heard('colorScheme.changed "dark"', beside(ticket))))
  })

  it('are all loaded again for another person, whose name their requests carry', async () => {
    await openThree()
    await page.getByRole('button', { name: 'Small app' }).click()
    await page.getByRole('button', { name: 'Tickets' }).click()
    const before = await guidOf(beside(tickets[0]))
    await Promise.all(tickets.map((ticket) => heard('app.registered', beside(ticket))))
    const earlier = standIn.requests.length
    await page.getByLabel('Signed in').selectOption('admin')
    await expect.poll(() => guidOf(beside(tickets[0])), WAIT).not.toBe(before)
    const farewells = () => standIn.requests.slice(earlier).filter(({ address }) => address.includes('farewell'))
    await expect.poll(() => farewells().length, WAIT).toBe(tickets.length + 1)
    expect(new Set(farewells().map(({ authorization }) => atob(authorization!.slice('Basic '.length))))).toEqual(
      new Set(['lead:']),
    )
    for (const frame of [...tickets.map(beside), inNavBar()]) {
      expect(await inApp(() => client.get('currentUser.role'), frame)).toMatchObject({ 'currentUser.role': 'admin' })
      await inApp(() => client.request({ url: '/api/v2/users/me.json' }), frame)
      expect(atob(standIn.requests.at(-1)!.authorization!.slice('Basic '.length))).toBe('admin:')
    }
  })

  it('are all loaded again when the person changes twice at once', async () => {
    await open()
    await heard('app.activated')
    await page.getByRole('button', { name: 'Small app' }).click()
    await heard('app.activated', inNavBar())
    await page.getByRole('button', { name: 'Tickets' }).click()
    const before = await guidOf(inNavBar())
    await page.getByLabel('Signed in').evaluate((select: HTMLSelectElement) => {
      for (const who of ['admin', 'lead']) {
        select.value = who
        select.dispatchEvent(new Event('change', { bubbles: true }))
      }
    })
    await expect.poll(() => guidOf(inNavBar()), WAIT).not.toBe(before)
    await inApp(() => client.request({ url: '/api/v2/users/me.json' }), inNavBar())
    expect(atob(standIn.requests.at(-1)!.authorization!.slice('Basic '.length))).toBe('lead:')
  })

  it('are all loaded again with the settings that an admin has changed', async () => {
    await open(`as=admin&tickets=${tickets.join()}`)
    const before = await guidOf(beside(tickets[0]))
    await page.getByRole('button', { name: 'Settings' }).click()
    await page.getByLabel('minimum_sample').fill('7')
    await page.getByLabel('wanted').fill('more')
    await page.getByRole('button', { name: 'Save and reload' }).click()
    await expect.poll(() => guidOf(beside(tickets[0])), WAIT).not.toBe(before)
    for (const ticket of tickets)
      expect(await inApp(() => client.metadata(), beside(ticket))).toMatchObject({
        settings: { title: 'Small app', minimum_sample: 7, wanted: 'more' },
      })
    await page.getByLabel('Signed in').selectOption('agent')
    await page.getByRole('button', { name: 'Settings' }).waitFor({ state: 'hidden' })
    standIn.desk.installation = { ...standIn.desk.installation, settings: { title: 'Small app', minimum_sample: 20 } }
  })

  it('go to the tab of a ticket that is open already', async () => {
    await openThree()
    await inApp((id) => client.invoke('routeTo', 'ticket', id), beside(tickets[1]), tickets[2])
    await heard('app.activated', beside(tickets[2]))
    await heard('app.deactivated', beside(tickets[1]))
    expect(await page.locator('iframe').count()).toBe(3)
  })
})

describe('an app in a modal', () => {
  it('is opened by another instance, which learns when people close it', async () => {
    await open()
    const guid = await inApp(async () => {
      const size = { width: '500px', height: '300px' }
      const created = await client.invoke('instances.create', { location: 'modal', url: 'assets/modal.html', size })
      const { instanceGuid } = (created as Record<string, [Context]>)['instances.create']![0]
      client.instance(instanceGuid).on('modal.close', () => write('modal.close'))
      return instanceGuid
    })
    await heard('app.activated', inModal())
    expect(await inApp(() => client.context(), inModal())).toMatchObject({ location: 'modal', instanceGuid: guid })
    const size = await inModal()
      .owner()
      .evaluate(({ clientWidth, clientHeight }) => [clientWidth, clientHeight])
    expect(size).toEqual([500, 300])
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    await heard('modal.close', page.frameLocator('#sidebar-frames iframe'))
    await inModal().owner().waitFor({ state: 'detached' })
  })

  it('closes itself', async () => {
    await open()
    await inApp(() => client.invoke('instances.create', { location: 'modal', url: 'assets/modal.html' }))
    await inApp(() => client.invoke('resize', { height: '200px' }), inModal())
    expect(
      await inModal()
        .owner()
        .evaluate(({ clientHeight }) => clientHeight),
    ).toBe(200)
    await inApp(() => client.invoke('destroy'), inModal())
    await inModal().owner().waitFor({ state: 'detached' })
    expect(standIn.requests.at(-1)?.address).toContain('farewell=/assets/modal.html')
  })
})

describe('an app in the top bar', () => {
  it('is opened by people and by itself in a popover, and told as in the nav bar', async () => {
    const manifest = join(folder, 'top-bar.json')
    writeFileSync(manifest, JSON.stringify({ ...SETTINGS, location: { support: { top_bar: 'assets/index.html' } } }))
    const other = await startStandIn({ sdk: 'cdn', tickets: 300, appFolder: folder, manifest })
    await open()
    await page.goto(other.hostUrl)
    const popover = page.frameLocator('#popover iframe')
    const button = page.getByRole('button', { name: 'In the top bar' })
    await button.click()
    await heard('app.activated', popover)
    await inApp(() => client.invoke('popover', { width: '410px', height: 210 }), popover)
    expect(await popover.owner().evaluate(({ clientWidth, clientHeight }) => [clientWidth, clientHeight])).toEqual([
      410, 210,
    ])
    await inApp(() => client.invoke('popover', 'hide'), popover)
    await popover.owner().waitFor({ state: 'hidden' })
    await heard('pane.deactivated', popover)
    await button.click()
    await heard('pane.activated', popover)
    expect(times(await log(popover), 'app.activated')).toBe(1)
    await other.close()
  })
})

describe('the workspace', () => {
  it.each(['as=agent', 'as=lead&scheme=dark&width=600', 'as=admin&place=nav_bar', 'as=nobody', 'tickets='])(
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

  it('closes a tab with the Delete key, to the last one', async () => {
    await open(`tickets=${tickets.join()}`)
    await page.getByRole('tab').nth(0).focus()
    for (const left of [2, 1, 0]) {
      await page.keyboard.press('Delete')
      expect(await page.getByRole('tab').count()).toBe(left)
    }
    await page.getByText('No open ticket.').waitFor()
    expect(page.url()).toContain('tickets=')
  })

  it('opens a ticket at its address in Zendesk', async () => {
    await open('', `/agent/tickets/${String(tickets[1])}`)
    expect(await inApp(() => client.get('ticket.id'))).toMatchObject({ 'ticket.id': tickets[1] })
  })

  it('reloads the app for another person', async () => {
    await open()
    await heard('app.activated')
    await page.getByLabel('Signed in').selectOption('admin')
    await page.waitForURL(/as=admin/)
    expect(await inApp(() => client.get('currentUser.role'))).toMatchObject({ 'currentUser.role': 'admin' })
  })
})
