import { METRICS } from '../../domain/metrics.ts'
import type { Goal } from '../../domain/goal.ts'

/** Where the three marks stand on every track, as parts of its width. To the right is always better. */
export const MARKS = { threshold: 0.24, target: 0.7, stretch: 0.93 } as const

/**
 * Where a value stands on its goal's track, from 0 to 1: linear between the marks, and beyond them as steep as beside them.
 * Marks at the same value stand apart all the same; their value stands at the better one.
 */
export function placeOnTrack(goal: Goal, value: number): number {
  const better = METRICS[goal.metric].better === 'higher' ? 1 : -1
  const signed = { threshold: goal.threshold * better, target: goal.target * better, stretch: goal.stretch * better }
  const at = value * better
  const [from, to] = at >= signed.target ? (['target', 'stretch'] as const) : (['threshold', 'target'] as const)
  const length = signed[to] - signed[from]
  const place = length === 0 ? MARKS[to] : MARKS[from] + ((at - signed[from]) / length) * (MARKS[to] - MARKS[from])
  return Math.min(1, Math.max(0, place))
}

/** A part of a width in CSS. */
export const cssPercent = (part: number): string => `${Math.round(part * 1000) / 10}%`

/** The stretch of track from one end of an interval to the other, as parts of the width. */
export function spanOnTrack(goal: Goal, [low, high]: readonly [number, number]): { start: number; length: number } {
  const [a, b] = [placeOnTrack(goal, low), placeOnTrack(goal, high)]
  return { start: Math.min(a, b), length: Math.abs(a - b) }
}
