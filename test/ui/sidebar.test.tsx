// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import {
  AMARAS_MONTH,
  emptyFacts,
  FEW_RATINGS,
  GOALS,
  NO_GOALS,
  ownFacts,
  settingsWith,
  teamFacts,
} from './sampleFacts.ts'
import { FAILURES, type Sample, sample, SIDEBAR_SAMPLES } from './sampleStates.ts'
import { open, read } from './screen.tsx'

afterEach(cleanup)

const show = (sample: Sample) => open(sample, { location: 'ticket_sidebar' })
const showState = (name: string) => show(SIDEBAR_SAMPLES[name]!)
const ready = (facts = ownFacts(), settings = GOALS): Sample => sample({ kind: 'ready', facts }, { settings })
const tile = (metric: string) => document.querySelector<HTMLElement>(`[data-metric=${metric}]`)!
const value = (metric: string) => tile(metric).querySelector('data:not([data-part])')?.getAttribute('value') ?? null
const n = (metric: string) => tile(metric).querySelector('[data-part=n]')?.getAttribute('value') ?? null

describe('my scorecard', () => {
  it('says whose it is, of which days and on which clock', async () => {
    await showState('ready')
    expect(screen.getByRole('heading', { level: 1, name: 'My scorecard' })).toBeDefined()
    expect(read(screen.getByRole('banner'))).toMatch(/November 2026.*November 1 – 20, 2026, business hours/)
  })

  it.each([
    { metric: 'firstReplyTime', name: 'First reply time', number: '31', text: '31 min', count: '161 tickets' },
    {
      metric: 'fullResolutionTime',
      name: 'Full resolution time',
      number: '504',
      text: '8 h 24 min',
      count: '157 solved',
    },
    {
      metric: 'firstContactResolution',
      name: 'First contact resolution',
      number: String(97 / 130),
      text: '74.6%',
      count: '130 settled',
    },
    { metric: 'csat', name: 'CSAT', number: '0.925', text: '92.5%', count: '40 ratings' },
  ])('has $name with its unit and its n', async ({ metric, name, number, text, count }) => {
    await showState('ready')
    expect(within(tile(metric)).getByRole('heading', { name })).toBeDefined()
    expect(value(metric)).toBe(number)
    expect(read(tile(metric))).toContain(text)
    expect(n(metric)).toBe(String(Number.parseInt(count)))
    expect(read(tile(metric))).toContain(count)
  })

  it.each([
    ['firstReplyTime', 'On the way'],
    ['fullResolutionTime', 'On target'],
    ['csat', 'Stretch reached'],
  ])('says how %s stands in words: %s', async (metric, word) => {
    await showState('ready')
    expect(within(tile(metric)).getByText(word)).toBeDefined()
  })

  it('says "Below threshold" in words, without red', async () => {
    await showState('below-threshold')
    expect(within(tile('csat')).getByText('Below threshold')).toBeDefined()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('puts the way to the goal into a sentence', async () => {
    await showState('ready')
    const { name } = screen
      .getAllByRole('img')
      .map((image) => ({ name: image.getAttribute('aria-label')!.replaceAll(/\s/g, ' ') }))
      .find(({ name }) => name.startsWith('First reply time: 31 min'))!
    expect(name).toBe('First reply time: 31 min. Threshold 45 min, target 30 min, stretch 24 min. On the way.')
  })

  it('has no primary button', async () => {
    await showState('ready')
    await waitFor(() => expect(screen.getAllByRole('button').map(read)).toHaveLength(8))
  })
})

describe('my score', () => {
  const box = () => screen.getByRole('heading', { level: 2, name: /score.* so far/i }).closest('section')!
  const openReceipt = () => fireEvent.click(within(box()).getByRole('button', { name: 'How it comes about' }))
  const steps = () => [...box().querySelectorAll('dd')].map((step) => Number(read(step)))

  it('is the own part, called so, where the team’s tickets cannot be read', async () => {
    await showState('ready')
    // 20 · (45 − 31) ÷ 15 + 15 · (1 + 0.2 · 36 ÷ 108) + 30 · (1 + 0.2 · (97/130 − 0.72) ÷ 0.07) + 35 · 1.2 = 108.9
    expect(read(box())).toMatch(
      /^Own part of the score, so far100: every target met109The rest, 30%, is your team’s score/,
    )
    openReceipt()
    expect(steps()).toEqual([42, 32.24, 18.67, 16, 108.9])
  })

  it('is the whole score where the team’s is known, and adds up to the last digit shown', async () => {
    await show(ready(teamFacts({ kind: 'account' })))
    expect(read(box())).toMatch(/^Score so far/)
    openReceipt()
    const shown = steps()
    const [own, team, total] = shown.slice(-3) as [number, number, number]
    expect(Math.round((own + team) * 10) / 10).toBe(total)
    expect(read(box())).toMatch(
      /Own work: 108.9 × 70%.*The team: [\d.]+ × 30%.*By the goals and weights of the app’s settings/,
    )
  })

  it('names what is not judged yet, whose weight went to the others', async () => {
    await show(ready(ownFacts(FEW_RATINGS)))
    openReceipt()
    expect(read(box())).toContain('Not judged yet, so that their weight went to the others: CSAT.')
  })

  it('is none, in words, with less than half of its weight judged', async () => {
    await show(ready(ownFacts(), settingsWith({ csat: 90 })))
    expect(read(box())).toBe(
      'Score so farNo score yet: 35% of its weight has a goal and enough data, and half is needed.10 days leftCould go either way: CSAT (about 8 in 10).',
    )
  })

  it('is not there where nothing is judged', async () => {
    await show(ready(ownFacts(), NO_GOALS))
    expect(screen.queryByRole('heading', { name: /score.* so far/i })).toBeNull()
  })
})

describe('a tile', () => {
  it('opens in place to how its number came to be', async () => {
    await showState('ready')
    const opener = within(tile('firstContactResolution')).getByRole('button', { expanded: false })
    fireEvent.click(opener)
    expect(opener.getAttribute('aria-expanded')).toBe('true')
    const text = read(tile('firstContactResolution'))
    expect(text).toContain('exactly one public reply by an agent and no reopening. That is 97 of 130.')
    expect(text).toContain('anything from 67% to 81% fits the evidence (95% interval)')
    expect(text).toContain('27 more tickets were solved less than 3 days ago')
    expect(text).toContain('Guard: Reopen rate 3.8% (6 of 157).')
  })

  it('of a time names the clock and the time that nine of ten keep', async () => {
    await showState('ready')
    fireEvent.click(within(tile('firstReplyTime')).getByRole('button'))
    expect(read(tile('firstReplyTime'))).toContain('Only the hours of your Zendesk schedules count.')
    expect(read(tile('firstReplyTime'))).toMatch(/90% took at most 1 h \d+ min\./)
  })

  it('on the calendar clock says that nights count', async () => {
    await show(ready(ownFacts(), { ...GOALS, rules: { ...GOALS.rules, clock: 'calendar' } }))
    fireEvent.click(within(tile('firstReplyTime')).getByRole('button'))
    expect(read(tile('firstReplyTime'))).toContain('Every hour counts, nights and weekends too.')
  })

  it('closes again', async () => {
    await showState('ready')
    const opener = within(tile('csat')).getByRole('button')
    fireEvent.click(opener)
    fireEvent.click(opener)
    expect(read(tile('csat'))).not.toContain('share of good ratings')
  })
})

describe('without a goal', () => {
  it('everything is measured and nothing judged: no bar, no badge', async () => {
    await showState('baseline')
    expect(screen.getByText('Measured, not judged')).toBeDefined()
    expect(screen.getAllByText('Baseline')).toHaveLength(4)
    expect(screen.queryByRole('img', { name: /Threshold/ })).toBeNull()
    expect(screen.queryByRole('heading', { name: 'Badges' })).toBeNull()
    expect(value('csat')).toBe('0.925')
  })

  it('one metric is a baseline beside others that are judged', async () => {
    await showState('mixed')
    expect(screen.queryByText('Measured, not judged')).toBeNull()
    expect(within(tile('fullResolutionTime')).getByText('Baseline')).toBeDefined()
    expect(within(tile('csat')).getByText('Stretch reached')).toBeDefined()
  })
})

describe('too little data', () => {
  it('shows how far the sample has come and does not judge', async () => {
    await show(ready(ownFacts(FEW_RATINGS)))
    expect(within(tile('csat')).getByText('Not enough yet')).toBeDefined()
    expect(read(tile('csat'))).toContain('10 of 20 ratings')
    expect(n('csat')).toBe('10')
    expect(read(tile('csat'))).toContain('90% so far, too few to judge')
  })

  it('earns no badge', async () => {
    await show(ready(ownFacts({ ...FEW_RATINGS, good: 10, bad: 0 })))
    expect(screen.getAllByRole('listitem').map(read)).not.toContain('Goal metCSAT')
  })
})

describe('no data', () => {
  it('is never 0', async () => {
    await show(ready(ownFacts({ ...AMARAS_MONTH, good: 0, bad: 0 })))
    expect(within(tile('csat')).getByText('No data')).toBeDefined()
    expect(value('csat')).toBeNull()
    expect(read(tile('csat'))).toContain('No ratings')
    expect(read(tile('csat'))).not.toMatch(/\b0\b|0%/)
  })

  it('at all is said once, kindly, for the month', async () => {
    await show(ready(emptyFacts()))
    expect(screen.getByText('No tickets yet in November 2026')).toBeDefined()
    expect(screen.getAllByText('No data')).toHaveLength(4)
    expect(document.querySelectorAll('data:not([data-part])')).toHaveLength(0)
  })

  it('but tickets that still settle is not an empty month', async () => {
    await show(
      ready(ownFacts({ ...AMARAS_MONTH, solved: 5, unsettled: 5, firstContact: 0, reopened: 0, good: 0, bad: 0 })),
    )
    expect(screen.queryByText('No tickets yet in November 2026')).toBeNull()
    fireEvent.click(within(tile('firstContactResolution')).getByRole('button'))
    expect(read(tile('firstContactResolution'))).toContain('5 more tickets were solved less than 3 days ago')
  })
})

describe('badges', () => {
  it('name the metric whose goal was met', async () => {
    await showState('ready')
    const items = screen.getAllByRole('listitem').map(read)
    expect(items).toContain('Goal metFull resolution time')
    expect(items).toContain('Goal metCSAT')
    expect(items).not.toContain('Goal metFirst reply time')
  })

  it('crown a month in which every goal was met', async () => {
    await showState('all-met')
    expect(screen.getByText('All goals met')).toBeDefined()
  })

  it('not earned yet are one friendly line', async () => {
    await showState('below-threshold')
    expect(screen.getByText('No badge yet in November 2026. Every goal you meet earns one.')).toBeDefined()
  })
})

describe('tickets left out', () => {
  it('are counted with their reasons, and open to why', async () => {
    await showState('ready')
    const opener = screen.getByRole('button', {
      name: /41 tickets left out: 2 deleted, 18 merged, 12 without an assignee/,
    })
    fireEvent.click(opener)
    expect(screen.getByText('18 merged: The other ticket counts instead.')).toBeDefined()
    expect(screen.getByText('Of 322 tickets read, whatever their dates:')).toBeDefined()
  })
})

describe('reading', () => {
  it('for the first time shows real progress', async () => {
    await showState('loading')
    const progress = '300 of about 960 tickets, about 2 minutes left'
    expect(screen.getByText(progress)).toBeDefined()
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('31')
    expect(screen.getByRole('progressbar').getAttribute('aria-valuetext')).toBe(progress)
    expect(screen.getByRole('heading', { name: 'CSAT' })).toBeDefined()
    expect(document.querySelectorAll('data')).toHaveLength(0)
  })

  it('that has not been told how much there is says so', async () => {
    await showState('asking')
    expect(screen.getByText('Asking Zendesk…')).toBeDefined()
  })

  it('is announced once, and not with every page', async () => {
    const { store } = await showState('loading')
    const status = read(screen.getByRole('status'))
    store.become({ kind: 'loading', progress: { read: 400, expected: 960, secondsLeft: 80 } })
    expect(screen.getByText(/^400 of/)).toBeDefined()
    expect(read(screen.getByRole('status'))).toBe(status)
  })

  it('that is nearly over does not count seconds', async () => {
    await show(sample({ kind: 'loading', progress: { read: 950, expected: 960, secondsLeft: 2 } }))
    expect(screen.getByText('950 of about 960 tickets')).toBeDefined()
  })

  it('again keeps the numbers on screen', async () => {
    await showState('refreshing')
    expect(read(screen.getByRole('status'))).toBe('Reading again…')
    expect(screen.getByText(/300 of about 960 tickets, about 2 minutes left/)).toBeDefined()
    expect(value('csat')).toBe('0.925')
  })

  it('is asked for with one button, and not twice', async () => {
    const { store } = await showState('ready')
    fireEvent.click(screen.getByRole('button', { name: 'Refresh now' }))
    expect(store.asked).toEqual(['refresh'])
    store.become(SIDEBAR_SAMPLES['refreshing']!.state)
    fireEvent.click(screen.getByRole('button', { name: 'Refresh now' }))
    expect(store.asked).toEqual(['refresh'])
  })

  it('tells how old the numbers are, and in which zone', async () => {
    await showState('ready')
    expect(read(screen.getByRole('status'))).toBe('As of 10:42 AM, Europe/Rome')
  })

  it('shows new numbers as soon as they are there', async () => {
    const { store } = await showState('loading')
    store.become({ kind: 'ready', facts: ownFacts() })
    expect(value('firstReplyTime')).toBe('31')
  })
})

describe('numbers while older tickets are still being read', () => {
  it('are shown, with the word that this month is complete', async () => {
    await showState('partial')
    const remark = read(screen.getByRole('note'))
    expect(remark).toContain('November 2026 is complete')
    expect(remark).toContain('Earlier months are still being read.')
    expect(remark).toContain('300 of about 960 tickets, about 2 minutes left')
    expect(value('csat')).toBe('0.925')
  })

  it('of a month that is not whole yet say so, and which days they cover', async () => {
    await showState('partial-month')
    const remark = read(screen.getByRole('note'))
    expect(remark).toContain('November 2026 is not complete yet')
    expect(remark).toContain('So far the numbers cover November 17 – 20, 2026.')
    expect(value('csat')).toBe('0.925')
  })

  it('never call a month empty of which a part is missing', async () => {
    await showState('partial-empty')
    expect(screen.queryByText(/No tickets yet/)).toBeNull()
    expect(screen.getAllByText('No data')).toHaveLength(4)
  })

  it('cannot be asked for a second time meanwhile', async () => {
    const { store } = await showState('partial')
    fireEvent.click(screen.getByRole('button', { name: 'Refresh now' }))
    expect(store.asked).toEqual([])
  })
})

describe('tickets that are read only when asked for', () => {
  it('tell what that costs, and wait for the word', async () => {
    const { store } = await showState('offered')
    expect(screen.getByRole('heading', { level: 1, name: 'My scorecard' })).toBeDefined()
    expect(read(screen.getByRole('note'))).toContain('About 95 requests, 2 minutes.')
    expect(store.asked).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: 'Read this group' }))
    expect(store.asked).toEqual(['read'])
  })
})

