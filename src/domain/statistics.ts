/** The 97.5 % point of the normal distribution: two-sided 95 %. */
export const Z_95 = 1.959963984540054

/** Both ends inclusive, in the unit of the value. */
export type Interval = readonly [low: number, high: number]

/**
 * Wilson score interval of a share at 95 %, without continuity correction: what is plausible for the true share after
 * `hits` of `n`. `null` when n is 0. E. B. Wilson, JASA 22 (1927). 27 of 30 gives 0.744–0.965.
 */
export function wilsonInterval(hits: number, n: number): Interval | null {
  if (n === 0) return null
  const share = hits / n
  const z2 = Z_95 * Z_95
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n)
  const half = (Z_95 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))
  return [hits === 0 ? 0 : Math.max(0, centre - half), hits === n ? 1 : Math.min(1, centre + half)]
}

/**
 * Where the quantile of n ordered values lies by the R-7 method (linear interpolation, as in R, NumPy and Excel):
 * the value at 0-based rank `low`, moved by `fraction` towards the one at rank `high`. n must be at least 1. In percent,
 * because (n − 1) × 90 ÷ 100 is exact to the last digit where (n − 1) × 0.9 is not.
 */
export function quantileRank(n: number, percent: number): { low: number; high: number; fraction: number } {
  const hundredths = (n - 1) * percent
  const low = Math.floor(hundredths / 100)
  return { low, high: Math.min(low + 1, n - 1), fraction: (hundredths - 100 * low) / 100 }
}

/** The R-7 quantile of values in ascending order, or `null` of none. */
export function quantile(sorted: ArrayLike<number>, percent: number): number | null {
  if (sorted.length === 0) return null
  const { low, high, fraction } = quantileRank(sorted.length, percent)
  return interpolate(sorted[low]!, sorted[high]!, fraction)
}

export function interpolate(low: number, high: number, fraction: number): number {
  return low + (high - low) * fraction
}

const medianRanks: (number | null)[] = []

/**
 * The conservative order-statistic interval of a median at 95 %: the values at 0-based ranks `rank` and n − 1 − rank.
 * The greatest rank whose tail, P(Binomial(n, ½) ≤ rank), is at most 2.5 %; `null` below n = 6, where no pair of values covers 95 %.
 */
export function medianIntervalRank(n: number): number | null {
  const known = medianRanks[n]
  if (known !== undefined) return known
  return (medianRanks[n] = computeMedianIntervalRank(n))
}

/** Binomial weights relative to the middle one: they fall so fast that far tails may be left out without a trace. */
function computeMedianIntervalRank(n: number): number | null {
  if (n < 6) return null
  const middle = Math.floor(n / 2)
  const weights: number[] = []
  let weight = 1
  for (let k = middle; k >= 0 && weight > 1e-25; k--) {
    weights.push(weight)
    weight *= k / (n - k + 1)
  }
  const below = weights.reduceRight((sum, each) => sum + each, 0)
  const total = n % 2 === 0 ? 2 * below - 1 : 2 * below
  let tail = 0
  for (let step = weights.length - 1; step >= 0; step--) {
    tail += weights[step]!
    if (tail / total > 0.025) return step === middle ? null : middle - step - 1
  }
  return null
}
