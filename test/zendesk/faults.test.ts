import { describe, expect, it } from 'vitest'
import { generateAccount } from './account.ts'
import { virtualClock } from './clock.ts'
import { ask, connect } from './connection.ts'
import { openDesk } from './desk.ts'
import type { FaultOptions, Strike } from './faults.ts'
import { faultPlan, STRIKES } from './faults.ts'
import type { Answer } from './request.ts'

const NOW = Date.parse('2026-11-20T15:30:00Z')
const account = generateAccount({ seed: 7, now: NOW, tickets: 400, weeks: 6 })
const EXPORT = 'search/export?filter[type]=ticket&query=&page[size]=20'

function open(seed: number, options: FaultOptions) {
  const clock = virtualClock(NOW)
  const faults = faultPlan(seed, { latencyMs: 0, ...options })
  const desk = openDesk(account, { now: clock.now, faults })
  return { clock, desk, faults, get: (path: string) => ask(desk, 'agent', path) }
}

/** The answers of a plan that knows one strike only and always strikes. */
const struck = (strike: Strike, paths: readonly string[], seed = 1) => {
  const { get } = open(seed, { share: 1, kinds: [strike] })
  return paths.map(get)
}
const many = Array.from({ length: 60 }, () => EXPORT)
const isJson = ({ body }: Answer) => {
  try {
    JSON.parse(body)
    return true
  } catch {
    return false
  }
}

describe('faults by seed', () => {
  it('are the same for the same seed, and others for another', () => {
    const bodies = (seed: number) => {
      const { get, faults } = open(seed, { share: 0.5 })
      const answers = many.map((path) => get(path))
      return { answers, log: faults.log }
    }
    expect(bodies(4)).toEqual(bodies(4))
    expect(bodies(4).log).not.toEqual(bodies(5).log)
  })

  it('hit the share that is asked for, all kinds, and leave the rest as it is', () => {
    const { get, faults, clock } = open(2, { share: 0.3, kinds: STRIKES.filter((kind) => kind !== 'storm') })
    const plain = openDesk(account, { now: clock.now })
    const cursor = (JSON.parse(ask(plain, 'agent', EXPORT).body) as { meta: { after_cursor: string } }).meta
      .after_cursor
    const path = `${EXPORT}&page[after]=${cursor}`
    const expected = ask(plain, 'agent', path)
    const answers = Array.from({ length: 1000 }, () => get(path))
    expect(faults.log.length).toBeGreaterThan(250)
    expect(faults.log.length).toBeLessThan(350)
    expect(new Set(faults.log.map(({ strike }) => strike)).size).toBe(STRIKES.length - 1)
    expect(answers.filter(({ body }) => body === expected.body)).toHaveLength(1000 - faults.log.length)
  })

  it('end after as many as are asked for, and spare what is asked for', () => {
    const { get, faults } = open(2, { share: 1, kinds: ['server'], most: 3 })
    expect(many.map((path) => get(path).status).filter((status) => status !== 200)).toHaveLength(3)
    expect(faults.log).toHaveLength(3)
    const spared = open(2, { share: 1, kinds: ['server'], spare: ({ path }) => path.endsWith('users/me') })
    expect([spared.get('users/me').status, spared.get('brands').status >= 500]).toEqual([200, true])
  })

  it('take their time on the clock', async () => {
    const clock = virtualClock(NOW)
    const desk = openDesk(account, { now: clock.now, faults: faultPlan(1, { share: 0, latencyMs: 400 }) })
    const get = connect(desk, clock, 'agent')
    await clock.run(Promise.all([get('brands'), get('brands'), get('brands')]))
    expect(clock.now() - NOW).toBeGreaterThan(100)
    expect(clock.now() - NOW).toBeLessThan(5000)
  })

  it('go together with the faults by name, which come first', () => {
    const { desk } = open(1, { share: 1, kinds: ['lost'] })
    const headers = { 'x-stand-in-fault': 'forbidden' }
    expect(ask(desk, 'agent', 'brands', { headers }).status).toBe(403)
    expect(ask(desk, 'agent', 'brands').status).toBe(0)
  })
})

describe('a strike', () => {
  it('unreached breaks the connection before the account has acted, lost afterwards', () => {
    const upsert = { method: 'POST', body: { custom_object: { key: 'card', title: 'Card' } } }
    for (const [strike, created] of [
      ['unreached', 0],
      ['lost', 1],
    ] as const) {
      const { desk } = open(1, { share: 1, kinds: [strike] })
      expect(ask(desk, 'admin', 'custom_objects', upsert).status).toBe(0)
      expect(desk.customObjects.objects.size).toBe(created)
    }
  })

  it('server is 500, 502 or 503, the last with or without a time to come back', () => {
    const answers = struck('server', many)
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([500, 502, 503]))
    const unavailable = answers.filter(({ status }) => status === 503)
    const saying = unavailable.filter(({ headers }) => headers['retry-after'] !== undefined)
    expect(saying.length).toBeGreaterThan(0)
    expect(saying.length).toBeLessThan(unavailable.length)
    expect(answers.every((answer) => isJson(answer) === (answer.status === 500))).toBe(true)
  })

  it('storm answers everything with 429 in plain text for a while, with or without a time to come back', async () => {
    const says = new Set<boolean>()
    for (let seed = 1; seed <= 12; seed++) {
      const { get, clock } = open(seed, { share: 1, kinds: ['storm'], most: 1 })
      const first = get('brands')
      expect([first.status, isJson(first)]).toEqual([429, false])
      says.add(first.headers['retry-after'] !== undefined)
      await clock.advance(90_001)
      expect(get('brands').status).toBe(200)
    }
    expect(says).toEqual(new Set([true, false]))
  })

  it('storm lasts for everyone and ends on the clock', async () => {
    const { get, clock, faults } = open(3, { share: 0.05, kinds: ['storm'] })
    while (faults.log.length === 0) get('brands')
    expect([get('users/me').status, get('groups').status]).toEqual([429, 429])
    await clock.advance(90_001)
    expect([1, 2, 3, 4, 5].map(() => get('brands').status)).toContain(200)
  })

  it('truncated cuts a body short', () => {
    const answers = struck('truncated', many)
    expect(answers.every((answer) => answer.status === 200 && !isJson(answer))).toBe(true)
    expect(new Set(answers.map(({ body }) => body.length)).size).toBeGreaterThan(20)
  })

  it('html is a page with status 200', () => {
    const [answer] = struck('html', [EXPORT])
    expect([answer?.status, answer?.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(isJson(answer!)).toBe(false)
  })

  it('expired hits a later page of the search export only', () => {
    const { get, faults } = open(1, { share: 1, kinds: ['expired'] })
    expect([get(EXPORT).status, get('tickets?page[size]=5').status]).toEqual([200, 200])
    expect(get(`${EXPORT}&page[after]=x`)).toMatchObject({
      status: 400,
      body: expect.stringContaining('expired') as string,
    })
    expect(faults.log).toHaveLength(1)
  })
})
