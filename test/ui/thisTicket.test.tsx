// @vitest-environment happy-dom
import { ThemeProvider } from '@zendeskgarden/react-theming'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Instant, periodContaining } from '../../src/domain/period.ts'
import { agentReport } from '../../src/domain/report.ts'
import type { Schedule } from '../../src/domain/schedule.ts'
import type { Settings } from '../../src/domain/settings.ts'
import type { TicketAtHand } from '../../src/domain/thisTicket.ts'
import type { Ticket } from '../../src/domain/ticket.ts'
import { withScorecard } from '../../src/i18n/scorecardTexts.ts'
import { NO_TICKET } from '../../src/sync/noTicket.ts'
import { createTicketDesk, type TicketDesk } from '../../src/sync/ticketDesk.ts'
import { wholeGroups } from '../../src/sync/syncState.ts'
import { LanguageProvider } from '../../src/ui/Language.tsx'
import { ThisTicket } from '../../src/ui/sidebar/ThisTicket.tsx'
import { themeOf } from '../../src/ui/theme.ts'
import { AMARA, factsOf, GOALS, NO_GOALS, settingsWith } from './sampleFacts.ts'
import { NOW, ticket as sampleTicket, ZONE } from './sampleTickets.ts'
import { read } from './screen.tsx'

const ID = 7001
const MINUTE = 60

/** Monday to Friday, 9 to 18, in Rome. */
const SCHEDULE: Schedule = {
  timeZone: ZONE,
  intervals: [1, 2, 3, 4, 5].map((day) => ({ start: day * 1440 + 540, end: day * 1440 + 1080 })),
}

const MINE: TicketAtHand = {
  id: ID,
  status: 'open',
  created: NOW - 5 * MINUTE,
  assignee: AMARA,
  hasAgentReply: false,
  tags: [],
  channel: 'email',
}

const onCalendar = (settings: Settings): Settings => ({ ...settings, rules: { ...settings.rules, clock: 'calendar' } })

/** A desk that shows what a test lays on it. */
function deskWith(first: TicketAtHand | null, schedule: Schedule | null = SCHEDULE) {
  const listeners = new Set<() => void>()
  let [ticket, isInFront, wanted] = [first, true, 0]
  const tell = () => act(() => listeners.forEach((listener) => listener()))
  return {
    wanted: () => wanted,
    lay(next: TicketAtHand | null) {
      ticket = next
      tell()
    },
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    ticket: () => ticket,
    schedule: () => schedule,
    wantSchedule() {
      wanted++
    },
    isInFront: () => isInFront,
    setInFront(next: boolean) {
      isInFront = next
      tell()
    },
  }
}

interface Given {
  readonly desk?: TicketDesk
  readonly facts?: readonly Ticket[]
  readonly settings?: Settings
}

let instant: Instant = NOW

function show({ desk = deskWith(MINE), facts: tickets = [], settings = GOALS }: Given = {}) {
  const facts = factsOf({ tickets, scope: { kind: 'own' } })
  const { table, people, person, asOf, scope } = facts
  const period = periodContaining(settings.cadence, asOf, ZONE, settings.weekStart)
  const scorecard = agentReport({ table, people, settings, period, now: asOf }, person.id, wholeGroups(scope))
  return render(
    <ThemeProvider theme={themeOf('light', 'ltr')}>
      <LanguageProvider locale="en-GB" timeZone={ZONE} complete={withScorecard}>
        <ThisTicket desk={desk} facts={facts} scorecard={scorecard} settings={settings} now={() => instant} />
      </LanguageProvider>
    </ThemeProvider>,
  )
}

const remarks = () => screen.queryAllByRole('listitem').map(read)
const inFacts = (parts: Partial<Ticket>) => sampleTicket({ id: ID, agent: AMARA, created: NOW - 5 * MINUTE, ...parts })

let visibility: DocumentVisibilityState = 'visible'
function become(next: DocumentVisibilityState) {
  visibility = next
  act(() => void document.dispatchEvent(new Event('visibilitychange')))
}

