import type { Cell } from '../answer.ts'
import { GROUPINGS, isInSpan, weekOf } from '../question.ts'
import { type Row, rowsOf } from '../rows.ts'
import { type Engine, fromPackage } from './engine.ts'
import { quantiles } from './summary.ts'

interface Group<Value> {
  reduce(
    add: (value: Value, row: Row) => Value,
    remove: (value: Value) => Value,
    initial: () => Value,
  ): { all(): readonly { readonly key: number; readonly value: Value }[]; dispose(): void }
}

interface Dimension {
  group<Value>(): Group<Value>
}

type Crossfilter = (rows: readonly Row[]) => { dimension(key: (row: Row) => number): Dimension }

/** Rows under no key: they have no say. */
const NOWHERE = -1

/** Dimensions are its indexes and belong to loading, the weeks with them; groups are what it answers with. */
export const crossfilter: Engine = {
  name: 'crossfilter2',
  async load(size) {
    const { default: filterOf } = await fromPackage<{ default: Crossfilter }>('crossfilter2')
    const filter = filterOf(rowsOf(size))
    const dimensionsOf = (date: 'created' | 'solved') =>
      GROUPINGS.map((grouping: readonly string[]) => {
        const agents = grouping.includes('agent') ? 1 : 0
        const weeks = grouping.includes('period') ? 1 : 0
        const groups = grouping.includes('group') ? 1 : 0
        return filter.dimension(({ agent, group, [date]: instant }) =>
          agent === null || !isInSpan(instant)
            ? NOWHERE
            : (agents * agent * 32 + weeks * weekOf(instant!)) * 32 + groups * group,
        )
      })
    const created = dimensionsOf('created')
    const solved = dimensionsOf('solved')
    return { run: () => GROUPINGS.map((_, at) => [replies(created[at]!), solves(solved[at]!)]) }
  },
}

const place = (key: number) => ({ agent: key >> 10, week: (key >> 5) & 31, group: key & 31 })

function replies(dimension: Dimension): Cell[] {
  const group = dimension.group<number[]>().reduce(
    (minutes, { firstReply }) => {
      if (firstReply !== null) minutes.push(firstReply)
      return minutes
    },
    (minutes) => minutes,
    () => [],
  )
  const cells: Cell[] = []
  for (const { key, value } of group.all()) {
    if (key === NOWHERE) continue
    const [replyMedian, replyP90] = quantiles(value)
    cells.push({ ...place(key), replied: value.length, replyMedian, replyP90 })
  }
  group.dispose()
  return cells
}

function solves(dimension: Dimension): Cell[] {
  const group = dimension.group<ReturnType<typeof noSolves>>().reduce(
    (sums, { fullResolution, replies, reopens, rating }) => {
      if (fullResolution !== null) sums.minutes.push(fullResolution)
      if (replies !== null && reopens !== null) {
        sums.contacts++
        if (replies === 1 && reopens === 0) sums.firstContacts++
      }
      if (rating !== null) {
        sums.rated++
        sums.good += rating
      }
      if (reopens !== null) {
        sums.solved++
        if (reopens > 0) sums.reopened++
      }
      return sums
    },
    (sums) => sums,
    noSolves,
  )
  const cells: Cell[] = []
  for (const { key, value } of group.all()) {
    if (key === NOWHERE) continue
    const { minutes, ...counts } = value
    const [resolutionMedian, resolutionP90] = quantiles(minutes)
    cells.push({ ...place(key), ...counts, resolved: minutes.length, resolutionMedian, resolutionP90 })
  }
  group.dispose()
  return cells
}

const noSolves = () => ({
  minutes: [] as number[],
  contacts: 0,
  firstContacts: 0,
  rated: 0,
  good: 0,
  solved: 0,
  reopened: 0,
})
