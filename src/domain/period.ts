/** Whole seconds since 1970-01-01T00:00:00Z. */
export type Instant = number

/** A named, half-open stretch of time: `start` belongs to it, `end` does not. */
export interface Period {
  /**
   * `2026-09` (month), `2026-W38` (ISO week), `W2026-09-13` (a week that begins on that day, where weeks do not begin on Monday),
   * `2026-Q3` (quarter), or rolling days: `7d`, `28d`, `90d`.
   */
  readonly id: string
  readonly start: Instant
  readonly end: Instant
  /** IANA name of the zone in which the days of this period begin. */
  readonly timeZone: string
}

export const CADENCES = ['week', 'month', 'quarter'] as const

export type Cadence = (typeof CADENCES)[number]

/** In the order of ISO 8601. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

export type Weekday = (typeof WEEKDAYS)[number]

/** Whether the platform knows this IANA time zone. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/**
 * The period of that name, or `null` when no such period exists (`2025-W53`, `2026-13`).
 * Rolling periods are the last N local days, the day of `now` included.
 */
export function periodNamed(id: string, timeZone: string, now: Instant): Period | null {
  const month = /^(\d{4})-(\d{2})$/.exec(id)
  if (month) return monthsFrom(id, Number(month[1]), Number(month[2]), 1, timeZone)
  const quarter = /^(\d{4})-Q([1-4])$/.exec(id)
  if (quarter) return monthsFrom(id, Number(quarter[1]), Number(quarter[2]) * 3 - 2, 3, timeZone)
  const week = /^(\d{4})-W(\d{2})$/.exec(id)
  if (week) return isoWeek(id, Number(week[1]), Number(week[2]), timeZone)
  const day = /^W(\d{4}-\d{2}-\d{2})$/.exec(id)?.[1]
  if (day !== undefined) return isDay(day) ? daysFrom(id, Temporal.PlainDate.from(day), 7, timeZone) : null
  const rolling = /^(7|28|90)d$/.exec(id)
  if (rolling) {
    const days = Number(rolling[1])
    return daysFrom(id, localDate(now, timeZone).subtract({ days: days - 1 }), days, timeZone)
  }
  return null
}

/** The week, month or quarter that contains the instant. */
export function periodContaining(
  cadence: Cadence,
  instant: Instant,
  timeZone: string,
  weekStart: Weekday = 'monday',
): Period {
  const date = localDate(instant, timeZone)
  if (cadence === 'week' && weekStart !== 'monday') {
    const first = date.subtract({ days: (date.dayOfWeek - 1 - WEEKDAYS.indexOf(weekStart) + 7) % 7 })
    return daysFrom(`W${first.toString()}`, first, 7, timeZone)
  }
  const year = String(date.year).padStart(4, '0')
  const id =
    cadence === 'month'
      ? `${year}-${String(date.month).padStart(2, '0')}`
      : cadence === 'quarter'
        ? `${year}-Q${Math.ceil(date.month / 3)}`
        : `${String(date.yearOfWeek).padStart(4, '0')}-W${String(date.weekOfYear).padStart(2, '0')}`
  return periodNamed(id, timeZone, instant)!
}

/** The named period before this one (August before September, whatever their lengths); for rolling days the same number before. */
export function previousPeriod(period: Period): Period {
  const rolling = /^(\d+)d$/.exec(period.id)
  if (rolling) {
    const days = Number(rolling[1])
    return daysFrom(period.id, localDate(period.start, period.timeZone).subtract({ days }), days, period.timeZone)
  }
  const day = /^W(\d{4}-\d{2}-\d{2})$/.exec(period.id)?.[1]
  if (day !== undefined) {
    const first = Temporal.PlainDate.from(day).subtract({ days: 7 })
    return daysFrom(`W${first.toString()}`, first, 7, period.timeZone)
  }
  return periodContaining(cadenceOf(period)!, period.start - 1, period.timeZone)
}

/** The `count` successive periods of this cadence that end with the one containing `instant`, oldest first. */
export function latestPeriods(
  cadence: Cadence,
  count: number,
  instant: Instant,
  timeZone: string,
  weekStart: Weekday = 'monday',
): readonly Period[] {
  const periods = [periodContaining(cadence, instant, timeZone, weekStart)]
  while (periods.length < count) periods.unshift(previousPeriod(periods[0]!))
  return periods
}

export function contains(period: Period, instant: Instant): boolean {
  return instant >= period.start && instant < period.end
}

/** How many local days of the period come after the day of the instant; 0 on its last day and later. */
export function daysLeft({ end, timeZone }: Period, instant: Instant): number {
  const last = localDate(end - 1, timeZone)
  return Math.max(0, localDate(instant, timeZone).until(last, { largestUnit: 'day' }).days)
}

/** ISO 8601 in UTC without a fraction, as Zendesk writes instants: `2026-09-01T00:00:00Z`. */
export function isoInstant(instant: Instant): string {
  return new Date(instant * 1000).toISOString().replace('.000Z', 'Z')
}

/** What kind of period it is; `null` for rolling days. */
export function cadenceOf({ id }: Period): Cadence | null {
  return id.endsWith('d') ? null : id.includes('W') ? 'week' : id.includes('Q') ? 'quarter' : 'month'
}

/** The day of the local calendar on which the instant lies: `2026-12-01`. */
export function localDay(instant: Instant, timeZone: string): string {
  return localDate(instant, timeZone).toString()
}

/** The first instant of a local day, `2026-12-01`. */
export const startOfLocalDay = (day: string, timeZone: string): Instant =>
  startOfDay(Temporal.PlainDate.from(day), timeZone)

/** Whether this names a day of the calendar, written as `2026-12-01`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}

function monthsFrom(id: string, year: number, month: number, months: number, timeZone: string): Period | null {
  if (month < 1 || month > 12 || year < 1) return null
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  return between(id, first, first.add({ months }), timeZone)
}

function isoWeek(id: string, year: number, week: number, timeZone: string): Period | null {
  const fourth = Temporal.PlainDate.from({ year, month: 1, day: 4 })
  const monday = fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: week - 1 })
  if (week < 1 || monday.yearOfWeek !== year || monday.weekOfYear !== week) return null
  return daysFrom(id, monday, 7, timeZone)
}

function daysFrom(id: string, first: Temporal.PlainDate, days: number, timeZone: string): Period {
  return between(id, first, first.add({ days }), timeZone)
}

function between(id: string, first: Temporal.PlainDate, next: Temporal.PlainDate, timeZone: string): Period {
  return { id, start: startOfDay(first, timeZone), end: startOfDay(next, timeZone), timeZone }
}

/** The first instant of the local day, also where midnight does not exist or comes twice. */
function startOfDay(date: Temporal.PlainDate, timeZone: string): Instant {
  return Math.floor(date.toZonedDateTime(timeZone).epochMilliseconds / 1000)
}

function localDate(instant: Instant, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant * 1000)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
}
