import type { Settings } from './settings.ts'
import { instantOf, isAbsent, isId, isObject, listOf, searchResults, type Raw } from './raw.ts'

export const REASONS = [
  'unreadable',
  'deleted',
  'scrubbed',
  'merged',
  'unassigned',
  'excludedTag',
  'excludedChannel',
  'unknownMetrics',
] as const

export type Reason = (typeof REASONS)[number]

/** A ticket as one page told it, with the metric set that belongs to it on that page. */
export interface Told {
  readonly ticket: Raw & { readonly id: number; readonly status: string }
  readonly metricSet: Raw | null
  /** Seconds: the greatest is the newest version. */
  readonly version: number
}

/** Every record of a ticket on a page: told as a ticket, or not readable. */
function recordsOf(page: unknown): (Told | 'unreadable')[] {
  return [...listOf(page, 'tickets'), ...searchResults(page, 'ticket')].map((record) => told(record, page))
}

function told(record: unknown, page: unknown): Told | 'unreadable' {
  if (!isObject(record)) return 'unreadable'
  const { id, status, assignee_id, group_id, tags } = record
  if (!isId(id) || typeof status !== 'string') return 'unreadable'
  if (!isAbsent(assignee_id) && !isId(assignee_id)) return 'unreadable'
  if (!isAbsent(group_id) && !isId(group_id)) return 'unreadable'
  if (!isAbsent(tags) && !(Array.isArray(tags) && tags.every((tag) => typeof tag === 'string'))) return 'unreadable'
  if (instantOf(record['created_at']) === null) return 'unreadable'

  const metricSet = record['metric_set'] ?? sideLoaded(page, id)
  if (metricSet !== null && !isObject(metricSet)) return 'unreadable'
  const solvedAt = metricSet?.['solved_at']
  if (!isAbsent(solvedAt) && instantOf(solvedAt) === null) return 'unreadable'

  return { ticket: { ...record, id, status }, metricSet, version: versionOf(record) }
}

function sideLoaded(page: unknown, id: number): unknown {
  return listOf(page, 'metric_sets').find((metricSet) => isObject(metricSet) && metricSet['ticket_id'] === id) ?? null
}

function versionOf(record: Raw): number {
  const generated = record['generated_timestamp']
  if (typeof generated === 'number') return generated
  const updated = instantOf(record['updated_at'])
  return updated === null ? -Infinity : Math.floor(updated / 1000)
}

/** The newest readable version of each ticket of all pages, and how many records could not be read. */
export function readTickets(pages: readonly unknown[]): { tickets: Told[]; unreadable: number } {
  const records = pages.flatMap(recordsOf)
  const newest = new Map<number, Told>()
  for (const record of records) {
    if (record === 'unreadable') continue
    const known = newest.get(record.ticket.id)
    if (known === undefined || isNewer(record, known)) newest.set(record.ticket.id, record)
  }
  return { tickets: [...newest.values()], unreadable: records.filter((record) => record === 'unreadable').length }
}

function isNewer(a: Told, b: Told): boolean {
  if (a.version !== b.version) return a.version > b.version
  return a.metricSet !== null && b.metricSet === null
}

/** The first reason to leave a readable ticket out, or null. */
export function reasonOf({ ticket, metricSet }: Told, settings: Settings): Reason | null {
  const tags = (ticket['tags'] ?? []) as readonly string[]
  const via = ticket['via']
  const channel = isObject(via) && typeof via['channel'] === 'string' ? via['channel'] : null
  if (ticket.status === 'deleted') return 'deleted'
  if (ticket['subject'] === 'SCRUBBED') return 'scrubbed'
  if (tags.includes('closed_by_merge')) return 'merged'
  if (isAbsent(ticket['assignee_id'])) return 'unassigned'
  if (tags.some((tag) => words(settings.excluded_tags).includes(tag.toLowerCase()))) return 'excludedTag'
  if (words(settings.excluded_channels).includes(channel?.toLowerCase() ?? '')) return 'excludedChannel'
  if (metricSet === null) return 'unknownMetrics'
  return null
}

const words = (text = ''): string[] =>
  text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '')
