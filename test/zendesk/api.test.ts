import { describe, expect, it } from 'vitest'
import { generateAccount } from './account.ts'
import { answer } from './api.ts'
import type { DeskOptions } from './desk.ts'
import { openDesk } from './desk.ts'
import { requestOf } from './request.ts'
import type { MetricSet, SatisfactionRating, Ticket, User } from './shapes.ts'

const NOW = Date.parse('2026-11-20T15:30:00Z')
const account = generateAccount({ seed: 7, now: NOW, tickets: 2500 })
const alive = account.tickets.filter(({ status }) => status !== 'deleted')

interface Body {
  tickets: (Ticket & { metric_set?: MetricSet })[]
  results: (Ticket & { metric_set?: MetricSet; result_type: string })[]
  metric_sets?: MetricSet[]
  satisfaction_ratings: SatisfactionRating[]
  users: User[]
  user: User
  count: number
  after_cursor: string
  end_of_stream: boolean
  meta: { has_more: boolean; after_cursor: string }
  links: { next: string | null }
  error: unknown
}

interface Asked extends DeskOptions {
  as?: string
  fault?: string
}

function ask(path: string, { as, fault, ...options }: Asked = {}) {
  const headers = {
    ...(as === undefined ? {} : { authorization: `Basic ${btoa(`${as}:`)}` }),
    ...(fault === undefined ? {} : { 'x-stand-in-fault': fault }),
  }
  const given = answer(openDesk(account, options), requestOf(`http://zendesk.test/api/v2/${path}`, headers))
  const json = given.headers['content-type']?.includes('json') === true
  return { ...given, body: (json ? JSON.parse(given.body) : given.body) as Body }
}

const ticketsIn = (body: Partial<Body>): Body['tickets'] => body.results ?? body.tickets ?? []

/** Follows cursors to the end; the ids of all tickets, page after page. */
function everyId(first: string, next: (body: Body) => string | null, as: string): number[] {
  const ids: number[] = []
  for (let path: string | null = first; path !== null;) {
    const { body } = ask(path, { as })
    ids.push(...ticketsIn(body).map(({ id }) => id))
    path = next(body)
  }
  return ids
}

const EXPORT = 'search/export.json?filter[type]=ticket'
const INCREMENTAL = 'incremental/tickets/cursor.json?start_time=1'
const pathOf = (link: string | null) => link?.replace('http://zendesk.test/api/v2/', '') ?? null

describe('permissions', () => {
  const forbidden = {
    error: { title: 'Forbidden', message: expect.stringContaining('You do not have access') as string },
  }
  const paths = {
    agents: [
      'users',
      'users/show_many?ids=1',
      'groups',
      'group_memberships',
      'search/count?query=',
      `${EXPORT}&query=`,
      'tickets/show_many?ids=1',
      'account/settings',
      'apps/installations/0',
      'custom_roles',
      'brands',
    ],
    admins: [INCREMENTAL, 'satisfaction_ratings'],
  }

  it.each(paths.agents)('an agent, a lead and an admin may call %s', (path) => {
    for (const as of ['agent', 'lead', 'admin']) expect(ask(path, { as }).status).toBe(200)
  })

  it.each(paths.admins)('only an admin may call %s: a team lead is an agent', (path) => {
    expect(ask(path, { as: 'admin' }).status).toBe(200)
    for (const as of ['agent', 'lead']) expect(ask(path, { as })).toMatchObject({ status: 403, body: forbidden })
  })

  it.each([...paths.agents, ...paths.admins])('without signing in, %s answers 401', (path) => {
    expect(ask(path)).toMatchObject({ status: 401, body: { error: "Couldn't authenticate you" } })
  })

  it('users/me answers 200 with the anonymous user to those who are not signed in', () => {
    expect(ask('users/me.json')).toMatchObject({ status: 200, body: { user: { id: null, name: 'Anonymous user' } } })
    expect(ask('users/me.json', { as: '999' }).body.user.name).toBe('Anonymous user')
  })

  it('anyone can be signed in by id or by e-mail address', () => {
    const { id, email } = account.users[5]!
    expect(ask('users/me', { as: String(id) }).body.user.id).toBe(id)
    expect(ask('users/me', { as: `${String(email)}/token` }).body.user.id).toBe(id)
  })

  it('an end user may not read tickets', () => {
    const customer = account.users.findLast(({ role }) => role === 'end-user')!
    expect(ask('search/count?query=', { as: String(customer.id) }).status).toBe(403)
  })

  it('what does not exist answers 404', () => {
    expect(ask('nothing', { as: 'admin' })).toMatchObject({ status: 404, body: { error: 'RecordNotFound' } })
  })
})

