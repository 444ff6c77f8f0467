/** An exact fraction: nothing is rounded between a ticket and a state. `bottom` is above 0. */
export interface Fraction {
  readonly top: bigint
  readonly bottom: bigint
}

export const fraction = (top: number | bigint, bottom: number | bigint = 1): Fraction => ({
  top: BigInt(top),
  bottom: BigInt(bottom),
})

/** The fraction that a setting means: 87.5 is 875/10. Six decimals are kept. */
export const decimal = (value: number): Fraction => fraction(Math.round(value * 1_000_000), 1_000_000)

export const plus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)

export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, fraction(-b.top, b.bottom))

export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.top * b.top, a.bottom * b.bottom)

export function divided(a: Fraction, b: Fraction): Fraction {
  const sign = b.top < 0n ? -1n : 1n
  return fraction(sign * a.top * b.bottom, sign * a.bottom * b.top)
}

/** Below 0 when `a` is less than `b`, 0 when they are equal, above 0 when it is more. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = minus(a, b).top
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export function toNumber({ top, bottom }: Fraction): number {
  const whole = top / bottom
  const rest = top % bottom
  return Number(whole) + Number((rest * 10n ** 24n) / bottom) / 1e24
}

/** Quantile R-7 of sorted whole numbers: at place `p · (n − 1)`, between its two neighbours in proportion. */
export function quantile(sorted: readonly number[], p: Fraction): Fraction {
  const place = times(p, fraction(sorted.length - 1))
  const below = Number(place.top / place.bottom)
  const share = minus(place, fraction(below))
  const low = fraction(sorted[below]!)
  const high = fraction(sorted[Math.min(below + 1, sorted.length - 1)]!)
  return plus(low, times(share, minus(high, low)))
}

/** In how many of the 2ⁿ equally likely ways of tossing n coins heads come up exactly k times. */
function ways(n: number, k: number): bigint {
  let result = 1n
  for (let i = 1; i <= k; i++) result = (result * BigInt(n - k + i)) / BigInt(i)
  return result
}

/**
 * The two order statistics between which the true median lies with at least 95 %, at most 2.5 % beyond either.
 * Found by counting: as many lowest values are cut away as come up heads in at most 1 of 40 ways. None below n = 6.
 */
export function medianInterval(sorted: readonly number[]): [number, number] | null {
  const n = sorted.length
  const all = 2n ** BigInt(n)
  let cut = 0
  let tail = 1n
  while (tail * 40n <= all) {
    cut += 1
    tail += ways(n, cut)
  }
  return cut === 0 ? null : [sorted[cut - 1]!, sorted[n - cut]!]
}

/**
 * Wilson's 95 % interval by its meaning: all true shares that would not be surprised (1.96 standard errors) to see
 * `k` of `n`. Both ends are found by halving.
 */
export function wilson(k: number, n: number): [number, number] {
  const seen = k / n
  const surprised = (share: number) => (seen - share) ** 2 * n > 1.959963984540054 ** 2 * share * (1 - share)
  const edge = (far: number) => {
    let outside = far
    let inside = seen
    for (let step = 0; step < 200; step++) {
      const middle = (outside + inside) / 2
      if (surprised(middle)) outside = middle
      else inside = middle
    }
    return inside
  }
  return [k === 0 ? 0 : edge(0), k === n ? 1 : edge(1)]
}
