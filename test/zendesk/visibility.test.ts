import { describe, expect, it } from 'vitest'
import { generateAccount } from './account.ts'
import { ask } from './connection.ts'
import { openDesk } from './desk.ts'
import { withPerson, withPrivateGroup, withRole } from './policy.ts'
import type { Account, Ticket, TicketAccess } from './shapes.ts'

const NOW = Date.parse('2026-11-20T15:30:00Z')
const account = generateAccount({ seed: 7, now: NOW, tickets: 1200, weeks: 8 })
const person = (fits: (user: Account['users'][number]) => boolean) => account.users.find(fits)!.id
const AGENT = person(({ role, custom_role_id: custom }) => role === 'agent' && custom === null)
const LEAD = person(({ role_type: type }) => type === 0)
const LIGHT = person(({ only_private_comments: light }) => light)
const ADMIN = person(({ role }) => role === 'admin')
const groupsOf = (id: number) => account.groupMemberships.filter((m) => m.user_id === id).map((m) => m.group_id)
const OWN = groupsOf(AGENT)
const OTHER = account.groups.find(({ id }) => !OWN.includes(id))!.id
const FAR = account.groups.find(({ id }) => !groupsOf(LIGHT).includes(id))!.id

const alive = account.tickets.filter(({ status }) => status !== 'deleted')
type Sees = (ticket: Ticket) => boolean
const everything: Sees = () => true
const ofOwnGroups: Sees = ({ group_id: group, assignee_id: assignee }) => OWN.includes(group ?? 0) || assignee === AGENT
const ownOnly: Sees = ({ assignee_id: assignee }) => assignee === AGENT
const notOfOther: Sees = ({ group_id: group }) => group !== OTHER

const restricted = (ticket_restriction: string | null) => withPerson(account, AGENT, { ticket_restriction })
const withAccess = (ticket_access: TicketAccess) => withRole(account, AGENT, { ticket_access })
const shut = withPrivateGroup(account, OTHER)

const cases: [string, Account, number, Sees][] = [
  ['an agent without a restriction', restricted(null), AGENT, everything],
  ['an agent restricted to groups', restricted('groups'), AGENT, ofOwnGroups],
  ['an agent restricted to assigned tickets', restricted('assigned'), AGENT, ownOnly],
  ['an agent restricted to an organization without being in one', restricted('organization'), AGENT, () => false],
  ['a role for all tickets', withAccess('all'), AGENT, everything],
  ['a role within groups', withAccess('within-groups'), AGENT, ofOwnGroups],
  ['a role within groups and public groups', withAccess('within-groups-and-public-groups'), AGENT, everything],
  ['a role for assigned tickets', withAccess('assigned-only'), AGENT, ownOnly],
  [
    'a role that says more than the restriction of the person',
    withRole(restricted('assigned'), AGENT, { ticket_access: 'all' }),
    AGENT,
    everything,
  ],
  ['an agent outside a private group', shut, AGENT, notOfOther],
  [
    'a role within groups and public groups, outside a private group',
    withRole(shut, AGENT, { ticket_access: 'within-groups-and-public-groups' }),
    AGENT,
    notOfOther,
  ],
  ['an agent inside a private group', withPrivateGroup(account, OWN[0]!), AGENT, everything],
  ['a lead outside a private group', shut, LEAD, everything],
  ['a light agent', account, LIGHT, everything],
  [
    'a light agent outside a private group',
    withPrivateGroup(account, FAR),
    LIGHT,
    ({ group_id: group }) => group !== FAR,
  ],
  ['an admin outside a private group', shut, ADMIN, everything],
]

interface Body {
  count: number
  tickets: Ticket[]
  results: Ticket[]
  meta: { has_more: boolean; after_cursor: string }
}

describe.each(cases)('%s', (_name, at, who, sees) => {
  const desk = openDesk(at, { plan: { archiveAfterDays: 10_000 } })
  const get = (path: string) => JSON.parse(ask(desk, String(who), path).body) as Body
  const expected = alive.filter(sees).map(({ id }) => id)

  function everyPage(path: string, key: 'tickets' | 'results'): number[] {
    const ids: number[] = []
    for (let after = ''; ;) {
      const body = get(`${path}page[size]=100${after}`)
      ids.push(...body[key].map(({ id }) => id))
      if (!body.meta.has_more) return ids
      after = `&page[after]=${body.meta.after_cursor}`
    }
  }

  it('finds, counts and exports the tickets that are open to the person, and no other', () => {
    expect(get('search/count?query=').count).toBe(expected.length)
    expect(everyPage('search/export?filter[type]=ticket&query=&', 'results')).toEqual(expected)
    expect(get('search?query=').count).toBe(expected.length)
  })

  it('lists them, also by view and by assignee', () => {
    expect(everyPage('tickets?', 'tickets')).toEqual(expected)
    const solved = alive.filter((ticket) => sees(ticket) && ['solved', 'closed'].includes(ticket.status))
    expect(get('views/361000000204/tickets').count).toBe(solved.length)
    const assignee = alive.find(({ group_id: group }) => group === OTHER)!.assignee_id!
    const assigned = alive.filter((ticket) => sees(ticket) && ticket.assignee_id === assignee)
    expect(get(`users/${assignee}/tickets/assigned`).count).toBe(assigned.length)
  })

  it('gets them by id, the others left out without a word, or forbidden one by one', () => {
    const some = alive.slice(0, 100)
    const shown = get(`tickets/show_many?ids=${some.map(({ id }) => id).join()}`).tickets
    expect(shown.map(({ id }) => id)).toEqual(some.filter(sees).map(({ id }) => id))
    for (const ticket of some.slice(0, 20))
      for (const path of [`tickets/${ticket.id}`, `tickets/${ticket.id}/audits`])
        expect(ask(desk, String(who), path).status).toBe(sees(ticket) ? 200 : 403)
  })
})

describe('who may call what', () => {
  it('the incremental export shows an admin everything, private groups included', () => {
    const desk = openDesk(shut)
    const { tickets } = JSON.parse(
      ask(desk, 'admin', 'incremental/tickets/cursor?start_time=1&per_page=1000').body,
    ) as Body
    expect(tickets.some(({ group_id: group }) => group === OTHER)).toBe(true)
  })

  it.each(['users', 'users/show_many?ids=1'])('a role that hides people answers %s with 403', (path) => {
    const hides = openDesk(withRole(account, AGENT, { end_user_list_access: 'none' }))
    expect(ask(hides, String(AGENT), path).status).toBe(403)
    expect(ask(hides, 'admin', path).status).toBe(200)
    expect(ask(hides, String(AGENT), 'search/count?query=').status).toBe(200)
  })

  it.each(['incremental/tickets/cursor?start_time=1', 'incremental/tickets?start_time=1', 'satisfaction_ratings'])(
    'a light agent may not call %s, nor may a lead',
    (path) => {
      for (const who of [LIGHT, LEAD]) expect(ask(openDesk(account), String(who), path).status).toBe(403)
    },
  )
})
