import { GROUPINGS } from './question.ts'

/** What an engine tells of a cell: counts, and order statistics in minutes. */
export const NUMBERS = [
  'replied',
  'replyMedian',
  'replyP90',
  'resolved',
  'resolutionMedian',
  'resolutionP90',
  'contacts',
  'firstContacts',
  'rated',
  'good',
  'solved',
  'reopened',
] as const

export type NumberName = (typeof NUMBERS)[number]

/** A cell of a grouping with some of its numbers; a dimension that is not in the grouping is not asked for. */
export interface Cell extends Partial<Record<NumberName, number | null>> {
  readonly agent?: number | null
  readonly week?: number | null
  readonly group?: number | null
}

/** For each grouping of the question its cells, in any order and any number of parts. */
export type Answer = readonly (readonly Iterable<Cell>[])[]

/** An order statistic agrees up to this part of itself; a count agrees or does not. */
const TOLERANCE = 1e-9

/** How many numbers two answers have, and how many of them differ. A count that is not told is 0. */
export function compareAnswers(ours: Answer, theirs: Answer): { numbers: number; differing: number } {
  let numbers = 0
  let differing = 0
  GROUPINGS.forEach((grouping, place) => {
    const left = cellsByKey(ours[place]!, grouping)
    const right = cellsByKey(theirs[place]!, grouping)
    for (const key of new Set([...left.keys(), ...right.keys()])) {
      const mine = left.get(key) ?? NOTHING
      const others = right.get(key) ?? NOTHING
      for (let name = 0; name < NUMBERS.length; name++) {
        numbers++
        if (!agree(mine[name]!, others[name]!, isQuantile(NUMBERS[name]!) ? TOLERANCE : 0)) differing++
      }
    }
  })
  return { numbers, differing }
}

const isQuantile = (name: NumberName) => name.endsWith('Median') || name.endsWith('P90')

const NOTHING: readonly number[] = NUMBERS.map((name) => (isQuantile(name) ? NaN : 0))

function cellsByKey(parts: readonly Iterable<Cell>[], grouping: readonly string[]): Map<number, number[]> {
  const cells = new Map<number, number[]>()
  const has = (dimension: string) => grouping.includes(dimension)
  for (const part of parts) {
    for (const cell of part) {
      const key =
        ((has('agent') ? cell.agent! + 1 : 0) * 64 + (has('period') ? cell.week! + 1 : 0)) * 64 +
        (has('group') ? cell.group! + 1 : 0)
      let numbers = cells.get(key)
      if (numbers === undefined) cells.set(key, (numbers = [...NOTHING]))
      NUMBERS.forEach((name, place) => {
        const told = cell[name]
        if (told !== undefined && told !== null) numbers[place] = told
      })
    }
  }
  return cells
}

function agree(left: number, right: number, tolerance: number): boolean {
  if (Number.isNaN(left) || Number.isNaN(right)) return Number.isNaN(left) && Number.isNaN(right)
  return Math.abs(left - right) <= tolerance * Math.abs(left)
}
