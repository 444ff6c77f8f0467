import type { Entry } from './standings.ts'

/** A prior worth this many tickets where the group is too small or too alike to tell. */
const DEFAULT_PRIOR_TICKETS = 20

/**
 * The value of each entry drawn towards the group's by as much as its small sample makes it uncertain (empirical Bayes); in the
 * order of the entries, `null` of nothing. To be shown beside the raw value, never instead of it.
 * Shares: beta-binomial, the prior's weight from the variance between the subjects (Kleinman, JASA 68, 1973).
 */
export function shrunkShares(entries: readonly Extract<Entry, { hits: number }>[]): readonly (number | null)[] {
  const n = entries.reduce((sum, entry) => sum + entry.n, 0)
  const share = entries.reduce((sum, entry) => sum + entry.hits, 0) / n
  const weight = priorTickets(entries, share, n)
  return entries.map((entry) => (entry.n === 0 ? null : (entry.hits + weight * share) / (entry.n + weight)))
}

/**
 * Times: normal on the log scale (log of 1 + minutes), the prior's spread from the variance between the subjects; typical
 * minutes, comparable with a median.
 */
export function shrunkTimes(
  entries: readonly Extract<Entry, { minutes: ArrayLike<number> }>[],
): readonly (number | null)[] {
  const logs = entries.map(({ minutes }) => Float64Array.from(minutes, (each) => Math.log1p(each)))
  const sizes = logs.map(({ length }) => length)
  const n = sizes.reduce((sum, size) => sum + size, 0)
  const means = logs.map((values) =>
    values.length === 0 ? 0 : values.reduce((sum, each) => sum + each, 0) / values.length,
  )
  const mean = means.reduce((sum, each, place) => sum + each * sizes[place]!, 0) / n
  const used = sizes.filter((size) => size > 0).length
  const squares = logs.reduce((sum, values, place) => sum + values.reduce((s, v) => s + (v - means[place]!) ** 2, 0), 0)
  const within = n > used ? squares / (n - used) : 0
  const between = excessVariance(means, sizes, mean, within)
  const prior = between > 0 ? within / between : DEFAULT_PRIOR_TICKETS
  return means.map((each, place) => {
    const size = sizes[place]!
    return size === 0 ? null : Math.expm1((size * each + prior * mean) / (size + prior))
  })
}

function priorTickets(entries: readonly { hits: number; n: number }[], share: number, n: number): number {
  const within = share * (1 - share)
  const shares = entries.map((entry) => (entry.n === 0 ? 0 : entry.hits / entry.n))
  const between = excessVariance(
    shares,
    entries.map((entry) => entry.n),
    share,
    within,
  )
  return n > 0 && between > 0 ? Math.max(0, within / between - 1) : DEFAULT_PRIOR_TICKETS
}

/** The variance between subjects beyond what `within` alone would show, by moments; 0 or less when chance explains all of it. */
function excessVariance(values: readonly number[], sizes: readonly number[], mean: number, within: number): number {
  const n = sizes.reduce((sum, size) => sum + size, 0)
  const used = sizes.filter((size) => size > 0).length
  if (used < 2) return 0
  const spread = values.reduce((sum, value, place) => sum + sizes[place]! * (value - mean) ** 2, 0)
  const effective = n - sizes.reduce((sum, size) => sum + size * size, 0) / n
  return (spread - (used - 1) * within) / effective
}
