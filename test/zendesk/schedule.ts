import { Temporal } from 'temporal-polyfill'

/** Working hours of one day, local, [from, to). */
export interface Hours {
  readonly from: number
  readonly to: number
}

/** Hours by ISO day of week, Monday is 1; a day that is missing is free. */
export type Week = Readonly<Record<number, Hours>>

export const weekdays = (hours: Hours, days = [1, 2, 3, 4, 5]): Week =>
  Object.fromEntries(days.map((day) => [day, hours]))

export interface Schedule {
  /** Open seconds between two instants (epoch seconds). */
  between(from: number, to: number): number
  /** The first instant by which so many open seconds have passed. Infinity when the span of the schedule ends before. */
  after(from: number, seconds: number): number
  isOpen(instant: number): boolean
}

/** A weekly schedule laid out on the real days of a zone between two instants (epoch seconds), daylight saving included. */
export function scheduleOf(week: Week, timeZone: string, from: number, to: number): Schedule {
  const opens: number[] = []
  const closes: number[] = []
  const before: number[] = [0]
  const last = dateAt(to, timeZone)
  for (let day = dateAt(from, timeZone); Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    const hours = week[day.dayOfWeek]
    if (hours === undefined) continue
    const open = instantOf(day, hours.from, timeZone)
    const close = instantOf(day, hours.to, timeZone)
    opens.push(open)
    closes.push(close)
    before.push(before.at(-1)! + close - open)
  }

  /** How many spans opened at or before the instant. */
  const openedBy = (instant: number) => firstAbove(opens, instant)
  const openUntil = (instant: number) => {
    const opened = openedBy(instant)
    return before[opened]! - Math.max(0, (closes[opened - 1] ?? 0) - instant)
  }
  return {
    between: (start, end) => Math.max(0, openUntil(end) - openUntil(start)),
    after: (start, seconds) => {
      const total = openUntil(start) + seconds
      const span = firstAbove(before, total) - 1
      return opens[span] === undefined ? Infinity : Math.max(start, opens[span] + (total - before[span]!))
    },
    isOpen: (instant) => instant < (closes[openedBy(instant) - 1] ?? -Infinity),
  }
}

/** Index of the first value above the limit in an ascending list; its length when there is none. */
function firstAbove(ascending: readonly number[], limit: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ascending[middle]! <= limit) low = middle + 1
    else high = middle
  }
  return low
}

/** The local date at an instant (epoch seconds). */
export const dateAt = (instant: number, timeZone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(instant * 1000)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()

/** Epoch seconds of a local hour of a day; 24 is the next midnight. */
export function instantOf(day: Temporal.PlainDate, hour: number, timeZone: string): number {
  const local = day.toPlainDateTime().add({ hours: hour })
  return local.toZonedDateTime(timeZone).epochMilliseconds / 1000
}

/** ISO instant with whole seconds, as Zendesk writes it. */
export const iso = (instant: number): string => `${new Date(instant * 1000).toISOString().slice(0, 19)}Z`
