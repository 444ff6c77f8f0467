import { aggregate } from './aggregate.ts'
import { placeOf } from './dictionary.ts'
import { accountTargets, judge, teamPart } from './judging.ts'
import { cellWith, measurementOfNothing } from './measurement.ts'
import { type Measurable, measure, type MeasuredPeriod, measurementsAt } from './measuring.ts'
import { type MetricRules, SCORECARD_METRICS } from './metrics.ts'
import { nameOf, type People } from './people.ts'
import { cadenceOf, type Instant, type Period } from './period.ts'
import { versionFor } from './rulebook.ts'
import { type MeasuredSubject, type Scorecard, scorecard } from './scorecard.ts'
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

/**
 * The scorecard of one agent over all their tickets. Their team is the group that they solved most tickets for.
 * @param wholeGroups the groups of which all tickets are in the table: of others the team's part in the score is unknown
 */
export function agentReport(basis: Basis, agent: number, wholeGroups: 'all' | ReadonlySet<number>): Scorecard {
  const { period, settings } = basis
  const [measured] = measure(measurableIn(basis), [period])
  const own = measured!.agents.find(({ subject }) => subject.id === agent) ?? nobody(basis, 'agent', agent)
  const version = versionFor(settings.rulebook, period)
  const knowsTeam = own.team !== null && (wholeGroups === 'all' || wholeGroups.has(own.team))
  const team = knowsTeam ? measured!.groups.find(({ subject }) => subject.id === own.team)! : null
  const part =
    team === null
      ? own.team === null
        ? null
        : 'unknown'
      : teamPart(scorecard(team, period, version, null, settings.minimumSample))
  return scorecard(own, period, version, part, settings.minimumSample)
}

/** The scorecard of a group, from its tickets and not from its members' values, and those of its agents on its tickets. */
export function groupReport(basis: Basis, group: number): GroupReport {
  const { table, people, settings, period, now } = basis
  const [byGroup, byBoth] = aggregate(table, {
    rules: rulesIn(basis),
    now,
    periods: [period],
    groupings: [['group'], ['group', 'agent']],
  })
  const place = placeOf(table.groups, group)
  const version = versionFor(settings.rulebook, period)
  const measured = (kind: 'agent' | 'group', id: number, cells: typeof byGroup, cell: number): MeasuredSubject => ({
    subject: { kind, id, name: nameOf(people, kind, id) },
    team: kind === 'agent' ? group : null,
    measurements: measurementsAt(cells!, cell),
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
  const ofGroup = measured('group', group, byGroup, place < 0 ? -1 : cellWith(byGroup!, { group: place }))
  const card = scorecard(ofGroup, period, version, null, settings.minimumSample)
  return {
    group: card,
    agents: [...cellOf]
      .sort(([a], [b]) => a - b)
      .map(([id, cell]) =>
        scorecard(measured('agent', id, byBoth, cell), period, version, teamPart(card), settings.minimumSample),
      ),
    formerAgentsSolved,
  }
}

/**
 * A scorecard for everybody of this kind with tickets in the period, and for those without who are listed: current agents, and groups
 * that are not deleted. Over all tickets, ascending by id.
 */
export function accountReport(basis: Basis, by: 'agent' | 'group'): readonly Scorecard[] {
  const [measured] = measure(measurableIn(basis), [basis.period])
  const subjects = by === 'agent' ? measured!.agents : measured!.groups
  const known = new Set(subjects.map(({ subject }) => subject.id))
  const without = listed(basis.people, by)
    .filter((id) => !known.has(id))
    .map((id) => nobody(basis, by, id))
  const everybody = [...subjects, ...without].sort((a, b) => a.subject.id - b.subject.id)
  const whole: MeasuredPeriod = { ...measured!, ...(by === 'agent' ? { agents: everybody } : { groups: everybody }) }
  const judged = judge(whole, basis.settings)
  return by === 'agent' ? judged.agents : judged.groups
}

/** The rules of measuring, with the targets of the version by which the period is judged. */
export const rulesIn = ({ settings, period }: Basis): MetricRules => ({
  ...settings.rules,
  ...accountTargets(versionFor(settings.rulebook, period), cadenceOf(period)),
})

const measurableIn = (basis: Basis): Measurable => ({ ...basis, rules: rulesIn(basis) })

const nobody = ({ people }: Basis, kind: 'agent' | 'group', id: number): MeasuredSubject => ({
  subject: { kind, id, name: nameOf(people, kind, id) },
  team: null,
  measurements: SCORECARD_METRICS.map((metric) => measurementOfNothing(metric)),
})

function listed(people: People, kind: 'agent' | 'group'): number[] {
  return kind === 'agent'
    ? [...people.agents.values()].filter(({ isCurrent }) => isCurrent).map(({ id }) => id)
    : [...people.groups.values()].filter(({ isDeleted }) => !isDeleted).map(({ id }) => id)
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
