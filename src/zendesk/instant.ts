import type { Instant } from '../domain/period.ts'

/** All of it but which days a month has. */
const ISO_INSTANT =
  /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)$/

/**
 * Whole seconds of an ISO 8601 instant with its zone, as Zendesk writes them (`2026-09-01T10:00:00Z`), or `null` when the
 * text is none: a date alone, a time without a zone, or a day that does not exist. Before 1970 counts as 1970.
 */
export function parseInstant(text: unknown): Instant | null {
  if (typeof text !== 'string' || !ISO_INSTANT.test(text)) return null
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2)
  const month = twoDigits(text, 5)
  const day = twoDigits(text, 8)
  const hour = twoDigits(text, 11)
  const minute = twoDigits(text, 14)
  const second = twoDigits(text, 17)
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  const offset = text.endsWith('Z') ? 0 : offsetSeconds(text)
  // Date.UTC takes the years 0 to 99 for those of the 20th century.
  return year < 100 ? 0 : Math.max(0, Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - offset)
}

/** Of the zone that the text ends in: `+05:45` or `-0700`. */
function offsetSeconds(text: string): number {
  const seconds =
    twoDigits(text, text.length - (text.at(-3) === ':' ? 5 : 4)) * 3600 + twoDigits(text, text.length - 2) * 60
  return text.at(text.at(-3) === ':' ? -6 : -5) === '-' ? -seconds : seconds
}

/** The number that the digits at a place say; several times faster than to cut them out. */
function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
