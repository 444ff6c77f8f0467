import { readCell } from './columns.ts'
import { decode } from './dictionary.ts'
import { METRICS, type MetricKey } from './metrics.ts'
import { creditedTo, type Moment, outcomeOf, type SubjectKey } from './outcome.ts'
import type { Period } from './period.ts'
import type { Entry } from './standings.ts'

/** One ticket that counts: whose it is, of which kind it is, and what it says. */
export interface Case {
  readonly agent: number
  readonly channel: string | null
  readonly priority: string | null
  readonly group: number | null
  /** Minutes of a duration; 1 or 0 for a share. */
  readonly value: number
}

/** The tickets with a say in a metric and period, to somebody's credit, of the account or of one group. */
export function casesOf(moment: Moment, within: SubjectKey, metric: MetricKey, period: Period): readonly Case[] {
  const { table } = moment
  const { dated } = METRICS[metric]
  const cases: Case[] = []
  for (let row = 0; row < table.tickets.length; row++) {
    const outcome = outcomeOf(moment, row, within, metric, period)
    if (outcome?.kind !== 'counts') continue
    const agent = creditedTo(table, row, dated, 'agent')
    if (agent === null) continue
    cases.push({
      agent,
      channel: decode(table.channels, readCell(table.tickets, 'channel', row)),
      priority: decode(table.priorities, readCell(table.tickets, 'priority', row)),
      group: creditedTo(table, row, dated, 'group'),
      value: outcome.value,
    })
  }
  return cases
}

/** What each of these agents brought, for the standings; in the order of `agents`, also without a case. */
export function entriesOf(cases: readonly Case[], metric: MetricKey, agents: readonly number[]): readonly Entry[] {
  const values = new Map<number, number[]>(agents.map((id) => [id, []]))
  for (const { agent, value } of cases) values.get(agent)?.push(value)
  return [...values].map(([id, own]) =>
    METRICS[metric].kind === 'duration'
      ? { id, minutes: own }
      : { id, hits: own.filter((value) => value === 1).length, n: own.length },
  )
}
