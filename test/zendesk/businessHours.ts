import type { Call, Endpoint } from './call.ts'
import { OFFICE_HOURS } from './staff.ts'

const DAY = 24 * 60
const WORKING_DAYS = [1, 2, 3, 4, 5]

/** The one schedule of an account: the hours that its business minutes were made by, in minutes since Sunday. */
export const BUSINESS_HOURS_ENDPOINTS: readonly Endpoint[] = [
  { path: /^business_hours\/schedules$/, allowed: 'admins', answer: schedules },
]

function schedules({ desk: { account } }: Call) {
  const intervals = WORKING_DAYS.map((day) => ({
    start_time: day * DAY + OFFICE_HOURS.from * 60,
    end_time: day * DAY + OFFICE_HOURS.to * 60,
  }))
  const [created_at, updated_at] = Array<string>(2).fill('2020-01-06T09:00:00Z')
  // Rails calls most zones by their city.
  const time_zone = account.timeZone.split('/').at(-1)!.replaceAll('_', ' ')
  return { schedules: [{ id: 361_000_000_301, name: 'Office hours', time_zone, intervals, created_at, updated_at }] }
}
