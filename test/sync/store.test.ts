import { describe, expect, it } from 'vitest'
import { agentReport } from '../../src/domain/report.ts'
import { periodContaining } from '../../src/domain/period.ts'
import { memoryShelf, type Shelf } from '../../src/sync/shelf.ts'
import type { Facts, SyncState } from '../../src/sync/syncState.ts'
import { generateAccount } from '../zendesk/account.ts'
import { type VirtualClock, virtualClock } from '../zendesk/clock.ts'
import { type Desk, type DeskOptions, openDesk } from '../zendesk/desk.ts'
import { faultPlan, type Strike } from '../zendesk/faults.ts'
import { randomFrom } from '../zendesk/random.ts'
import { type Browser, type BrowserOptions, type Copy, openBrowser, settings, ZONE } from './browser.ts'
import { personOf } from './simulation.ts'

const NOW = Date.parse('2026-11-20T10:42:00Z')
const MINUTE = 60_000
const account = generateAccount({ seed: 7, now: NOW, tickets: 3000 })

interface Scene {
  readonly clock: VirtualClock
  readonly desk: Desk
  readonly browser: Browser
  readonly open: (role: string, focus?: 'own' | 'group' | 'past') => Copy
}

/** An account and a person's browser, with answers that take 100 ms. */
function scene(desk: DeskOptions = {}, browser: Partial<BrowserOptions> = {}): Scene {
  const clock = virtualClock(NOW)
  const latency = faultPlan(1, { share: 0, latencyMs: 100 })
  const opened = openDesk(account, { now: clock.now, limits: {}, faults: latency, ...desk })
  const own = openBrowser({ clock, random: randomFrom(1), ...browser })
  return {
    clock,
    desk: opened,
    browser: own,
    open: (role, focus = role === 'agent' ? 'own' : 'group') => own.open(opened, role, personOf(opened, role), focus),
  }
}

/** Lets time pass until the copy reads no more, at most so long. */
async function settled({ store }: Copy, clock: VirtualClock, minutes = 10): Promise<SyncState> {
  for (let step = 0; step < minutes * 60; step++) {
    await clock.advance(1000)
    if (!['loading', 'partial', 'refreshing'].includes(store.state().kind)) break
  }
  return store.state()
}

function factsOf(state: SyncState): Facts {
  if (!('facts' in state)) throw new Error(`no facts in ${JSON.stringify(state)}`)
  return state.facts
}

function linesOf(facts: Facts, agent: number) {
  const { table, people } = facts
  const now = NOW / 1000
  return agentReport({ table, people, settings, period: periodContaining('month', now, ZONE), now }, agent, 'all').lines
}

const paths = ({ browser }: Scene) => browser.requests.map(({ path }) => path.split('?')[0]!)
const strike = (kind: Strike, until = Infinity) => {
  const plan = faultPlan(3, { share: 1, kinds: [kind], latencyMs: 100, most: until })
  return { faults: plan }
}

describe('the past of an account', () => {
  it('is offered to an admin with what it costs, and read beside what is shown', async () => {
    const at = scene()
    const copy = at.open('admin', 'past')
    const offered = await settled(copy, at.clock)
    if (offered.kind !== 'offered') throw new Error(offered.kind)
    expect(offered.cost).toMatchObject({ group: null, requests: expect.any(Number) as number })
    expect(paths(at)).not.toContain('search/export.json')
    const before = at.browser.requests.length
    copy.store.readOffered()
    const facts = factsOf(await settled(copy, at.clock))
    expect(facts.scope).toEqual({ kind: 'account', isPast: true })
    // Three quarters before the present one, from the first of January on.
    expect(new Date(facts.wholeSince * 1000).toISOString()).toMatch(/^2025-12-31|^2026-01-01/)
    expect(facts.table.tickets.length).toBeGreaterThanOrEqual(offered.cost.tickets)
    expect(at.browser.requests.length - before).toBeLessThanOrEqual(1.25 * offered.cost.requests)
  })

  it('is there at once the next time, and is not read again the same day', async () => {
    const at = scene()
    const copy = at.open('admin', 'past')
    await settled(copy, at.clock)
    copy.store.readOffered()
    await settled(copy, at.clock)
    copy.kill()
    await at.clock.advance(3 * 3600 * 1000)
    const before = paths(at).filter((path) => path.startsWith('incremental')).length
    const state = await settled(at.open('admin', 'past'), at.clock)
    expect(state.kind).toBe('ready')
    expect(paths(at).filter((path) => path.startsWith('incremental')).length).toBe(before)
  })

  it('is not for people who may not read the account', async () => {
    const at = scene()
    const state = await settled(at.open('agent', 'past'), at.clock)
    expect(state).toEqual({ kind: 'failed', error: { kind: 'forbidden' } })
  })
})

