import { METRICS } from './metrics.ts'
import { cadenceOf, type Instant, type Period } from './period.ts'
import type { Line } from './scorecard.ts'

/** Whether a goal would be met if work goes on as so far, with how unsure that is. */
export interface Pace {
  /** 0 to 1: how likely the target is met at the period's end. */
  readonly chance: number
  /** `likely` from a chance of 0.9 on, `unlikely` down from 0.1. */
  readonly outlook: 'likely' | 'open' | 'unlikely'
  /** Tickets expected with a say by the end, those that have one now included. */
  readonly expected: number
}

/** With less than this part of the period over, what happened so far says too little. */
const LEAST_ELAPSED = 0.1
const LIKELY = 0.9
const UNLIKELY = 0.1

/**
 * The pace of a line in a period that is under way. Tickets go on at the rate so far; each of those to come is good with a rate of
 * which the good ones so far tell. A median counts as at its target when at least half of the tickets are. When no more tickets
 * are expected, the line stands as it is.
 *
 * `null`: the line is not judged (no goal, too few tickets), is a count, or the period is over, has not begun, is less than a
 * tenth over, or ends on every day anew (rolling days).
 * @param good how many of the line's tickets are: `atTarget`
 */
export function paceOf(line: Line, good: number, period: Period, now: Instant): Pace | null {
  const { metric, goal, attainment, n, provisional } = line
  const { kind, better } = METRICS[metric]
  const elapsed = (now - period.start) / (period.end - period.start)
  if (goal === null || attainment === null || kind === 'count' || cadenceOf(period) === null) return null
  if (elapsed < LEAST_ELAPSED || elapsed >= 1) return null
  const expected = Math.round((n + provisional) / elapsed)
  const isMet = (hits: number): boolean => {
    if (kind === 'duration') return 2 * hits >= expected
    return better === 'higher' ? hits / expected >= goal.target : hits / expected <= goal.target
  }
  const chance = expected === n ? Number(attainment >= 1) : chanceOf(isMet, good, n, expected - n)
  return { chance, outlook: chance >= LIKELY ? 'likely' : chance <= UNLIKELY ? 'unlikely' : 'open', expected }
}

/**
 * The chance that the hits after `further` more tickets are as many as wanted, after `hits` of `n`: beta-binomial, the predictive
 * distribution of a binomial whose rate has Jeffreys' prior, Beta(½, ½). Gelman et al., Bayesian Data Analysis, 3rd edition (2013),
 * chapter 2. Weights come from the ratio of each to the one before, as logarithms, relative to the greatest, so that none is lost.
 */
function chanceOf(isWanted: (hits: number) => boolean, hits: number, n: number, further: number): number {
  const a = hits + 0.5
  const b = n - hits + 0.5
  const logWeights = new Float64Array(further + 1)
  let greatest = 0
  for (let x = 0; x < further; x++) {
    const ratio = ((further - x) / (x + 1)) * ((a + x) / (b + further - x - 1))
    logWeights[x + 1] = logWeights[x]! + Math.log(ratio)
    greatest = Math.max(greatest, logWeights[x + 1]!)
  }
  let wanted = 0
  let others = 0
  for (let x = 0; x <= further; x++) {
    const weight = Math.exp(logWeights[x]! - greatest)
    if (isWanted(hits + x)) wanted += weight
    else others += weight
  }
  return wanted / (wanted + others)
}
