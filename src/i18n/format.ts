import { METRICS, type Clock, type MetricKey } from '../domain/metrics.ts'
import type { Instant } from '../domain/period.ts'
import type { Interval } from '../domain/statistics.ts'
import { durationsIn, joined, type Part, textOf } from './duration.ts'

/** What a quantity is counted in. Minutes on the calendar clock add up to days, minutes on the business clock do not. */
export type Unit = 'businessMinutes' | 'calendarMinutes' | 'ratio' | 'tickets'

/** The unit that a metric's values have under this clock. */
export function unitOf(metric: MetricKey, clock: Clock): Unit {
  const { unit } = METRICS[metric]
  if (unit !== 'minutes') return unit
  return clock === 'business' ? 'businessMinutes' : 'calendarMinutes'
}

/** Writes quantities, instants and names the way the reader's locale does. */
export interface Formats {
  /** With number and unit apart: `8 h 24 min`, `74.6%`. */
  parts(unit: Unit, value: number): readonly Part[]
  text(unit: Unit, value: number): string
  /** For tight places: `7:12 h`. */
  brief(unit: Unit, value: number): string
  /** For tight places, both ends in whole steps: `26–37 min`, `67–81%`. */
  range(unit: Unit, interval: Interval): string
  /** An end of an interval, in whole steps: `67%`. */
  bound(unit: Unit, value: number): string
  /** `10:42`, with its day when that is not today. */
  moment(instant: Instant, now: Instant): string
  /** The days from the one instant to the other: `1 – 20 November 2026`. */
  days(first: Instant, last: Instant): string
  /** The month in which the instant lies: `November 2026`. */
  month(instant: Instant): string
  /** A day of the calendar, given as `2026-12-01`: `1 December 2026`. */
  day(day: string): string
  /** A day in tight places: `20 Nov`. */
  shortDay(instant: Instant): string
  /** `3 days`. */
  dayCount(days: number): string
  /** `45 seconds`, `2 minutes`. */
  wait(seconds: number): string
  /** `a, b and c`. */
  list(items: readonly string[]): string
  /** Order of names. */
  readonly compare: (a: string, b: string) => number
}

/** @param timeZone the zone in which instants are told and days begin */
export function formatsFor(locale: string, timeZone: string): Formats {
  const durations = durationsIn(locale)
  const ratio = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const wholeRatio = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const dates = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone })
  const time = dates({ hour: 'numeric', minute: '2-digit' })
  const dayAndTime = dates({ day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' })
  const date = dates({ year: 'numeric', month: 'long', day: 'numeric' })
  const month = dates({ year: 'numeric', month: 'long' })
  const short = dates({ day: 'numeric', month: 'short' })
  const calendarDay = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const collator = new Intl.Collator(locale)
  const long = (unit: string, value: number) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 1 }).format(value)

  function parts(unit: Unit, value: number): readonly Part[] {
    if (unit === 'businessMinutes' || unit === 'calendarMinutes') return durations.parts(value, hasDays(unit))
    return unit === 'ratio' ? percentParts(ratio, value) : [{ kind: 'number', text: count.format(value) }]
  }

  const text = (unit: Unit, value: number) => textOf(parts(unit, value))

  return {
    parts,
    text,
    brief(unit, value) {
      return isMinutes(unit) ? durations.brief(value, hasDays(unit)) : text(unit, value)
    },
    range(unit, [low, high]) {
      if (isMinutes(unit)) return durations.range(low, high, hasDays(unit))
      return unit === 'ratio' ? percentRange(wholeRatio, low, high) : joined(count.format(low), count.format(high))
    },
    bound: (unit, value) => (unit === 'ratio' ? wholeRatio.format(value) : text(unit, value)),
    moment: (instant, now) =>
      (date.format(milliseconds(instant)) === date.format(milliseconds(now)) ? time : dayAndTime).format(
        milliseconds(instant),
      ),
    days: (first, last) => date.formatRange(milliseconds(first), milliseconds(last)),
    month: (instant) => month.format(milliseconds(instant)),
    day: (day) => calendarDay.format(new Date(`${day}T00:00:00Z`)),
    shortDay: (instant) => short.format(milliseconds(instant)),
    dayCount: (days) => long('day', days),
    wait: (seconds) => (seconds < 60 ? long('second', Math.ceil(seconds)) : long('minute', Math.ceil(seconds / 60))),
    list: (items) => list.format(items),
    compare: (a, b) => collator.compare(a, b),
  }
}

const milliseconds = (instant: Instant) => instant * 1000

const isMinutes = (unit: Unit) => unit === 'businessMinutes' || unit === 'calendarMinutes'
const hasDays = (unit: Unit) => unit === 'calendarMinutes'

function percentParts(format: Intl.NumberFormat, value: number): readonly Part[] {
  const parts: Part[] = []
  for (const { type, value: text } of format.formatToParts(value)) {
    const kind = type === 'percentSign' ? 'unit' : type === 'literal' ? 'space' : 'number'
    const last = parts.at(-1)
    if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text }
    else parts.push({ kind, text })
  }
  return parts
}

/** As the platform writes it, but with one percent sign where it would repeat it at the end: `67–81%`. */
function percentRange(format: Intl.NumberFormat, low: number, high: number): string {
  const [from, to] = [format.format(low), format.format(high)]
  if (from === to) return to
  const parts = format.formatRangeToParts(low, high)
  if (parts.at(-1)?.type !== 'percentSign') return format.formatRange(low, high)
  return parts
    .filter(({ source, type }) => source !== 'startRange' || type === 'integer')
    .map(({ type, value }) => (type === 'literal' ? value.trim() || value : value))
    .join('')
}
