import { numberCells, ratingColumns } from './cellNumbers.ts'
import { addUp, type Cells, coarsen, type MeasuredCells, withoutNowhere } from './cells.ts'
import type { IntegerArray } from './columns.ts'
import type { Grouping } from './grouping.ts'
import { type Condition, METRIC_KEYS, METRICS, type MetricKey, type MetricRules, settledUntil } from './metrics.ts'
import { countPerCell, type DurationCells, makeRoom, measureDurations, samplesOf } from './orderStatistics.ts'
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
 * Every metric for every grouping, exactly. Only the order of the values is kept from one question to the next. Tickets that are left out have no say; one with an unknown
 * metric set has none but by its rating. Cost: a pass over the columns per metric, a sort per duration when
 * the table has changed, and one step per ticket and grouping in order of value.
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
      const column = metric.value(question.rules)
      const rows = rowsByValue(table, column)
      const samples = samplesOf(rows, table.tickets.arrays[column], cellOf, numbers.count, room)
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
const IS_SETTLED = 4
const MEANINGS = 8

function countShare(
  table: TicketTable,
  conditions: readonly Condition[],
  until: Instant,
  cellOf: Int32Array,
  finest: number,
): MeasuredCells {
  const said = conditions.map((condition) => meaningsOf(table, condition))
  if (until !== Infinity) said.push(settledMeanings(table, until))
  const tally = tallyPerCell(said, cellOf, finest)
  const n = new Int32Array(finest)
  const hits = new Int32Array(finest)
  const provisional = until === Infinity ? null : new Int32Array(finest)
  for (let cell = 0, at = 0; cell < finest; cell++, at += MEANINGS) {
    hits[cell] = tally[at + (HAS_SAY | MEETS | IS_SETTLED)]!
    n[cell] = hits[cell]! + tally[at + (HAS_SAY | IS_SETTLED)]!
    if (provisional !== null) provisional[cell] = tally[at + HAS_SAY]! + tally[at + (HAS_SAY | MEETS)]!
  }
  return { n, hits, provisional }
}

/** A column of bytes, and what each byte means. */
interface Meanings {
  readonly bytes: Uint8Array
  readonly known: Uint8Array
}

function meaningsOf(table: TicketTable, { column, min = 0, max = Infinity }: Condition): Meanings {
  const stored = column === 'rating' ? ratingColumns(table).score : table.tickets.arrays[column]
  const meaning = (value: number) =>
    value === 0 ? 0 : value - 1 < min || value - 1 > max ? HAS_SAY | IS_SETTLED : HAS_SAY | MEETS | IS_SETTLED
  return stored instanceof Uint8Array
    ? { bytes: stored, known: Uint8Array.from({ length: 256 }, (_, value) => meaning(value)) }
    : { bytes: bytesOf(stored, table.tickets.length, meaning), known: THEMSELVES }
}

function settledMeanings({ tickets }: TicketTable, until: Instant): Meanings {
  const { solved } = tickets.arrays
  const bytes = new Uint8Array(tickets.length)
  for (let row = 0; row < bytes.length; row++) {
    bytes[row] = solved[row]! - 1 > until ? HAS_SAY | MEETS : HAS_SAY | MEETS | IS_SETTLED
  }
  return { bytes, known: THEMSELVES }
}

const THEMSELVES = Uint8Array.from({ length: 256 }, (_, value) => value)

function bytesOf(stored: IntegerArray, length: number, meaning: (stored: number) => number): Uint8Array {
  const bytes = new Uint8Array(length)
  for (let row = 0; row < length; row++) bytes[row] = meaning(stored[row]!)
  return bytes
}

/** What two columns say together. */
function together(one: Meanings, other: Meanings): Meanings {
  return { bytes: one.bytes.map((byte, row) => one.known[byte]! & other.known[other.bytes[row]!]!), known: THEMSELVES }
}

/** Counts the tickets of each cell by what all columns say of them: three at a time, without a branch that is hard to foresee. */
function tallyPerCell(said: readonly Meanings[], cellOf: Int32Array, finest: number): Int32Array {
  // A column asked twice says nothing new, so a short list is filled up with its first.
  const [first, second = first, ...more] = said
  const third = more.reduce<Meanings | undefined>(
    (all, each) => (all === undefined ? each : together(all, each)),
    undefined,
  )
  const { bytes: a, known: ofA } = first!
  const { bytes: b, known: ofB } = second!
  const { bytes: c, known: ofC } = third ?? first!
  const tally = new Int32Array(finest * MEANINGS)
  for (let row = 0; row < cellOf.length; row++) {
    tally[cellOf[row]! * MEANINGS + (ofA[a[row]!]! & ofB[b[row]!]! & ofC[c[row]!]!)]!++
  }
  return tally
}
