import fc from 'fast-check'
import { trapPeople } from './trapPeople.ts'
import { trapRatings } from './trapRatings.ts'
import { type Delivery, trapTickets } from './trapTickets.ts'

interface Page {
  readonly tickets: unknown[]
  readonly sideLoaded: Map<number, unknown>
  readonly ids: Set<number>
}

/** Records in any order over pages of any size; what else Zendesk may send lies between them. */
export function trapPages(instants: fc.Arbitrary<string>): fc.Arbitrary<readonly unknown[]> {
  return fc
    .record({ deliveries: trapTickets(instants), ratings: trapRatings(instants), people: trapPeople })
    .chain(({ deliveries, ratings, people }) =>
      fc
        .record({
          shuffled: fc.shuffledSubarray(deliveries, { minLength: deliveries.length }),
          ratings: fc.shuffledSubarray(ratings, { minLength: ratings.length }),
          people: fc.shuffledSubarray(people, { minLength: people.length }),
          pageSize: fc.integer({ min: 1, max: 40 }),
          asSearch: fc.boolean(),
          noise: fc.subarray(NOISE),
        })
        .chain(({ shuffled, ratings, people, pageSize, asSearch, noise }) => {
          const pages = [
            ...paged(shuffled, pageSize).map((page) => answer(page, asSearch)),
            ...strayMetricSets(shuffled),
            { satisfaction_ratings: ratings.slice(0, pageSize), count: ratings.length },
            { satisfaction_ratings: ratings.slice(pageSize) },
            ...people,
            ...noise,
          ]
          return fc.shuffledSubarray(asJson(pages), { minLength: pages.length })
        }),
    )
}

/** As it comes out of JSON: what is undefined is not there. */
const asJson = (pages: readonly unknown[]) => JSON.parse(JSON.stringify(pages)) as unknown[]

/** Answers and parts of answers without any fact in them. */
const NOISE: unknown[] = [
  {},
  { tickets: null, metric_sets: 'none', users: {} },
  { tickets: [], meta: { has_more: true } },
  { results: [{ id: 5, result_type: 'organization' }], facets: null },
  { satisfaction_ratings: [null, 'x', 3, []], groups: [null], users: ['x', {}] },
  { metric_sets: [null, 'x', { ticket_id: '7' }, { solved_at: 'x' }] },
]

/** Two different side-loads of one ticket never meet on one page, where nobody could say which one is right. */
function paged(deliveries: readonly Delivery[], size: number): Page[] {
  const pages: Page[] = []
  for (const { id, record, sideLoad } of deliveries) {
    let page = pages.find(
      ({ tickets, ids, sideLoaded }) =>
        tickets.length < size && !(id !== null && (sideLoaded.has(id) || (sideLoad !== undefined && ids.has(id)))),
    )
    if (page === undefined) pages.push((page = { tickets: [], sideLoaded: new Map(), ids: new Set() }))
    page.tickets.push(record)
    if (id === null) continue
    page.ids.add(id)
    if (sideLoad !== undefined) page.sideLoaded.set(id, sideLoad)
  }
  return pages
}

function answer({ tickets, sideLoaded }: Page, asSearch: boolean): unknown {
  const metricSets = sideLoaded.size === 0 ? {} : { metric_sets: [...sideLoaded.values()] }
  if (!asSearch) return { tickets, ...metricSets, end_of_stream: false }
  const results = tickets.map((ticket) =>
    typeof ticket === 'object' && ticket !== null && !Array.isArray(ticket)
      ? { result_type: 'ticket', ...ticket }
      : ticket,
  )
  return { results, ...metricSets, meta: { has_more: false } }
}

/** Metric sets on a page of their own: they belong to no ticket of another page. */
function strayMetricSets(deliveries: readonly Delivery[]): unknown[] {
  const strays = deliveries.flatMap(({ stray }) => (stray === undefined ? [] : [stray]))
  return strays.length === 0 ? [] : [{ metric_sets: strays }]
}