describe('search export', () => {
  it('returns each ticket once, in the order of creation, without the deleted ones', () => {
    const ids = everyId(`${EXPORT}&query=&page[size]=97`, ({ links }) => pathOf(links.next), 'agent')
    expect(ids).toEqual(alive.map(({ id }) => id))
  })

  it('counts what it returns', () => {
    const query = 'assignee:me solved>=2026-09-01'
    const ids = everyId(`${EXPORT}&query=${query}`, ({ links }) => pathOf(links.next), 'agent')
    expect(ids.length).toBeGreaterThan(10)
    expect(ask(`search/count?query=${query}`, { as: 'agent' }).body.count).toBe(ids.length)
  })

  it('wants to know the type', () => {
    expect(ask('search/export?query=', { as: 'agent' }).status).toBe(422)
  })

  it('takes pages of up to 1000', () => {
    expect(ask(`${EXPORT}&query=&page[size]=1000`, { as: 'agent' }).body.results).toHaveLength(1000)
    expect(ask(`${EXPORT}&query=&page[size]=1001`, { as: 'agent' }).status).toBe(400)
  })

  it('forgets a cursor after an hour', () => {
    const { meta } = ask(`${EXPORT}&query=`, { as: 'agent' }).body
    const next = `${EXPORT}&query=&page[after]=${meta.after_cursor}`
    expect(ask(next, { as: 'agent', now: () => NOW + 3_500_000 }).status).toBe(200)
    expect(ask(next, { as: 'agent', now: () => NOW + 3_700_000 }).status).toBe(400)
  })
})

describe('the incremental export', () => {
  const more = ({ end_of_stream: end, after_cursor: cursor }: Body) =>
    end ? null : `incremental/tickets/cursor?cursor=${cursor}&per_page=301`

  it('returns each ticket once, deleted and scrubbed ones included, without those of the last minute', () => {
    const ids = everyId(`${INCREMENTAL}&per_page=301`, more, 'admin')
    const settled = account.tickets.filter((ticket) => ticket.generated_timestamp * 1000 <= NOW - 60_000)
    expect(settled.length).toBeLessThan(account.tickets.length)
    expect(ids.toSorted((a, b) => a - b)).toEqual(settled.map(({ id }) => id))
  })

  it('returns the last minute a minute later, from the cursor of the end', () => {
    const { after_cursor: cursor } = ask(`${INCREMENTAL}&per_page=1000`, { as: 'admin' }).body
    const end = everyId(`incremental/tickets/cursor?cursor=${cursor}`, more, 'admin')
    expect(end).not.toContain(account.tickets.at(-1)!.id)
    const later = ask(`incremental/tickets/cursor?start_time=${String(NOW / 1000 - 60)}`, {
      as: 'admin',
      now: () => NOW + 60_000,
    })
    expect(later.body.tickets.map(({ id }) => id)).toContain(account.tickets.at(-1)!.id)
  })

  it.each([
    ['yesterday', 400],
    [String(NOW / 1000 - 59), 422],
    ['1.5', 400],
  ])('refuses start_time=%s', (start, status) => {
    expect(ask(`incremental/tickets/cursor?start_time=${start}`, { as: 'admin' }).status).toBe(status)
  })

  it('brings the people and groups of its page along', () => {
    const { body } = ask(`${INCREMENTAL}&per_page=20&include=users,groups`, { as: 'admin' })
    const known = new Set(body.users.map(({ id }) => id))
    expect(body.tickets.every(({ assignee_id: id }) => id === null || known.has(id))).toBe(true)
  })
})

describe('metric sets', () => {
  const [first] = alive
  const paths = {
    'search/export': `${EXPORT}&query=&include=tickets(metric_sets)`,
    'tickets/show_many': `tickets/show_many?ids=${String(first!.id)}&include=metric_sets`,
    'incremental/tickets/cursor': `${INCREMENTAL}&include=metric_sets`,
  }
  const page = (path: string, options: DeskOptions = {}) => {
    const { body } = ask(path, { as: 'admin', ...options })
    return { tickets: ticketsIn(body), beside: body.metric_sets }
  }

  it.each(Object.entries(paths))(
    'of %s stand inside each ticket or beside them, as the stand-in is told',
    (_name, path) => {
      const embedded = page(path, { metricSets: 'embedded' })
      expect(embedded.beside).toBeUndefined()
      expect(embedded.tickets[0]?.metric_set?.ticket_id).toBe(embedded.tickets[0]?.id)
      const beside = page(path, { metricSets: 'beside' })
      expect(beside.tickets[0]?.metric_set).toBeUndefined()
      expect(beside.beside?.some(({ ticket_id: id }) => id === beside.tickets[0]?.id)).toBe(true)
    },
  )

  it('are beside in search and embedded elsewhere when nobody says so', () => {
    expect(page(paths['search/export']).beside).toBeDefined()
    expect(page(paths['tickets/show_many']).beside).toBeUndefined()
  })

  it('do not come unasked', () => {
    const { tickets, beside } = page(`${EXPORT}&query=`)
    expect(beside).toBeUndefined()
    expect(tickets[0]).not.toHaveProperty('metric_set')
  })
})

