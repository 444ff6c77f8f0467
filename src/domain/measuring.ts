import { aggregate } from './aggregate.ts'
import type { Cells } from './cells.ts'
import { type Measurement, measurementAt } from './measurement.ts'
import { SCORECARD_METRICS } from './metrics.ts'
import type { MetricRules } from './metrics.ts'
import { nameOf, type People } from './people.ts'
import type { Instant, Period } from './period.ts'
import type { MeasuredSubject } from './scorecard.ts'
import type { TicketTable } from './ticketTable.ts'

/** Everybody of one period, measured. Ascending by id. */
export interface MeasuredPeriod {
  readonly period: Period
  /** On all their tickets, with the group that they solved most tickets for as their team. */
  readonly agents: readonly MeasuredSubject[]
  readonly groups: readonly MeasuredSubject[]
}

/** What is measured from. */
export interface Measurable {
  readonly table: TicketTable
  readonly people: People
  readonly rules: MetricRules
  readonly now: Instant
}

/** Measures everybody with tickets in each of the periods, in one pass over the tickets. */
export function measure({ table, people, rules, now }: Measurable, periods: readonly Period[]): MeasuredPeriod[] {
  const [byAgent, byGroup, byBoth] = aggregate(table, {
    rules,
    now,
    periods,
    groupings: [
      ['agent', 'period'],
      ['group', 'period'],
      ['agent', 'group', 'period'],
    ],
  })
  const teams = teamsIn(byBoth!, periods.length, table.groups)
  const subjects = (cells: Cells, kind: 'agent' | 'group', at: number): MeasuredSubject[] => {
    const ids = kind === 'agent' ? table.agents : table.groups
    const found: MeasuredSubject[] = []
    for (let cell = 0; cell < cells.count; cell++) {
      const place = cells.common[kind]![cell]!
      if (cells.common.period![cell] !== at || place < 0 || !hasData(cells, cell)) continue
      const id = ids[place]!
      const team = kind === 'agent' ? (teams[at]!.get(place) ?? null) : null
      found.push({
        subject: { kind, id, name: nameOf(people, kind, id) },
        team,
        measurements: measurementsAt(cells, cell),
      })
    }
    return found.sort((a, b) => a.subject.id - b.subject.id)
  }
  return periods.map((period, at) => ({
    period,
    agents: subjects(byAgent!, 'agent', at),
    groups: subjects(byGroup!, 'group', at),
  }))
}

/** A measurement per metric of a scorecard; a cell of -1 measures nothing. */
export function measurementsAt(cells: Cells, cell: number): readonly Measurement[] {
  return SCORECARD_METRICS.map((metric) => measurementAt(cells, cell, metric))
}

/**
 * For each period the group of every agent (by place): the one that they solved most tickets for, of equals the one with the lowest id.
 * Work decides and not membership, so that a later move between teams does not change what is past.
 */
function teamsIn(cells: Cells, periods: number, groups: readonly number[]): readonly ReadonlyMap<number, number>[] {
  const solved = cells.measured.get('solvedTickets')!.n
  const best = Array.from({ length: periods }, () => new Map<number, { group: number; solved: number }>())
  for (let cell = 0; cell < cells.count; cell++) {
    const at = cells.common.period![cell]!
    const group = groups[cells.common.group![cell]!]
    const agent = cells.common.agent![cell]!
    if (at < 0 || agent < 0 || group === undefined || !hasData(cells, cell)) continue
    const known = best[at]!.get(agent)
    const isBetter =
      known === undefined || solved[cell]! > known.solved || (solved[cell] === known.solved && group < known.group)
    if (isBetter) best[at]!.set(agent, { group, solved: solved[cell]! })
  }
  return best.map((each) => new Map([...each].map(([agent, { group }]) => [agent, group])))
}

/** Whether anything at all is measured in the cell, be it provisionally. */
export function hasData(cells: Cells, cell: number): boolean {
  return [...cells.measured.values()].some(({ n, provisional }) => n[cell]! > 0 || (provisional?.[cell] ?? 0) > 0)
}
