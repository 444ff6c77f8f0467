import type { Desk } from './desk.ts'
import type { Account, RoleConfiguration, Ticket, TicketAccess, User } from './shapes.ts'

const DAY_MS = 86_400_000

/** The words of a person's own restriction, as a role would say them. */
const RESTRICTIONS: Readonly<Record<string, TicketAccess>> = {
  assigned: 'assigned-only',
  groups: 'within-groups',
  organization: 'within-organization',
  requested: 'requested',
}

/** What the custom role of a person says; empty for people without one. */
export function configurationOf(account: Account, user: User): Partial<RoleConfiguration> {
  const role = account.customRoles.find(({ id }) => id === user.custom_role_id)
  return role?.configuration ?? {}
}

/**
 * Which tickets a person can see. The custom role decides before the person's own restriction. A group that is not
 * public is closed to those outside, except to admins and to roles that see all tickets.
 */
export function visibleTo(account: Account, user: User): (ticket: Ticket) => boolean {
  if (user.role === 'admin') return () => true
  const ofRole = configurationOf(account, user).ticket_access
  const access = ofRole ?? RESTRICTIONS[user.ticket_restriction ?? ''] ?? 'all'
  const own = new Set(account.groupMemberships.filter((m) => m.user_id === user.id).map((m) => m.group_id))
  const shut = new Set(account.groups.filter((group) => !group.is_public && !own.has(group.id)).map(({ id }) => id))
  const isShut = ({ group_id: group }: Ticket) => group !== null && shut.has(group)
  const isOwn = ({ group_id: group }: Ticket) => group !== null && own.has(group)
  const isMine = ({ assignee_id: assignee }: Ticket) => assignee === user.id
  switch (access) {
    case 'all':
      return ofRole === 'all' && !user.only_private_comments ? () => true : (ticket) => !isShut(ticket)
    case 'within-groups-and-public-groups':
      return (ticket) => !isShut(ticket)
    case 'within-groups':
      return (ticket) => isOwn(ticket) || (isMine(ticket) && !isShut(ticket))
    case 'within-organization':
      return (ticket) => ticket.organization_id !== null && ticket.organization_id === user.organization_id
    case 'assigned-only':
      return isMine
    case 'requested':
      return ({ requester_id: requester }) => requester === user.id
  }
}

/** Whether a ticket has left lists and views: closed long enough ago. */
export function isArchived({ account, plan, now }: Desk, ticket: Ticket): boolean {
  if (ticket.status !== 'closed') return false
  const closed = account.metricSets.get(ticket.id)?.status_updated_at ?? ticket.updated_at
  return now() - Date.parse(closed) >= plan.archiveAfterDays * DAY_MS
}

/** The tickets of lists and views: neither deleted nor archived, and open to the person. */
export function listed(desk: Desk, user: User): readonly Ticket[] {
  const sees = visibleTo(desk.account, user)
  return desk.account.tickets.filter(
    (ticket) => ticket.status !== 'deleted' && sees(ticket) && !isArchived(desk, ticket),
  )
}
