import type { Call } from './call.ts'
import { byCreation, cursorPage, searchPage } from './paging.ts'
import { invalid, Refusal } from './request.ts'
import { searchTest } from './search.ts'
import type { Ticket } from './shapes.ts'
import { ticketPage } from './sideload.ts'
import type { Entry } from './ticketBook.ts'
import { visibleTo } from './visibility.ts'

const LARGEST = 1000

/** The tickets that the caller can see and the index knows, as the index knows them. */
function found({ desk, request, user, fault }: Call): readonly Entry[] {
  const query = request.query.get('query')
  if (query === null) throw invalid(400, 'query is missing')
  const matches = searchTest(query, { me: user!.id, timeZone: desk.account.timeZone })
  if (fault === 'empty') return []
  const sees = visibleTo(desk.account, user!)
  const entries: Entry[] = []
  for (const entry of desk.indexed())
    if (matches(entry.ticket, entry.metricSet) && sees(entry.ticket)) entries.push(entry)
  return entries
}

export const searchCount = (call: Call) => ({ count: found(call).length })

/** Everything that is found, by cursors that live for an hour. */
export function searchExport(call: Call) {
  const { desk, request } = call
  if (request.query.get('filter[type]') !== 'ticket')
    throw invalid(422, 'filter[type] is required; the stand-in knows "ticket" only')
  const limits = { now: desk.now(), largest: LARGEST, cursorHours: 1 }
  const { items, around } = cursorPage(found(call), ({ ticket }) => byCreation(ticket), request, limits)
  return { ...results(call, items), facets: null, ...around }
}

const SORTS: Readonly<Record<string, (ticket: Ticket) => string>> = {
  created_at: ({ created_at: at }) => at,
  updated_at: ({ updated_at: at }) => at,
  priority: ({ priority }) => String(['low', 'normal', 'high', 'urgent'].indexOf(priority ?? '')),
  status: ({ status }) => String(['new', 'open', 'pending', 'hold', 'solved', 'closed'].indexOf(status)),
  ticket_type: ({ type }) => type ?? '',
}

/** The first thousand of what is found, by number, newest first unless asked otherwise. */
export function searchList(call: Call) {
  const { request } = call
  if ([...request.query.keys()].some((name) => name.startsWith('page[')))
    throw new Refusal(400, {
      error: {
        title: 'Invalid attribute',
        message: 'You passed an invalid value for the page attribute. Invalid parameter: page must be an integer',
      },
    })
  const by = SORTS[request.query.get('sort_by') ?? 'created_at']
  if (by === undefined) throw invalid(422, 'Invalid search: sort_by is not known')
  const way = request.query.get('sort_order') === 'asc' ? 1 : -1
  const all = found(call).toSorted(({ ticket: a }, { ticket: b }) => way * (by(a).localeCompare(by(b)) || a.id - b.id))
  const { items, around } = searchPage(all, request)
  return { ...results(call, items), facets: null, ...around }
}

function results({ desk, request, fault }: Call, entries: readonly Entry[]) {
  const sets = new Map(entries.map(({ ticket, metricSet }) => [ticket.id, metricSet]))
  const tickets = entries.map(({ ticket }) => ticket)
  return ticketPage(desk, request, 'results', tickets, 'beside', fault, (id) => sets.get(id))
}
