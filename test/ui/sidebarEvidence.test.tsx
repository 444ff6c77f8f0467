// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { METRIC_KEYS } from '../../src/domain/metrics.ts'
import { periodNamed } from '../../src/domain/period.ts'
import { receipt } from '../../src/domain/receipt.ts'
import { AMARA, GOALS, ownFacts, settingsWith } from './sampleFacts.ts'
import { type Sample, sample, SIDEBAR_SAMPLES } from './sampleStates.ts'
import { NOW, ZONE } from './sampleTickets.ts'
import { open, read } from './screen.tsx'

afterEach(cleanup)

const opened: (number | string)[] = []
const show = async (of: Sample) => {
  opened.length = 0
  const result = await open(of, {
    location: 'ticket_sidebar',
    openTicket: (id) => opened.push(id),
    openPage: (page) => opened.push(page),
  })
  // What the first paint does not wait for.
  await act(() => new Promise((later) => setTimeout(later, 50)))
  return result
}
const showState = (name: string) => show(SIDEBAR_SAMPLES[name]!)
const tile = (metric: string) => document.querySelector<HTMLElement>(`[data-metric=${metric}]`)!
const openTile = async (metric: string) => {
  fireEvent.click(within(tile(metric)).getAllByRole('button')[0]!)
  await waitFor(() => expect(tile(metric).querySelector('[aria-expanded=false]')).not.toBeNull())
  return tile(metric)
}
const part = (heading: RegExp) => screen.getByRole('heading', { level: 2, name: heading }).closest('section')!

describe('the tiles', () => {
  it('stand in the order of their weight', async () => {
    await showState('ready')
    const order = [...document.querySelectorAll<HTMLElement>('[data-metric]')].map(({ dataset }) => dataset['metric'])
    expect(order).toEqual(['csat', 'firstContactResolution', 'firstReplyTime', 'fullResolutionTime'])
  })

  it('draw thirteen weeks, and say the same in words', async () => {
    await showState('ready')
    const words = within(tile('csat'))
      .getByRole('img', { name: /three weeks each/ })
      .getAttribute('aria-label')!
    expect(words).toMatch(/^CSAT in \d+ points of three weeks each: from .+ to .+, lowest .+, highest .+/)
  })

  it('have the weeks as a table too', async () => {
    await showState('ready')
    const csat = await openTile('csat')
    fireEvent.click(within(csat).getByRole('button', { name: 'Week by week' }))
    const rows = within(csat).getAllByRole('row')
    expect(rows.length).toBeGreaterThan(8)
    expect(read(rows.at(-1)!)).toMatch(/^Three weeks to Nov 20/)
  })
})

