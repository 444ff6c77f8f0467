import { describe, expect, it } from 'vitest'
import { type Drawer, memoryDrawer } from '../../src/sync/drawer.ts'
import { lookDesk } from '../../src/sync/lookDesk.ts'
import { ownGoalDesk } from '../../src/sync/ownGoalDesk.ts'
import { facts19November, ownFacts } from '../ui/sampleFacts.ts'
import { NOW, ZONE } from '../ui/sampleTickets.ts'

const OWNER = 'acme:11'
const DAY = 86_400
const denied: Drawer = {
  take: () => Promise.reject(new Error('denied')),
  put: () => Promise.reject(new Error('denied')),
  drop: () => Promise.reject(new Error('denied')),
}
const at = (asOf: number) => ({ ...ownFacts(), asOf })

describe('what was seen last', () => {
  it('is nothing on the first day', async () => {
    expect(await lookDesk(memoryDrawer(), OWNER, ZONE).see(ownFacts())).toBeNull()
  })

  it('is the last look of the day before, however often one looks today', async () => {
    const drawer = memoryDrawer()
    await lookDesk(drawer, OWNER, ZONE).see(at(NOW - DAY - 3600))
    await lookDesk(drawer, OWNER, ZONE).see(facts19November())
    for (const asOf of [NOW, NOW + 60, NOW + 3600]) {
      expect((await lookDesk(drawer, OWNER, ZONE).see(at(asOf)))?.asOf).toBe(facts19November().asOf)
    }
  })

  it('is a Friday after a weekend', async () => {
    const drawer = memoryDrawer()
    await lookDesk(drawer, OWNER, ZONE).see(at(NOW))
    expect((await lookDesk(drawer, OWNER, ZONE).see(at(NOW + 3 * DAY)))?.asOf).toBe(NOW)
  })

  it('is not set back by a copy that shows older facts', async () => {
    const drawer = memoryDrawer()
    await lookDesk(drawer, OWNER, ZONE).see(at(NOW))
    await lookDesk(drawer, OWNER, ZONE).see(at(NOW - DAY))
    expect((await lookDesk(drawer, OWNER, ZONE).see(at(NOW + DAY)))?.asOf).toBe(NOW)
  })

  it('of somebody else in this browser is thrown away', async () => {
    const drawer = memoryDrawer()
    await lookDesk(drawer, 'acme:12', ZONE).see(at(NOW - DAY))
    await lookDesk(drawer, OWNER, ZONE).see(at(NOW))
    expect(await lookDesk(drawer, 'acme:12', ZONE).see(at(NOW + DAY))).toBeNull()
  })

  it.each([[{ latest: 1 }], ['x'], [{ latest: { asOf: -1, table: {} }, before: { asOf: 1, table: { tickets: 3 } } }]])(
    'is nothing where what is kept makes no sense: %j',
    async (kept) => {
      const drawer = memoryDrawer()
      await drawer.put(`look/${OWNER}`, kept)
      expect(await lookDesk(drawer, OWNER, ZONE).see(ownFacts())).toBeNull()
    },
  )

  it('is nothing where the browser keeps nothing', async () => {
    expect(await lookDesk(denied, OWNER, ZONE).see(ownFacts())).toBeNull()
  })
})

describe('an own goal', () => {
  const goal = { period: '2026-11', metric: 'csat', note: 'Ask before closing' } as const

  it('is kept for its period, and found again by the next copy', async () => {
    const drawer = memoryDrawer()
    await ownGoalDesk(drawer, OWNER).set({ ...goal, note: 'first try' })
    expect(await ownGoalDesk(drawer, OWNER).set(goal)).toBe(true)
    await ownGoalDesk(drawer, OWNER).set({ ...goal, period: '2026-12' })
    expect(await ownGoalDesk(drawer, OWNER).read()).toEqual([goal, { ...goal, period: '2026-12' }])
  })

  it('is nobody else’s, and stays when somebody else signs in', async () => {
    const drawer = memoryDrawer()
    await ownGoalDesk(drawer, OWNER).set(goal)
    await lookDesk(drawer, 'acme:12', ZONE).see(ownFacts())
    expect(await ownGoalDesk(drawer, 'acme:12').read()).toEqual([])
    expect(await ownGoalDesk(drawer, OWNER).read()).toEqual([goal])
  })

  it('can be removed', async () => {
    const drawer = memoryDrawer()
    await ownGoalDesk(drawer, OWNER).set(goal)
    await ownGoalDesk(drawer, OWNER).remove('2026-11')
    expect(await ownGoalDesk(drawer, OWNER).read()).toEqual([])
  })

  it('lasts as long as the copy where the browser keeps nothing, and says so', async () => {
    const desk = ownGoalDesk(denied, OWNER)
    expect(await desk.set(goal)).toBe(false)
    expect(await desk.read()).toEqual([goal])
  })

  it.each([['x'], [[{ period: 1 }]], [[{ ...goal, note: 'x'.repeat(501) }]]])(
    'that makes no sense is none: %j',
    async (kept) => {
      const drawer = memoryDrawer()
      await drawer.put(`ownGoal/${OWNER}`, kept)
      expect(await ownGoalDesk(drawer, OWNER).read()).toEqual([])
    },
  )
})