beforeEach(() => {
  instant = NOW
  visibility = 'visible'
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility)
})

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('this ticket', () => {
  it('is a part with a heading and a list', () => {
    show()
    expect(screen.getByRole('region', { name: 'This ticket' })).toBeDefined()
    expect(screen.getByRole('heading', { level: 2, name: 'This ticket' })).toBeDefined()
    expect(screen.getAllByRole('listitem')).toHaveLength(1)
  })

  it.each<[when: string, given: Given]>([
    ['no ticket is known', { desk: NO_TICKET }],
    ['there is no goal', { settings: NO_GOALS }],
    ['all is done', { desk: deskWith({ ...MINE, status: 'closed', hasAgentReply: true }) }],
  ])('is not there when %s', (_, given) => {
    const { container } = show(given)
    expect(container.textContent).toBe('')
    expect(container.querySelector('section')).toBeNull()
  })

  it.each<[what: string, given: Given, words: string]>([
    [
      'how long there is for the first reply, in business hours',
      {},
      '25 mins of business hours left for the first reply. Reply by 11:07 to stay within the target of 30 mins.',
    ],
    [
      'the same on the calendar',
      { settings: onCalendar(GOALS) },
      '25 mins left for the first reply. Reply by 11:07 to stay within the target of 30 mins.',
    ],
    [
      'the day, when that is another one',
      { settings: settingsWith({ firstReplyTime: 540 }) },
      '8 h 55 mins of business hours left for the first reply. Reply by 23 Nov, 10:37 to stay within the target of 9 h.',
    ],
    [
      'how long it has waited, where nobody knows the schedule',
      { desk: deskWith({ ...MINE, created: NOW - 1500 * MINUTE }, null) },
      'First reply due within 30 mins of business hours. The ticket has waited 1 d 1 h by the calendar so far.',
    ],
    [
      'that the target has passed, without counting on',
      { desk: deskWith({ ...MINE, created: NOW - 31 * MINUTE }) },
      'The target of 30 mins for the first reply has passed. It was due by 10:41. The customer is still waiting.',
    ],
    [
      'when the first reply was, within the target',
      { facts: [inFacts({ firstReplyBusinessMinutes: 22 })] },
      'First reply after 22 mins. Within the target of 30 mins.',
    ],
    [
      'when it was, beyond the target',
      { facts: [inFacts({ firstReplyBusinessMinutes: 95 })] },
      'First reply after 1 h 35 mins. The target is 30 mins.',
    ],
    [
      'that it was reopened',
      { settings: NO_GOALS, facts: [inFacts({ reopens: 1 })] },
      'Reopened once. First contact resolution is no longer possible.',
    ],
    [
      'how often it was',
      { settings: NO_GOALS, facts: [inFacts({ reopens: 2 })] },
      'Reopened 2 times. First contact resolution is no longer possible.',
    ],
    [
      'whose it is',
      { desk: deskWith({ ...MINE, assignee: 12 }) },
      'Assigned to somebody else. What happens here counts for them.',
    ],
    [
      'that it is nobody’s',
      { settings: NO_GOALS, desk: deskWith({ ...MINE, assignee: null }) },
      'Assigned to nobody. It will count for whoever takes it.',
    ],
  ])('says %s', (_, given, words) => {
    show(given)
    expect(remarks()).toEqual([words])
  })

  it('says of a solved one that it settles and how it was rated', () => {
    const solved = deskWith({ ...MINE, status: 'solved', hasAgentReply: true })
    const facts = [inFacts({ solved: NOW - MINUTE, replies: 1, reopens: 0 })]
    const other = sampleTicket({ id: 1, agent: AMARA, solved: NOW - MINUTE, score: 'bad' })
    show({ desk: solved, settings: NO_GOALS, facts: [...facts, other] })
    expect(remarks()).toEqual([
      'Settles 23 Nov, 10:41. It counts as resolved at first contact, unless it is reopened before.',
      'No rating yet. A rating by the customer may still come.',
    ])
    cleanup()
    show({ desk: solved, settings: NO_GOALS, facts: [inFacts({ solved: NOW - 9 * 86_400, score: 'good' })] })
    expect(remarks()).toEqual(['Rated good. It counts in your CSAT.'])
    cleanup()
    show({ desk: solved, settings: NO_GOALS, facts: [inFacts({ solved: NOW - 9 * 86_400, score: 'bad' })] })
    expect(remarks()).toEqual(['Rated bad. It counts in your CSAT.'])
  })

  it('has a shape of its own for each remark, out of the way of screen readers, and no alarm', () => {
    show({ facts: [inFacts({ firstReplyBusinessMinutes: 95, reopens: 1 })] })
    const shapes = [...document.querySelectorAll('svg')]
    expect(shapes.map((shape) => shape.getAttribute('data-shape'))).toEqual(['repliedBeyond', 'reopened'])
    expect(shapes.every((shape) => shape.getAttribute('aria-hidden') === 'true')).toBe(true)
    expect(document.querySelector('[aria-live], [role=alert], [role=status], [role=timer]')).toBeNull()
  })

  it('follows the ticket', () => {
    const desk = deskWith(MINE)
    show({ desk })
    desk.lay({ ...MINE, hasAgentReply: true })
    expect(remarks()).toEqual([])
    desk.lay({ ...MINE, assignee: 12 })
    expect(remarks()[0]).toMatch(/^Assigned to somebody else/)
  })
})

