import { arrivals } from './arrivals.ts'
import { BRANDS } from './kinds.ts'
import { CUSTOM_ROLES, people } from './people.ts'
import { randomFrom } from './random.ts'
import { scheduleOf, weekdays } from './schedule.ts'
import type { Account } from './shapes.ts'
import { OFFICE_HOURS } from './staff.ts'
import { ticketMaker } from './ticketMaker.ts'

const DAY = 86_400

export interface AccountOptions {
  readonly seed: number
  /** The end of the data, epoch milliseconds. */
  readonly now: number
  readonly tickets?: number
  readonly weeks?: number
  /** IANA name of the account's zone; its schedule is Monday to Friday, 9 to 18 there. */
  readonly timeZone?: string
}

/**
 * A believable account: teams, shifts, channels, log-normal times, ratings, reopens, leavers, merges. The same options
 * give the same account, byte for byte; nothing depends on the machine or its clock.
 */
export function generateAccount(options: AccountOptions): Account {
  const { seed, tickets: count = 12_000, weeks = 26, timeZone = 'Europe/Rome' } = options
  const subdomain = 'alder-finch'
  const now = Math.floor(options.now / 1000)
  const from = now - weeks * 7 * DAY
  const random = randomFrom(seed)
  const staffed = people(random, subdomain, timeZone, now)
  const schedule = (week: Parameters<typeof scheduleOf>[0]) => scheduleOf(week, timeZone, from - DAY, now + 60 * DAY)
  const make = ticketMaker({ random, subdomain, now, staffed, office: schedule(weekdays(OFFICE_HOURS)), schedule })

  // One ticket is always younger than the minute that the incremental export leaves out.
  const instants = count > 0 ? [...arrivals(random, count - 1, from, now - 60, timeZone), now - 30] : []
  const made = instants.map((created, index) => make(30_001 + index, created))
  return {
    subdomain,
    timeZone,
    now: now * 1000,
    users: staffed.users,
    groups: staffed.groups,
    groupMemberships: staffed.groupMemberships,
    customRoles: CUSTOM_ROLES,
    brands: BRANDS,
    tickets: made.map(({ ticket }) => ticket),
    metricSets: new Map(made.flatMap(({ ticket, metricSet }) => (metricSet === null ? [] : [[ticket.id, metricSet]]))),
    satisfactionRatings: made
      .flatMap(({ rating }) => rating ?? [])
      .sort((a, b) => a.created_at.localeCompare(b.created_at) || a.id - b.id),
  }
}
