import { auditsOf } from './audits.ts'
import type { Call, Endpoint } from './call.ts'
import { byId, cursorPage, listPage, numberedPage } from './paging.ts'
import { askedIds, forbidden, notFound } from './request.ts'
import type { Ticket } from './shapes.ts'
import { ticketPage } from './sideload.ts'
import { listed, visibleTo } from './visibility.ts'

const CATEGORIES = [
  ['new', 'New'],
  ['open', 'Open'],
  ['pending', 'Pending'],
  ['hold', 'On-hold'],
  ['solved', 'Solved'],
] as const

export const TICKET_ENDPOINTS: readonly Endpoint[] = [
  { path: /^tickets\/show_many$/, allowed: 'agents', answer: showTickets },
  { path: /^tickets\/(\d+)$/, allowed: 'agents', answer: showTicket },
  { path: /^tickets\/(\d+)\/audits$/, allowed: 'agents', answer: audits },
  { path: /^tickets\/(\d+)\/metrics$/, allowed: 'agents', answer: metrics },
  { path: /^tickets$/, allowed: 'agents', limit: 'tickets-index', answer: (call) => ticketList(call, () => true) },
  {
    path: /^users\/(\d+)\/tickets\/assigned$/,
    allowed: 'agents',
    answer: (call) => ticketList(call, ({ assignee_id: assignee }) => assignee === call.id),
  },
  { path: /^custom_statuses$/, allowed: 'anyone', answer: customStatuses },
]

/** A ticket that the caller may see: 404 when it is not there, 403 when it is not for the caller. */
function ticketOf({ desk, user, id }: Call): Ticket {
  const ticket = desk.ticketById.get(id)
  if (ticket === undefined || ticket.status === 'deleted') throw notFound()
  if (!visibleTo(desk.account, user!)(ticket)) throw forbidden()
  return ticket
}

/** One ticket; a fault that empties pages hides it. */
function showTicket(call: Call) {
  const { desk, request, fault } = call
  const page: Record<string, unknown> = ticketPage(desk, request, 'tickets', [ticketOf(call)], 'embedded', fault)
  const { tickets, ...beside } = page
  const [ticket] = tickets as readonly unknown[]
  if (ticket === undefined) throw notFound()
  return { ticket, ...beside }
}

/** Ids that do not exist, are deleted or are not for the caller are left out without a word. */
function showTickets({ desk, request, user, fault }: Call) {
  const sees = visibleTo(desk.account, user!)
  const some = askedIds(request).flatMap((id) => desk.ticketById.get(id) ?? [])
  const page = some.filter((ticket) => ticket.status !== 'deleted' && sees(ticket))
  const sent = ticketPage(desk, request, 'tickets', page, 'embedded', fault)
  return { ...sent, next_page: null, previous_page: null, count: page.length }
}

function audits(call: Call) {
  const { desk, request } = call
  const ticket = ticketOf(call)
  const rating = desk.account.satisfactionRatings.find(({ ticket_id: id }) => id === ticket.id)
  return listPage('audits', auditsOf(ticket, desk.account.metricSets.get(ticket.id), rating), byId, request, desk.now())
}

function metrics(call: Call) {
  const set = call.desk.account.metricSets.get(ticketOf(call).id)
  if (set === undefined) throw notFound()
  return { ticket_metric: set }
}

/** Tickets by id, without archived ones. */
function ticketList({ desk, request, user, fault }: Call, fits: (ticket: Ticket) => boolean) {
  const all = listed(desk, user!).filter(fits)
  const isByCursor = request.query.has('page[size]') || request.query.has('page[after]')
  const { items, around } = isByCursor
    ? cursorPage(all, byId, request, { now: desk.now(), largest: 100 })
    : numberedPage(all, request)
  return { ...ticketPage(desk, request, 'tickets', items, 'embedded', fault), ...around }
}

/** One status of each category; a custom one for waiting on a third party. Never paged. */
function customStatuses({ desk }: Call) {
  const made = new Date(desk.account.now - 3 * 365 * 86_400_000).toISOString().slice(0, 19) + 'Z'
  const status = (id: number, category: string, label: string, isDefault: boolean) => ({
    url: `https://${desk.account.subdomain}.zendesk.com/api/v2/custom_statuses/${id}.json`,
    id,
    status_category: category,
    agent_label: label,
    end_user_label: label,
    description: '',
    end_user_description: '',
    active: true,
    default: isDefault,
    created_at: made,
    updated_at: made,
  })
  const usual = CATEGORIES.map(([category, label], index) => status(361_000_000_301 + index, category, label, true))
  return { custom_statuses: [...usual, status(361_000_000_399, 'pending', 'Waiting for a supplier', false)] }
}
