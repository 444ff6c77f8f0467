import { apiAddress, user } from './people.ts'
import type { Group, GroupMembership, MetricSet, Ticket, User } from './shapes.ts'
import { ADMIN_NAME } from './staff.ts'

const ADMIN_ID = 1
const FOUNDED = '2000-01-01T00:00:00Z'

/**
 * A recorded ticket with the few fields that the stand-in sorts and filters by, as old recordings do not have them all,
 * and the metric set that was embedded in it.
 */
export function completed({ metric_set: metricSet, ...ticket }: Ticket & { metric_set?: MetricSet }) {
  const sent: Partial<Ticket> = ticket
  const created = sent.created_at ?? FOUNDED
  const updated = sent.updated_at ?? created
  const whole: Ticket = {
    ...ticket,
    created_at: created,
    updated_at: updated,
    generated_timestamp: sent.generated_timestamp ?? Math.floor(Date.parse(updated) / 1000),
    status: sent.status ?? 'open',
    tags: sent.tags ?? [],
  }
  return { ticket: whole, metricSet }
}

/** The instant of the last change, epoch milliseconds; the founding of the account when there is no ticket. */
export const lastChange = (tickets: readonly Ticket[]): number =>
  tickets.reduce((latest, { generated_timestamp }) => Math.max(latest, generated_timestamp * 1000), Date.parse(FOUNDED))

/** The recorded people, an admin if none was recorded, and an agent for each assignee that was not. */
export function staffOf(
  users: readonly User[],
  tickets: readonly Ticket[],
  subdomain: string,
  timeZone: string,
): User[] {
  const at = { subdomain, timeZone, created: Date.parse(FOUNDED) / 1000 }
  const known = new Map(users.map((person) => [person.id, { ...user(person.id, '', at), ...person }]))
  const free = { ticket_restriction: null, restricted_agent: false } as const
  for (const id of new Set(tickets.map(({ assignee_id }) => assignee_id)))
    if (typeof id === 'number' && !known.has(id))
      known.set(id, user(id, `Agent ${String(id)}`, at, { role: 'agent', ...free }))
  const people = [...known.values()]
  const admin = user(ADMIN_ID, ADMIN_NAME, at, { role: 'admin', role_type: 4, moderator: true, ...free })
  return people.some(({ role }) => role === 'admin') ? people : [admin, ...people]
}

/** The recorded groups, and one with a plain name for each group that only tickets mention. */
export function groupsOf(groups: readonly Group[], tickets: readonly Ticket[], subdomain: string): Group[] {
  const known = new Set(groups.map(({ id }) => id))
  const mentioned = new Set(tickets.flatMap(({ group_id }) => (typeof group_id === 'number' ? [group_id] : [])))
  const made = [...mentioned]
    .filter((id) => !known.has(id))
    .map((id): Group => ({
      url: apiAddress(subdomain, `groups/${String(id)}`),
      id,
      name: `Group ${String(id)}`,
      description: '',
      default: false,
      is_public: true,
      deleted: false,
      created_at: FOUNDED,
      updated_at: FOUNDED,
    }))
  return [...groups, ...made]
}

/** The recorded memberships; without any, everyone belongs to the groups of the tickets they were assigned. */
export function membershipsOf(
  memberships: readonly GroupMembership[],
  tickets: readonly Ticket[],
  subdomain: string,
): GroupMembership[] {
  if (memberships.length > 0) return [...memberships]
  const pairs = new Map(
    tickets.flatMap(({ assignee_id: who, group_id: where }) =>
      typeof who === 'number' && typeof where === 'number'
        ? [[`${String(who)} ${String(where)}`, [who, where] as const]]
        : [],
    ),
  )
  return [...pairs.values()].map(([user_id, group_id], index) => ({
    url: apiAddress(subdomain, `group_memberships/${String(index + 1)}`),
    id: index + 1,
    user_id,
    group_id,
    default: false,
    created_at: FOUNDED,
    updated_at: FOUNDED,
  }))
}
