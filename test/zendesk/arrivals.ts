import type { Random } from './random.ts'
import { dateAt, instantOf } from './schedule.ts'

const BY_WEEKDAY = [1.2, 1.1, 1.05, 1, 0.95, 0.35, 0.28]
const BY_HOUR = [2, 1, 1, 1, 1, 2, 4, 8, 16, 26, 30, 28, 22, 20, 26, 29, 27, 24, 18, 14, 12, 10, 7, 4]
const QUIET_WEEKEND_DAYS_AGO = 56
const BUSY_WEEK_DAYS_AGO = 110

/**
 * Instants (epoch seconds, ascending, in [from, to)) at which tickets arrive: working days and hours are busier, one
 * week is an incident, one weekend brings nothing at all, and volume grows a little.
 */
export function arrivals(random: Random, count: number, from: number, to: number, timeZone: string): number[] {
  const today = dateAt(to, timeZone)
  const first = dateAt(from, timeZone)
  const length = first.until(today, { largestUnit: 'day' }).days + 1
  const quietSaturday = length - 1 - QUIET_WEEKEND_DAYS_AGO - ((today.dayOfWeek + 1) % 7)
  const days = Array.from({ length }, (_, index) => {
    const date = first.add({ days: index })
    const daysAgo = length - index
    const busy = daysAgo <= BUSY_WEEK_DAYS_AGO && daysAgo > BUSY_WEEK_DAYS_AGO - 7 ? 1.35 : 1
    const quiet = index === quietSaturday || index === quietSaturday + 1
    const weight = quiet ? 0 : BY_WEEKDAY[date.dayOfWeek - 1]! * busy * (1 + (0.12 * index) / length)
    return [instantOf(date, 0, timeZone), weight] as const
  })
  const hours = BY_HOUR.map((weight, hour) => [hour, weight] as const)
  const instants: number[] = []
  while (instants.length < count) {
    const instant = random.weighted(days) + random.weighted(hours) * 3600 + random.whole(0, 3600)
    if (instant >= from && instant < to) instants.push(instant)
  }
  return instants.sort((a, b) => a - b)
}
