import { GROUPINGS, SPAN, WEEK_SECONDS } from '../question.ts'
import { ROW_KEYS, rowsOf } from '../rows.ts'
import { cellsFrom, type Engine, fromPackage, sumOf } from './engine.ts'

interface Table {
  filter(expression: string): Table
  derive(columns: Readonly<Record<string, string>>): Table
  groupby(...names: readonly string[]): Table
  rollup(columns: Readonly<Record<string, string>>): Table
  columnNames(): readonly string[]
  array(name: string): ArrayLike<unknown>
}

interface Arquero {
  table(columns: Readonly<Record<string, readonly (number | null)[]>>): Table
}

/** A column store with expressions, which it compiles. */
export const arquero: Engine = {
  name: 'arquero',
  async load(size) {
    const aq = await fromPackage<Arquero>('arquero')
    const rows = rowsOf(size)
    const all = aq.table(Object.fromEntries(ROW_KEYS.map((key) => [key, rows.map((row) => row[key])])))
    return {
      run() {
        const created = dated(all, 'created')
        const solved = dated(all, 'solved').derive({
          contact: 'd.replies === null || d.reopens === null ? null : d.replies === 1 && d.reopens === 0 ? 1 : 0',
          reopen: 'd.reopens === null ? null : d.reopens > 0 ? 1 : 0',
        })
        return GROUPINGS.map((grouping) => [
          materialize(created.groupby(...keys(grouping)).rollup(REPLIES)),
          materialize(solved.groupby(...keys(grouping)).rollup(SOLVES)),
        ])
      },
    }
  },
}

const REPLIES = {
  replied: 'op.valid(d.firstReply)',
  replyMedian: 'op.median(d.firstReply)',
  replyP90: 'op.quantile(d.firstReply, 0.9)',
}

const SOLVES = {
  resolved: 'op.valid(d.fullResolution)',
  resolutionMedian: 'op.median(d.fullResolution)',
  resolutionP90: 'op.quantile(d.fullResolution, 0.9)',
  contacts: 'op.valid(d.contact)',
  firstContacts: 'op.sum(d.contact)',
  rated: 'op.valid(d.rating)',
  good: 'op.sum(d.rating)',
  solved: 'op.valid(d.reopen)',
  reopened: 'op.sum(d.reopen)',
}

const dated = (all: Table, date: string) =>
  all
    .filter(`d.agent !== null && d.${date} !== null && d.${date} >= ${SPAN.start} && d.${date} < ${SPAN.end}`)
    .derive({ week: `op.floor((d.${date} - ${SPAN.start}) / ${WEEK_SECONDS})` })

const keys = (grouping: readonly string[]) => grouping.map((dimension) => (dimension === 'period' ? 'week' : dimension))

function materialize(table: Table) {
  const columns = table.columnNames().map((name) => [name, table.array(name)] as const)
  for (const [, column] of columns) sumOf(column)
  return { [Symbol.iterator]: () => cellsFrom(Object.fromEntries(columns)) }
}