describe('what was seen of an account', () => {
  it('is still known to a copy that is opened while the facts are new, without asking', async () => {
    const at = scene()
    await settled(at.open('admin'), at.clock)
    const asked = at.browser.requests.length
    const later = at.open('admin')
    await settled(later, at.clock)
    expect(later.store.insight()).toMatchObject({ ratings: true, metricSetsInSearch: true, limitHeaders: true })
    expect(paths(at).slice(asked)).toEqual(expect.not.arrayContaining(['satisfaction_ratings.json']))
  })
})

describe('reading for the first time', () => {
  it('counts, and reads the own tickets of an agent alone', async () => {
    const at = scene()
    const copy = at.open('agent')
    const facts = factsOf(await settled(copy, at.clock))
    expect(facts.scope).toEqual({ kind: 'own' })
    expect(facts.table.agents).toEqual([facts.person.id])
    expect(paths(at).slice(0, 2)).toEqual(['search/count.json', 'search/export.json'])
    expect(paths(at).filter((path) => path.includes('satisfaction_ratings'))).toEqual([])
  })

  it('tries once whether an admin may read the account, and remembers it', async () => {
    const shelf = memoryShelf()
    const at = scene({}, { shelf })
    const copy = at.open('admin')
    expect(factsOf(await settled(copy, at.clock, 30)).scope).toEqual({ kind: 'account' })
    copy.kill()
    await at.clock.advance(30 * MINUTE)
    const again = at.open('admin')
    await settled(again, at.clock)
    const probes = at.browser.requests.filter(
      ({ path }) => /start_time=\d+/.test(path) && path.startsWith('incremental'),
    )
    // One to try, one to begin.
    expect(probes).toHaveLength(2)
  })

  it('tells how many of how many are read, and how long the rest will take', async () => {
    const at = scene({}, { pageSize: 20 })
    const copy = at.open('agent')
    const seen: SyncState[] = []
    copy.store.subscribe(() => void seen.push(copy.store.state()))
    const { table } = factsOf(await settled(copy, at.clock))
    const progress = seen.flatMap((state) => (state.kind === 'loading' ? [state.progress] : []))
    const counted = progress.filter(({ expected }) => expected !== null)
    expect(counted.every(({ expected }) => expected === table.tickets.length)).toBe(true)
    expect(new Set(counted.map(({ read }) => read)).size).toBeGreaterThan(3)
    expect(counted[0]!.secondsLeft).toBeGreaterThan(0)
  })

  it('reads tickets again by id where search leaves the metric sets out, and comes to the same numbers', async () => {
    const whole = scene()
    const bare = scene({ plan: { metricSetsInSearch: false } })
    const [facts, again] = [
      factsOf(await settled(whole.open('agent'), whole.clock)),
      factsOf(await settled(bare.open('agent'), bare.clock)),
    ]
    expect(paths(bare)).toContain('tickets/show_many.json')
    expect(linesOf(again, facts.person.id)).toEqual(linesOf(facts, facts.person.id))
  })

  it('offers a lead the group with its cost, and reads it when told to', async () => {
    const at = scene()
    const copy = at.open('lead')
    const offered = await settled(copy, at.clock)
    expect(offered).toMatchObject({ kind: 'offered' })
    if (offered.kind !== 'offered') return
    expect(offered.cost.requests).toBe(Math.ceil(offered.cost.tickets / 100) + 1)
    expect(paths(at)).not.toContain('search/export.json')
    copy.store.readOffered()
    const facts = factsOf(await settled(copy, at.clock))
    expect(facts.scope).toEqual({ kind: 'group', group: offered.cost.group })
    expect(facts.table.tickets.length).toBe(offered.cost.tickets)
  })

  it('shows an admin this month within a minute, marked partial, while the export brings the rest', async () => {
    const at = scene({}, { pageSize: 100 })
    const copy = at.open('admin')
    await at.clock.advance(MINUTE)
    const soon = copy.store.state()
    expect(soon.kind).toBe('partial')
    const facts = factsOf(soon)
    expect(facts.wholeSince).toBe(periodContaining('month', NOW / 1000, ZONE).start)
    const agent = account.tickets.find(({ assignee_id }) => assignee_id !== null)!.assignee_id!
    const before = linesOf(facts, agent)
    const whole = factsOf(await settled(copy, at.clock, 30))
    expect(copy.store.state().kind).toBe('ready')
    expect(whole.wholeSince).toBeLessThan(facts.wholeSince)
    expect(linesOf(whole, agent)).toEqual(before)
  })
})