describe('the outlook', () => {
  it('says how many days are left, and what is likely, open or hard, with its chance', async () => {
    await showState('ready')
    const words = read(part(/score/i))
    expect(words).toMatch(/10 days left\. At this run likely met: Full resolution time\./)
    expect(words).toMatch(/Could go either way: .*CSAT \(about 8 in 10\)\./)
  })

  it('says what is hard to reach as a fact', async () => {
    await showState('below-threshold')
    expect(document.body.textContent).toMatch(/Hard to reach at this run: .*CSAT/)
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('names the next step to the nearest goal', async () => {
    await showState('ready')
    expect(read(part(/Badges/))).toContain('4 more first replies in a row within 30 min would bring the median there.')
  })
})

describe('what stands behind a number', () => {
  it('is arithmetic that can be done again', async () => {
    await showState('ready')
    expect(read(await openTile('csat'))).toContain('37 ÷ 40 = 92.5%')
    expect(read(await openTile('firstReplyTime'))).toContain(
      'In order of time, number 81 of 161 is the one in the middle: 31 min.',
    )
  })

  it.each(METRIC_KEYS.slice(0, 4))('of %s is the very tickets of its receipt, each of which opens', async (metric) => {
    await showState('ready')
    const box = await openTile(metric)
    fireEvent.click(within(box).getByRole('button', { name: /tickets behind it/ }))
    for (let more = box.querySelector('table ~ button'); more !== null; more = box.querySelector('table ~ button'))
      fireEvent.click(more)
    const shown = [...box.querySelectorAll<HTMLElement>('[data-ticket]')].map((row) => ({
      ticket: Number(row.dataset['ticket']),
      value: Number(row.querySelector('data')!.getAttribute('value')),
    }))
    const made = receipt(
      {
        table: ownFacts().table,
        rules: { ...GOALS.rules, firstReplyTargetMinutes: null, fullResolutionTargetMinutes: null },
        now: NOW,
      },
      { kind: 'agent', id: AMARA },
      metric,
      periodNamed('2026-11', ZONE, NOW)!,
    )
    expect(shown.toSorted((a, b) => a.ticket - b.ticket)).toEqual(made.counted)
    expect(shown.length).toBe(Number(box.querySelector('[data-part=n]')!.getAttribute('value')))
    const link = box.querySelector('[data-ticket] [role=link]')!
    expect(link.getAttribute('aria-label')).toBe(`Open ticket ${shown[0]!.ticket}`)
    fireEvent.click(link)
    expect(opened).toEqual([shown[0]!.ticket])
  })

  it('shows the team’s value where the admin lets people see it', async () => {
    await showState('with-team')
    expect(read(await openTile('csat'))).toMatch(/Billing: [\d.]+% \(\d+ ratings\)\./)
  })

  it('does not show the team’s value where people see only themselves', async () => {
    await show({ ...SIDEBAR_SAMPLES['with-team']!, settings: GOALS })
    expect(read(await openTile('csat'))).not.toContain('Billing')
  })

  it('lists five thousand tickets by and by', async () => {
    await showState('5000-tickets')
    const box = await openTile('firstReplyTime')
    fireEvent.click(within(box).getByRole('button', { name: /5,000 tickets behind it/ }))
    expect(box.querySelectorAll('[data-ticket]')).toHaveLength(10)
  })
})

describe('what changed since the last look', () => {
  it('is a line for each ticket, the most telling first', async () => {
    await showState('changed')
    const box = part(/^Since/)
    expect(read(box)).toMatch(/^Since Nov 19, 5:42 PM\s?Own score up [\d.]+/)
    expect(within(box).getAllByRole('listitem')).toHaveLength(4)
    expect(read(within(box).getAllByRole('listitem')[0]!)).toMatch(/^#\d+ ?rat/)
    fireEvent.click(within(box).getByRole('button', { name: /^Show \d+ more$/ }))
    expect(within(box).getAllByRole('listitem').length).toBeGreaterThan(4)
    fireEvent.click(within(box).getAllByRole('link')[0]!)
    expect(opened).toHaveLength(1)
  })

  it('is one quiet line where nothing moved', async () => {
    await showState('unchanged')
    expect(read(part(/^Since/))).toContain('Nothing moved your numbers.')
  })

  it('is not there for somebody who looks for the first time', async () => {
    await showState('ready')
    expect(screen.queryByRole('heading', { name: /^Since/ })).toBeNull()
  })

  it('names the best and the worst that moved a number', async () => {
    await showState('changed')
    expect(read(await openTile('fullResolutionTime'))).toMatch(/Moved since Nov 19, 5:42 PM: #\d+ .+, and #\d+ /)
  })
})

describe('an own goal', () => {
  it('is set, kept and named on the line that opens it', async () => {
    await showState('ready')
    fireEvent.click(screen.getByRole('button', { name: 'Work on one metric of my own choice' }))
    const choice = await screen.findByLabelText<HTMLSelectElement>('What I work on in this period')
    fireEvent.change(choice, { target: { value: 'firstReplyTime' } })
    fireEvent.change(screen.getByLabelText('A word to myself'), { target: { value: 'Morning first' } })
    fireEvent.submit(choice.closest('form')!)
    await screen.findByText('Kept in this browser.')
    expect(screen.getByRole('button', { name: 'My own goal: First reply time' })).toBeDefined()
    expect(screen.getByRole('button', { name: 'Save as a file' })).toBeDefined()
  })
})

describe('around the numbers', () => {
  it('a newcomer is told what the first weeks are worth', async () => {
    await showState('newcomer')
    expect(read(screen.getByRole('note'))).toMatch(/^Your first weeks.*from Nov 1\./)
  })

  it('there is a way to the pages with more room', async () => {
    await showState('ready')
    fireEvent.click(screen.getByRole('link', { name: 'Details' }))
    expect(opened).toEqual(['team'])
  })

  it.each([
    ['self', 'Only you see this here.'],
    ['names', 'Colleagues see names and numbers.'],
  ] as const)('it says who else sees them: %s', async (privacy, words) => {
    await show(sample({ kind: 'ready', facts: ownFacts() }, { settings: { ...settingsWith({ csat: 90 }), privacy } }))
    expect(read(screen.getByRole('contentinfo'))).toContain(words)
  })
})
