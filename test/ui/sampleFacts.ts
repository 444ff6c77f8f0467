import type { MetricKey } from '../../src/domain/metrics.ts'
import type { Agent, Group, Membership } from '../../src/domain/people.ts'
import type { Settings, SettingsProblem } from '../../src/domain/settings.ts'
import { emptyTable, putTicket } from '../../src/domain/ticketTable.ts'
import type { Ticket } from '../../src/domain/ticket.ts'
import type { Facts, Scope } from '../../src/sync/syncState.ts'
import { parseSettings } from '../../src/zendesk/settings.ts'
import { historyOf, type Month, NOW, ticket, ticketsOf } from './sampleTickets.ts'

export const AMARA = 11
export const BILLING = 1
export const SUPPORT = 2
export const NIGHT_SHIFT = 3

const NAMES = [
  'Amara Okafor',
  'Chloe Bernard',
  'Declan Fitzgerald',
  'Hana Mori',
  'Ingrid Larsen',
  'Jonas Keller',
  'Wolfeschlegelsteinhausenbergerdorff Konstantinopolitanischer-Dudelsackpfeifer',
  'Mateo Rossi',
  'Noah Weber',
  'Priya Sharma',
  'Sofía Pérez',
  'Tomás Vidal',
]

const agents: readonly Agent[] = [
  ...NAMES.map((name, at) => ({ id: AMARA + at, name, isCurrent: true })),
  { id: 90, name: 'Gone Agent', isCurrent: false },
]
const groups: readonly Group[] = [
  { id: BILLING, name: 'Billing', isDeleted: false },
  { id: SUPPORT, name: 'Support and everything around it, second line', isDeleted: false },
  { id: NIGHT_SHIFT, name: 'Night shift', isDeleted: false },
]
const memberships: readonly Membership[] = NAMES.map((_, at) => ({ agent: AMARA + at, group: BILLING }))

/** The month of the mock-ups' Amara: 31 min, 8 h 24 min, 97 of 130, 37 of 40. */
export const AMARAS_MONTH: Month = {
  agent: AMARA,
  replied: 161,
  replyMinutes: 31,
  solved: 157,
  resolutionMinutes: 504,
  unsettled: 27,
  firstContact: 97,
  reopened: 6,
  good: 37,
  bad: 3,
}

/** Few ratings, otherwise the same. */
export const FEW_RATINGS: Month = { ...AMARAS_MONTH, good: 9, bad: 1 }

const TEAM: readonly Month[] = [
  AMARAS_MONTH,
  {
    ...AMARAS_MONTH,
    agent: 12,
    replied: 141,
    replyMinutes: 29,
    resolutionMinutes: 590,
    firstContact: 86,
    good: 44,
    bad: 2,
  },
  { ...AMARAS_MONTH, agent: 13, replyMinutes: 37, resolutionMinutes: 731, firstContact: 90, good: 31, bad: 5 },
  { ...AMARAS_MONTH, agent: 14, replyMinutes: 20, resolutionMinutes: 420, firstContact: 114, good: 42, bad: 4 },
  { ...AMARAS_MONTH, agent: 15, replied: 12, solved: 9, unsettled: 2, firstContact: 5, reopened: 1, good: 2, bad: 0 },
  { ...AMARAS_MONTH, agent: 16, replyMinutes: 28, resolutionMinutes: 537, firstContact: 108, good: 39, bad: 1 },
  { ...AMARAS_MONTH, agent: 17, replyMinutes: 75, resolutionMinutes: 1100, firstContact: 60, good: 22, bad: 18 },
  { ...AMARAS_MONTH, agent: 18, replyMinutes: 34, firstContact: 85, good: 27, bad: 2 },
  { ...AMARAS_MONTH, agent: 19, replyMinutes: 53, resolutionMinutes: 664, firstContact: 75, good: 0, bad: 0 },
  { ...AMARAS_MONTH, agent: 20, replyMinutes: 28, firstContact: 95, good: 29, bad: 3 },
  { ...AMARAS_MONTH, agent: 21, replyMinutes: 25, resolutionMinutes: 580, firstContact: 84, good: 26, bad: 5 },
  { ...AMARAS_MONTH, agent: 90, replied: 20, solved: 18, unsettled: 0, firstContact: 9, reopened: 1, good: 0, bad: 0 },
]

