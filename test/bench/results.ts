import type { Pair, Times } from './timing.ts'

export interface Row {
  readonly engine: string
  readonly size: number
  /** How many numbers it gave, all of them ours; `null` where it was not asked. */
  readonly numbers: number | null
  readonly pair: Pair | null
  /** Why it was not asked. */
  readonly skipped: string | null
}

export interface Bound {
  readonly size: number
  readonly bytesPerTicket: number
  readonly gigabytesPerSecond: number
  readonly streaming: Times
  readonly aggregate: Times
  /** Median over the pairs of our time over the time of streaming the same bytes. */
  readonly ratio: number
  readonly retainedBytesPerTicket: number
}

export interface Results {
  readonly rows: readonly Row[]
  readonly bound: Bound | null
  readonly coreBytes: number
}

interface Gate {
  readonly what: string
  readonly measured: number | null
  readonly goal: number
  /** `--check` fails on the wrong side of this. */
  readonly limit: number | null
  readonly better: 'higher' | 'lower'
  readonly unit: string
}

/** What is promised, and what was measured of it. */
export function gates({ rows, bound, coreBytes }: Results): readonly Gate[] {
  const measured = rows.filter(({ size, pair }) => size === 100_000 && pair !== null)
  const libraries = measured.filter(({ engine }) => engine !== NAIVE).map(({ pair }) => pair!.ratio)
  const naive = measured.find(({ engine }) => engine === NAIVE)?.pair?.ratio ?? null
  const fastest = libraries.length === 0 ? null : Math.min(...libraries)
  const higher = { better: 'higher', unit: '×' } as const
  const lower = { better: 'lower' } as const
  return [
    { what: 'fastest library at 100k', measured: fastest, goal: 10, limit: 8, ...higher },
    { what: 'naive app at 100k', measured: naive, goal: 250, limit: 200, ...higher },
    {
      what: 'streaming the same bytes at 1M',
      measured: bound?.ratio ?? null,
      goal: 6.5,
      limit: 8,
      ...lower,
      unit: '×',
    },
    {
      what: 'retained per ticket',
      measured: bound?.retainedBytesPerTicket ?? null,
      goal: 60,
      limit: null,
      ...lower,
      unit: ' B',
    },
    { what: 'metric core, gzipped', measured: coreBytes / 1024, goal: 8, limit: null, ...lower, unit: ' KiB' },
  ]
}

export const NAIVE = 'naive app'

export function isMissed({ measured, limit, better }: Gate): boolean {
  if (measured === null || limit === null) return false
  return better === 'higher' ? measured < limit : measured > limit
}

export function sizeName(size: number): string {
  return size >= 1_000_000 ? `${size / 1_000_000}M` : `${size / 1000}k`
}

export function printedRow({ engine, size, numbers, pair, skipped }: Row): string {
  const start = `${sizeName(size).padEnd(5)} ${engine.padEnd(16)}`
  if (pair === null) return `${start} ${skipped ?? ''}`
  const { ours, theirs, ratio } = pair
  const both = (times: Times) => `${fixed(times.median)} (${fixed(times.minimum).trim()})`.padEnd(20)
  return `${start} ${both(theirs)} ${both(ours)} ${fixed(ratio)}×  ${String(theirs.runs).padStart(3)}  0 of ${numbers ?? 0}`
}

export const HEADING = `size  ${'engine'.padEnd(16)} ${'ms: median (min)'.padEnd(20)} ${'laurel beside it'.padEnd(20)}    ratio  runs differing`

export function printedBound(bound: Bound): string {
  const { size, bytesPerTicket, gigabytesPerSecond, streaming, aggregate, ratio } = bound
  return (
    `At ${sizeName(size)} it touches ${bytesPerTicket.toFixed(0)} B a ticket; this process streams them at ` +
    `${gigabytesPerSecond.toFixed(1)} GB/s in ${streaming.median.toFixed(1)} ms and computes in ${aggregate.median.toFixed(1)} ms ` +
    `(minimum ${aggregate.minimum.toFixed(1)}): ${ratio.toFixed(1)}×`
  )
}

export function printedGate(gate: Gate): string {
  const { what, measured, goal, limit, better, unit } = gate
  const value = measured === null ? 'not measured' : `${measured.toFixed(1)}${unit}`
  const sign = better === 'higher' ? '≥' : '≤'
  const bounds = limit === null ? '' : `, limit ${sign} ${limit}`
  const reached =
    measured === null
      ? ' '
      : (better === 'higher' ? measured >= goal : measured <= goal)
        ? '✓'
        : isMissed(gate)
          ? '✗'
          : '~'
  return `${reached} ${what.padEnd(32)} ${value.padEnd(14)} goal ${sign} ${goal}${bounds}`
}

const fixed = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(1)).padStart(7)
