import { BUSINESS_HOURS_ENDPOINTS } from './businessHours.ts'
import type { Call, Endpoint } from './call.ts'
import { CUSTOM_OBJECT_ENDPOINTS } from './customObjectEndpoints.ts'
import type { Desk } from './desk.ts'
import { incrementalTickets, incrementalTicketsByTime } from './incremental.ts'
import { INSTALLATION_ENDPOINTS } from './installations.ts'
import { byId, listPage } from './paging.ts'
import { admitToPeople } from './permissions.ts'
import { satisfactionRatings } from './ratingList.ts'
import { askedIds } from './request.ts'
import { searchCount, searchExport, searchList } from './searches.ts'
import { TICKET_ENDPOINTS } from './ticketEndpoints.ts'
import { VIEW_ENDPOINTS } from './views.ts'

const ANONYMOUS = { id: null, name: 'Anonymous user', email: 'invalid@example.com', role: 'end-user', active: false }

/** Each endpoint that the stand-in has. */
export const ENDPOINTS: readonly Endpoint[] = [
  { path: /^users\/me$/, allowed: 'anyone', answer: ({ user }) => ({ user: user ?? ANONYMOUS }) },
  { path: /^users\/show_many$/, allowed: 'agents', answer: showUsers },
  { path: /^users\/(\d+)\/group_memberships$/, allowed: 'agents', answer: memberships(({ user_id }) => user_id) },
  { path: /^users$/, allowed: 'agents', answer: users },
  { path: /^groups\/(\d+)\/memberships$/, allowed: 'agents', answer: memberships(({ group_id }) => group_id) },
  { path: /^groups$/, allowed: 'agents', answer: list('groups', ({ account }) => account.groups) },
  { path: /^group_memberships$/, allowed: 'agents', answer: memberships(null) },
  { path: /^custom_roles$/, allowed: 'agents', answer: list('custom_roles', ({ account }) => account.customRoles) },
  { path: /^brands$/, allowed: 'agents', answer: list('brands', ({ account }) => account.brands) },
  { path: /^search\/count$/, allowed: 'agents', limit: 'search-index', answer: searchCount },
  { path: /^search\/export$/, allowed: 'agents', limit: 'search-export', answer: searchExport },
  { path: /^search$/, allowed: 'agents', limit: 'search-index', answer: searchList },
  {
    path: /^incremental\/tickets\/cursor$/,
    allowed: 'admins',
    limit: 'incremental-exports',
    answer: ({ desk, request, fault }) => incrementalTickets(desk, request, fault),
  },
  {
    path: /^incremental\/tickets$/,
    allowed: 'admins',
    limit: 'incremental-exports',
    answer: ({ desk, request, fault }) => incrementalTicketsByTime(desk, request, fault),
  },
  { path: /^satisfaction_ratings$/, allowed: 'admins', answer: satisfactionRatings },
  { path: /^account\/settings$/, allowed: 'agents', answer: accountSettings },
  ...BUSINESS_HOURS_ENDPOINTS,
  ...TICKET_ENDPOINTS,
  ...VIEW_ENDPOINTS,
  ...INSTALLATION_ENDPOINTS,
  ...CUSTOM_OBJECT_ENDPOINTS,
]

function list(key: string, of: (desk: Desk) => readonly { id: number }[]) {
  return ({ desk, request }: Call) => listPage(key, of(desk), byId, request, desk.now())
}

function users({ desk, request, user }: Call) {
  admitToPeople(desk.account, user!)
  const roles = [...request.query.getAll('role[]'), ...request.query.getAll('role')]
  const some = desk.account.users.filter(({ active, role }) => active && (roles.length === 0 || roles.includes(role)))
  return listPage('users', some, byId, request, desk.now())
}

function showUsers({ desk, request, user }: Call) {
  admitToPeople(desk.account, user!)
  const some = askedIds(request).flatMap((id) => desk.userById.get(id) ?? [])
  return { users: some, next_page: null, previous_page: null, count: some.length }
}

function memberships(owner: ((membership: { user_id: number; group_id: number }) => number) | null) {
  return ({ desk, request, id }: Call) => {
    const all = desk.account.groupMemberships
    const some = owner === null ? all : all.filter((membership) => owner(membership) === id)
    return listPage('group_memberships', some, byId, request, desk.now())
  }
}

function accountSettings({ desk: { account } }: Call) {
  return {
    settings: {
      localization: {
        time_zone: account.timeZone.split('/').at(-1),
        iana_time_zone: account.timeZone,
        locale_ids: [1],
      },
      active_features: { customer_satisfaction: true, business_hours: true, csat_reason_code: false },
      brands: { default_brand_id: account.brands[0]?.id ?? null },
      tickets: { comments_public_by_default: true, status_hold: true },
    },
  }
}