describe('the time left', () => {
  const minutesLater = (minutes: number) => {
    instant += minutes * MINUTE
    act(() => void vi.advanceTimersByTime(minutes * MINUTE * 1000))
  }
  beforeEach(() => void vi.useFakeTimers())

  it('counts down by the minute, and ends in words', () => {
    show()
    minutesLater(1)
    expect(remarks()[0]).toMatch(/^24 mins of/)
    minutesLater(25)
    expect(remarks()[0]).toMatch(/^The target of 30 mins for the first reply has passed/)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('stands still without a timer while the page is hidden, and is right at once when it is seen again', () => {
    show()
    become('hidden')
    expect(vi.getTimerCount()).toBe(0)
    minutesLater(5)
    expect(remarks()[0]).toMatch(/^25 mins/)
    become('visible')
    expect(remarks()[0]).toMatch(/^20 mins/)
    expect(vi.getTimerCount()).toBe(1)
  })

  it('stands still without a timer while the copy is in the back', () => {
    const desk = deskWith(MINE)
    show({ desk })
    act(() => desk.setInFront(false))
    expect(vi.getTimerCount()).toBe(0)
    minutesLater(5)
    act(() => desk.setInFront(true))
    expect(remarks()[0]).toMatch(/^20 mins/)
  })

  it('takes no timer where nothing counts down, nor one that stays', () => {
    show({ desk: deskWith({ ...MINE, assignee: 12 }) })
    expect(vi.getTimerCount()).toBe(0)
    cleanup()
    const { unmount } = show()
    expect(vi.getTimerCount()).toBe(1)
    unmount()
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('the schedule', () => {
  it.each<[when: string, wanted: boolean, desk: ReturnType<typeof deskWith>, settings?: Settings]>([
    ['my ticket waits for its first reply', true, deskWith(MINE, null)],
    ['it is known', false, deskWith(MINE)],
    ['the ticket is somebody else’s', false, deskWith({ ...MINE, assignee: 12 }, null)],
    ['somebody has replied', false, deskWith({ ...MINE, hasAgentReply: true }, null)],
    ['the calendar counts', false, deskWith(MINE, null), onCalendar(GOALS)],
    ['there is no goal', false, deskWith(MINE, null), NO_GOALS],
  ])('when %s is asked for: %s', (_, wanted, desk, settings = GOALS) => {
    show({ desk, settings })
    expect(desk.wanted()).toBe(wanted ? 1 : 0)
  })
})

describe('the desk', () => {
  // It is loaded when it is first needed.
  beforeAll(() => import('../../src/zendesk/schedules.ts'))
  const settle = () =>
    act(async () => {
      await new Promise((resolve) => setTimeout(resolve, 20))
    })
  const body = JSON.stringify({
    schedules: [
      {
        time_zone: 'Rome',
        intervals: SCHEDULE.intervals.map(({ start, end }) => ({ start_time: start, end_time: end })),
      },
    ],
  })

  function begin(status: number | null = 200) {
    const asked: string[] = []
    const shown: { ticket: TicketAtHand | null; reads: number; change: () => void } = {
      ticket: MINE,
      reads: 0,
      change: () => undefined,
    }
    const desk = createTicketDesk({
      read: () => {
        shown.reads++
        return Promise.resolve(shown.ticket)
      },
      watch: (listener) => (shown.change = listener),
      ask:
        status === null
          ? null
          : (path) => {
              asked.push(path)
              return Promise.resolve({ status, text: body, retryAfter: null })
            },
      now: () => instant,
    })
    return { desk, asked, shown }
  }

  it('knows no ticket at first, then the one at hand, and tells of changes alone', async () => {
    const { desk, shown } = begin()
    let told = 0
    desk.subscribe(() => told++)
    expect(desk.ticket()).toBeNull()
    await settle()
    expect(desk.ticket()).toEqual(MINE)
    const first = desk.ticket()
    shown.ticket = { ...MINE }
    shown.change()
    await settle()
    expect(desk.ticket()).toBe(first)
    shown.ticket = { ...MINE, status: 'solved' }
    shown.change()
    await settle()
    expect(desk.ticket()?.status).toBe('solved')
    expect(told).toBe(2)
  })

  it('looks once for changes that come together, and not at all in the back', async () => {
    const { desk, shown } = begin()
    for (let time = 0; time < 5; time++) shown.change()
    await settle()
    expect(shown.reads).toBe(2)
    desk.setInFront(false)
    shown.change()
    await settle()
    expect(shown.reads).toBe(2)
    desk.setInFront(true)
    await settle()
    expect(shown.reads).toBe(3)
  })

  it('survives a workspace that refuses', async () => {
    const desk = createTicketDesk({
      read: () => Promise.reject(new Error('gone')),
      watch: () => undefined,
      ask: null,
      now: () => instant,
    })
    await settle()
    expect(desk.ticket()).toBeNull()
  })

  it('asks for the schedule only when it is wanted, and once a day', async () => {
    const { desk, asked } = begin()
    await settle()
    expect(asked).toEqual([])
    desk.wantSchedule()
    desk.wantSchedule()
    await settle()
    expect(asked).toEqual(['/api/v2/business_hours/schedules.json'])
    expect(desk.schedule()).toEqual(SCHEDULE)
    instant += 86_399
    desk.wantSchedule()
    await settle()
    expect(asked).toHaveLength(1)
    instant += 1
    desk.wantSchedule()
    await settle()
    expect(asked).toHaveLength(2)
  })

  it.each([403, 404, 429, 500, 0])(
    'lives without one when the answer is %i, and does not ask again that day',
    async (status) => {
      const { desk, asked } = begin(status)
      desk.wantSchedule()
      await settle()
      desk.wantSchedule()
      await settle()
      expect(desk.schedule()).toBeNull()
      expect(asked).toHaveLength(1)
    },
  )

  it('never asks for a person who may not read schedules', async () => {
    const { desk, asked } = begin(null)
    desk.wantSchedule()
    await settle()
    expect(asked).toEqual([])
  })

  it('brings the countdown once the schedule is read', async () => {
    const { desk } = begin()
    show({ desk })
    expect(remarks()).toEqual([])
    await settle()
    await settle()
    expect(remarks()[0]).toMatch(/^25 mins of business hours left/)
  })
})
