import { describe, expect, it } from 'vitest'
import { generateAccount } from './account.ts'
import { virtualClock } from './clock.ts'
import { ask } from './connection.ts'
import { openDesk } from './desk.ts'
import type { LimitOptions } from './limits.ts'
import { PLAN_PER_MINUTE } from './limits.ts'

const NOW = Date.parse('2026-11-20T15:30:00Z')
const account = generateAccount({ seed: 7, now: NOW, tickets: 40, weeks: 2 })
const MINUTE = 60_000

function open(limits: LimitOptions) {
  const clock = virtualClock(NOW)
  const desk = openDesk(account, { now: clock.now, limits })
  const get = (path: string, who = 'admin') => ask(desk, who, path)
  /** How many requests are answered before the first 429, all at one instant. */
  const untilRefused = (path: string, who = 'admin') => {
    let answered = 0
    while (get(path, who).status !== 429 && answered < 5000) answered++
    return answered
  }
  return { clock, get, untilRefused }
}

const INCREMENTAL = 'incremental/tickets/cursor?start_time=1'
const BY_TIME = 'incremental/tickets?start_time=1'
const EXPORT = 'search/export?filter[type]=ticket&query='
const PLAIN = 'brands'

describe('the limits', () => {
  it.each<[string, LimitOptions, string, number]>([
    ['the incremental export', {}, INCREMENTAL, 10],
    ['the incremental export by time', {}, BY_TIME, 10],
    ['the incremental export with the add-on', { highVolume: true }, INCREMENTAL, 30],
    ['the search export', { app: null }, EXPORT, 100],
    ['the list of tickets', { app: null }, 'tickets', 100],
    ['searches', { app: null, searchPerMinute: 40 }, 'search?query=', 40],
    ['counts of searches', { app: null, searchPerMinute: 40 }, 'search/count?query=', 40],
    ['a view', {}, 'views/361000000201/execute', 5],
    ['an app and a person', { perMinute: 2500 }, PLAIN, 100],
    ['a team plan', { app: null, perMinute: PLAN_PER_MINUTE.team }, PLAIN, 200],
    ['a professional plan', { app: null, perMinute: PLAN_PER_MINUTE.professional }, PLAIN, 400],
    ['an enterprise plan', { app: null, perMinute: PLAN_PER_MINUTE.enterprise }, PLAIN, 700],
    ['an enterprise plus plan', { app: null, perMinute: PLAN_PER_MINUTE.enterprisePlus }, PLAIN, 2500],
    ['an account that others use as well', { app: null, perMinute: 700, othersPerMinute: 650 }, PLAIN, 50],
  ])('%s: %o lets %s through %i times a minute', async (_name, options, path, total) => {
    const { clock, get, untilRefused } = open(options)
    expect(untilRefused(path)).toBe(total)
    await clock.advance(MINUTE - 1)
    expect(get(path).status).toBe(429)
    await clock.advance(1)
    expect(untilRefused(path)).toBe(total)
  })

  it('slide: what was asked half a minute later comes back half a minute later', async () => {
    const { clock, get, untilRefused } = open({})
    for (let asked = 0; asked < 4; asked++) get(INCREMENTAL)
    await clock.advance(MINUTE / 2)
    expect(untilRefused(INCREMENTAL)).toBe(6)
    await clock.advance(MINUTE / 2)
    expect(untilRefused(INCREMENTAL)).toBe(4)
    await clock.advance(MINUTE / 2)
    expect(untilRefused(INCREMENTAL)).toBe(6)
  })

  it.each([
    ['100 requests a minute', { perMinute: 100, perFiveMinutes: 700 }, 6000],
    ['700 in five minutes where the minute has no limit of its own', { perMinute: 1000, perFiveMinutes: 700 }, 8400],
  ])('give an app and a person %s, and an hour of it takes no time', async (_name, app, most) => {
    const { clock, get } = open({ perMinute: 2500, app })
    let answered = 0
    for (let second = 0; second < 3600; second++) {
      for (let asked = 0; asked < 3; asked++) if (get(PLAIN).status === 200) answered++
      await clock.advance(1000)
    }
    expect(answered).toBe(most)
  })

  it('are each person’s own for an app, and everybody’s for the account and its exports', () => {
    const { get, untilRefused } = open({ perMinute: 150 })
    expect(untilRefused(PLAIN, 'agent')).toBe(100)
    expect(untilRefused(PLAIN, 'lead')).toBe(50)
    expect(get(PLAIN, 'admin').status).toBe(429)
  })

  it('do not count what they refuse', async () => {
    const { clock, get, untilRefused } = open({})
    untilRefused(INCREMENTAL)
    for (let again = 0; again < 50; again++) get(INCREMENTAL)
    await clock.advance(MINUTE)
    expect(untilRefused(INCREMENTAL)).toBe(10)
  })

  it('follow the load of others from instant to instant', async () => {
    const { clock, get } = open({ othersPerMinute: (now) => (now < NOW + 90_000 ? 700 : 0) })
    expect(get(PLAIN)).toMatchObject({ status: 429, headers: { 'retry-after': '60' } })
    await clock.advance(90_000)
    expect(get(PLAIN).status).toBe(200)
  })
})

describe('an answer under limits', () => {
  it('says how much of the account’s budget is left', () => {
    const { get } = open({ perMinute: 400, othersPerMinute: 100 })
    get(PLAIN)
    expect(get(PLAIN).headers).toMatchObject({
      'x-rate-limit': '400',
      'x-rate-limit-remaining': '298',
      'ratelimit-limit': '400',
      'ratelimit-remaining': '298',
      'ratelimit-reset': '60',
    })
  })

  it.each([
    ['tickets', 'zendesk-ratelimit-tickets-index', 'total=100; remaining=99; resets=60'],
    [INCREMENTAL, 'zendesk-ratelimit-incremental-exports', 'total=10; remaining=9; resets=60'],
    ['search/count?query=', 'zendesk-ratelimit-search-index', 'total=2500; remaining=2499; resets=60'],
  ])('%s has a header %s', (path, name, value) => {
    expect(open({}).get(path).headers[name]).toBe(value)
  })

  it('429 is text, not JSON, and says when the request would fit', async () => {
    const { clock, get, untilRefused } = open({})
    get(INCREMENTAL)
    await clock.advance(17_000)
    untilRefused(INCREMENTAL)
    const refused = get(INCREMENTAL)
    expect(refused.headers).toMatchObject({ 'content-type': 'text/plain; charset=utf-8', 'retry-after': '43' })
    expect(() => JSON.parse(refused.body) as unknown).toThrow()
    await clock.advance(43_000)
    expect(get(INCREMENTAL).status).toBe(200)
  })

  it('429 may keep to itself when to come back', () => {
    const { get, untilRefused } = open({ retryAfter: false })
    untilRefused(INCREMENTAL)
    expect(get(INCREMENTAL).headers).not.toHaveProperty('retry-after')
  })

  it('announces a full budget where nothing is counted', () => {
    const desk = openDesk(account)
    for (let asked = 0; asked < 800; asked++) ask(desk, 'admin', INCREMENTAL)
    const { status, headers } = ask(desk, 'admin', INCREMENTAL)
    expect([status, headers['x-rate-limit-remaining']]).toEqual([200, '699'])
  })
})
