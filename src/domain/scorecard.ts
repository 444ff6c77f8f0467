import type { Cells } from './cells.ts'
import { type Goal, type GoalState, goalState } from './goal.ts'
import { type Measurement, measurementAt } from './measurement.ts'
import { type MetricKey, SCORECARD_METRICS } from './metrics.ts'
import { nameOf, type People } from './people.ts'
import type { Period } from './period.ts'
import type { TicketTable } from './ticketTable.ts'

export interface Subject {
  readonly kind: 'agent' | 'group'
  readonly id: number
  /** `null` when the account does not tell: somebody who is gone. */
  readonly name: string | null
}

/** A measurement beside its goal. */
export interface Line extends Measurement {
  readonly goal: Goal | null
  readonly attainment: number | null
  readonly state: GoalState
}

/** One subject, one period, a line per metric. */
export interface Scorecard {
  readonly subject: Subject
  readonly period: Period
  readonly lines: readonly Line[]
  /** `null` until weights and guards say how lines make a score. */
  readonly score: number | null
}

/** What an admin asked for. */
export interface Targets {
  readonly goals: ReadonlyMap<MetricKey, Goal>
  readonly minimumSample: number
}

/** A line per metric from the measurements of one cell; a cell of -1 gives lines without data. */
export function scorecardLines(cells: Cells, cell: number, targets: Targets): readonly Line[] {
  return SCORECARD_METRICS.map((metric) => {
    const measurement = measurementAt(cells, cell, metric)
    const goal = targets.goals.get(metric) ?? null
    return { ...measurement, goal, ...goalState(measurement, goal, targets.minimumSample) }
  })
}

/**
 * A scorecard for everybody of this kind with tickets in the period, and for those without who are listed:
 * current agents, and groups that are not deleted. Ascending by id.
 * @param cells an aggregate over one period, grouped by `kind` alone
 */
export function scorecards(
  table: TicketTable,
  cells: Cells,
  kind: 'agent' | 'group',
  period: Period,
  people: People,
  targets: Targets,
): readonly Scorecard[] {
  const ids = kind === 'agent' ? table.agents : table.groups
  const cellOf = new Map<number, number>(listed(people, kind).map((id) => [id, -1]))
  cells.common[kind]!.forEach((place, cell) => {
    if (place >= 0 && hasData(cells, cell)) cellOf.set(ids[place]!, cell)
  })
  return [...cellOf]
    .sort(([a], [b]) => a - b)
    .map(([id, cell]) => ({
      subject: { kind, id, name: nameOf(people, kind, id) },
      period,
      lines: scorecardLines(cells, cell, targets),
      score: null,
    }))
}

function listed(people: People, kind: 'agent' | 'group'): number[] {
  return kind === 'agent'
    ? [...people.agents.values()].filter(({ isCurrent }) => isCurrent).map(({ id }) => id)
    : [...people.groups.values()].filter(({ isDeleted }) => !isDeleted).map(({ id }) => id)
}

function hasData(cells: Cells, cell: number): boolean {
  return [...cells.measured.values()].some(({ n, provisional }) => n[cell]! > 0 || (provisional?.[cell] ?? 0) > 0)
}