const TITLES = {
  forbidden: 'Your role can’t read these tickets',
  missing: 'Zendesk could not find what we asked for',
  signedOut: 'You are signed out',
  limited: 'Zendesk asked us to wait',
  offline: 'You are offline',
  server: 'Zendesk has a problem',
  unexpectedAnswer: 'Zendesk’s answer made no sense',
} as const

describe('a reading that fails', () => {
  it.each(Object.values(FAILURES))('keeps the old numbers with their time: $kind', async ({ kind }) => {
    await showState(`stale-${kind}`)
    expect(screen.getByText(TITLES[kind])).toBeDefined()
    expect(document.body.textContent.replaceAll(/\s/g, ' ')).toContain('The numbers here are from 10:42 AM.')
    expect(value('firstContactResolution')).toBe(String(97 / 130))
  })

  it.each(Object.values(FAILURES))('for the first time says why, and shows no numbers: $kind', async ({ kind }) => {
    const { store } = await showState(`failed-${kind}`)
    expect(within(screen.getByRole('alert')).getByText(TITLES[kind])).toBeDefined()
    expect(document.querySelectorAll('[data-metric], data')).toHaveLength(0)
    const retry = screen.queryByRole('button', { name: 'Try again' })
    if (retry) fireEvent.click(retry)
    expect(store.asked).toEqual(kind === 'forbidden' ? [] : ['refresh'])
  })

  it('for want of a right says whom to ask for what', async () => {
    await showState('failed-forbidden')
    expect(read(screen.getByRole('alert'))).toContain('Ask an admin to allow your role to view tickets.')
  })

  it('for going too fast says how long to wait', async () => {
    await showState('stale-limited')
    expect(document.body.textContent).toContain('Zendesk asked for 2 minutes; Laurel goes on by itself after that.')
  })

  it.each(['limited', 'offline', 'server', 'unexpectedAnswer', 'signedOut', 'missing'] as const)(
    'needs nobody to press anything: %s',
    async (kind) => {
      await showState(`stale-${kind}`)
      expect(read(document.body)).toContain('by itself')
    },
  )
})

