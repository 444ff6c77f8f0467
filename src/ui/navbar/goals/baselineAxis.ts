import { countsBetween } from '../../../domain/baseline.ts'
import { METRICS, type MetricKey } from '../../../domain/metrics.ts'

/** Where the values of a metric stand in a picture: from 0 to 1, further along is always better. */
export interface BaselineAxis {
  /** Of the bars, ascending. */
  readonly edges: readonly number[]
  /** Values to name below the picture. */
  readonly ticks: readonly number[]
  /** Whether equal steps are equal proportions. */
  readonly isLogarithmic: boolean
  readonly place: (value: number) => number
}

/** A bar of a distribution, in parts of the picture. */
export interface Bar {
  readonly from: number
  readonly to: number
  readonly count: number
  readonly start: number
  readonly width: number
  /** 1 is the tallest. */
  readonly height: number
}

const MINUTES = [
  1, 2, 3, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 360, 480, 720, 960, 1440, 2160, 2880, 4320, 7200, 10_080,
  20_160, 40_320, 86_400, 172_800, 525_600,
] as const
const BARS = 14
const MOST_TICKS = 5
/** Percent. */
const STEPS = [1, 2, 5, 10] as const

/** An axis on which all these values have a place. */
export function baselineAxis(metric: MetricKey, values: readonly number[]): BaselineAxis {
  const { unit, better } = METRICS[metric]
  const [least, greatest] = [Math.min(...values), Math.max(...values)]
  const axis = unit === 'ratio' ? ofShares(least, greatest) : ofTimes(least, greatest)
  const [first, last] = [axis.scale(axis.edges[0]!), axis.scale(axis.edges.at(-1)!)]
  return {
    edges: axis.edges,
    ticks: axis.ticks,
    isLogarithmic: unit !== 'ratio',
    place(value) {
      const part = Math.min(1, Math.max(0, (axis.scale(value) - first) / (last - first)))
      return better === 'higher' ? part : 1 - part
    },
  }
}

/** The distribution of the values as bars, one between each two edges. */
export function barsOn({ edges, place }: BaselineAxis, values: readonly number[]): readonly Bar[] {
  const counts = countsBetween(edges, values)
  const most = Math.max(1, ...counts)
  return counts.map((count, at) => {
    const [from, to] = [edges[at]!, edges[at + 1]!]
    const start = Math.min(place(from), place(to))
    return { from, to, count, start, width: Math.abs(place(to) - place(from)), height: count / most }
  })
}

/** Whole percents, in steps that make a dozen bars or so. */
function ofShares(least: number, greatest: number) {
  const step = STEPS.find((each) => (greatest - least) * 100 <= each * BARS) ?? 10
  const to = Math.min(100, Math.max(step, Math.ceil((greatest * 100) / step) * step))
  const from = Math.max(0, Math.min(to - step, Math.floor((least * 100) / step) * step))
  const percents = Array.from({ length: (to - from) / step + 1 }, (_, at) => from + at * step)
  return {
    edges: percents.map((percent) => percent / 100),
    ticks: thinned(percents).map((percent) => percent / 100),
    scale: (share: number) => share,
  }
}

/** Whole minutes; each bar is as much longer than the one before, in proportion. */
function ofTimes(least: number, greatest: number) {
  const from = MINUTES.findLast((nice) => nice <= least) ?? 1
  const to = MINUTES.find((nice) => nice > from && nice >= greatest) ?? Math.ceil(Math.max(greatest, from + 1))
  const edge = (at: number) => Math.round(from * (to / from) ** (at / BARS))
  return {
    edges: [...new Set(Array.from({ length: BARS + 1 }, (_, at) => edge(at)))],
    ticks: thinned(MINUTES.filter((nice) => nice >= from && nice <= to)),
    scale: (minutes: number) => Math.log(Math.max(1, minutes)),
  }
}

/** Few of them, evenly. */
function thinned(all: readonly number[]): readonly number[] {
  const every = Math.ceil(all.length / MOST_TICKS)
  return all.filter((_, at) => at % every === 0)
}
