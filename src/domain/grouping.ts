import type { Period } from './period.ts'
import type { TicketTable } from './ticketTable.ts'

export const DIMENSIONS = ['agent', 'group', 'channel', 'priority', 'period'] as const

export type Dimension = (typeof DIMENSIONS)[number]

/** What the tickets of a cell have in common; `[]` is the whole account. */
export type Grouping = readonly Dimension[]

/** How many values a dimension can take beside "absent". */
export function dimensionSizes(table: TicketTable, periods: readonly Period[]): Readonly<Record<Dimension, number>> {
  return {
    agent: table.agents.length,
    group: table.groups.length,
    channel: table.channels.length,
    priority: table.priorities.length,
    period: periods.length,
  }
}
