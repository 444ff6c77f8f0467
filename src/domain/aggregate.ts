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
      const outcomes = judge(table, conditions)
      if (metric.settles) holdBack(outcomes, table, question)
      addUpAll(countOutcomes(outcomes, cellOf, numbers.count))
    }
  }
  return groupings.map((grouping, place) => {
    const { count, common } = coarse[place]!
    const own = <Counts>(all: ReadonlyMap<MetricKey, readonly Counts[]>) =>
      new Map([...all].map(([key, each]) => [key, each[place]!]))
    return withoutNowhere({ grouping, count, common, measured: own(measured), durations: own(durations) })
  })
}

/** What a ticket means to a share: bits, so that what two conditions say of it can be put together by "and". */
const NO_SAY = 0
const MISS = 1
const PROVISIONAL = 2
const HIT = 3
const OUTCOMES = 4

function judge(table: TicketTable, conditions: readonly Condition[]): Uint8Array {
  const outcomes = new Uint8Array(table.tickets.length).fill(HIT)
  for (const { column, min = 0, max = Infinity } of conditions) {
    const stored = column === 'rating' ? ratingColumns(table).score : table.tickets.arrays[column]
    narrow(outcomes, stored, min + 1, max + 1)
  }
  return outcomes
}

function narrow(outcomes: Uint8Array, stored: IntegerArray, least: number, most: number): void {
  if (stored instanceof Uint8Array) {
    const meanings = Uint8Array.from({ length: 256 }, (_, value) => meaningOf(value, least, most))
    narrowByTable(outcomes, stored, meanings)
  } else {
    for (let row = 0; row < outcomes.length; row++) outcomes[row]! &= meaningOf(stored[row]!, least, most)
  }
}

function meaningOf(value: number, least: number, most: number): number {
  return value === 0 ? NO_SAY : value < least || value > most ? MISS : HIT
}

/** Without a branch: what tickets say is hard to foresee. */
function narrowByTable(outcomes: Uint8Array, stored: Uint8Array, meanings: Uint8Array): void {
  for (let row = 0; row < outcomes.length; row++) outcomes[row]! &= meanings[stored[row]!]!
}

/** Tickets that were solved too lately have no say yet. */
function holdBack(outcomes: Uint8Array, table: TicketTable, { now, rules }: Question): void {
  const settledUntil = now - rules.settleDays * SECONDS_PER_DAY
  const { solved } = table.tickets.arrays
  for (let row = 0; row < outcomes.length; row++) {
    if (solved[row]! - 1 > settledUntil && outcomes[row] !== NO_SAY) outcomes[row] = PROVISIONAL
  }
}

function countOutcomes(outcomes: Uint8Array, cellOf: Int32Array, cells: number): MeasuredCells {
  const tally = new Int32Array(cells * OUTCOMES)
  for (let row = 0; row < cellOf.length; row++) {
    tally[cellOf[row]! * OUTCOMES + outcomes[row]!]!++
  }
  const n = new Int32Array(cells)
  const hits = new Int32Array(cells)
  const provisional = new Int32Array(cells)
  for (let cell = 0, first = 0; cell < cells; cell++, first += OUTCOMES) {
    n[cell] = tally[first + MISS]! + tally[first + HIT]!
    hits[cell] = tally[first + HIT]!
    provisional[cell] = tally[first + PROVISIONAL]!
  }
  return { n, hits, provisional }
}
