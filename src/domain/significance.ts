const logFactorials = [0, 0]

function logFactorial(n: number): number {
  for (let next = logFactorials.length; next <= n; next++) logFactorials.push(logFactorials[next - 1]! + Math.log(next))
  return logFactorials[n]!
}

const logChoose = (n: number, k: number) => logFactorial(n) - logFactorial(k) - logFactorial(n - k)

/**
 * Fisher's exact test with the mid-p correction, two-sided: how often chance alone would put `hits` of `n` at least as far
 * from what the rest does, when the table's margins stand. Twice the smaller tail, the observed outcome counted half.
 * Lancaster, JASA 56 (1961). 1 when either side is empty.
 */
export function fisherMidP(hits: number, n: number, restHits: number, restN: number): number {
  if (n === 0 || restN === 0) return 1
  const total = hits + restHits
  const logAll = logChoose(n + restN, n)
  const probability = (k: number) => Math.exp(logChoose(total, k) + logChoose(n + restN - total, n - k) - logAll)
  const least = Math.max(0, n - (n + restN - total))
  const most = Math.min(n, total)
  let below = 0
  let above = 0
  for (let k = least; k < hits; k++) below += probability(k)
  for (let k = hits + 1; k <= most; k++) above += probability(k)
  return Math.min(1, 2 * Math.min(below, above) + probability(hits))
}

/** The rank sum of each sample among all values together, equal values sharing their mean rank, and what ties take from its variance. */
export interface RankSums {
  readonly sums: Float64Array
  readonly sizes: Int32Array
  readonly n: number
  /** Sum of t³ − t over groups of t equal values. */
  readonly ties: number
}

/** Ranks all samples together. Ranks do not change under logarithms, so this compares times on the log scale, 0 included. */
export function rankSums(samples: readonly ArrayLike<number>[]): RankSums {
  const sizes = Int32Array.from(samples, ({ length }) => length)
  const n = sizes.reduce((sum, size) => sum + size, 0)
  const values = new Float64Array(n)
  const order = new Uint32Array(n)
  const owner = new Int32Array(n)
  let at = 0
  samples.forEach((sample, place) => {
    for (let each = 0; each < sample.length; each++) {
      values[at] = sample[each]!
      owner[at] = place
      order[at] = at++
    }
  })
  order.sort((a, b) => values[a]! - values[b]!)
  const sums = new Float64Array(samples.length)
  let ties = 0
  for (let start = 0; start < n;) {
    let end = start + 1
    while (end < n && values[order[end]!] === values[order[start]!]) end++
    const meanRank = (start + 1 + end) / 2
    for (let each = start; each < end; each++) sums[owner[order[each]!]!]! += meanRank
    const tied = end - start
    ties += tied ** 3 - tied
    start = end
  }
  return { sums, sizes, n, ties }
}

/**
 * Mann–Whitney test of one sample against all others, two-sided, normal with the corrections for ties and continuity:
 * `p`, and the direction, below 0 when the sample's values are the smaller ones. Mann and Whitney, Annals of Mathematical
 * Statistics 18 (1947).
 */
export function mannWhitney({ sums, sizes, n, ties }: RankSums, place: number): { p: number; direction: number } {
  const size = sizes[place]!
  const rest = n - size
  const excess = sums[place]! - (size * (n + 1)) / 2
  const variance = ((size * rest) / 12) * (n + 1 - ties / (n * (n - 1)))
  if (size === 0 || rest === 0 || variance <= 0) return { p: 1, direction: 0 }
  const z = Math.max(0, Math.abs(excess) - 0.5) / Math.sqrt(variance)
  return { p: normalTails(z), direction: Math.sign(excess) }
}

/**
 * Holm's step-down procedure: which of the hypotheses are rejected so that the chance of any false rejection among them all
 * stays at most `level`. Holm, Scandinavian Journal of Statistics 6 (1979).
 */
export function holm(p: readonly number[], level: number): readonly boolean[] {
  const rejected = p.map(() => false)
  const ascending = p.map((_, place) => place).sort((a, b) => p[a]! - p[b]!)
  for (const [step, place] of ascending.entries()) {
    if (p[place]! > level / (p.length - step)) break
    rejected[place] = true
  }
  return rejected
}

/** P(|Z| ≥ z) of a standard normal Z, for z ≥ 0; fractional error below 1.2e-7 (Press et al., Numerical Recipes, erfcc). */
export function normalTails(z: number): number {
  const x = z / Math.SQRT2
  const t = 1 / (1 + x / 2)
  const coefficients = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
    0.17087277,
  ]
  const polynomial = coefficients.reduceRight((sum, coefficient) => sum * t + coefficient, 0)
  return Math.min(1, t * Math.exp(-x * x + polynomial))
}
