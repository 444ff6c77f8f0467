import type { Cell } from '../answer.ts'
import { GROUPINGS, isInSpan, weekOf } from '../question.ts'
import { type Row, rowsOf } from '../rows.ts'
import { type Engine, fromPackage } from './engine.ts'
import { quantiles } from './summary.ts'

type Summary = (rows: readonly Row[]) => number | null
type Step = (rows: readonly Row[]) => readonly Row[]

interface Tidy {
  tidy(rows: readonly Row[], ...steps: readonly Step[]): readonly Row[]
  tidy(rows: readonly Row[], step: (rows: readonly Row[]) => readonly Cell[]): readonly Cell[]
  filter(keeps: (row: Row) => boolean): Step
  groupBy(keys: readonly string[], steps: readonly unknown[]): (rows: readonly Row[]) => readonly Cell[]
  summarize(summaries: Readonly<Record<string, Summary>>): unknown
  mutate(columns: Readonly<Record<string, (row: Row) => number>>): Step
}

/** Verbs over row objects. It has a median but no other quantile, so both come from the same sort. */
export const tidy: Engine = {
  name: '@tidyjs/tidy',
  async load(size) {
    const verbs = await fromPackage<Tidy>('@tidyjs/tidy')
    const rows = rowsOf(size)
    const half = (dated: readonly Row[], grouping: readonly string[], summaries: Record<string, Summary>) =>
      verbs.tidy(
        dated,
        verbs.groupBy(
          grouping.map((dimension) => (dimension === 'period' ? 'week' : dimension)),
          [verbs.summarize(summaries)],
        ),
      )
    const dated = (date: 'created' | 'solved') =>
      verbs.tidy(
        rows,
        verbs.filter(({ agent, [date]: instant }) => agent !== null && isInSpan(instant)),
        verbs.mutate({ week: ({ [date]: instant }) => weekOf(instant!) }),
      )
    return {
      run() {
        const created = dated('created')
        const solved = dated('solved')
        return GROUPINGS.map((grouping) => [half(created, grouping, REPLIES()), half(solved, grouping, SOLVES())])
      },
    }
  },
}

/** Median and p90 of a cell are asked for one after the other: the second has its answer from the first's sort. */
function ofMinutes(key: 'firstReply' | 'fullResolution') {
  let asked: readonly Row[] | null = null
  let answer: readonly (number | null)[] = []
  return (place: 0 | 1) => (rows: readonly Row[]) => {
    if (rows !== asked) {
      asked = rows
      answer = quantiles(rows.flatMap(({ [key]: minutes }) => minutes ?? []))
    }
    return answer[place]!
  }
}

const count = (counts: (row: Row) => boolean) => (rows: readonly Row[]) => {
  let sum = 0
  for (const row of rows) if (counts(row)) sum++
  return sum
}

const REPLIES = (quantile = ofMinutes('firstReply')) => ({
  replied: count(({ firstReply }) => firstReply !== null),
  replyMedian: quantile(0),
  replyP90: quantile(1),
})

const SOLVES = (quantile = ofMinutes('fullResolution')) => ({
  resolved: count(({ fullResolution }) => fullResolution !== null),
  resolutionMedian: quantile(0),
  resolutionP90: quantile(1),
  contacts: count(({ replies, reopens }) => replies !== null && reopens !== null),
  firstContacts: count(({ replies, reopens }) => replies === 1 && reopens === 0),
  rated: count(({ rating }) => rating !== null),
  good: count(({ rating }) => rating === 1),
  solved: count(({ reopens }) => reopens !== null),
  reopened: count(({ reopens }) => reopens !== null && reopens > 0),
})
