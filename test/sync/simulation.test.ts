import { describe, expect, it } from 'vitest'
import { simulate } from './simulation.ts'

/** Seeds in bunches, so that a slow machine shows how far it is. `npm run simulate` runs as many as one likes, or one again. */
const BUNCHES = 20
const SEEDS_IN_A_BUNCH = 25

describe('a reading that meets faults, kills, limits and a life that goes on', () => {
  it.each(Array.from({ length: BUNCHES }, (_, bunch) => bunch * SEEDS_IN_A_BUNCH + 1))(
    'ends in the same numbers as one that meets nothing (25 seeds from %i)',
    async (first) => {
      for (let seed = first; seed < first + SEEDS_IN_A_BUNCH; seed++) {
        const { what, difference } = await simulate(seed)
        expect(difference, `seed ${seed}: ${what}`).toBeNull()
      }
    },
    120_000,
  )
})
