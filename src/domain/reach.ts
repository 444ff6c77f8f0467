import { METRICS } from './metrics.ts'
import { type Moment, outcomeOf, type SubjectKey } from './outcome.ts'
import type { Period } from './period.ts'
import type { Line } from './scorecard.ts'

/**
 * How many tickets of a line are good: the values at the target or better of a duration, the hits of a share (good ones where
 * more is better, bad ones where less is), the tickets of a count. 0 of a duration without a goal.
 * @param subject whom the line is of, over all their tickets
 */
export function atTarget(moment: Moment, subject: SubjectKey, line: Line, period: Period): number {
  const { metric, goal, n, hits } = line
  const { kind, better } = METRICS[metric]
  if (kind !== 'duration') return hits ?? n
  if (goal === null) return 0
  let count = 0
  for (let row = 0; row < moment.table.tickets.length; row++) {
    const outcome = outcomeOf(moment, row, subject, metric, period)
    if (outcome?.kind !== 'counts') continue
    if (better === 'lower' ? outcome.value <= goal.target : outcome.value >= goal.target) count++
  }
  return count
}

/**
 * How many further tickets, all of them good and one after the other, would bring the line to its target; 0 when it is there.
 * `null` when no number would (a target of 100 % after a miss, of 0 % after a hit), and of a line that is not judged. The median of
 * a duration is at its target for sure, however little better than it the further tickets are, once more than half of all are good.
 * @param good how many of the line's tickets are: `atTarget`
 */
export function inARow({ metric, goal, attainment, n, hits }: Line, good: number): number | null {
  if (goal === null || attainment === null) return null
  if (attainment >= 1) return 0
  const { kind, better } = METRICS[metric]
  const { target } = goal
  if (kind === 'count') return Math.ceil(target) - n
  if (kind === 'duration') return n - 2 * good + 1
  if (better === 'higher' ? target >= 1 : target <= 0) return null
  return better === 'higher'
    ? least((further) => (hits! + further) / (n + further) >= target)
    : least((further) => hits! / (n + further) <= target)
}

/** The least whole number from 1 on for which this holds, where it holds for every greater one too. */
function least(holds: (number: number) => boolean): number {
  let most = 1
  while (!holds(most)) most *= 2
  let tooFew = Math.floor(most / 2)
  while (most - tooFew > 1) {
    const middle = Math.floor((tooFew + most) / 2)
    if (holds(middle)) most = middle
    else tooFew = middle
  }
  return most
}
