import { describe, expect, it } from 'vitest'
import { type Entry, standings } from '../../src/domain/standings.ts'

/** mulberry32: small, seeded, good enough to draw tickets. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

const rated = (random: () => number, truth: readonly number[], n: number): Entry[] =>
  truth.map((share, id) => ({ id, n, hits: Array.from({ length: n }, random).filter((each) => each < share).length }))

const timed = (random: () => number, medians: readonly number[], n: number): Entry[] =>
  medians.map((median, id) => ({
    id,
    minutes: Float64Array.from({ length: n }, () => Math.round(median * Math.exp(normal(random)))),
  }))

const alike = (count: number, value: number) => Array.from({ length: count }, () => value)

/** The share of seeded draws whose standings are as asked. */
function frequency(draws: number, draw: (random: () => number) => boolean): number {
  const random = seeded(20_261_122)
  let times = 0
  for (let each = 0; each < draws; each++) if (draw(random)) times++
  return times / draws
}

describe('people who are in truth the same', () => {
  it.each([
    { agents: 10, n: 30 },
    { agents: 10, n: 100 },
    { agents: 24, n: 30 },
  ])('are told apart in at most 5 % of the draws: $agents agents at 90 %, n = $n each', ({ agents, n }) => {
    const told = frequency(4000, (random) =>
      standings('csat', rated(random, alike(agents, 0.9), n), 20).some(({ band }) => band !== 'asExpected'),
    )
    expect(told).toBeGreaterThan(0)
    expect(told).toBeLessThanOrEqual(0.05)
  })

  it('are told apart in at most 5 % of the draws by their times', () => {
    const told = frequency(4000, (random) =>
      standings('firstReplyTime', timed(random, alike(10, 60), 30), 20).some(({ band }) => band !== 'asExpected'),
    )
    expect(told).toBeGreaterThan(0)
    expect(told).toBeLessThanOrEqual(0.05)
  })
})

describe('somebody who is in truth better', () => {
  it.each([
    { share: 0.97, least: 0.9 },
    { share: 0.95, least: 0.6 },
  ])('at $share against nine at 88 %, n = 200, is above in at least $least of the draws', ({ share, least }) => {
    const above = frequency(
      1000,
      (random) => standings('csat', rated(random, [share, ...alike(9, 0.88)], 200), 20)[0]!.band === 'above',
    )
    expect(above).toBeGreaterThanOrEqual(least)
  })

  it.each([
    { factor: 0.75, least: 0.75 },
    { factor: 0.65, least: 0.95 },
  ])('answering in $factor of the time of nine others, n = 200, is above in at least $least', ({ factor, least }) => {
    const above = frequency(
      400,
      (random) =>
        standings('firstReplyTime', timed(random, [60 * factor, ...alike(9, 60)], 200), 20)[0]!.band === 'above',
    )
    expect(above).toBeGreaterThanOrEqual(least)
  })

  it('is above with the shorter time, and the slower one below', () => {
    const fast = { id: 1, minutes: Float64Array.from({ length: 60 }, (_, each) => each) }
    const slow = { id: 2, minutes: Float64Array.from({ length: 60 }, (_, each) => 500 + each) }
    expect(standings('fullResolutionTime', [fast, slow], 20).map(({ band }) => band)).toEqual(['above', 'below'])
  })
})

describe('the standings', () => {
  it('let equal values share a place and skip the next: 1, 2, 2, 4', () => {
    const entries = [
      { id: 1, hits: 45, n: 50 },
      { id: 2, hits: 40, n: 50 },
      { id: 3, hits: 80, n: 100 },
      { id: 4, hits: 10, n: 50 },
    ]
    expect(standings('csat', entries, 20).map(({ place }) => place)).toEqual([1, 2, 2, 4])
  })

  it('leave out who has too few tickets, not last, and keep the value visible', () => {
    const [few] = standings(
      'csat',
      [
        { id: 1, hits: 0, n: 19 },
        { id: 2, hits: 20, n: 20 },
      ],
      20,
    )
    expect(few).toEqual({ id: 1, band: 'notEnough', n: 19, value: 0, place: null })
  })

  it('measure against the whole group, the tickets of people who left included', () => {
    const entries = [
      { id: 1, hits: 95, n: 100 },
      { id: 2, hits: 95, n: 100 },
    ]
    const former = [{ id: 3, hits: 100, n: 400 }]
    expect(standings('csat', entries, 20).map(({ band }) => band)).toEqual(['asExpected', 'asExpected'])
    expect(standings('csat', entries, 20, former)).toMatchObject([{ band: 'above' }, { band: 'above' }])
  })

  it('of nobody are empty, and one agent alone is as expected', () => {
    expect(standings('csat', [], 20)).toEqual([])
    expect(standings('csat', [{ id: 1, hits: 1, n: 30 }], 20)).toMatchObject([{ band: 'asExpected', place: 1 }])
  })
})
