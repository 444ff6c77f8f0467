import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { completed, groupsOf, lastChange, membershipsOf, staffOf } from './folderGaps.ts'
import type { Account, Group, GroupMembership, MetricSet, SatisfactionRating, Ticket, User } from './shapes.ts'

const SUBDOMAIN = 'recorded'

/** The names under which API answers hold each kind of item, in lists and alone. */
const KINDS = {
  tickets: ['tickets', 'results', 'ticket'],
  metricSets: ['metric_sets', 'ticket_metrics', 'ticket_metric'],
  users: ['users', 'user'],
  groups: ['groups', 'group'],
  memberships: ['group_memberships', 'group_membership'],
  ratings: ['satisfaction_ratings', 'satisfaction_rating'],
  roles: ['custom_roles', 'custom_role'],
} as const

type Kind = keyof typeof KINDS
type Item = Record<string, unknown> & { id: number }
type Collected = ReadonlyMap<Kind, Map<number, Item>>

/**
 * An account made of recorded or exported API answers: every *.json of a folder (also wrapped as `{_recorded, body}`)
 * and `tickets.ndjson`, a ticket a line. Of an item that occurs twice the one that was updated last counts. What is
 * missing is made up as little as possible, so that someone can sign in and see the tickets.
 */
export function readAccountFolder(folder: string, options: { timeZone?: string } = {}): Account {
  const collected: Collected = new Map(Object.keys(KINDS).map((kind) => [kind as Kind, new Map<number, Item>()]))
  for (const name of readdirSync(folder).toSorted()) {
    const text = () => readFileSync(join(folder, name), 'utf8')
    if (name.endsWith('.json')) collect(collected, parsed(text(), name))
    if (name === 'tickets.ndjson')
      for (const line of text().split('\n').filter(Boolean)) collect(collected, { ticket: parsed(line, name) })
  }
  const all = <T>(kind: Kind) => [...collected.get(kind)!.values()].map((item) => item as unknown as T)
  const timeZone = options.timeZone ?? 'UTC'
  const sent = all<Ticket & { metric_set?: MetricSet }>('tickets').map(completed)
  const tickets = sent
    .map(({ ticket }) => ticket)
    .toSorted((a, b) => a.created_at.localeCompare(b.created_at) || a.id - b.id)
  return {
    subdomain: SUBDOMAIN,
    timeZone,
    now: lastChange(tickets),
    users: staffOf(all<User>('users'), tickets, SUBDOMAIN, timeZone),
    groups: groupsOf(all<Group>('groups'), tickets, SUBDOMAIN),
    groupMemberships: membershipsOf(all<GroupMembership>('memberships'), tickets, SUBDOMAIN),
    customRoles: all<Account['customRoles'][number]>('roles'),
    brands: [],
    tickets,
    metricSets: new Map([
      ...all<MetricSet>('metricSets').map((set) => [set.ticket_id, set] as const),
      ...sent.flatMap(({ ticket, metricSet }) => (metricSet === undefined ? [] : [[ticket.id, metricSet] as const])),
    ]),
    satisfactionRatings: all<SatisfactionRating>('ratings').toSorted((a, b) => a.id - b.id),
  }
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Error(`${name} is not JSON`, { cause })
  }
}

function collect(collected: Collected, answer: unknown): void {
  if (!isRecord(answer)) return
  const body = isRecord(answer['body']) && '_recorded' in answer ? answer['body'] : answer
  if (isItem(body) && 'via' in body && 'subject' in body) keep(collected.get('tickets')!, body)
  for (const [kind, names] of Object.entries(KINDS) as [Kind, readonly string[]][])
    for (const found of names.flatMap((name) => body[name])) if (isItem(found)) keep(collected.get(kind)!, found)
}

function keep(items: Map<number, Item>, item: Item): void {
  const known = items.get(item.id)
  if (known === undefined || String(known['updated_at']) <= String(item['updated_at'])) items.set(item.id, item)
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isItem = (value: unknown): value is Item => isRecord(value) && typeof value['id'] === 'number'
