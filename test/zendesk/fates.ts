import type { Life } from './life.ts'
import type { Random } from './random.ts'

const HOUR = 3600
const DAY = 24 * HOUR

/** Tickets that nobody solved by answering, and the ordinary rest. */
export type Fate = 'ordinary' | 'unassigned' | 'merged' | 'deleted' | 'scrubbed'

export const FATES: readonly (readonly [Fate, number])[] = [
  ['ordinary', 0.932],
  ['unassigned', 0.026],
  ['merged', 0.024],
  ['deleted', 0.013],
  ['scrubbed', 0.005],
]

/** A ticket without any reply; `ends` is the instant it was solved without one. */
export function silentLife(created: number, ends: number | null, closed: number | null): Life {
  return {
    assigned: created,
    firstReply: null,
    lastReply: null,
    firstSolve: ends,
    solved: ends,
    closed,
    reopened: null,
    reopens: 0,
    replies: 0,
    pending: 0,
    onHold: 0,
  }
}

/** A ticket that no one took: most are solved by a rule after a few days, the others still wait. */
export function unattendedLife(random: Random, created: number, now: number): Life {
  const ends = random.chance(0.75) ? created + random.whole(2 * DAY, 5 * DAY) : Infinity
  return silentLife(created, ends > now ? null : ends, ends + 4 * DAY > now ? null : ends + 4 * DAY)
}

/** A ticket that was merged into another one: closed at once, without a reply of its own. */
export function mergedLife(random: Random, created: number, now: number): Life {
  const ends = Math.min(now, created + Math.round(random.logNormal(2 * HOUR, 0.8)))
  return silentLife(created, ends, ends)
}
