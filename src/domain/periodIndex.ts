import type { IntegerArray } from './columns.ts'
import type { Period } from './period.ts'

/** Tells in which of the periods an instant lies. */
export interface PeriodIndex {
  /** The first instant of the first period, as it is stored (+ 1). */
  readonly origin: number
  /** The stretch of time that each bucket begins in. */
  readonly buckets: Int32Array
  /** Where each stretch starts; the last one, after all periods, does not end. */
  readonly starts: Float64Array
  /** What stands for each stretch: 0 for one between periods. */
  readonly meanings: Int32Array
}

/** Buckets of 2^16 seconds are shorter than any period that has a name: one seldom meets more than one boundary. */
const BUCKET_BITS = 16

/**
 * Periods in ascending order that do not overlap. Boundaries are looked up once. Time is cut into buckets that know the
 * stretch they begin in, so that a row costs one array access, seldom a step further, and no branch that is hard to foresee.
 * @param isTold whether periods are told apart: a period stands for its place + 1, else each for 1
 */
export function indexPeriods(periods: readonly Period[], isTold: boolean): PeriodIndex {
  const gaps = periods.filter(({ end }, place) => periods[place + 1]?.start !== end)
  const stretches = [
    ...periods.map(({ start }, place) => ({ start: Math.max(1, start + 1), meaning: isTold ? place + 1 : 1 })),
    ...gaps.map(({ end }) => ({ start: end + 1, meaning: 0 })),
  ].sort((a, b) => a.start - b.start)
  if (stretches.length === 0) stretches.push({ start: 1, meaning: 0 })
  const starts = Float64Array.from([...stretches.map(({ start }) => start), Infinity])
  const meanings = Int32Array.from(stretches, ({ meaning }) => meaning)
  const origin = starts[0]!
  const outside = stretches.length - 1
  const buckets = new Int32Array(1 << (32 - BUCKET_BITS)).fill(outside)
  for (let bucket = 0, stretch = 0; stretch < outside && bucket < buckets.length; bucket++) {
    buckets[bucket] = stretch
    while (stretch < outside && starts[stretch + 1]! <= origin + (bucket + 1) * 2 ** BUCKET_BITS) stretch++
  }
  return { origin, buckets, starts, meanings }
}

/**
 * For each stored instant (value + 1, 0 absent) what stands for its period, or 0 when it lies in none.
 * @param leftOut other than 0 for rows that are in no period whatever their instant
 */
export function locate(index: PeriodIndex, stored: IntegerArray, leftOut: IntegerArray, length: number): Int32Array {
  const { origin, buckets, starts, meanings } = index
  const located = new Int32Array(length)
  for (let row = 0; row < length; row++) {
    const instant = stored[row]!
    // What lies before the origin wraps around to a bucket outside.
    let stretch = buckets[(instant - origin) >>> BUCKET_BITS]!
    while (instant >= starts[stretch + 1]!) stretch++
    located[row] = meanings[stretch]! & ((leftOut[row]! - 1) >> 31)
  }
  return located
}
