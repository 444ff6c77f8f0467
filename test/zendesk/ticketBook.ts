import type { MetricSet, SatisfactionRating, Ticket } from './shapes.ts'

/** What is known of a ticket at one instant. */
export interface Entry {
  readonly ticket: Ticket
  readonly metricSet: MetricSet | undefined
}

/** A ticket as it is from now on. */
export interface Change {
  readonly ticket: Ticket
  /** Absent: the metric set stays. */
  readonly metricSet?: MetricSet
  /** A new record of a rating, or a record in the place of the one with its id. */
  readonly rating?: SatisfactionRating
}

/** The tickets of an open account, which change while it is open. */
export interface TicketBook {
  readonly byId: ReadonlyMap<number, Ticket>
  /** In the order of the incremental export. */
  readonly byChange: readonly Ticket[]
  readonly put: (change: Change) => void
  /** What the search index knows: every ticket as it was a while ago. */
  readonly indexed: () => Iterable<Entry>
}

interface Tables {
  readonly tickets: Ticket[]
  readonly metricSets: Map<number, MetricSet>
  readonly satisfactionRatings: SatisfactionRating[]
}

/** The version of a ticket that another one replaced at an instant; null when there was none yet. */
interface Replaced {
  readonly at: number
  readonly id: number
  readonly before: Entry | null
}

/** Keeps a book over tables, which it changes. The index lags by so many milliseconds. */
export function ticketBook(tables: Tables, now: () => number, indexLagMs: number): TicketBook {
  const { tickets, metricSets, satisfactionRatings } = tables
  const byId = new Map(tickets.map((ticket) => [ticket.id, ticket]))
  const places = new Map(tickets.map(({ id }, index) => [id, index]))
  const byChange = tickets.toSorted(inOrderOfChange)
  let replaced: Replaced[] = []

  function put({ ticket, metricSet, rating }: Change): void {
    const before = byId.get(ticket.id)
    const place = places.get(ticket.id)
    if (indexLagMs > 0)
      replaced.push({
        at: now(),
        id: ticket.id,
        before: before === undefined ? null : { ticket: before, metricSet: metricSets.get(ticket.id) },
      })
    if (before !== undefined) byChange.splice(placeIn(byChange, before), 1)
    byChange.splice(placeIn(byChange, ticket), 0, ticket)
    byId.set(ticket.id, ticket)
    if (place === undefined) places.set(ticket.id, tickets.push(ticket) - 1)
    else tickets[place] = ticket
    if (metricSet !== undefined) metricSets.set(ticket.id, metricSet)
    if (rating !== undefined) putRating(satisfactionRatings, rating)
  }

  function* indexed(): Iterable<Entry> {
    const horizon = now() - indexLagMs
    replaced = replaced.filter(({ at }) => at > horizon)
    const known = new Map<number, Entry | null>()
    for (const { id, before } of replaced) if (!known.has(id)) known.set(id, before)
    const isOldEnough = ({ created_at: created }: Ticket) => indexLagMs === 0 || Date.parse(created) <= horizon
    const end = tickets.findLastIndex(isOldEnough) + 1
    for (let index = 0; index < end; index++) {
      const ticket = tickets[index]!
      const entry = known.get(ticket.id)
      if (entry !== null) yield entry ?? { ticket, metricSet: metricSets.get(ticket.id) }
    }
  }

  return { byId, byChange, put, indexed }
}

const inOrderOfChange = (a: Ticket, b: Ticket) => a.generated_timestamp - b.generated_timestamp || a.id - b.id

/** The index of the first ticket that does not come before this one. */
export function placeIn(byChange: readonly Ticket[], ticket: Pick<Ticket, 'generated_timestamp' | 'id'>): number {
  let [low, high] = [0, byChange.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const there = byChange[middle]!
    const isBefore =
      there.generated_timestamp < ticket.generated_timestamp ||
      (there.generated_timestamp === ticket.generated_timestamp && there.id < ticket.id)
    if (isBefore) low = middle + 1
    else high = middle
  }
  return low
}

/** Ratings stay in the order of their creation. */
function putRating(ratings: SatisfactionRating[], rating: SatisfactionRating): void {
  const old = ratings.findLastIndex(({ id }) => id === rating.id)
  if (old >= 0) ratings.splice(old, 1)
  const place = ratings.findLastIndex(({ created_at: at, id }) =>
    at === rating.created_at ? id < rating.id : at < rating.created_at,
  )
  ratings.splice(place + 1, 0, rating)
}
