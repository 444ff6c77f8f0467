import type { Case } from './cases.ts'
import { METRICS, type MetricKey } from './metrics.ts'

/** Below this many tickets a stratum says too little and is pooled with its neighbours. */
const THIN = 20

/** What somebody's own mix of tickets would bring when worked as the whole does, beside what it did bring. */
export interface CaseMix {
  readonly n: number
  /** A share; typical minutes (geometric mean of 1 + minutes, less 1) of a duration. */
  readonly observed: number
  readonly expected: number
  /** Observed ÷ expected; 1 is what the mix explains. For shares above 1 is more hits, for times above 1 is slower. `null` where nothing is expected. */
  readonly index: number | null
}

/** A kind of ticket: how many there are and what they bring on average (shares: the rate; times: the mean logarithm). */
export interface Stratum {
  /** `channel`, `priority`, `group` as words joined; `*` where pooled. */
  readonly name: string
  readonly n: number
  readonly mean: number
}

/**
 * Indirect standardisation over channel × priority × group: every ticket is expected to bring what its stratum brings on average.
 * Strata with fewer than 20 tickets are pooled by channel, and those still thin into one.
 */
export function caseMix(
  cases: readonly Case[],
  metric: MetricKey,
): { readonly byAgent: ReadonlyMap<number, CaseMix>; readonly strata: readonly Stratum[] } {
  const isDuration = METRICS[metric].kind === 'duration'
  const scaled = (value: number) => (isDuration ? Math.log1p(value) : value)
  const nameOf = stratumNames(cases)
  const sums = new Map<string, { n: number; sum: number }>()
  const own = new Map<number, { n: number; observed: number; names: string[] }>()
  for (const each of cases) {
    const name = nameOf(each)
    add(sums, name, scaled(each.value))
    const mine = own.get(each.agent) ?? { n: 0, observed: 0, names: [] }
    own.set(each.agent, mine)
    mine.n++
    mine.observed += scaled(each.value)
    mine.names.push(name)
  }
  const mean = (name: string) => sums.get(name)!.sum / sums.get(name)!.n
  const byAgent = new Map<number, CaseMix>()
  for (const [agent, { n, observed, names }] of own) {
    const expected = names.reduce((sum, name) => sum + mean(name), 0) / n
    const back = (value: number) => (isDuration ? Math.expm1(value) : value)
    const index = isDuration ? Math.exp(observed / n - expected) : expected === 0 ? null : observed / n / expected
    byAgent.set(agent, { n, observed: back(observed / n), expected: back(expected), index })
  }
  const strata = [...sums].map(([name, { n }]) => ({ name, n, mean: mean(name) })).sort((a, b) => b.n - a.n)
  return { byAgent, strata }
}

/** The stratum of a ticket: the finest one that is thick enough. */
function stratumNames(cases: readonly Case[]): (each: Case) => string {
  const fine = ({ channel, priority, group }: Case) => [channel ?? '', priority ?? '', group ?? ''].join(' · ')
  const coarse = ({ channel }: Case) => `${channel ?? ''} · *`
  const thickFine = thick(cases, fine)
  const thickCoarse = thick(
    cases.filter((each) => !thickFine.has(fine(each))),
    coarse,
  )
  return (each) => (thickFine.has(fine(each)) ? fine(each) : thickCoarse.has(coarse(each)) ? coarse(each) : '*')
}

function thick(cases: readonly Case[], nameOf: (each: Case) => string): ReadonlySet<string> {
  const sizes = new Map<string, number>()
  for (const each of cases) sizes.set(nameOf(each), (sizes.get(nameOf(each)) ?? 0) + 1)
  return new Set([...sizes].filter(([, size]) => size >= THIN).map(([name]) => name))
}

function add(sums: Map<string, { n: number; sum: number }>, name: string, value: number): void {
  const known = sums.get(name) ?? { n: 0, sum: 0 }
  sums.set(name, { n: known.n + 1, sum: known.sum + value })
}
