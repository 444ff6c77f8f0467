import type { Instant, Period } from '../domain/period.ts'
import type { Formats } from './format.ts'
import type { Translate } from './translate.ts'

/** What the reader calls the period: `November 2026`, `Q4 2026`; a week or rolling days by their dates. */
export function periodName(period: Period, t: Translate, format: Formats): string {
  if (/^\d{4}-\d{2}$/.test(period.id)) return format.month(period.start)
  const quarter = /^(\d{4})-Q(\d)$/.exec(period.id)
  if (quarter) return t('period.quarter', { year: quarter[1]!, quarter: quarter[2]! })
  const days = format.days(period.start, lastInstant(period))
  return period.id.includes('W') ? t('period.week', { days }) : days
}

/** The days of the period that have begun: `1 – 20 November 2026`. */
export function daysCovered(period: Period, now: Instant, format: Formats): string {
  return format.days(period.start, Math.max(period.start, Math.min(now, lastInstant(period))))
}

const lastInstant = ({ end }: Period): Instant => end - 1
