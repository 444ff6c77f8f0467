import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generateAccount } from '../zendesk/account.ts'
import { type VirtualClock, virtualClock } from '../zendesk/clock.ts'
import { personFor, type Role } from '../zendesk/permissions.ts'
import { scheduleOf, weekdays } from '../zendesk/schedule.ts'
import { startStandIn, type StandIn } from '../zendesk/server.ts'
import { OFFICE_HOURS } from '../zendesk/staff.ts'
import { opened, rated, reopened, replied, solved, type Whole } from '../zendesk/ticketChanges.ts'
import { launchBrowser } from './browser.ts'
import { openView, type OpenView } from './workspace.ts'

const TIME_ZONE = 'Europe/Rome'
const MONDAY = instant('2026-11-16', '08:00')
const FRIDAY = instant('2026-11-20', '18:00')
const INDEX_LAG_SECONDS = 120
const SETTINGS = {
  period: 'week',
  business_hours: true,
  minimum_sample: 3,
  fcr_settle_days: 1,
  csat_target_percent: 78,
  first_contact_resolution_target_percent: 65,
  first_reply_target_minutes: 75,
  full_resolution_target_minutes: 180,
}
const METRICS = ['firstReplyTime', 'fullResolutionTime', 'firstContactResolution', 'csat'] as const
/** Long enough for a machine that is busy with something else. */
const WAIT = { timeout: 60_000 }
/** What the browser itself writes when somebody who is no admin asks for the export, which is tried now and then. */
const REFUSAL = 'Failed to load resource: the server responded with a status of 403 (Forbidden)'

const office = scheduleOf(weekdays(OFFICE_HOURS), TIME_ZONE, MONDAY / 1000 - 86_400, FRIDAY / 1000 + 86_400)
const account = generateAccount({ seed: 11, now: MONDAY, tickets: 900, timeZone: TIME_ZONE })
const COLLEAGUE = account.users.filter(({ role, active }) => role === 'agent' && active)[3]!.id
const folder = mkdtempSync(join(tmpdir(), 'laurel-'))
const settingsFile = join(folder, 'settings.json')

let browser: Browser

beforeAll(async () => {
  writeFileSync(settingsFile, JSON.stringify(SETTINGS))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true })
})

/** In Rome, in winter. */
function instant(day: string, time: string): number {
  return Date.parse(`${day}T${time.padEnd(8, ':00')}+01:00`)
}

type Deed = 'opened' | 'replied' | 'solved' | 'reopened' | 'good' | 'bad' | 'withdrawn'
type Event = readonly [time: string, deed: Deed, ticket: string]
/** A ticket's name ends in whose it is, where it is not the agent's own. */
const owner = (ticket: string, agent: number) =>
  ticket.endsWith('of nobody') ? null : ticket.endsWith('of a colleague') ? COLLEAGUE : agent

type Tile = readonly [value: number | null, n: number, word: string]
type Tiles = Readonly<Record<(typeof METRICS)[number], Tile>>

/** A person's week: an account on a virtual clock, and the person's sidebar, open from Monday on. */
interface Week {
  readonly standIn: StandIn
  readonly clock: VirtualClock
  readonly view: OpenView
  readonly role: Role
  readonly person: number
  /** Ids of tickets by their names. */
  readonly tickets: Map<string, number>
}

async function beginWeek(role: Role): Promise<Week> {
  const clock = virtualClock(MONDAY)
  const standIn = await startStandIn({ sdk: 'cdn', account, clock, indexLagSeconds: INDEX_LAG_SECONDS })
  const view = await openView(browser, standIn, { as: role, locale: 'en-GB', settings: SETTINGS }, MONDAY)
  await view.app.waitForSelector('[data-metric=csat]', WAIT)
  await view.app.waitForSelector('button[aria-label="Refresh now"][aria-disabled=false]', WAIT)
  return { standIn, clock, view, role, person: personFor(account, role)!.id, tickets: new Map() }
}

async function endWeek({ standIn, view }: Week): Promise<void> {
  await view.context.close()
  await standIn.close()
}

/** Lets things happen, each at its time. */
async function live({ standIn: { desk }, clock, person, tickets }: Week, day: string, events: readonly Event[]) {
  for (const [time, deed, name] of events) {
    await clock.advance(instant(day, time) - clock.now())
    const moment = { at: clock.now() / 1000, office }
    if (deed === 'opened') tickets.set(name, 90_001 + tickets.size)
    const id = tickets.get(name)!
    const whole = (of: number): Whole => ({
      ticket: desk.ticketById.get(of)!,
      metricSet: desk.account.metricSets.get(of)!,
    })
    const rating = desk.account.satisfactionRatings.find(({ ticket_id }) => ticket_id === id)
    const { requester_id, group_id } = account.tickets[0]!
    const facts = {
      id,
      requester: requester_id!,
      group: group_id!,
      assignee: owner(name, person),
      subdomain: account.subdomain,
    }
    const changes = {
      opened: () => opened(whole(account.tickets[0]!.id), facts, moment),
      replied: () => replied(whole(id), moment),
      solved: () => solved(whole(id), moment),
      reopened: () => reopened(whole(id), moment),
      good: () => rated(whole(id), 'good', rating, moment),
      bad: () => rated(whole(id), 'bad', rating, moment),
      withdrawn: () => rated(whole(id), 'offered', rating, moment),
    }
    desk.put(changes[deed]())
  }
}