describe('what it costs', () => {
  it('asks for nothing when a sidebar is opened while the facts are new', async () => {
    const at = scene()
    const first = at.open('agent')
    await settled(first, at.clock)
    first.kill()
    await at.clock.advance(10 * MINUTE)
    const second = at.open('agent')
    await at.clock.advance(1000)
    expect(second.store.state().kind).toBe('ready')
    expect(second.requests()).toBe(0)
  })

  it.each(['agent', 'admin'])('asks at most twice for what has changed (%s)', async (role) => {
    const at = scene()
    const copy = at.open(role)
    await settled(copy, at.clock, 30)
    await at.clock.advance(5 * MINUTE)
    const before = copy.requests()
    copy.store.refresh()
    expect((await settled(copy, at.clock)).kind).toBe('ready')
    expect(copy.requests() - before).toBeLessThanOrEqual(2)
  })

  it('makes one reading of several copies, whatever is opened when', async () => {
    const at = scene()
    const copies = [at.open('agent'), at.open('agent')]
    await at.clock.advance(250)
    copies.push(at.open('agent'))
    for (const copy of copies) await settled(copy, at.clock)
    await at.clock.advance(2 * MINUTE)
    expect(copies.map(({ store }) => store.state().kind)).toEqual(['ready', 'ready', 'ready'])
    const alone = scene()
    await settled(alone.open('agent'), alone.clock)
    const reads = (of: Scene) => paths(of).filter((path) => path === 'search/export.json').length
    expect(reads(at)).toBe(reads(alone))
  })

  it('makes no 429 of its own, also when an admin reads everything', async () => {
    const at = scene({}, { pageSize: 60 })
    await settled(at.open('admin'), at.clock, 60)
    expect(at.browser.requests.filter(({ status }) => status === 429)).toEqual([])
  })

  it('asks for nothing while it is in the back, and goes on where it was in front', async () => {
    const at = scene({}, { pageSize: 20 })
    const copy = at.open('agent')
    await at.clock.advance(700)
    copy.store.setInFront(false)
    await at.clock.advance(500)
    const before = copy.requests()
    await at.clock.advance(30 * MINUTE)
    expect(copy.requests()).toBe(before)
    copy.store.setInFront(true)
    expect((await settled(copy, at.clock)).kind).toBe('ready')
    const pages = at.browser.requests.filter(({ path }) => path.startsWith('search/export')).map(({ path }) => path)
    expect(pages.length).toBe(new Set(pages).size)
  })
})

