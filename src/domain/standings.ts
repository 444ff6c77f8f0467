import { METRICS, type MetricKey } from './metrics.ts'
import { fisherMidP, holm, mannWhitney, rankSums } from './significance.ts'
import { quantile } from './statistics.ts'

/** How somebody stands against the rest of the group, as far as the data can tell. */
export type Band = 'above' | 'asExpected' | 'below' | 'notEnough'

/** What one subject brought to one metric. */
export type Entry =
  | { readonly id: number; readonly hits: number; readonly n: number }
  /** Whole minutes in any order. */
  | { readonly id: number; readonly minutes: ArrayLike<number> }

export interface Standing {
  readonly id: number
  readonly band: Band
  readonly n: number
  /** The raw value; `null` of nothing. */
  readonly value: number | null
  /** 1 is best, equal values share a place and the next one is skipped; `null` without enough data. */
  readonly place: number | null
}

/** The chance, at most, that anybody at all is called above or below while all are in truth the same. */
const FAMILY_WISE_ERROR = 0.05

/**
 * The standings of one metric. Everybody with enough tickets is tested against the rest of the group: shares by Fisher's
 * test with mid-p, times by Mann–Whitney, which is the same on the log scale; Holm keeps the error over the whole table. Above is
 * always better, also for times. Who has too few tickets is left out, not last, but is part of the rest.
 * @param others what the group's former agents brought: part of the rest, in no standings
 */
export function standings(
  metric: MetricKey,
  entries: readonly Entry[],
  minimumSample: number,
  others: readonly Entry[] = [],
): readonly Standing[] {
  const all = [...entries, ...others]
  const judged = entries.map((entry, place) => ({ entry, place })).filter(({ entry }) => sizeOf(entry) >= minimumSample)
  const compare = comparison(all)
  const tests = judged.map(({ place }) => compare(place))
  const clear = holm(
    tests.map(({ p }) => p),
    FAMILY_WISE_ERROR,
  )
  const better = METRICS[metric].better === 'higher' ? 1 : -1
  const bands = new Map<number, Band>(
    judged.map(({ place }, each) => {
      const direction = tests[each]!.direction * better
      return [place, !clear[each] || direction === 0 ? 'asExpected' : direction > 0 ? 'above' : 'below']
    }),
  )
  const values = entries.map(valueOf)
  const ranked = judged.map(({ place }) => values[place]!)
  return entries.map((entry, place) => ({
    id: entry.id,
    band: bands.get(place) ?? 'notEnough',
    n: sizeOf(entry),
    value: values[place]!,
    place: bands.has(place) ? 1 + ranked.filter((value) => (value - values[place]!) * better > 0).length : null,
  }))
}

/** Tests one entry against all others; the direction is that of its values, above 0 when they are the greater ones. */
function comparison(all: readonly Entry[]): (place: number) => { p: number; direction: number } {
  const samples = all.map((entry) => ('minutes' in entry ? entry.minutes : []))
  if (all.some((entry) => 'minutes' in entry)) {
    const ranks = rankSums(samples)
    return (place) => mannWhitney(ranks, place)
  }
  const hits = all.reduce((sum, entry) => sum + ('hits' in entry ? entry.hits : 0), 0)
  const n = all.reduce((sum, entry) => sum + sizeOf(entry), 0)
  return (place) => {
    const entry = all[place]!
    const own = 'hits' in entry ? entry : { hits: 0, n: 0 }
    const direction = Math.sign(own.hits * (n - own.n) - (hits - own.hits) * own.n)
    return { p: fisherMidP(own.hits, own.n, hits - own.hits, n - own.n), direction }
  }
}

function sizeOf(entry: Entry): number {
  return 'minutes' in entry ? entry.minutes.length : entry.n
}

function valueOf(entry: Entry): number | null {
  if ('minutes' in entry) return quantile(Float64Array.from(entry.minutes).sort(), 50)
  return entry.n === 0 ? null : entry.hits / entry.n
}