/** Moves both clocks on, and gives what the sidebar shows after the reading that is due by then. */
async function lookAt(week: Week, day: string, time: string): Promise<Tiles> {
  const { clock, view, standIn } = week
  await clock.advance(instant(day, time) - clock.now())
  const before = standIn.requests.length
  await view.page.clock.pauseAt(clock.now())
  await expect.poll(() => standIn.requests.length, WAIT).toBeGreaterThan(before)
  await view.app.locator('[role=status]').getByText(time, { exact: false }).waitFor(WAIT)
  return view.app.evaluate(() => {
    const entries = [...document.querySelectorAll<HTMLElement>('[data-metric]')].map((tile) => {
      const number = (selector: string) => {
        const element = tile.querySelector<HTMLDataElement>(selector)
        return element === null ? null : Number(element.value)
      }
      const tuple = [
        number('data:not([data-part])'),
        number('data[data-part=n]'),
        tile.querySelector('h3 + *')!.textContent,
      ]
      return [tile.dataset['metric']!, tuple]
    })
    return Object.fromEntries(entries) as Tiles
  })
}

interface Report {
  readonly scorecards: readonly {
    readonly subject: { readonly id: number }
    readonly lines: readonly {
      readonly metric: keyof Tiles
      readonly value: number | null
      readonly n: number
      readonly state: string
    }[]
  }[]
}

const WORDS: Readonly<Record<string, string>> = {
  stretch: 'Stretch reached',
  met: 'On target',
  close: 'On the way',
  missed: 'Below threshold',
  notEnough: 'Not enough yet',
  noData: 'No data',
}

/** What the command makes of the pages that the account gives the same person now. */
async function commanded({ standIn, clock, role, person }: Week): Promise<Tiles> {
  const from = standIn.hostUrl.replace('://', `://${role}@`)
  const now = new Date(clock.now()).toISOString()
  const asked = ['--from', from, '--settings', settingsFile, '--period', '2026-W47', '--time-zone', TIME_ZONE]
  const { stdout } = await promisify(execFile)(
    'npm',
    ['run', '-s', 'scorecards', '--', ...asked, '--now', now, '--json'],
    {
      maxBuffer: 1 << 26,
    },
  )
  const { lines } = (JSON.parse(stdout) as Report).scorecards.find(({ subject }) => subject.id === person)!
  const shown = lines.filter(({ metric }) => METRICS.includes(metric))
  return Object.fromEntries(
    shown.map(({ metric, value, n, state }) => [metric, [value, n, WORDS[state]]]),
  ) as unknown as Tiles
}

interface Look {
  readonly promise: string
  readonly day: string
  readonly events: readonly Event[]
  /** Another one each day, so that the sidebar tells which reading it shows. */
  readonly time: string
  /** What the agent's sidebar shows then. */
  readonly agent: Tiles
  /** Where an admin, whose app reads other lists, knows more or less at that moment. */
  readonly admin?: Partial<Tiles>
}

const ON_FRIDAY: Tiles = {
  firstReplyTime: [72.5, 6, 'On target'],
  fullResolutionTime: [150, 6, 'On target'],
  firstContactResolution: [2 / 3, 6, 'On target'],
  csat: [0.75, 4, 'On the way'],
}

