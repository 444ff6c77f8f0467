import { describe, expect, it } from 'vitest'
import { caseMix } from '../../src/domain/caseMix.ts'
import { casesOf, entriesOf, type Case } from '../../src/domain/cases.ts'
import { shrunkShares, shrunkTimes } from '../../src/domain/shrinkage.ts'
import { LATER, RULES, SEPTEMBER, tableOf, ticket } from '../fixtures/ticket.ts'

const cases = (count: number, parts: Partial<Case>, value: (each: number) => number): Case[] =>
  Array.from({ length: count }, (_, each) => ({
    agent: 1,
    channel: 'email',
    priority: 'normal',
    group: 10,
    ...parts,
    value: value(each),
  }))

describe('case mix', () => {
  it('expects of each ticket what its kind brings: hand-worked', () => {
    // Email: 30 of 40 hits (75 %), phone: 10 of 40 (25 %). Agent 1 has 30 email and 10 phone and hit 20 of 40;
    // expected 30·0.75 + 10·0.25 = 25, so 20 ÷ 25 = 0.8. Agent 2: 10 email, 30 phone, hit 20; expected 15; 1.333.
    const all = [
      ...cases(30, { agent: 1 }, (each) => (each < 20 ? 1 : 0)),
      ...cases(10, { agent: 1, channel: 'voice' }, () => 0),
      ...cases(10, { agent: 2 }, () => 1),
      ...cases(30, { agent: 2, channel: 'voice' }, (each) => (each < 10 ? 1 : 0)),
    ]
    const { byAgent, strata } = caseMix(all, 'firstContactResolution')
    expect(byAgent.get(1)).toMatchObject({ n: 40, observed: 0.5, expected: 0.625 })
    expect(byAgent.get(1)!.index).toBeCloseTo(0.8, 12)
    expect(byAgent.get(2)!.index).toBeCloseTo(4 / 3, 12)
    expect(strata.map(({ n, mean }) => [n, mean])).toEqual([
      [40, 0.75],
      [40, 0.25],
    ])
  })

  it('is 1 for everybody who works each kind as all do, also for times', () => {
    const all = [1, 2, 3].flatMap((agent) => cases(30, { agent }, (each) => 10 * each))
    for (const { index } of caseMix(all, 'firstReplyTime').byAgent.values()) expect(index).toBeCloseTo(1, 12)
  })

  it('pools kinds with fewer than 20 tickets by channel, and what is still thin into one', () => {
    const all = [
      ...cases(20, {}, () => 1),
      ...cases(12, { priority: 'high' }, () => 1),
      ...cases(12, { priority: 'low' }, () => 0),
      ...cases(3, { channel: 'chat' }, () => 0),
    ]
    expect(caseMix(all, 'csat').strata.map(({ name, n }) => [name, n])).toEqual([
      ['email · *', 24],
      ['email · normal · 10', 20],
      ['*', 3],
    ])
  })
})

describe('the shrunk value', () => {
  it('lies between the raw value and that of the group, the closer to the group the fewer the tickets', () => {
    const entries = [
      { id: 1, hits: 5, n: 5 },
      { id: 2, hits: 46, n: 50 },
      { id: 3, hits: 27, n: 30 },
      { id: 4, hits: 60, n: 100 },
    ]
    const share = 138 / 185
    const shrunk = shrunkShares(entries)
    expect(shrunk[0]).toBeLessThan(1)
    expect(shrunk[0]).toBeGreaterThan(share)
    const kept = (place: number, raw: number) => (shrunk[place]! - share) / (raw - share)
    expect(kept(0, 1)).toBeLessThan(kept(2, 0.9))
    expect(kept(2, 0.9)).toBeLessThan(kept(1, 0.92))
  })

  it('is drawn to the group by 20 tickets where the agents do not differ beyond chance: hand-worked', () => {
    const shrunk = shrunkShares([
      { id: 1, hits: 9, n: 10 },
      { id: 2, hits: 9, n: 10 },
    ])
    expect(shrunk).toEqual([(9 + 18) / 30, (9 + 18) / 30])
  })

  it('of nothing is nothing', () => {
    expect(shrunkShares([{ id: 1, hits: 0, n: 0 }])).toEqual([null])
    expect(shrunkTimes([{ id: 1, minutes: [] }])).toEqual([null])
  })

  it('of times stays between the typical time of the agent and of the group', () => {
    const [fast, slow] = shrunkTimes([
      { id: 1, minutes: [10, 12, 9, 11, 10, 10] },
      { id: 2, minutes: [100, 120, 90, 110, 100, 100] },
    ])
    expect(fast).toBeGreaterThan(10)
    expect(fast).toBeLessThan(15)
    expect(slow).toBeGreaterThan(80)
    expect(slow).toBeLessThan(103)
  })
})

it('cases carry what the standings and the case mix ask, to the credit of their agents', () => {
  const table = tableOf([ticket({ agent: 1, firstReplyCalendarMinutes: 5 }), ticket({ agent: 2, group: 11 })])
  const moment = { table, rules: RULES, now: LATER }
  const found = casesOf(moment, { kind: 'group', id: 10 }, 'firstReplyTime', SEPTEMBER)
  expect(found).toEqual([{ agent: 1, channel: 'email', priority: 'normal', group: 10, value: 5 }])
  expect(entriesOf(found, 'firstReplyTime', [1, 2])).toEqual([
    { id: 1, minutes: [5] },
    { id: 2, minutes: [] },
  ])
})
