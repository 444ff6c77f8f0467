import type { Instant } from '../domain/period.ts'

const ISO_INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:Z|([+-])(\d{2}):?(\d{2}))$/

/**
 * Whole seconds of an ISO 8601 instant with its zone, as Zendesk writes them (`2026-09-01T10:00:00Z`), or `null` when the
 * text is none: a date alone, a time without a zone, or a day that does not exist. Before 1970 counts as 1970.
 */
export function parseInstant(text: unknown): Instant | null {
  const parts = typeof text === 'string' ? ISO_INSTANT.exec(text) : null
  if (parts === null) return null
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  if (hour > 23 || minute > 59 || second > 59) return null
  const offsetMinutes = parts[7] === undefined ? 0 : Number(parts[8]) * 60 + Number(parts[9])
  if (offsetMinutes >= 24 * 60) return null
  const local = new Date(0)
  local.setUTCFullYear(year, month - 1, day)
  local.setUTCHours(hour, minute, second)
  return Math.max(0, local.getTime() / 1000 - (parts[7] === '-' ? -1 : 1) * offsetMinutes * 60)
}

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!
}
