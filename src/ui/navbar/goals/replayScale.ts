/** Where scores stand in a picture: from 0 at its start to 1 at its end. */
export interface ReplayScale {
  readonly low: number
  readonly high: number
  /** Scores to rule a line at. */
  readonly ticks: readonly number[]
  readonly place: (score: number) => number
}

/** The most that a score can be. */
const HIGH = 120
const STEP = 20
/** Far enough down that lines of the same length mean about the same from one replay to another. */
const LEAST_SPAN = 60

/** A scale that all these scores lie on. `null` has no place. */
export function replayScale(scores: readonly (number | null)[]): ReplayScale {
  const known = scores.filter((score) => score !== null)
  const low = Math.max(0, Math.floor(Math.min(HIGH - LEAST_SPAN, ...known) / STEP) * STEP)
  return {
    low,
    high: HIGH,
    ticks: Array.from({ length: (HIGH - low) / STEP + 1 }, (_, at) => low + at * STEP),
    place: (score) => Math.min(1, Math.max(0, (score - low) / (HIGH - low))),
  }
}
