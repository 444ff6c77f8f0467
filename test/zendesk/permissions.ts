import { forbidden, unauthorized } from './request.ts'
import type { Account, User } from './shapes.ts'
import { configurationOf } from './visibility.ts'

/** Who may call an endpoint. A team lead is an agent with a custom role: the API makes no difference. */
export type Allowed = 'anyone' | 'agents' | 'admins'

/** People to sign in as by name instead of by id. */
export const ROLES = ['agent', 'lead', 'admin'] as const
export type Role = (typeof ROLES)[number]

const isActiveAgent = (user: User) => user.role === 'agent' && user.active && !user.only_private_comments

/** The person who stands for a role: the first plain agent, the first agent with a custom role, the first admin. */
export function personFor(account: Account, role: Role): User | undefined {
  if (role === 'admin') return account.users.find((user) => user.role === 'admin')
  return account.users.find((user) => isActiveAgent(user) && (user.custom_role_id !== null) === (role === 'lead'))
}

/** The person behind a role name, a user id or an e-mail address; null for anyone else and for deleted people. */
export function personNamed(account: Account, who: string): User | null {
  const role = ROLES.find((name) => name === who)
  if (role !== undefined) return personFor(account, role) ?? null
  return account.users.find((user) => user.active && (String(user.id) === who || user.email === who)) ?? null
}

/** Who signed in with `Authorization: Basic base64("<who>:<anything>")`; `/token` after the name is allowed. */
export function signedIn(account: Account, authorization: string | undefined): User | null {
  const encoded = /^Basic\s+(\S+)$/i.exec(authorization ?? '')?.[1]
  if (encoded === undefined) return null
  const [who = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
  return personNamed(account, who.replace(/\/token$/, ''))
}

/** Refuses a person who may not call an endpoint. */
export function admit(user: User | null, allowed: Allowed): void {
  if (allowed === 'anyone') return
  if (user === null) throw unauthorized()
  if (user.role === 'end-user' || (allowed === 'admins' && user.role !== 'admin')) throw forbidden()
}

/** Refuses a person whose custom role hides people. */
export function admitToPeople(account: Account, user: User): void {
  if (configurationOf(account, user).end_user_list_access === 'none') throw forbidden()
}