describe('lists by id', () => {
  it('leave out unknown and deleted tickets without a word', () => {
    const gone = account.tickets.find(({ status }) => status === 'deleted')!
    const { body } = ask(`tickets/show_many?ids=1,${String(gone.id)},${String(alive[3]!.id)}`, { as: 'agent' })
    expect(body.tickets.map(({ id }) => id)).toEqual([alive[3]!.id])
  })

  it('take a hundred ids and no more', () => {
    const ids = alive.slice(0, 101).map(({ id }) => id)
    expect(ask(`tickets/show_many?ids=${ids.slice(1).join()}`, { as: 'agent' }).body.tickets).toHaveLength(100)
    expect(ask(`tickets/show_many?ids=${ids.join()}`, { as: 'agent' })).toMatchObject({
      status: 400,
      body: { error: 'TooManyValues', max_count: 100 },
    })
  })

  it('still show a deleted person, whom the list of users leaves out', () => {
    const gone = account.users.find(({ active }) => !active)!
    expect(ask(`users/show_many?ids=${String(gone.id)}`, { as: 'agent' }).body.users[0]?.active).toBe(false)
    const { users } = ask('users?role[]=agent&role[]=admin&page[size]=100', { as: 'agent' }).body
    expect(users.map(({ id }) => id)).not.toContain(gone.id)
    expect(users.every(({ role }) => role !== 'end-user')).toBe(true)
  })
})

describe('satisfaction ratings', () => {
  it('are paged by cursor and kept to a score and a time', () => {
    const from = NOW / 1000 - 30 * 86_400
    const { body } = ask(`satisfaction_ratings?page[size]=20&score=good&start_time=${String(from)}`, { as: 'admin' })
    expect(body.satisfaction_ratings).toHaveLength(20)
    expect(body.satisfaction_ratings.every(({ score }) => score === 'good')).toBe(true)
    expect(body.satisfaction_ratings.every((rating) => Date.parse(rating.created_at) >= from * 1000)).toBe(true)
    expect(body.meta.has_more).toBe(true)
  })
})

describe('a fault on demand', () => {
  const path = `${EXPORT}&query=&include=tickets(metric_sets)`

  it.each([
    ['forbidden', 403],
    ['server', 500],
    ['html', 200],
    ['limited', 429],
    ['offline', 0],
    ['slow', 200],
  ])('%s answers with status %i', (fault, status) => {
    expect(ask(path, { as: 'agent', fault }).status).toBe(status)
  })

  it('limited says in plain text when to come back', () => {
    const { headers } = ask(path, { as: 'agent', fault: 'limited' })
    expect(headers).toMatchObject({
      'content-type': expect.stringContaining('text/plain') as string,
      'retry-after': '30',
    })
  })

  it('broken-ticket breaks one creation and one rating and keeps one metric set back', () => {
    const { results, metric_sets: sets = [] } = ask(path, { as: 'agent', fault: 'broken-ticket' }).body
    expect(Date.parse(results[0]!.created_at)).toBeNaN()
    expect(results[1]?.satisfaction_rating?.score).toBe('splendid')
    expect(sets.map(({ ticket_id }) => ticket_id)).not.toContain(results[2]!.id)
  })

  it('empty has no tickets, in pages and in counts', () => {
    expect(ask(path, { as: 'agent', fault: 'empty' }).body.results).toEqual([])
    expect(ask('search/count?query=', { as: 'agent', fault: 'empty' }).body.count).toBe(0)
    expect(ask(INCREMENTAL, { as: 'admin', fault: 'empty' }).body).toMatchObject({ tickets: [], end_of_stream: true })
  })

  it('can be kept to a part of the paths', () => {
    expect(ask(path, { as: 'agent', fault: 'forbidden@search' }).status).toBe(403)
    expect(ask('users/me', { as: 'agent', fault: 'forbidden@search' }).status).toBe(200)
  })
})
