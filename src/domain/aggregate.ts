import { numberCells, ratingColumns } from './cellNumbers.ts'
import { addUp, type Cells, coarsen, type MeasuredCells, withoutNowhere } from './cells.ts'
import type { IntegerArray } from './columns.ts'
import type { Grouping } from './grouping.ts'
import { type Condition, METRIC_KEYS, METRICS, type MetricKey, type MetricRules } from './metrics.ts'
import { countPerCell, type DurationCells, inOrder, makeRoom, measureDurations } from './orderStatistics.ts'
import type { Instant, Period } from './period.ts'
import type { TicketTable } from './ticketTable.ts'

export interface Question {
  readonly rules: MetricRules
  /** When the question is asked: it decides which tickets have settled. */
  readonly now: Instant
  /** Ascending and apart from each other. A ticket dated in none of them has no say. */
  readonly periods: readonly Period[]
  readonly groupings: readonly Grouping[]
  /** The metrics wanted; all when absent. */
  readonly metrics?: readonly MetricKey[]
}

const SECONDS_PER_DAY = 86_400

/**
 * Every metric for every grouping, exactly, from scratch. Tickets that are left out have no say; one with an unknown
 * metric set has none but by its rating. Cost: a pass over the columns per metric, one sort per duration, and one step per
 * ticket and grouping in order of value.
 */
export function aggregate(table: TicketTable, question: Question): readonly Cells[] {
  const { groupings, periods } = question
  const keys = question.metrics ?? METRIC_KEYS
  const numbers = numberCells(table, periods, groupings, new Set(keys.map((key) => METRICS[key].dated)))
  const coarse = groupings.map((grouping) => coarsen(table, periods, grouping, numbers))
  const room = makeRoom(keys.some((key) => METRICS[key].kind === 'duration') ? table.tickets.length : 0)
  const measured = new Map<MetricKey, readonly MeasuredCells[]>()
  const durations = new Map<MetricKey, readonly DurationCells[]>()
  for (const key of keys) {
    const metric = METRICS[key]
    const cellOf = numbers.cellOf.get(metric.dated)!
    const addUpAll = (counts: MeasuredCells) => {
      const sums = coarse.map((each) => addUp(counts, each))
      measured.set(key, sums)
      return sums
    }
    if (metric.kind === 'duration') {
      const ordered = inOrder(cellOf, table.tickets.arrays[metric.value(question.rules)], numbers.count, room)
      const sums = addUpAll({ n: ordered.n, hits: null, provisional: null })
      durations.set(
        key,
        measureDurations(
          ordered,
          coarse.map(({ of }, place) => ({ of, n: sums[place]!.n })),
        ),
      )
    } else if (metric.kind === 'count') {
      addUpAll({ n: countPerCell(cellOf, numbers.count), hits: null, provisional: null })
    } else {
      const conditions = metric.conditions(question.rules)
      if (conditions === null) continue
      const settledUntil = metric.settles ? question.now - question.rules.settleDays * SECONDS_PER_DAY : Infinity
      addUpAll(countShare(table, conditions, settledUntil, cellOf, numbers.count))
    }
  }
  return groupings.map((grouping, place) => {
    const { count, common } = coarse[place]!
    const own = <Counts>(all: ReadonlyMap<MetricKey, readonly Counts[]>) =>
      new Map([...all].map(([key, each]) => [key, each[place]!]))
    return withoutNowhere({ grouping, count, common, measured: own(measured), durations: own(durations) })
  })
}

/** What a ticket means to a share: bits, so that what several conditions say of it can be put together by "and". */
const HAS_SAY = 1
const MEETS = 2
const IS_SETTLED = 4
const MEANINGS = 8

function countShare(
  table: TicketTable,
  conditions: readonly Condition[],
  settledUntil: Instant,
  cellOf: Int32Array,
  finest: number,
): MeasuredCells {
  const meanings = new Uint8Array(cellOf.length).fill(MEANINGS - 1)
  if (settledUntil !== Infinity) markUnsettled(meanings, table.tickets.arrays.solved, settledUntil)
  for (const { column, min = 0, max = Infinity } of conditions) {
    const stored = column === 'rating' ? ratingColumns(table).score : table.tickets.arrays[column]
    if (stored instanceof Uint8Array) narrowByTable(meanings, stored, min + 1, max + 1)
    else narrow(meanings, stored, min + 1, max + 1)
  }
  const tally = tallyPerCell(meanings, cellOf, finest)
  const n = new Int32Array(finest)
  const hits = new Int32Array(finest)
  const provisional = settledUntil === Infinity ? null : new Int32Array(finest)
  for (let cell = 0, at = 0; cell < finest; cell++, at += MEANINGS) {
    hits[cell] = tally[at + (HAS_SAY | MEETS | IS_SETTLED)]!
    n[cell] = hits[cell]! + tally[at + (HAS_SAY | IS_SETTLED)]!
    if (provisional !== null) provisional[cell] = tally[at + HAS_SAY]! + tally[at + (HAS_SAY | MEETS)]!
  }
  return { n, hits, provisional }
}

function tallyPerCell(meanings: Uint8Array, cellOf: Int32Array, finest: number): Int32Array {
  const tally = new Int32Array(finest * MEANINGS)
  for (let row = 0; row < cellOf.length; row++) tally[cellOf[row]! * MEANINGS + meanings[row]!]!++
  return tally
}

function markUnsettled(meanings: Uint8Array, solved: IntegerArray, settledUntil: Instant): void {
  for (let row = 0; row < meanings.length; row++) if (solved[row]! - 1 > settledUntil) meanings[row]! &= ~IS_SETTLED
}

function meaningOf(stored: number, least: number, most: number): number {
  return stored === 0 ? 0 : stored < least || stored > most ? HAS_SAY | IS_SETTLED : HAS_SAY | MEETS | IS_SETTLED
}

function narrow(meanings: Uint8Array, stored: IntegerArray, least: number, most: number): void {
  for (let row = 0; row < meanings.length; row++) meanings[row]! &= meaningOf(stored[row]!, least, most)
}

/** The same without a branch, for values of a byte: what tickets say is hard to foresee. */
function narrowByTable(meanings: Uint8Array, stored: Uint8Array, least: number, most: number): void {
  const known = Uint8Array.from({ length: 256 }, (_, value) => meaningOf(value, least, most))
  for (let row = 0; row < meanings.length; row++) meanings[row]! &= known[stored[row]!]!
}
