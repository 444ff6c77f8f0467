import { conversationOf, type Message } from './conversation.ts'
import type { Desk } from './desk.ts'
import type { AppManifest } from './manifest.ts'
import { personFor, personNamed, ROLES } from './permissions.ts'
import type { Status, Ticket, User } from './shapes.ts'

export interface Person {
  readonly id: number
  readonly name: string
  readonly email: string | null
  /** What ZAF calls the role: `admin`, `agent`, or the id of a custom role. */
  readonly role: string
  readonly groups: readonly { id: number; name: string }[]
}

export interface OpenTicket {
  readonly id: number
  readonly subject: string
  readonly description: string
  readonly status: Status
  readonly priority: string | null
  readonly type: string | null
  readonly channel: string
  readonly createdAt: string
  readonly updatedAt: string
  readonly tags: readonly string[]
  readonly requester: Person | null
  readonly assignee: { readonly user: Person | null; readonly group: { id: number; name: string } | null }
  /** Oldest first. */
  readonly conversation: readonly Message[]
}

/** Everything the host page shows and tells an app, besides what apps ask the API for. */
export interface Workspace {
  readonly account: { readonly subdomain: string }
  /** Null when no such person can sign in. */
  readonly signedIn: Person | null
  /** Those who can be chosen, the three roles first. */
  readonly people: readonly { readonly who: string; readonly label: string }[]
  readonly tickets: readonly OpenTicket[]
  readonly installation: { readonly id: number; readonly appId: number }
  readonly app: AppManifest & { readonly origin: string }
}

const OPEN: readonly Status[] = ['open', 'pending', 'hold', 'new']
const TABS = 4

/** The workspace of a person: own open tickets, newest first, filled up with those of the person's groups. */
export function workspaceOf(desk: Desk, who: string, asked: readonly number[], app: Workspace['app']): Workspace {
  const { account } = desk
  const user = personNamed(account, who)
  const agents = account.users.filter(({ role, active }) => active && role !== 'end-user')
  const roles = ROLES.flatMap((role) => {
    const stands = personFor(account, role)
    return stands === undefined ? [] : [{ who: role, label: `${stands.name} (${role})` }]
  })
  const tickets = asked.flatMap((id) => desk.ticketById.get(id) ?? [])
  const tabs = user === null ? [] : openTickets(desk, user)
  return {
    account: { subdomain: account.subdomain },
    signedIn: user === null ? null : personOf(desk, user),
    people: [...roles, ...agents.map(({ id, name }) => ({ who: String(id), label: name }))],
    tickets: [...new Set([...tabs, ...tickets])].map((ticket) => shown(desk, ticket)),
    installation: { id: desk.installation.id, appId: desk.installation.appId },
    app,
  }
}

function openTickets({ account }: Desk, user: User): Ticket[] {
  const groups = new Set(account.groupMemberships.filter((m) => m.user_id === user.id).map((m) => m.group_id))
  const near = ({ assignee_id, group_id }: Ticket) =>
    assignee_id === user.id ? 2 : group_id !== null && groups.has(group_id) ? 1 : 0
  return account.tickets
    .filter(({ status }) => OPEN.includes(status))
    .toSorted((a, b) => near(b) - near(a) || b.generated_timestamp - a.generated_timestamp)
    .slice(0, TABS)
}

function personOf({ account }: Desk, user: User): Person {
  const memberships = account.groupMemberships.filter(({ user_id }) => user_id === user.id)
  const groups = account.groups.filter(({ id }) => memberships.some(({ group_id }) => group_id === id))
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    role: user.role === 'agent' && user.custom_role_id !== null ? String(user.custom_role_id) : user.role,
    groups: groups.map(({ id, name }) => ({ id, name })),
  }
}

function shown(desk: Desk, ticket: Ticket): OpenTicket {
  const person = (id: number | null) => {
    const user = id === null ? undefined : desk.userById.get(id)
    return user === undefined ? null : personOf(desk, user)
  }
  const group = desk.account.groups.find(({ id }) => id === ticket.group_id)
  return {
    id: ticket.id,
    subject: ticket.subject,
    description: ticket.description,
    status: ticket.status,
    priority: ticket.priority,
    type: ticket.type,
    channel: ticket.via.channel,
    createdAt: ticket.created_at,
    updatedAt: ticket.updated_at,
    tags: ticket.tags,
    requester: person(ticket.requester_id),
    assignee: {
      user: person(ticket.assignee_id),
      group: group === undefined ? null : { id: group.id, name: group.name },
    },
    conversation: conversationOf(desk, ticket),
  }
}
