import { type IntegerArray, inEights } from './columns.ts'
import type { Period } from './period.ts'

/** Tells in which of the periods an instant lies. Instants are as they are stored (+ 1). */
export interface PeriodIndex {
  /** The first instant of the first period, and the one after all periods. */
  readonly origin: number
  readonly end: number
  /** What stands for the instants of each bucket; `MIXED` where it differs within the bucket. */
  readonly buckets: Int32Array
  /** Where the stretches of time start that have one meaning each, in ascending order. */
  readonly starts: Float64Array
  /** What stands for each stretch: 0 for one between periods. */
  readonly meanings: Int32Array
}

/** Buckets of 2^12 seconds are short beside any period that has a name: it is rare, and foreseen, that one meets a boundary. */
const BUCKET_BITS = 12
const BUCKET = 1 << BUCKET_BITS
const MIXED = -1

/**
 * Periods in ascending order that do not overlap. Boundaries are looked up once. Time is cut into buckets that know their
 * period, so that a row costs one access to a small array and no branch that is hard to foresee.
 * @param isTold whether periods are told apart: a period stands for its place + 1, else each for 1
 */
export function indexPeriods(periods: readonly Period[], isTold: boolean): PeriodIndex {
  const stretches = periods
    .flatMap(({ start, end }, place) => [
      { start: start + 1, meaning: isTold ? place + 1 : 1 },
      { start: end + 1, meaning: 0 },
    ])
    .filter(({ start }, at, all) => start !== all[at + 1]?.start)
  const starts = Float64Array.from(stretches, ({ start }) => start)
  const meanings = Int32Array.from(stretches, ({ meaning }) => meaning)
  const origin = Math.max(1, starts[0] ?? 1) // 0 is no instant.
  const end = starts.at(-1) ?? origin
  const buckets = new Int32Array(Math.ceil((end - origin) / BUCKET))
  for (let bucket = 0, stretch = 0; bucket < buckets.length; bucket++) {
    const first = origin + bucket * BUCKET
    while (starts[stretch + 1]! <= first) stretch++
    buckets[bucket] = starts[stretch + 1]! < first + BUCKET ? MIXED : meanings[stretch]!
  }
  return { origin, end, buckets, starts, meanings }
}

/**
 * For each stored instant (0 is absent) what stands for its period, or 0 when it lies in none; then, up to whole eights, 0 for
 * no row.
 * @param leftOut other than 0 for rows that are in no period whatever their instant
 */
export function locate(index: PeriodIndex, stored: IntegerArray, leftOut: IntegerArray, length: number): Int32Array {
  const { origin, end, buckets } = index
  const located = new Int32Array(inEights(length))
  for (let row = 0; row < length; row++) {
    const instant = stored[row]!
    if (instant < origin || instant >= end || leftOut[row] !== 0) continue
    const meaning = buckets[(instant - origin) >>> BUCKET_BITS]!
    located[row] = meaning === MIXED ? meaningOf(index, instant) : meaning
  }
  return located
}

function meaningOf({ starts, meanings }: PeriodIndex, instant: number): number {
  let stretch = 0
  while (instant >= starts[stretch + 1]!) stretch++
  return meanings[stretch]!
}
