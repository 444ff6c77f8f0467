import type { Call, Endpoint } from './call.ts'
import { byId, cursorPage, listPage, numberedPage } from './paging.ts'
import { notFound } from './request.ts'
import type { Ticket, User } from './shapes.ts'
import { ticketPage } from './sideload.ts'
import { listed } from './visibility.ts'

interface View {
  readonly id: number
  readonly title: string
  readonly holds: (ticket: Ticket, user: User) => boolean
}

const UNSOLVED = ['new', 'open', 'pending', 'hold']

/** The views that an account begins with. */
const VIEWS: readonly View[] = [
  {
    id: 361_000_000_201,
    title: 'Your unsolved tickets',
    holds: ({ status, assignee_id: assignee }, { id }) => assignee === id && UNSOLVED.includes(status),
  },
  {
    id: 361_000_000_202,
    title: 'Unassigned tickets',
    holds: ({ status, assignee_id: assignee }) => assignee === null && UNSOLVED.includes(status),
  },
  { id: 361_000_000_203, title: 'All unsolved tickets', holds: ({ status }) => UNSOLVED.includes(status) },
  { id: 361_000_000_204, title: 'Solved tickets', holds: ({ status }) => status === 'solved' || status === 'closed' },
]

export const VIEW_ENDPOINTS: readonly Endpoint[] = [
  { path: /^views$/, allowed: 'agents', answer: views },
  { path: /^views\/(\d+)\/tickets$/, allowed: 'agents', answer: viewTickets },
  { path: /^views\/(\d+)\/execute$/, allowed: 'agents', limit: 'views-execute', answer: execute },
  { path: /^views\/(\d+)\/count$/, allowed: 'agents', answer: count },
]

function views({ desk, request }: Call) {
  const shown = VIEWS.map(({ id, title }, position) => ({ id, title, active: true, position }))
  return listPage('views', shown, byId, request, desk.now())
}

function held({ desk, user, id }: Call): readonly Ticket[] {
  const view = VIEWS.find((each) => each.id === id)
  if (view === undefined) throw notFound()
  return listed(desk, user!).filter((ticket) => view.holds(ticket, user!))
}

function viewTickets(call: Call) {
  const { desk, request, fault } = call
  const all = held(call)
  const isByCursor = request.query.has('page[size]') || request.query.has('page[after]')
  const { items, around } = isByCursor
    ? cursorPage(all, byId, request, { now: desk.now(), largest: 100 })
    : numberedPage(all, request)
  return { ...ticketPage(desk, request, 'tickets', items, 'embedded', fault), ...around }
}

/** A row of a view is a part of the ticket only. */
function execute(call: Call) {
  const { items, around } = numberedPage(held(call), call.request)
  const rows = items.map(({ id, subject, status, assignee_id: assignee }) => ({
    ticket: { id, subject, status },
    assignee_id: assignee,
  }))
  return { rows, columns: [{ id: 'subject', title: 'Subject' }], view: { id: call.id }, ...around }
}

function count(call: Call) {
  const value = held(call).length
  return { view_count: { view_id: call.id, url: null, value, pretty: String(value), fresh: true, active: true } }
}
