export type Random = ReturnType<typeof randomFrom>

/** Seeded draws (mulberry32): the same seed gives the same draws on every machine. */
export function randomFrom(seed: number) {
  let state = seed >>> 0
  const unit = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const normal = () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit())
  return {
    /** Uniform in [0, 1). */
    unit,
    /** Uniform whole number in [from, to). */
    whole: (from: number, to: number) => from + Math.floor(unit() * (to - from)),
    chance: (probability: number) => unit() < probability,
    normal,
    logNormal: (median: number, sigma: number) => median * Math.exp(sigma * normal()),
    pick: <T>(from: readonly T[]): T => from[Math.floor(unit() * from.length)]!,
    /** One of the entries, in proportion to its weight; the last one when all weights are 0. */
    weighted: <T>(entries: readonly (readonly [T, number])[]): T => {
      let left = unit() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      return (entries.find(([, weight]) => (left -= weight) < 0) ?? entries.at(-1)!)[0]
    },
  }
}
