import type { Cell } from '../answer.ts'
import { GROUPINGS, isInSpan, weekOf } from '../question.ts'
import { type Row, rowsOf } from '../rows.ts'
import { type Engine, fromPackage } from './engine.ts'
import { summarizeReplies, summarizeSolves } from './summary.ts'

interface Lodash {
  groupBy(rows: readonly Row[], key: (row: Row) => number): Record<string, Row[]>
  map<Out>(groups: Record<string, Row[]>, summarize: (rows: Row[]) => Out): Out[]
}

/** Row objects, grouped by a number made of what the grouping asks for. */
export const lodash: Engine = {
  name: 'lodash groupBy',
  async load(size) {
    const { default: _ } = await fromPackage<{ default: Lodash }>('lodash')
    const rows = rowsOf(size)
    const half = (
      dated: readonly Row[],
      date: 'created' | 'solved',
      grouping: readonly string[],
      summarize: (rows: readonly Row[]) => Cell,
    ) => {
      const agents = grouping.includes('agent') ? 1 : 0
      const weeks = grouping.includes('period') ? 1 : 0
      const groups = grouping.includes('group') ? 1 : 0
      const cells = _.groupBy(
        dated,
        (row) => (agents * row.agent! * 32 + weeks * weekOf(row[date]!)) * 32 + groups * row.group,
      )
      return _.map(cells, (own): Cell => {
        const { agent, group, [date]: instant } = own[0]!
        return { agent, group, week: weekOf(instant!), ...summarize(own) }
      })
    }
    return {
      run() {
        const assigned = rows.filter(({ agent }) => agent !== null)
        const created = assigned.filter(({ created }) => isInSpan(created))
        const solved = assigned.filter(({ solved }) => isInSpan(solved))
        return GROUPINGS.map((grouping) => [
          half(created, 'created', grouping, summarizeReplies),
          half(solved, 'solved', grouping, summarizeSolves),
        ])
      },
    }
  },
}