const LEFT_OUT: readonly Ticket[] = [
  ...Array.from({ length: 18 }, (_, at) => ticket({ id: 900_000 + at, agent: AMARA, leftOut: 'merged' })),
  ...Array.from({ length: 12 }, (_, at) => ticket({ id: 910_000 + at, leftOut: 'unassigned' })),
  ...Array.from({ length: 9 }, (_, at) => ticket({ id: 920_000 + at, agent: AMARA, leftOut: 'excludedTag' })),
  ...Array.from({ length: 2 }, (_, at) => ticket({ id: 930_000 + at, agent: AMARA, leftOut: 'deleted' })),
]

interface Account {
  readonly tickets: readonly Ticket[]
  readonly scope: Scope
  readonly isAdmin?: boolean
}

/** Facts about Amara's account with these tickets. */
export function factsOf({ tickets, scope, isAdmin = false }: Account): Facts {
  const table = emptyTable()
  for (const each of tickets) putTicket(table, each)
  return {
    table,
    people: {
      agents: new Map(agents.map((agent) => [agent.id, agent])),
      groups: new Map(groups.map((group) => [group.id, group])),
      memberships,
    },
    person: { id: AMARA, name: 'Amara Okafor', isAdmin },
    scope,
    asOf: NOW,
    wholeSince: NOW - 90 * 86_400,
  }
}

/** What Amara's own tickets tell. */
export const ownFacts = (month: Month = AMARAS_MONTH, isAdmin = false): Facts =>
  factsOf({
    tickets: [...historyOf(AMARA, 800_000), ...ticketsOf(month, 1000), ...LEFT_OUT],
    scope: { kind: 'own' },
    isAdmin,
  })

/** What Amara's tickets told the evening before: fewer solved, fewer rated, a rating that was withdrawn since. */
export const facts19November = (): Facts => {
  const then = ticketsOf(AMARAS_MONTH, 1000).map((each, at): Ticket => {
    if (at >= 154 && at < 157) return { ...each, solved: null, fullResolutionBusinessMinutes: null }
    if (at === 34 || at === 35) return { ...each, score: null }
    return at === 50 ? { ...each, score: 'bad' } : each
  })
  const facts = factsOf({ tickets: [...historyOf(AMARA, 800_000), ...then, ...LEFT_OUT], scope: { kind: 'own' } })
  return { ...facts, asOf: NOW - 17 * 3600 }
}

/** What somebody's tickets tell who began this month. */
export const newcomersFacts = (): Facts => factsOf({ tickets: ticketsOf(AMARAS_MONTH, 1000), scope: { kind: 'own' } })

/** What Billing's tickets tell. */
export const teamFacts = (scope: Scope = { kind: 'group', group: BILLING }, isAdmin = false): Facts =>
  factsOf({
    tickets: [...TEAM.flatMap((month, at) => ticketsOf(month, 1000 * (at + 1))), ...LEFT_OUT],
    scope,
    isAdmin,
  })

/** A month in which nothing happened yet. */
export const emptyFacts = (scope: Scope = { kind: 'own' }): Facts => factsOf({ tickets: [], scope })

const FIELDS: Readonly<Partial<Record<MetricKey, string>>> = {
  firstReplyTime: 'first_reply_target_minutes',
  fullResolutionTime: 'full_resolution_target_minutes',
  firstContactResolution: 'first_contact_resolution_target_percent',
  csat: 'csat_target_percent',
}

/** Goals as in the mock-ups. */
export const GOALS: Settings = settingsWith({
  firstReplyTime: 30,
  fullResolutionTime: 540,
  firstContactResolution: 72,
  csat: 90,
})

export const NO_GOALS: Settings = settingsWith({})

export const PROBLEMS: readonly SettingsProblem[] = [
  { field: 'csat_target_percent', found: 'ninety', expected: 'percent' },
]

/** Targets in minutes or percent, as an admin types them. */
export function settingsWith(targets: Readonly<Partial<Record<MetricKey, number>>>): Settings {
  const raw = Object.entries(targets).map(([metric, target]) => [FIELDS[metric as MetricKey], target])
  return parseSettings({ business_hours: true, ...Object.fromEntries(raw) }).settings
}