/** The week. Minutes are business minutes; first contact resolution waits a day. */
const LOOKS: readonly Look[] = [
  {
    promise: 'Monday: two tickets solved, one of a colleague and one of nobody beside them: too few to judge',
    day: '2026-11-16',
    events: [
      ['09:00', 'opened', 'refund'],
      ['09:05', 'opened', 'voucher of a colleague'],
      ['09:06', 'opened', 'parcel of nobody'],
      ['09:15', 'replied', 'voucher of a colleague'],
      ['09:20', 'solved', 'voucher of a colleague'],
      ['09:30', 'opened', 'invoice'],
      ['10:30', 'replied', 'refund'],
      ['11:00', 'solved', 'refund'],
      ['11:30', 'replied', 'invoice'],
      ['15:30', 'solved', 'invoice'],
    ],
    time: '17:00',
    agent: {
      firstReplyTime: [105, 2, 'Not enough yet'],
      fullResolutionTime: [240, 2, 'Not enough yet'],
      firstContactResolution: [null, 0, 'No data'],
      csat: [null, 0, 'No data'],
    },
  },
  {
    promise: 'Tuesday: the first ratings arrive, and times can be judged',
    day: '2026-11-17',
    events: [
      ['09:00', 'opened', 'login'],
      ['09:55', 'replied', 'login'],
      ['10:00', 'good', 'refund'],
      ['11:00', 'replied', 'login'],
      ['12:00', 'bad', 'voucher of a colleague'],
      ['12:10', 'solved', 'login'],
      ['15:00', 'good', 'login'],
    ],
    time: '17:05',
    agent: {
      firstReplyTime: [90, 3, 'On the way'],
      fullResolutionTime: [190, 3, 'On the way'],
      firstContactResolution: [1, 2, 'Not enough yet'],
      csat: [1, 2, 'Not enough yet'],
    },
  },
  {
    promise:
      'Wednesday: a reopened ticket counts as solved no more, and a rating given just now is not in the search index',
    day: '2026-11-18',
    events: [
      ['09:00', 'reopened', 'invoice'],
      ['09:00', 'opened', 'delivery'],
      ['10:40', 'replied', 'delivery'],
      ['11:50', 'solved', 'delivery'],
      ['17:08:30', 'bad', 'delivery'],
    ],
    time: '17:10',
    agent: {
      firstReplyTime: [95, 4, 'On the way'],
      fullResolutionTime: [170, 3, 'On target'],
      firstContactResolution: [0.5, 2, 'Not enough yet'],
      csat: [1, 2, 'Not enough yet'],
    },
    admin: { csat: [2 / 3, 3, 'On the way'] },
  },
  {
    promise: 'Wednesday, later: the rating has come through',
    day: '2026-11-18',
    events: [],
    time: '17:50',
    agent: {
      firstReplyTime: [95, 4, 'On the way'],
      fullResolutionTime: [170, 3, 'On target'],
      firstContactResolution: [0.5, 2, 'Not enough yet'],
      csat: [2 / 3, 3, 'On the way'],
    },
  },
  {
    promise: 'Thursday: two happy customers, and the goals for CSAT, first contacts and first replies are met',
    day: '2026-11-19',
    events: [
      ['09:00', 'opened', 'password'],
      ['09:00', 'opened', 'address'],
      ['09:20', 'replied', 'password'],
      ['09:40', 'replied', 'address'],
      ['10:00', 'solved', 'password'],
      ['11:00', 'good', 'password'],
      ['11:10', 'solved', 'address'],
      ['14:00', 'good', 'address'],
      ['15:00', 'solved', 'invoice'],
    ],
    time: '17:15',
    agent: {
      firstReplyTime: [72.5, 6, 'On target'],
      fullResolutionTime: [150, 6, 'On target'],
      firstContactResolution: [2 / 3, 3, 'On target'],
      csat: [0.8, 5, 'On target'],
    },
  },
  {
    promise: 'Friday: a rating is withdrawn, and CSAT is on the way again',
    day: '2026-11-20',
    events: [['10:00', 'withdrawn', 'password']],
    time: '17:20',
    agent: ON_FRIDAY,
  },
  {
    promise: 'Friday, later: a ticket of a colleague and one of nobody are solved and rated bad, and nothing moves',
    day: '2026-11-20',
    events: [
      ['17:21', 'opened', 'return of a colleague'],
      ['17:22', 'replied', 'return of a colleague'],
      ['17:23', 'solved', 'return of a colleague'],
      ['17:24', 'bad', 'return of a colleague'],
      ['17:25', 'replied', 'parcel of nobody'],
      ['17:26', 'solved', 'parcel of nobody'],
      ['17:27', 'bad', 'parcel of nobody'],
      ['17:28', 'reopened', 'voucher of a colleague'],
    ],
    time: '17:56',
    agent: ON_FRIDAY,
  },
]

describe.each(['agent', 'admin'] as const)(
  "the week of an %s: the sidebar's numbers are the command's, and are right",
  (role) => {
    let week: Week
    beforeAll(async () => {
      week = await beginWeek(role)
    })
    afterAll(() => endWeek(week))

    it.each(LOOKS)('$promise', async ({ day, events, time, agent, admin }) => {
      await live(week, day, events)
      const shown = await lookAt(week, day, time)
      expect(shown).toEqual(await commanded(week))
      expect(shown).toEqual(role === 'admin' ? { ...agent, ...admin } : agent)
    })

    it('passes without an error', () => {
      expect(week.view.errors.filter((error) => error !== REFUSAL)).toEqual([])
    })
  },
)
