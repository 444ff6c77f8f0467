import { aggregate } from './aggregate.ts'
import { cellWith } from './measurement.ts'
import { placeOf } from './dictionary.ts'
import { nameOf, type People } from './people.ts'
import type { Instant, Period } from './period.ts'
import { type Scorecard, scorecardLines, scorecards, type Subject } from './scorecard.ts'
import type { Settings } from './settings.ts'
import { REASONS_LEFT_OUT, type ReasonLeftOut } from './ticket.ts'
import { reasonLeftOut, type TicketTable } from './ticketTable.ts'

/** What a report is made from. */
export interface Basis {
  readonly table: TicketTable
  readonly people: People
  readonly settings: Settings
  readonly period: Period
  readonly now: Instant
}

/** What became of all tickets that were read, whatever their dates. */
export interface Tally {
  /** Different tickets, and records that no ticket could be read from. */
  readonly read: number
  readonly counted: number
  /** Only reasons that occur. */
  readonly leftOut: ReadonlyMap<ReasonLeftOut, number>
}

/** A group and its agents, measured on the tickets of this group alone. */
export interface GroupReport {
  readonly group: Scorecard
  /** Current members, and current agents with tickets here; ascending by id. */
  readonly agents: readonly Scorecard[]
  /** Solved tickets of people who are no current agents: they count for the group and for no line of the table. */
  readonly formerAgentsSolved: number
}

/** The scorecard of one agent over all their tickets. */
export function agentReport(basis: Basis, agent: number): Scorecard {
  const { table, people, settings, period, now } = basis
  const [cells] = aggregate(table, { rules: settings.rules, now, periods: [period], groupings: [['agent']] })
  const place = placeOf(table.agents, agent)
  const cell = place < 0 ? -1 : cellWith(cells!, { agent: place })
  const subject: Subject = { kind: 'agent', id: agent, name: nameOf(people, 'agent', agent) }
  return { subject, period, lines: scorecardLines(cells!, cell, settings.targets), score: null }
}

/** The scorecard of a group, from its tickets and not from its members' values, and those of its agents. */
export function groupReport(basis: Basis, group: number): GroupReport {
  const { table, people, settings, period, now } = basis
  const [byGroup, byBoth] = aggregate(table, {
    rules: settings.rules,
    now,
    periods: [period],
    groupings: [['group'], ['group', 'agent']],
  })
  const place = placeOf(table.groups, group)
  const card = (subject: Subject, cells: typeof byGroup, cell: number): Scorecard => ({
    subject,
    period,
    lines: scorecardLines(cells!, cell, settings.targets),
    score: null,
  })
  const cellOf = new Map<number, number>()
  for (const { agent, group: of } of people.memberships) {
    if (of === group && people.agents.get(agent)?.isCurrent === true) cellOf.set(agent, -1)
  }
  let formerAgentsSolved = 0
  byBoth!.common.group!.forEach((groupPlace, cell) => {
    if (place < 0 || groupPlace !== place) return
    const agent = table.agents[byBoth!.common.agent![cell]!]
    if (agent !== undefined && people.agents.get(agent)?.isCurrent === true) cellOf.set(agent, cell)
    else formerAgentsSolved += byBoth!.measured.get('solvedTickets')!.n[cell]!
  })
  return {
    group: card(
      { kind: 'group', id: group, name: nameOf(people, 'group', group) },
      byGroup,
      place < 0 ? -1 : cellWith(byGroup!, { group: place }),
    ),
    agents: [...cellOf]
      .sort(([a], [b]) => a - b)
      .map(([id, cell]) => card({ kind: 'agent', id, name: nameOf(people, 'agent', id) }, byBoth, cell)),
    formerAgentsSolved,
  }
}

/** A scorecard for every agent or group, listed or with data, over all tickets. */
export function accountReport(basis: Basis, by: 'agent' | 'group'): readonly Scorecard[] {
  const { table, people, settings, period, now } = basis
  const [cells] = aggregate(table, { rules: settings.rules, now, periods: [period], groupings: [[by]] })
  return scorecards(table, cells!, by, period, people, settings.targets)
}

/** How many tickets count, and why the others are left out. */
export function tally(table: TicketTable): Tally {
  const counts = new Map<ReasonLeftOut, number>()
  if (table.unreadable > 0) counts.set('unreadable', table.unreadable)
  let counted = 0
  for (let row = 0; row < table.tickets.length; row++) {
    const reason = reasonLeftOut(table, row)
    if (reason === null) counted++
    else counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  const leftOut = new Map(
    REASONS_LEFT_OUT.flatMap((reason) => (counts.has(reason) ? [[reason, counts.get(reason)!]] : [])),
  )
  return { read: table.tickets.length + table.unreadable, counted, leftOut }
}
