import { beforeEach, describe, expect, it } from 'vitest'
import { agentReport } from '../../src/domain/report.ts'
import { periodContaining } from '../../src/domain/period.ts'
import { createStore, type Store } from '../../src/sync/store.ts'
import type { SyncState } from '../../src/sync/syncState.ts'
import type { Get } from '../../src/zendesk/get.ts'
import { readResponse } from '../../src/zendesk/response.ts'
import { parseSettings } from '../../src/zendesk/settings.ts'
import { generateAccount } from '../zendesk/account.ts'
import { answer } from '../zendesk/api.ts'
import { type Desk, openDesk } from '../zendesk/desk.ts'
import { requestOf } from '../zendesk/request.ts'

const NOW = Date.parse('2026-11-20T10:42:00Z')
const account = generateAccount({ seed: 7, now: NOW, tickets: 3000 })
const { settings } = parseSettings({})

let asked: string[]
let fault: string | null
let desk: Desk
/** Takes the metric sets out of search, as an account may. */
let withholdsMetricSets: boolean

beforeEach(() => {
  asked = []
  fault = null
  withholdsMetricSets = false
  desk = openDesk(account, { now: () => NOW })
})

/** Asks the stand-in's API without a server between. */
const getAs =
  (who: string): Get =>
  async (path) => {
    asked.push(path)
    const headers: Record<string, string> = { authorization: `Basic ${Buffer.from(`${who}:`).toString('base64')}` }
    if (fault !== null) headers['x-stand-in-fault'] = fault
    const { status, headers: given, body } = answer(desk, requestOf(`http://x.test${path}`, headers))
    const text = withholdsMetricSets && path.includes('search/export') ? withoutMetricSets(body) : body
    return Promise.resolve(readResponse({ status, text, retryAfter: given['retry-after'] ?? null }))
  }

function withoutMetricSets(body: string): string {
  const page = JSON.parse(body) as { results: object[]; metric_sets?: unknown }
  return JSON.stringify({
    ...page,
    metric_sets: undefined,
    results: page.results.map((each) => ({ ...each, metric_set: undefined })),
  })
}

function open(who: string, focus: 'own' | 'group'): Store {
  return createStore({ get: getAs(who), settings, timeZone: 'Europe/Rome', focus, now: () => NOW / 1000 })
}

/** The next state that is no reading any more. */
function settled(store: Store): Promise<SyncState> {
  return new Promise((resolve) => {
    const look = () => {
      const state = store.state()
      if (state.kind === 'loading' || state.kind === 'refreshing') return
      stop()
      resolve(state)
    }
    const stop = store.subscribe(look)
    look()
  })
}

const factsOf = (state: SyncState) => {
  if (!('facts' in state)) throw new Error(`no facts in ${state.kind}`)
  return state.facts
}

const solvedBy = (state: SyncState, agent: number) => {
  const { table, people } = factsOf(state)
  const period = periodContaining('month', NOW / 1000, 'Europe/Rome')
  return agentReport({ table, people, settings, period, now: NOW / 1000 }, agent).lines
}

describe('the store', () => {
  it("reads an agent's own tickets, with the count first, and never asks what only admins may read", async () => {
    const state = await settled(open('agent', 'own'))
    const { person, scope, table } = factsOf(state)
    expect(scope).toEqual({ kind: 'own' })
    expect(table.agents).toEqual([person.id])
    expect(asked.filter((path) => /incremental|satisfaction_ratings/.test(path))).toEqual([])
    expect(asked.findIndex((path) => path.includes('search/count'))).toBeLessThan(
      asked.findIndex((path) => path.includes('search/export')),
    )
  })

  it("reads an admin's account with the rating records", async () => {
    const { scope, table } = factsOf(await settled(open('admin', 'own')))
    expect(scope).toEqual({ kind: 'account' })
    expect(table.ratings.length).toBeGreaterThan(0)
    expect(table.agents.length).toBeGreaterThan(10)
  })

  it('reads the group that a lead chose, and only then', async () => {
    const store = open('lead', 'group')
    const first = factsOf(await settled(store)).scope
    const other = account.groups.find(({ id }) => first.kind === 'group' && id !== first.group)!.id
    store.chooseGroup(other)
    expect(factsOf(await settled(store)).scope).toEqual({ kind: 'group', group: other })
  })

  it('comes to the same numbers when search gives no metric sets', async () => {
    const whole = await settled(open('agent', 'own'))
    withholdsMetricSets = true
    const bare = await settled(open('agent', 'own'))
    const me = factsOf(whole).person.id
    expect(asked.some((path) => path.includes('show_many'))).toBe(true)
    expect(solvedBy(bare, me)).toEqual(solvedBy(whole, me))
  })

  it('keeps old numbers when a later reading fails, and says why', async () => {
    const store = open('agent', 'own')
    const before = factsOf(await settled(store))
    fault = 'offline'
    store.refresh()
    expect(store.state().kind).toBe('refreshing')
    const state = await settled(store)
    expect(state).toMatchObject({ kind: 'stale', error: { kind: 'offline' } })
    expect(factsOf(state)).toBe(before)
    fault = null
    store.refresh()
    expect((await settled(store)).kind).toBe('ready')
  })

  it.each([
    ['forbidden', { kind: 'forbidden' }],
    ['server', { kind: 'server', status: 500 }],
    ['html', { kind: 'unexpectedAnswer' }],
    ['offline', { kind: 'offline' }],
    ['limited', { kind: 'limited', retryAfterSeconds: 30 }],
  ])('says %s for what it is, never as an empty account', async (which, error) => {
    fault = which
    expect(await settled(open('agent', 'own'))).toMatchObject({ kind: 'failed', error })
  })

  it('knows an anonymous answer for a session that has ended', async () => {
    expect(await settled(open('nobody', 'own'))).toMatchObject({ kind: 'failed', error: { kind: 'signedOut' } })
  })

  it('gives names where they may be seen, and numbers where they may not', async () => {
    fault = 'forbidden@groups'
    const state = await settled(open('agent', 'own'))
    expect(state.kind).toBe('ready')
    const { people, table } = factsOf(state)
    expect([people.groups.size, people.agents.size > 0, people.memberships.length > 0]).toEqual([0, true, true])
    expect(table.tickets.length).toBeGreaterThan(0)
  })

  it('lets only the latest of several readings have the last word', async () => {
    const store = open('agent', 'own')
    store.refresh()
    store.refresh()
    const state = await settled(store)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(store.state()).toBe(state)
  })
})
