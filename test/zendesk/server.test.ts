import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SDK_CDN_URL } from './bundle.ts'
import type { StandIn } from './server.ts'
import { startStandIn } from './server.ts'

const NOW = Date.parse('2026-11-20T15:30:00Z')
const PAGE = `<!doctype html><script src="${SDK_CDN_URL}"></script>`
const appFolder = mkdtempSync(join(tmpdir(), 'app-'))
const size = { now: NOW, tickets: 300, appFolder }
let standIn: StandIn

beforeAll(async () => {
  writeFileSync(join(appFolder, 'index.html'), PAGE)
  standIn = await startStandIn(size)
})
afterAll(async () => {
  await standIn.close()
  rmSync(appFolder, { recursive: true })
})

describe('the server', () => {
  const get = (path: string, headers: Record<string, string> = {}) => fetch(standIn.hostUrl + path, { headers })
  const agent = { authorization: `Basic ${btoa('agent:')}` }

  it('answers the API on the origin of the host page, and keeps a list of requests', async () => {
    const response = await get('/api/v2/users/me.json', agent)
    expect(await response.json()).toMatchObject({ user: { role: 'agent' } })
    expect(response.headers.get('x-rate-limit')).toBe('700')
    expect(standIn.requests.at(-1)).toMatchObject({ address: '/api/v2/users/me.json', status: 200 })
  })

  it('breaks the connection when it is asked to be offline', async () => {
    await expect(get('/api/v2/users/me', { ...agent, 'x-stand-in-fault': 'offline' })).rejects.toThrow()
  })

  it('takes settings from an admin, and hands them to the app when the workspace is loaded again', async () => {
    const own = await startStandIn({ ...size, limits: { perMinute: 50 } })
    const { id } = own.desk.installation
    const changed = await fetch(`${own.hostUrl}/api/v2/apps/installations/${String(id)}.json`, {
      method: 'PUT',
      headers: { authorization: `Basic ${btoa('admin:')}`, 'content-type': 'application/json' },
      body: JSON.stringify({ settings: { wanted: 'more' } }),
    })
    expect([changed.status, changed.headers.get('x-rate-limit-remaining')]).toEqual([200, '49'])
    const workspace = await fetch(`${own.hostUrl}/stand-in/workspace.json?as=agent`)
    expect(await workspace.json()).toMatchObject({ app: { settings: { wanted: 'more' } } })
    await own.close()
  })

  it('serves the app from another origin, under a strict policy, framed by the host only', async () => {
    const response = await fetch(`${standIn.appUrl}/assets/index.html?origin=x`)
    const policy = response.headers.get('content-security-policy')
    expect(new URL(standIn.appUrl).hostname).not.toBe(new URL(standIn.hostUrl).hostname)
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain(`frame-ancestors ${standIn.hostUrl}`)
  })

  it('brings the SDK along, or leaves its address alone when told so', async () => {
    const html = await (await fetch(`${standIn.appUrl}/assets/index.html`)).text()
    const sdk = /src="([^"]+)"/.exec(html)?.[1] ?? ''
    expect(await (await fetch(standIn.appUrl + sdk)).text()).toContain('ZAFClient')
    const plain = await startStandIn({ ...size, sdk: 'cdn' })
    expect(await (await fetch(`${plain.appUrl}/assets/index.html`)).text()).toBe(PAGE)
    await plain.close()
  })

  it.each(['/assets/../server.ts', '/assets/%2e%2e/server.ts', '/server.ts', '/assets/nothing.js'])(
    'has no file at %s',
    async (path) => expect((await fetch(standIn.appUrl + path)).status).toBe(404),
  )

  it('says when a port is in use', async () => {
    const port = Number(new URL(standIn.hostUrl).port)
    await expect(startStandIn({ ...size, port })).rejects.toThrow('EADDRINUSE')
  })
})
