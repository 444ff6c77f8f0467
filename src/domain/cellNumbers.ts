import { type IntegerArray, inEights } from './columns.ts'
import { DIMENSIONS, type Dimension, dimensionSizes, type Grouping } from './grouping.ts'
import type { Metric } from './metrics.ts'
import type { Period } from './period.ts'
import { indexPeriods, locate } from './periodIndex.ts'
import { countedRatings } from './ratings.ts'
import type { TicketTable } from './ticketTable.ts'

export type Dated = Metric['dated']

/**
 * The finest cells that occur, numbered from 1, and in which of them each ticket stands by each of its dates. Cell 0 is nowhere:
 * there stand tickets without a say and tickets dated in no period, so that loops over rows need not ask.
 */
export interface CellNumbers {
  /** Nowhere included. */
  readonly count: number
  /** The cell of each row, by the dates asked for; up to whole eights, 0 for no row. */
  readonly cellOf: ReadonlyMap<Dated, Int32Array>
  /** For each dimension in use, its stored value (place + 1, 0 absent) in each cell. */
  readonly values: ReadonlyMap<Dimension, Int32Array>
}

/**
 * The rating that counts of each ticket. While no rating records are known these are the ticket's own columns; then the
 * date is there without a rating too, and it is the score that tells.
 */
export function ratingColumns(table: TicketTable) {
  if (table.ratings.length > 0) return countedRatings(table)
  const { solved, score, agent, group } = table.tickets.arrays
  return { rated: solved, score, agent, group }
}

/** Up to this many thinkable combinations a plain array finds the number of one; above it a hash does. */
const DENSE_CODES = 1 << 22

/**
 * Numbers the combinations of the groupings' dimensions that occur, so that memory follows what is there and not what is
 * thinkable (200 agents × 20 groups × 26 weeks are 104 000 combinations, of which 9 000 occur). The dimensions that do not hang
 * on the date are put together once, unless the thinkable combinations are too many: then one dimension follows the other.
 */
export function numberCells(
  table: TicketTable,
  periods: readonly Period[],
  groupings: readonly Grouping[],
  dates: ReadonlySet<Dated>,
): CellNumbers {
  const { tickets } = table
  const ratings = ratingColumns(table)
  const usesPeriod = groupings.some((grouping) => grouping.includes('period'))
  const index = indexPeriods(periods, usesPeriod)
  const sizes = dimensionSizes(table, periods)
  const used = DIMENSIONS.filter((dimension) => groupings.some((grouping) => grouping.includes(dimension)))
  const fixed = used.filter((dimension) => dimension !== 'period')

  const cellOf = new Map<Dated, Int32Array>()
  for (const dated of dates) {
    const shared = dated === 'rated' && ratings.rated === tickets.arrays.solved ? cellOf.get('solved') : undefined
    const instants = dated === 'rated' ? ratings.rated : tickets.arrays[dated]
    cellOf.set(dated, shared ?? locate(index, instants, tickets.arrays.leftOut, tickets.length))
  }
  const values = new Map<Dimension, Int32Array>()
  let count = 2
  if (usesPeriod) {
    count = 1 + periods.length
    values.set(
      'period',
      Int32Array.from({ length: count }, (_, stored) => stored),
    )
  }
  const sizeOf = (dimensions: readonly Dimension[]) => dimensions.reduce((size, each) => size * (1 + sizes[each]), 1)
  const steps = count * sizeOf(fixed) <= DENSE_CODES ? [fixed] : fixed.map((dimension) => [dimension])
  for (const dimensions of steps) {
    const numbering = startNumbering(count, sizeOf(dimensions))
    const combined = (columns: Columns) => combine(columns, dimensions, sizes, tickets.length)
    const own = combined(tickets.arrays)
    for (const [dated, cells] of distinct(cellOf)) {
      const isOwn = dated !== 'rated' || ratings.agent === tickets.arrays.agent
      numberRows(numbering, cells, isOwn ? own : combined({ ...tickets.arrays, ...ratings }))
    }
    const { codes } = numbering
    for (const [known, stored] of values) values.set(known, pick(codes, sizeOf(dimensions), count, stored))
    dimensions.forEach((dimension, at) => {
      values.set(dimension, pick(codes, sizeOf(dimensions.slice(at + 1)), 1 + sizes[dimension]))
    })
    count = codes.length
  }
  return { count, cellOf, values }
}

/** One digit of each code, in a number system of mixed bases; `meaning` tells what stands for a digit, itself when absent. */
function pick(codes: readonly number[], weight: number, base: number, meaning?: Int32Array): Int32Array {
  const digits = new Int32Array(codes.length)
  for (let at = 0; at < codes.length; at++) {
    const digit = Math.floor(codes[at]! / weight) % base
    digits[at] = meaning === undefined ? digit : meaning[digit]!
  }
  return digits
}

/** One entry per array. */
function distinct(cellOf: ReadonlyMap<Dated, Int32Array>): readonly (readonly [Dated, Int32Array])[] {
  const arrays = [...cellOf.values()]
  return [...cellOf].filter(([, cells], at) => arrays.indexOf(cells) === at)
}

type Columns = Readonly<Record<Exclude<Dimension, 'period'>, IntegerArray>>

/** Puts the stored values of the dimensions together into one code per row. */
function combine(
  columns: Columns,
  dimensions: readonly Exclude<Dimension, 'period'>[],
  sizes: Readonly<Record<Dimension, number>>,
  length: number,
): Int32Array {
  const codes = new Int32Array(inEights(length))
  for (const dimension of dimensions) {
    const stored = columns[dimension]
    const size = 1 + sizes[dimension]
    for (let row = 0; row < length; row++) codes[row] = (Math.imul(codes[row]!, size) + stored[row]!) | 0
  }
  return codes
}

/** Numbers for codes, in the order in which these appear. */
export interface Numbering {
  /** A code is a cell in the numbers so far, times the combinations that are thinkable in it, plus one of these. */
  readonly combinations: number
  /** The code of each number. All codes of cell 0 are number 0. */
  readonly codes: number[]
  /** The number of each code, -1 while it has none. */
  readonly dense: Int32Array | null
  readonly hashed: Map<number, number>
}

export function startNumbering(cells: number, combinations: number): Numbering {
  const dense = cells * combinations <= DENSE_CODES ? new Int32Array(cells * combinations).fill(-1) : null
  dense?.fill(0, 0, combinations)
  return { combinations, codes: [0], dense, hashed: new Map() }
}

/** Replaces each cell by the number of its combination with the value. */
export function numberRows(numbering: Numbering, cells: Int32Array, values: Int32Array): void {
  const { combinations, dense, hashed } = numbering
  if (dense === null) {
    for (let row = 0; row < cells.length; row++) {
      const code = cells[row]! * combinations + values[row]!
      cells[row] = hashed.get(code) ?? addCode(numbering, code)
    }
    return
  }
  for (let row = 0; row < cells.length; row++) {
    const code = (Math.imul(cells[row]!, combinations) + values[row]!) | 0
    const number = dense[code]!
    cells[row] = number >= 0 ? number : addCode(numbering, code)
  }
}

function addCode({ combinations, codes, dense, hashed }: Numbering, code: number): number {
  const number = code < combinations ? 0 : codes.push(code) - 1
  if (dense === null) hashed.set(code, number)
  else dense[code] = number
  return number
}
