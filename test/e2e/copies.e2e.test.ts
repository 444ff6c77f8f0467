import type { Browser, BrowserContext, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SDK_CDN_URL } from '../zendesk/bundle.ts'
import { sdkBundle, startStandIn, type StandIn } from '../zendesk/server.ts'
import { launchBrowser } from './browser.ts'

const NOW = Date.parse('2026-11-20T10:42:00Z')

let standIn: StandIn
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  standIn = await startStandIn({ sdk: 'cdn', now: NOW })
  browser = await launchBrowser()
})
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  page = await context.newPage()
  await page.clock.install({ time: NOW })
  const body = await sdkBundle()
  await context.route(SDK_CDN_URL, (route) => route.fulfill({ contentType: 'text/javascript', body }))
})
afterAll(async () => {
  await browser.close()
  await standIn.close()
})

const openAt = (query: string) => page.goto(`${standIn.hostUrl}/?${query}`)

const asked = (word: string) => standIn.requests.filter((request) => JSON.stringify(request).includes(word)).length

async function frameOf(title: string): Promise<Frame> {
  const element = await page.waitForSelector(`iframe[title="${title}"]`, { state: 'attached' })
  return (await element.contentFrame())!
}

const shown = async (frame: Frame): Promise<Record<string, string | null>> => {
  await frame.waitForSelector('[data-metric=csat]', { timeout: 20_000, state: 'attached' })
  return frame.$$eval('[data-metric]', (tiles) =>
    Object.fromEntries(
      tiles.map((tile) => [(tile as HTMLElement).dataset['metric']!, tile.querySelector('data')?.value ?? null]),
    ),
  )
}

/** Every text and every number that is stored, whatever the shape. */
const stored = (frame: Frame) =>
  frame.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('laurel')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(new Error('no database'))
    })
    const all: Record<string, string[]> = {}
    for (const name of database.objectStoreNames) {
      const store = database.transaction(name).objectStore(name)
      const ask = <Value>(request: IDBRequest<Value>) =>
        new Promise<Value>((resolve) => (request.onsuccess = () => resolve(request.result)))
      const [keys, values] = [await ask(store.getAllKeys()), (await ask(store.getAll())) as unknown[]]
      const text = (_: string, value: unknown) =>
        ArrayBuffer.isView(value) ? new TextDecoder('latin1').decode(value) : value
      all[name] = [JSON.stringify(keys), ...values.map((value) => JSON.stringify(value, text))]
    }
    database.close()
    return all
  })

describe('copies of the app in one browser', () => {
  it('make one reading of three sidebars, and none at all when one is opened again soon', async () => {
    const before = asked('search/export')
    await openAt('as=agent&tickets=30011,30012,30013')
    const numbers: Record<string, string | null>[] = []
    for (const ticket of [30_011, 30_012, 30_013]) {
      await page.locator(`#tab-${ticket}`).click()
      numbers.push(await shown(await frameOf(`Laurel, ticket ${ticket}`)))
    }
    expect(numbers[1]).toEqual(numbers[0])
    expect(numbers[2]).toEqual(numbers[0])
    const pages = asked('search/export') - before
    await page.close()
    const again = standIn.requests.length
    page = await context.newPage()
    await page.clock.install({ time: NOW + 60_000 })
    await openAt('as=agent&tickets=30011')
    expect(await shown(await frameOf('Laurel, ticket 30011'))).toEqual(numbers[0])
    expect(standIn.requests.length - again).toBe(0)
    const alone = asked('search/export')
    await context.clearCookies()
    const other = await browser.newContext()
    const single = await other.newPage()
    await single.clock.install({ time: NOW })
    const body = await sdkBundle()
    await other.route(SDK_CDN_URL, (route) => route.fulfill({ contentType: 'text/javascript', body }))
    page = single
    await openAt('as=agent&tickets=30011')
    await shown(await frameOf('Laurel, ticket 30011'))
    expect(asked('search/export') - alone).toBe(pages)
    await other.close()
  })

  it('keep numbers and ids, and nothing that a person wrote or is called by', async () => {
    await openAt('as=lead&tickets=30011')
    const frame = await frameOf('Laurel, ticket 30011')
    await shown(frame)
    const all = Object.values(await stored(frame))
      .flat()
      .join('\n')
    expect(all.length).toBeGreaterThan(1000)
    const response = await page.request.get(`${standIn.hostUrl}/api/v2/users.json?page[size]=100`, {
      headers: { authorization: `Basic ${Buffer.from('admin:').toString('base64')}` },
    })
    const { users } = (await response.json()) as { users: { name: string; email: string }[] }
    expect(users.length).toBeGreaterThan(10)
    const personal = users
      .flatMap(({ name, email }) => [name, email, ...name.split(' ')])
      .filter((word) => word.length > 3)
    expect(personal.filter((word) => all.includes(word))).toEqual([])
    expect(all).not.toMatch(/subject|comment|description|requester|closed_by_merge/i)
  })

  it('show nothing of the person before, and take it away', async () => {
    await openAt('as=agent&tickets=30011')
    const first = await frameOf('Laurel, ticket 30011')
    const own = await shown(first)
    const before = (await stored(first))['marks']![0]!
    await openAt('as=lead&tickets=30011')
    const second = await frameOf('Laurel, ticket 30011')
    expect(await shown(second)).not.toEqual(own)
    const after = (await stored(second))['marks']![0]!
    expect((JSON.parse(before) as string[]).filter((key) => after.includes(key))).toEqual([])
  })

  it('read for themselves where storage is denied', async () => {
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      }
    })
    await openAt('as=agent&tickets=30011')
    expect(Object.keys(await shown(await frameOf('Laurel, ticket 30011')))).toContain('csat')
  })

  it('parse in a worker', async () => {
    await openAt('as=agent&tickets=30011')
    await shown(await frameOf('Laurel, ticket 30011'))
    expect(page.workers().map((worker) => worker.url().split('/').at(-1))).toContain('readPageWorker.js')
  })
})
