import type { Desk } from './desk.ts'
import type { Fault } from './fault.ts'
import { incrementalTickets } from './incremental.ts'
import type { Place } from './paging.ts'
import { cursorPage, listPage } from './paging.ts'
import type { Allowed } from './permissions.ts'
import type { ApiRequest } from './request.ts'
import { invalid, notFound, Refusal } from './request.ts'
import { searchTest } from './search.ts'
import type { SatisfactionRating, Ticket, User } from './shapes.ts'
import { ticketPage } from './sideload.ts'

/** A request with what it meets: the account, the caller, an id from the path. */
export interface Call {
  readonly desk: Desk
  readonly request: ApiRequest
  /** Null only where anyone may call. */
  readonly user: User | null
  readonly fault: Fault | null
  /** The number in the path; 0 where there is none. */
  readonly id: number
}

export interface Endpoint {
  readonly path: RegExp
  readonly allowed: Allowed
  readonly answer: (call: Call) => unknown
}

const ANONYMOUS = { id: null, name: 'Anonymous user', email: 'invalid@example.com', role: 'end-user', active: false }
const SEARCH_LARGEST = 1000
const SHOW_MANY_LARGEST = 100

const byId = ({ id }: { id: number }): Place => [0, id]
const byCreation = (item: Ticket | SatisfactionRating): Place => [Date.parse(item.created_at), item.id]

/** Each endpoint that the stand-in has. Only GET is answered. */
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
  { path: /^search\/count$/, allowed: 'agents', answer: (call) => ({ count: found(call).length }) },
  { path: /^search\/export$/, allowed: 'agents', answer: searchExport },
  { path: /^tickets\/show_many$/, allowed: 'agents', answer: showTickets },
  {
    path: /^incremental\/tickets\/cursor$/,
    allowed: 'admins',
    answer: ({ desk, request, fault }) => incrementalTickets(desk, request, fault),
  },
  { path: /^satisfaction_ratings$/, allowed: 'admins', answer: satisfactionRatings },
  { path: /^account\/settings$/, allowed: 'agents', answer: accountSettings },
  { path: /^apps\/installations\/(\d+)$/, allowed: 'agents', answer: installation },
]

function list(key: string, of: (desk: Desk) => readonly { id: number }[]) {
  return ({ desk, request }: Call) => listPage(key, of(desk), byId, request, desk.now())
}

function users({ desk, request }: Call) {
  const roles = [...request.query.getAll('role[]'), ...request.query.getAll('role')]
  const some = desk.account.users.filter(({ active, role }) => active && (roles.length === 0 || roles.includes(role)))
  return listPage('users', some, byId, request, desk.now())
}

function showUsers({ desk, request }: Call) {
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

function found({ desk, request, user, fault }: Call): readonly Ticket[] {
  const query = request.query.get('query')
  if (query === null) throw invalid(400, 'query is missing')
  const matches = searchTest(query, { me: user?.id ?? 0, timeZone: desk.account.timeZone })
  if (fault === 'empty') return []
  return desk.account.tickets.filter((ticket) => matches(ticket, desk.account.metricSets.get(ticket.id)))
}

function searchExport(call: Call) {
  const { desk, request, fault } = call
  if (request.query.get('filter[type]') !== 'ticket')
    throw invalid(422, 'filter[type] is required; the stand-in knows "ticket" only')
  const limits = { now: desk.now(), largest: SEARCH_LARGEST, cursorHours: 1 }
  const { items, around } = cursorPage(found(call), byCreation, request, limits)
  return { ...ticketPage(desk, request, 'results', items, 'beside', fault), facets: null, ...around }
}

/** Ids that do not exist or are deleted are left out without a word. */
function showTickets({ desk, request, fault }: Call) {
  const some = askedIds(request).flatMap((id) => desk.ticketById.get(id) ?? [])
  const page = some.filter(({ status }) => status !== 'deleted')
  const sent = ticketPage(desk, request, 'tickets', page, 'embedded', fault)
  return { ...sent, next_page: null, previous_page: null, count: page.length }
}

function askedIds(request: ApiRequest): readonly number[] {
  const ids = (request.query.get('ids') ?? '').split(',').filter((id) => id !== '')
  if (ids.length > SHOW_MANY_LARGEST) {
    const description = `Parameter ids cannot specify more than ${String(SHOW_MANY_LARGEST)} values`
    throw new Refusal(400, { error: 'TooManyValues', description, max_count: SHOW_MANY_LARGEST })
  }
  return [...new Set(ids.map(Number))]
}

function satisfactionRatings({ desk, request }: Call) {
  const time = (name: string, otherwise: number) => Number(request.query.get(name) ?? otherwise) * 1000
  const from = time('start_time', 0)
  const to = time('end_time', Infinity)
  const score = request.query.get('score')
  const fits = (rating: SatisfactionRating) =>
    score === null || rating.score === score || (score === 'received' && ['good', 'bad'].includes(rating.score))
  const some = desk.account.satisfactionRatings.filter((rating) => {
    const created = Date.parse(rating.created_at)
    return created >= from && created < to && fits(rating)
  })
  return listPage('satisfaction_ratings', some, byCreation, request, desk.now())
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

function installation({ desk, id }: Call) {
  const { installation: installed } = desk
  if (id !== installed.id) throw notFound()
  const settings = Object.entries(installed.settings).map(([name, value]) => ({ name, value }))
  return {
    id: installed.id,
    app_id: installed.appId,
    product: 'support',
    settings: installed.settings,
    settings_objects: settings,
    enabled: true,
    paid: false,
  }
}
