import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
export const collectGarbage = runInNewContext('gc') as () => void

export interface Times {
  readonly runs: number
  readonly median: number
  readonly minimum: number
}

export interface Pair {
  readonly ours: Times
  readonly theirs: Times
  /** Median over the pairs of their time over ours. */
  readonly ratio: number
}

/** How many pairs there are, unless theirs takes too long for it. */
const PAIRS = 9
const FEW_PAIRS = 3
const LONG_MILLISECONDS = 5000

/** Takes turns, so that both meet the same noise: one of ours, one of theirs, and again. */
export function timePairs(ours: () => unknown, theirs: () => unknown): Pair {
  collectGarbage()
  for (let warmUp = 0; warmUp < 5; warmUp++) ours()
  const first = milliseconds(theirs)
  const pairs = first > LONG_MILLISECONDS ? FEW_PAIRS : PAIRS
  const our: number[] = []
  const their: number[] = []
  for (let pair = 0; pair < pairs; pair++) {
    our.push(milliseconds(ours))
    their.push(milliseconds(theirs))
  }
  return { ours: times(our), theirs: times(their), ratio: median(our.map((time, pair) => their[pair]! / time)) }
}

export function milliseconds(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

export function times(all: readonly number[]): Times {
  return { runs: all.length, median: median(all), minimum: Math.min(...all) }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2
}
