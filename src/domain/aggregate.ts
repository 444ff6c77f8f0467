import { numberCells, ratingColumns } from './cellNumbers.ts'
import { addUp, type Cells, coarsen, type MeasuredCells, withoutNowhere } from './cells.ts'
import type { Grouping } from './grouping.ts'
import { type Condition, METRIC_KEYS, METRICS, type MetricKey, type MetricRules, settledUntil } from './metrics.ts'
import { countPerCell, type DurationCells, measureDurations, samplesOf } from './orderStatistics.ts'
import type { Instant, Period } from './period.ts'
import type { TicketTable } from './ticketTable.ts'
import { rowsByValue } from './valueOrder.ts'

export interface Question {
  readonly rules: MetricRules
  /** When the question is asked: it decides which tickets have settled. */
  readonly now: Instant
  /** Ascending and apart from each other. A ticket dated in none of them has no say. */
  readonly periods: readonly Period[]
  readonly groupings: readonly Grouping[]
  /** The metrics wanted; all when absent. */
  readonly metrics?: readonly MetricKey[]
  /** Whether medians bring their intervals; they do when absent. */
  readonly intervals?: boolean
}

/**
 * Every metric for every grouping, exactly. Only the order of the values is kept from one question to the next. Tickets that are
 * left out have no say; one with an unknown metric set has none but by its rating. Cost: a pass over the columns per metric, a
 * sort per duration when the table has changed, and one step per ticket and grouping in order of value.
 */
export function aggregate(table: TicketTable, question: Question): readonly Cells[] {
  const { groupings, periods } = question
  const keys = question.metrics ?? METRIC_KEYS
  const numbers = numberCells(table, periods, groupings, new Set(keys.map((key) => METRICS[key].dated)))
  const coarse = groupings.map((grouping) => coarsen(table, periods, grouping, numbers))
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
      const column = metric.value(question.rules)
      const rows = rowsByValue(table, column)
      const samples = samplesOf(rows, table.tickets.arrays[column], cellOf, numbers.count)
      const sums = addUpAll({ n: samples.n, hits: null, provisional: null })
      durations.set(
        key,
        measureDurations(
          samples,
          coarse.map(({ of }, place) => ({ of, n: sums[place]!.n })),
          question.intervals ?? true,
        ),
      )
    } else if (metric.kind === 'count') {
      addUpAll({ n: countPerCell(cellOf, numbers.count), hits: null, provisional: null })
    } else {
      const conditions = metric.conditions(question.rules)
      if (conditions === null) continue
      const until = settledUntil(metric, question.rules, question.now)
      addUpAll(countShare(table, conditions, until, cellOf, numbers.count))
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
/** Said only where a share settles. */
const IS_SETTLED = 4

function countShare(
  table: TicketTable,
  conditions: readonly Condition[],
  until: Instant,
  cellOf: Int32Array,
  finest: number,
): MeasuredCells {
  const settles = until !== Infinity
  const all = HAS_SAY | MEETS | (settles ? IS_SETTLED : 0)
  const said = new Uint8Array(cellOf.length).fill(all)
  for (const condition of conditions) say(said, table, condition)
  if (settles) sayWhatSettled(said, table, until)
  const tally = tallyPerCell(said, all + 1, cellOf, finest)
  const n = new Int32Array(finest)
  const hits = new Int32Array(finest)
  const provisional = settles ? new Int32Array(finest) : null
  for (let cell = 0, at = 0; cell < finest; cell++, at += all + 1) {
    hits[cell] = tally[at + all]!
    n[cell] = hits[cell]! + tally[at + all - MEETS]!
    if (provisional !== null) provisional[cell] = tally[at + HAS_SAY]! + tally[at + (HAS_SAY | MEETS)]!
  }
  return { n, hits, provisional }
}

/** Narrows what is said of each row down to what the condition says too. */
function say(said: Uint8Array, table: TicketTable, { column, min = 0, max = Infinity }: Condition): void {
  const { tickets } = table
  const stored = column === 'rating' ? ratingColumns(table).score : tickets.arrays[column]
  const meaning = (value: number) => (value === 0 ? 0 : value - 1 < min || value - 1 > max ? ~MEETS : ~0)
  if (stored instanceof Uint8Array) {
    const known = Uint8Array.from({ length: 256 }, (_, value) => meaning(value))
    for (let row = 0; row < tickets.length; row++) said[row]! &= known[stored[row]!]!
  } else {
    for (let row = 0; row < tickets.length; row++) said[row]! &= meaning(stored[row]!)
  }
}

function sayWhatSettled(said: Uint8Array, { tickets }: TicketTable, until: Instant): void {
  const { solved } = tickets.arrays
  for (let row = 0; row < tickets.length; row++) if (solved[row]! - 1 > until) said[row]! &= ~IS_SETTLED
}

/** How often each of so many meanings occurs in each cell; four at a time, as in `countPerCell`. */
function tallyPerCell(said: Uint8Array, meanings: number, cellOf: Int32Array, finest: number): Int32Array {
  const tally = new Int32Array(finest * meanings)
  for (let row = 0; row < said.length; row += 4) {
    const a = cellOf[row]! * meanings + said[row]!
    const b = cellOf[row + 1]! * meanings + said[row + 1]!
    const c = cellOf[row + 2]! * meanings + said[row + 2]!
    const d = cellOf[row + 3]! * meanings + said[row + 3]!
    tally[a]!++
    tally[b]!++
    tally[c]!++
    tally[d]!++
  }
  return tally
}
