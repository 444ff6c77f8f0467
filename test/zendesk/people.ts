import type { Random } from './random.ts'
import { iso } from './schedule.ts'
import type { Account, Group, GroupMembership, User } from './shapes.ts'
import type { Worker } from './staff.ts'
import { ADMIN_NAME, GROUP_NAMES, STAFF } from './staff.ts'

const FIRST_ID = 361_000_000_000
const LEAD_ROLE: Account['customRoles'][number] = {
  id: FIRST_ID + 901,
  name: 'Team lead',
  description: 'Sees every ticket, manages service targets.',
  configuration: { ticket_access: 'all', end_user_list_access: 'full', manage_slas: true },
}
const LIGHT_ROLE: Account['customRoles'][number] = {
  id: FIRST_ID + 902,
  name: 'Light agent',
  description: 'Reads tickets and adds private comments.',
  configuration: { ticket_access: 'all', end_user_list_access: 'full', manage_slas: false },
}
const DAY = 86_400

export const CUSTOM_ROLES = [LEAD_ROLE, LIGHT_ROLE]
export const CUSTOMERS = 400

export interface People {
  readonly users: User[]
  readonly groups: Group[]
  readonly groupMemberships: GroupMembership[]
  /** Those who may be assigned tickets, with their ids. */
  readonly workers: readonly (Worker & { readonly id: number; readonly from: number; readonly until: number })[]
  readonly customerIds: readonly number[]
}

export const apiAddress = (subdomain: string, path: string) => `https://${subdomain}.zendesk.com/api/v2/${path}.json`

/** The people and groups of a generated account at an instant (epoch seconds). */
export function people(random: Random, subdomain: string, timeZone: string, now: number): People {
  const founded = now - 3 * 365 * DAY
  const groups = GROUP_NAMES.map((name, index): Group => {
    const id = FIRST_ID + 700 + index
    return {
      url: apiAddress(subdomain, `groups/${String(id)}`),
      id,
      name,
      description: '',
      default: index === 0,
      is_public: true,
      deleted: false,
      created_at: iso(founded),
      updated_at: iso(founded),
    }
  })
  const groupId = (name: string) => groups.find((group) => group.name === name)!.id
  const defaults = { subdomain, timeZone, created: founded }
  const workers = STAFF.map((worker, index) => ({
    ...worker,
    id: FIRST_ID + 1001 + index,
    from: now - (worker.joinedDaysAgo ?? 1000) * DAY,
    until: worker.leftDaysAgo === undefined ? Infinity : now - worker.leftDaysAgo * DAY,
  }))
  const staff = workers.map((worker) =>
    user(
      worker.id,
      worker.name,
      { ...defaults, created: Math.max(founded, worker.from) },
      {
        ...(worker.fate === 'downgraded' ? {} : { role: 'agent', ticket_restriction: null, restricted_agent: false }),
        ...(worker.fate === 'deleted' ? { active: false } : {}),
        ...(worker.fate === 'light'
          ? { role_type: 1, custom_role_id: LIGHT_ROLE.id, only_private_comments: true }
          : {}),
        ...(worker.lead === true ? { role_type: 0, custom_role_id: LEAD_ROLE.id, moderator: true } : {}),
        default_group_id: groupId(worker.groups[0]!),
      },
    ),
  )
  const admin = user(FIRST_ID + 1000, ADMIN_NAME, defaults, {
    role: 'admin',
    role_type: 4,
    ticket_restriction: null,
    restricted_agent: false,
    moderator: true,
    default_group_id: groups[0]!.id,
  })
  const customers = Array.from({ length: CUSTOMERS }, (_, index) =>
    user(FIRST_ID + 5000 + index, `Customer ${String(index + 1).padStart(3, '0')}`, {
      ...defaults,
      created: random.whole(founded, now - 200 * DAY),
    }),
  )
  const present = workers.filter(({ fate }) => fate === undefined || fate === 'light')
  const pairs = present.flatMap((worker) => worker.groups.map((name, index) => ({ worker, name, first: index === 0 })))
  const groupMemberships = pairs.map(({ worker, name, first }, index): GroupMembership => {
    const id = FIRST_ID + 8000 + index
    const since = iso(Math.max(founded, worker.from))
    return {
      url: apiAddress(subdomain, `group_memberships/${String(id)}`),
      id,
      user_id: worker.id,
      group_id: groupId(name),
      default: first,
      created_at: since,
      updated_at: since,
    }
  })
  return {
    users: [admin, ...staff, ...customers],
    groups,
    groupMemberships,
    workers: workers.filter(({ fate }) => fate !== 'light'),
    customerIds: customers.map(({ id }) => id),
  }
}

/** A user with Zendesk's defaults: an end user, active, restricted to own requests. */
export function user(
  id: number,
  name: string,
  at: { subdomain: string; timeZone: string; created: number },
  differs: Partial<User> = {},
): User {
  return {
    url: apiAddress(at.subdomain, `users/${String(id)}`),
    id,
    name,
    email: `user-${String(id % 100_000)}@example.com`,
    created_at: iso(at.created),
    updated_at: iso(at.created),
    time_zone: at.timeZone.split('/').at(-1)!.replaceAll('_', ' '),
    iana_time_zone: at.timeZone,
    locale: 'en-US',
    role: 'end-user',
    role_type: null,
    custom_role_id: null,
    active: true,
    suspended: false,
    moderator: false,
    verified: true,
    shared: false,
    ticket_restriction: 'requested',
    restricted_agent: true,
    only_private_comments: false,
    default_group_id: null,
    organization_id: null,
    tags: [],
    ...differs,
  }
}
