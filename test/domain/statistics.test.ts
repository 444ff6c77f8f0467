import { describe, expect, it } from 'vitest'
import { medianIntervalRank, quantile, wilsonInterval } from '../../src/domain/statistics.ts'
import { medianInterval, wilson } from '../oracle/exact.ts'

const oneTo = (n: number) => Array.from({ length: n }, (_, place) => place + 1)

describe('the interval of a share', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3, prints 81/263, 15/148, 0/20 and 1/29.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [27, 30, 0.7438, 0.9654],
    [8, 10, 0.4902, 0.9433],
    [5, 5, 0.5655, 1],
    [46, 50, 0.8116, 0.9685],
    [180, 200, 0.8506, 0.9343],
  ])('of %d of %d is Wilson’s %d to %d', (hits, n, low, high) => {
    const [found, end] = wilsonInterval(hits, n)!
    expect(found).toBeCloseTo(low, 4)
    expect(end).toBeCloseTo(high, 4)
  })

  it('is what the score test does not reject', () => {
    for (let n = 1; n <= 40; n++) {
      for (let hits = 0; hits <= n; hits++) {
        const [low, high] = wilsonInterval(hits, n)!
        const [exactLow, exactHigh] = wilson(hits, n)
        expect(low).toBeCloseTo(exactLow, 11)
        expect(high).toBeCloseTo(exactHigh, 11)
      }
    }
  })

  it('of nothing is none', () => expect(wilsonInterval(0, 0)).toBeNull())
})

describe('the interval of a median', () => {
  // Two-sided 5 % critical values of the sign test, as printed in textbooks.
  const RANKS = [
    [6, 0],
    [7, 0],
    [8, 0],
    [9, 1],
    [10, 1],
    [11, 1],
    [12, 2],
    [13, 2],
    [14, 2],
    [15, 3],
    [16, 3],
    [17, 4],
    [18, 4],
    [19, 4],
    [20, 5],
    [25, 7],
    [30, 9],
    [40, 13],
    [50, 17],
    [75, 28],
    [100, 39],
  ] as const
  it.each(RANKS)('of %d values leaves out %d on either side', (n, rank) => {
    expect(medianIntervalRank(n)).toBe(rank)
  })

  it.each([1, 2, 3, 4, 5])('of %d values is none', (n) => expect(medianIntervalRank(n)).toBeNull())

  it('is that of the binomial counted exactly, at any n', () => {
    for (const n of [...oneTo(400), 999, 1000, 2001]) {
      const interval = medianInterval(oneTo(n))
      expect([n, medianIntervalRank(n)]).toEqual([n, interval && interval[0] - 1])
    }
  })
})

describe('a quantile', () => {
  // R: quantile(x, p, type = 7); the longer two lists are Wikipedia’s examples in "Quartile" and "Quantile".
  it.each([
    [[1, 2, 3, 4], 90, 3.7],
    [oneTo(10), 25, 3.25],
    [oneTo(10), 90, 9.1],
    [[6, 7, 15, 36, 39, 40, 41, 42, 43, 47, 49], 25, 25.5],
    [[7, 15, 36, 39, 40, 41], 75, 39.75],
    [[3, 6, 7, 8, 8, 10, 13, 15, 16, 20], 25, 7.25],
    [[3, 6, 7, 8, 8, 10, 13, 15, 16, 20], 50, 9],
    [[3, 6, 7, 8, 8, 10, 13, 15, 16, 20], 75, 14.5],
    [[0, 10], 50, 5],
    [[7], 90, 7],
    [oneTo(11), 90, 10],
  ])('of %j at %d %% is %d by R-7', (sorted, percent, value) => {
    expect(quantile(Object.freeze(sorted), percent)).toBeCloseTo(value, 12)
  })

  it('has no digits that come from the arithmetic', () => {
    expect(quantile([0, 0, 0, 0, 0, 0, 0, 4300, 4301], 90)).toBe(4300.2)
  })

  it('at the ends is the least and the greatest value', () => {
    expect([quantile([2, 5, 9], 0), quantile([2, 5, 9], 100)]).toEqual([2, 9])
  })

  it('of nothing is none', () => expect(quantile([], 50)).toBeNull())
})
