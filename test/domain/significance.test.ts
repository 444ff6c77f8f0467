import { describe, expect, it } from 'vitest'
import { fisherMidP, holm, mannWhitney, normalTails, rankSums } from '../../src/domain/significance.ts'

describe("Fisher's test with mid-p", () => {
  it.each([
    // The tea tasting of 1935: one-sided 1/70 at the extreme, half of it counted: 2 × 1/140.
    { hits: 4, n: 4, restHits: 0, restN: 4, p: 2 * (0.5 / 70) },
    // Three of four right: tail 17/70 with the observed 16/70 counted half: 2 × (1 + 8) / 70.
    { hits: 3, n: 4, restHits: 1, restN: 4, p: (2 * 9) / 70 },
    // As expected: half of everything on either side.
    { hits: 1, n: 2, restHits: 1, restN: 2, p: 1 },
  ])('gives $hits of $n against $restHits of $restN the chance $p', ({ hits, n, restHits, restN, p }) => {
    expect(fisherMidP(hits, n, restHits, restN)).toBeCloseTo(p, 12)
  })

  it('is the same from either side of the table', () => {
    expect(fisherMidP(17, 30, 240, 270)).toBeCloseTo(fisherMidP(240, 270, 17, 30), 10)
  })

  it('finds nothing where nobody else is', () => {
    expect(fisherMidP(5, 10, 0, 0)).toBe(1)
  })
})

describe('the Mann–Whitney test', () => {
  it('agrees with a hand-worked case', () => {
    // Ranks of 1 3 5 among 1 2 3 4 5 6: 1 + 3 + 5 = 9, expected 10.5, variance 3·3·7/12 = 5.25; z = (1.5 − 0.5)/√5.25.
    const ranks = rankSums([
      [1, 3, 5],
      [2, 4, 6],
    ])
    expect(ranks.sums[0]).toBe(9)
    expect(mannWhitney(ranks, 0).p).toBeCloseTo(normalTails(1 / Math.sqrt(5.25)), 10)
    expect(mannWhitney(ranks, 0).direction).toBe(-1)
  })

  it('lets equal values share their mean rank', () => {
    const ranks = rankSums([
      [7, 7],
      [7, 9],
    ])
    expect([...ranks.sums]).toEqual([4, 6])
    expect(ranks.ties).toBe(24)
  })

  it('finds nothing where all values are the same', () => {
    expect(
      mannWhitney(
        rankSums([
          [5, 5],
          [5, 5, 5],
        ]),
        0,
      ).p,
    ).toBe(1)
  })

  it('does not change when times are put on the log scale', () => {
    const samples = [
      [0, 10, 200],
      [3, 50, 9000],
    ]
    expect(rankSums(samples.map((sample) => sample.map((minutes) => Math.log1p(minutes))))).toEqual(rankSums(samples))
  })
})

describe("Holm's procedure", () => {
  it.each([
    { p: [0.01, 0.04, 0.03], level: 0.05, rejected: [true, false, false] },
    { p: [0.01, 0.02, 0.03], level: 0.05, rejected: [true, true, true] },
    { p: [0.06, 0.9], level: 0.05, rejected: [false, false] },
    { p: [], level: 0.05, rejected: [] },
  ])('rejects $rejected of $p', ({ p, level, rejected }) => {
    expect(holm(p, level)).toEqual(rejected)
  })
})

it.each([
  [0, 1],
  [1.959963984540054, 0.05],
  [2.5758293035489, 0.01],
  [4, 6.334248366623996e-5],
])('both tails of the normal beyond %d hold %d', (z, tails) => {
  expect(normalTails(z)).toBeCloseTo(tails, 7)
})