describe('a setting that cannot be read', () => {
  it('is named to an admin, with what stood there and what would be right', async () => {
    await showState('settings-admin')
    const remark = read(screen.getByRole('note'))
    expect(remark).toContain('csat_target_percent')
    expect(remark).toContain('Found “ninety”. Expected a number from 0 to 100, such as 90.')
  })

  it('is one calm line to an agent', async () => {
    await showState('settings-agent')
    expect(screen.getByText(/One setting of Laurel can’t be read/)).toBeDefined()
    expect(document.body.textContent).not.toContain('csat_target_percent')
  })
})

describe('the reader', () => {
  it.each([
    ['en-US', 'en-US', 'ltr'],
    ['ar', 'en', 'rtl'],
    ['he', 'en', 'rtl'],
    ['not a locale', 'en', 'ltr'],
  ])('of %s has a page in %s, written %s', async (locale, lang, direction) => {
    await open(SIDEBAR_SAMPLES['ready']!, { location: 'ticket_sidebar', locale })
    expect(document.documentElement.lang).toBe(lang)
    expect(document.documentElement.dir).toBe(direction)
  })

  it('without a translation gets numbers and words in one language', async () => {
    await open(SIDEBAR_SAMPLES['ready']!, { location: 'ticket_sidebar', locale: 'de' })
    expect(read(tile('fullResolutionTime'))).toContain('8 h 24 min')
    expect(read(tile('csat'))).toContain('92.5%')
  })

  it('gets times of the account’s zone, not of the machine’s', async () => {
    await open(SIDEBAR_SAMPLES['ready']!, { location: 'ticket_sidebar', timeZone: 'Asia/Kathmandu', locale: 'en-GB' })
    expect(read(screen.getByRole('status'))).toBe('As of 15:27, Asia/Kathmandu')
  })
})

describe('without goals for what is empty', () => {
  it('an empty month in baseline mode has one remark, not two', async () => {
    await show(ready(emptyFacts(), NO_GOALS))
    expect(screen.getAllByRole('note')).toHaveLength(1)
  })
})
