import { type Answer, parseAnswer } from '../../src/zendesk/answer.ts'
import type { Json } from './fuzzPages.ts'

export const EXCLUSIONS = { tags: new Set(['spam']), channels: new Set(['voice']) }

export type Kind = Exclude<keyof Answer, 'unreadableTickets' | 'unreadableRatings'>

interface Place {
  readonly list: string
  readonly single: string
  /** What a search result of this kind says it is. */
  readonly type?: string
}

/** Where an answer holds the records of each kind, in the order in which they are read. */
const PLACES: Readonly<Record<Kind, Place>> = {
  tickets: { list: 'tickets', single: 'ticket', type: 'ticket' },
  ratings: { list: 'satisfaction_ratings', single: 'satisfaction_rating' },
  agents: { list: 'users', single: 'user', type: 'user' },
  groups: { list: 'groups', single: 'group', type: 'group' },
  memberships: { list: 'group_memberships', single: 'group_membership' },
}

export const KINDS = Object.keys(PLACES) as Kind[]

/** The records in the places of a kind. */
export function recordsIn(page: unknown, kind: Kind): unknown[] {
  const { list, single, type } = PLACES[kind]
  const one = part(page, single) ?? null
  const results = listIn(page, 'results').filter(
    (result) => type !== undefined && (part(result, 'result_type') ?? 'ticket') === type,
  )
  return [...listIn(page, list), ...(one === null ? [] : [one]), ...results]
}

/** The objects of a page that nothing has happened to since it was copied from its original. */
export class Untouched {
  readonly #originals = new Map<object, object>()

  constructor(
    private readonly original: Json,
    copy: Json,
  ) {
    for (const [name, value] of Object.entries(original)) {
      const copied = copy[name]
      if (Array.isArray(value)) value.forEach((record, place) => this.#pair(record, (copied as unknown[])[place]))
      else this.#pair(value, copied)
    }
  }

  touch(object: object): void {
    this.#originals.delete(object)
  }

  /** What each untouched record of a kind says when it is read alone, in the order of the page. */
  readAlone(page: unknown, kind: Kind): unknown[] {
    const alone: unknown[] = []
    for (const record of recordsIn(page, kind)) {
      const original = this.#originals.get(record as object)
      if (original === undefined || (kind === 'tickets' && !this.#hasItsMetricSet(page, record))) continue
      const read = readAlone(this.original, original, kind)
      if (read !== null) alone.push(read)
    }
    return alone
  }

  #pair(original: unknown, copy: unknown): void {
    if (typeof original === 'object' && original !== null) this.#originals.set(copy as object, original)
  }

  /** Whether the metric sets beside the tickets say of this one what they did at first. */
  #hasItsMetricSet(page: unknown, ticket: unknown): boolean {
    const ofTicket = (whole: unknown) =>
      listIn(whole, 'metric_sets').filter((set) => part(set, 'ticket_id') === part(ticket, 'id'))
    const now = ofTicket(page)
    return (
      now.every((set) => this.#originals.has(set as object)) && now.length > 0 === ofTicket(this.original).length > 0
    )
  }
}

const known = new WeakMap<object, Map<Kind, unknown>>()

function readAlone(page: Json, record: object, kind: Kind): unknown {
  let byKind = known.get(record)
  if (byKind === undefined) known.set(record, (byKind = new Map<Kind, unknown>()))
  if (!byKind.has(kind)) {
    const alone = { [PLACES[kind].list]: [record], metric_sets: page['metric_sets'] }
    byKind.set(kind, parseAnswer(alone, EXCLUSIONS)![kind][0] ?? null)
  }
  return byKind.get(kind)
}

function part(whole: unknown, name: string): unknown {
  return typeof whole === 'object' && whole !== null ? (whole as Json)[name] : undefined
}

function listIn(whole: unknown, name: string): readonly unknown[] {
  const list = part(whole, name)
  return Array.isArray(list) ? list : []
}
