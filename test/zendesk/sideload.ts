import type { Desk, MetricSetShape } from './desk.ts'
import type { Fault } from './fault.ts'
import type { ApiRequest } from './request.ts'
import type { MetricSet, Ticket } from './shapes.ts'

/** The names in `include`, both as `metric_sets,users` and as `tickets(metric_sets,users)`. */
export function sideloads(request: ApiRequest): ReadonlySet<string> {
  const include = request.query.get('include') ?? ''
  return new Set(
    include
      .replace(/^tickets\((.*)\)$/, '$1')
      .split(',')
      .map((name) => name.trim()),
  )
}

/** The metric set of a ticket, by its id. */
type MetricSetOf = (id: number) => MetricSet | undefined

type Sent = Ticket & { metric_set?: MetricSet; result_type?: 'ticket' }

/** Tickets as a page shows them, with what was asked to come along. */
export function ticketPage(
  desk: Desk,
  request: ApiRequest,
  key: 'tickets' | 'results',
  page: readonly Ticket[],
  usual: MetricSetShape,
  fault: Fault | null,
  known: MetricSetOf = (id) => desk.account.metricSets.get(id),
) {
  const include = sideloads(request)
  const withheld = key === 'results' && !desk.plan.metricSetsInSearch
  const shape = include.has('metric_sets') && !withheld ? (desk.metricSets ?? usual) : null
  const shown = fault === 'empty' ? [] : page
  const missing = fault === 'broken-ticket' ? shown[2]?.id : undefined
  const metricSet = ({ id }: Ticket) => (id === missing ? undefined : known(id))
  const sent = shown.map((ticket): Sent => {
    const set = shape === 'embedded' ? metricSet(ticket) : undefined
    return {
      ...ticket,
      ...(set === undefined ? {} : { metric_set: set }),
      ...(key === 'results' ? { result_type: 'ticket' } : {}),
    }
  })
  const people = shown.flatMap(({ assignee_id, requester_id }) => [assignee_id, requester_id])
  const has = <T>(values: readonly (T | null | undefined)[]) => [...new Set(values)].filter((value) => value != null)
  const groupIds = new Set(shown.map(({ group_id }) => group_id))
  return {
    [key]: fault === 'broken-ticket' ? broken(sent) : sent,
    ...(shape === 'beside' ? { metric_sets: has(shown.map(metricSet)) } : {}),
    ...(include.has('users') ? { users: has(has(people).map((id) => desk.userById.get(id))) } : {}),
    ...(include.has('groups') ? { groups: desk.account.groups.filter(({ id }) => groupIds.has(id)) } : {}),
  }
}

/** The first ticket gets a creation that is no date, the second a rating word that no one knows. */
function broken(tickets: readonly Sent[]): Sent[] {
  return tickets.map((ticket, index) => {
    if (index === 0) return { ...ticket, created_at: 'yesterday' }
    if (index === 1) return { ...ticket, satisfaction_rating: { score: 'splendid' } }
    return ticket
  })
}
