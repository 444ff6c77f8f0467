import type { Life } from './life.ts'
import type { Random } from './random.ts'

const HOUR = 3600
const DAY = 24 * HOUR

export interface Rating {
  readonly score: 'unoffered' | 'offered' | 'good' | 'bad'
  /** Epoch seconds of the offer, or of the answer once there is one. */
  readonly at: number
  /** Later than `at` when the customer thought again. */
  readonly changed: number
  readonly comment: string | null
}

const PRAISE = ['Thanks, that was quick.', 'Very helpful.', 'Solved, thank you!', null, null, null]
const COMPLAINTS = ['Took too long.', 'I had to explain it three times.', 'Still not fixed.', null]

/** Whether a solved ticket was rated: offered a day after the solve, answered by about every fifth, before it is closed. */
export function ratingOf(random: Random, life: Life, liked: number, now: number): Rating {
  const solved = life.solved ?? Infinity
  const offered = solved + DAY + random.whole(0, HOUR)
  if (offered > now || !random.chance(0.62)) return { score: 'unoffered', at: solved, changed: solved, comment: null }
  const answered = offered + Math.min(2.5 * DAY, Math.round(random.logNormal(7 * HOUR, 1)))
  if (!random.chance(0.31) || answered > now) return { score: 'offered', at: offered, changed: offered, comment: null }
  const good = random.chance(liked - (life.reopens > 0 ? 0.22 : 0) - (life.replies > 2 ? 0.06 : 0))
  const thoughtAgain = random.chance(0.05) ? random.whole(HOUR, 6 * HOUR) : 0
  return {
    score: good ? 'good' : 'bad',
    at: answered,
    changed: Math.min(now, answered + thoughtAgain),
    comment: random.pick(good ? PRAISE : COMPLAINTS),
  }
}