describe('when something goes wrong', () => {
  it.each([
    ['unreached', { kind: 'offline' }],
    ['html', { kind: 'unexpectedAnswer' }],
    ['server', { kind: 'server' }],
  ] as const)('says %s for what it is, never as an empty account, and tries again by itself', async (kind, error) => {
    const at = scene(strike(kind, 20))
    const copy = at.open('agent')
    await at.clock.advance(2 * MINUTE)
    expect(copy.store.state()).toMatchObject({ kind: 'failed', error })
    await at.clock.advance(30 * MINUTE)
    expect(copy.store.state().kind).toBe('ready')
  })

  it('waits as long as it is asked to, and a minute when it is not told how long', async () => {
    const at = scene({ limits: { perMinute: 200, othersPerMinute: 200, retryAfter: false } })
    const copy = at.open('agent')
    await at.clock.advance(30_000)
    expect(copy.requests()).toBe(1)
    expect(copy.store.state()).toMatchObject({ kind: 'failed', error: { kind: 'limited' } })
    await at.clock.advance(40_000)
    expect(copy.requests()).toBe(2)
  })

  it('keeps old numbers when a later reading fails, and says why', async () => {
    const shelf = memoryShelf()
    const good = scene({}, { shelf })
    const before = factsOf(await settled(good.open('agent'), good.clock))
    const bad = scene(strike('unreached'), { shelf })
    const copy = bad.open('agent')
    copy.store.refresh()
    await bad.clock.advance(3 * MINUTE)
    const state = copy.store.state()
    expect(state).toMatchObject({ kind: 'stale', error: { kind: 'offline' } })
    expect(linesOf(factsOf(state), before.person.id)).toEqual(linesOf(before, before.person.id))
  })

  it('reads within one page of where it was killed', async () => {
    const whole = scene({}, { pageSize: 20 })
    await settled(whole.open('agent'), whole.clock)
    for (let after = 300; after < 1600; after += 100) {
      const at = scene({}, { pageSize: 20 })
      const copy = at.open('agent')
      await at.clock.advance(after)
      copy.kill()
      await settled(at.open('agent'), at.clock)
      expect(at.browser.requests.length).toBeLessThanOrEqual(whole.browser.requests.length + 2)
    }
  })

  it('goes on without the rating records where the account has none or refuses them', async () => {
    const at = scene({ plan: { ratings: 403 } })
    const copy = at.open('admin')
    expect((await settled(copy, at.clock, 30)).kind).toBe('ready')
    expect(copy.store.insight()).toMatchObject({ access: true, ratings: false })
  })

  it('reads everything without storage, and hands it to the next copy', async () => {
    const denied = () => Promise.reject(new DOMException('denied'))
    const shelf: Shelf = { load: denied, revision: denied, save: denied, keepOnly: denied }
    const at = scene({}, { shelf })
    const first = at.open('agent')
    expect((await settled(first, at.clock)).kind).toBe('ready')
    expect(first.store.insight().isKept).toBe(false)
    const second = at.open('agent')
    await at.clock.advance(2000)
    expect(second.store.state().kind).toBe('ready')
    expect(second.requests()).toBe(0)
  })

  it('reads one chunk again when one is broken', async () => {
    const inner = memoryShelf()
    let isBroken = false
    const shelf: Shelf = {
      ...inner,
      async load(key) {
        const kept = await inner.load(key)
        if (kept === null || !isBroken || kept.chunks.size === 0) return kept
        isBroken = false
        const [first, ...others] = [...kept.chunks]
        return { mark: kept.mark, chunks: new Map([[first![0], { tickets: 'gone' }], ...others]) }
      },
    }
    const at = scene({}, { shelf, pageSize: 20 })
    const before = factsOf(await settled(at.open('agent'), at.clock))
    isBroken = true
    const copy = at.open('agent')
    const after = factsOf(await settled(copy, at.clock))
    expect(after.table.tickets.length).toBe(before.table.tickets.length)
    // The chunk, and what has changed since.
    expect(copy.requests()).toBeLessThanOrEqual(3)
  })
})

describe('whose facts they are', () => {
  it('shows nobody what another person read, and takes it away', async () => {
    const shelf = memoryShelf()
    const at = scene({}, { shelf })
    const agent = at.open('agent')
    const { person } = factsOf(await settled(agent, at.clock))
    agent.kill()
    const [other] = at.desk.account.users
      .filter(({ role, id, custom_role_id: custom }) => role === 'agent' && id !== person.id && custom === null)
      .slice(1)
    const copy = at.browser.open(at.desk, String(other!.id), other!.id, 'own')
    const facts = factsOf(await settled(copy, at.clock))
    expect(facts.table.agents).not.toContain(person.id)
    expect(await shelf.load(`alder-finch:${person.id}/own`)).toBeNull()
  })

  it('finds that a ticket went to somebody else, and no longer counts it', async () => {
    const at = scene()
    const copy = at.open('agent')
    const { person, table } = factsOf(await settled(copy, at.clock))
    const before = table.tickets.length
    const mine = at.desk.account.tickets.findLast(
      ({ assignee_id, status }) => assignee_id === person.id && status !== 'closed' && status !== 'deleted',
    )!
    const other = at.desk.account.users.find(({ role, id }) => role === 'agent' && id !== person.id)!
    const moved = {
      ...mine,
      assignee_id: other.id,
      updated_at: new Date(at.clock.now()).toISOString().replace(/\.\d+/, ''),
    }
    at.desk.put({ ticket: moved })
    for (let again = 0; again < 2; again++) {
      copy.store.refresh()
      await settled(copy, at.clock)
    }
    expect(factsOf(copy.store.state()).table.tickets.length).toBe(before - 1)
  })
})
