/** Zendesk's JSON as it comes: anything may be anything. */
export type Raw = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isId = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value)

/** Zendesk leaves keys out and writes null for the same thing. */
export const isAbsent = (value: unknown): value is null | undefined => value === undefined || value === null

/** A whole number that is not negative: minutes and counts. Anything else is a missing value. */
export const countOf = (value: unknown): number | null => (isId(value) && value >= 0 ? value : null)

const INSTANT = /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)$/

/** Milliseconds since 1970 of a date and time with its zone, else null. There is no 30 February. */
export function instantOf(value: unknown): number | null {
  if (typeof value !== 'string') return null
  const parts = INSTANT.exec(value)
  if (parts === null) return null
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return Date.parse(value)
}

/** The objects and non-objects of a list in an answer; no list there is an empty list. */
export function listOf(page: unknown, key: string): readonly unknown[] {
  const list = isObject(page) ? page[key] : undefined
  return Array.isArray(list) ? list : []
}

/** Search mixes kinds of records and says which by `result_type`; without it, what was asked for are tickets. */
export function searchResults(page: unknown, kind: 'ticket' | 'user' | 'group'): readonly unknown[] {
  return listOf(page, 'results').filter((record) => {
    const type = isObject(record) ? record['result_type'] : undefined
    return (isAbsent(type) ? 'ticket' : type) === kind
  })
}
