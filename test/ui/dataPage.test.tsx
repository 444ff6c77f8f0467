// @vitest-environment happy-dom
import { act, cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { NO_INSIGHT } from '../../src/sync/insight.ts'
import { NOW } from './sampleTickets.ts'
import { ownFacts, teamFacts } from './sampleFacts.ts'
import { NAV_BAR_SAMPLES, type Sample, sample } from './sampleStates.ts'
import { open, read } from './screen.tsx'

const goTo = (page: string) =>
  act(() => {
    window.location.hash = page
    window.dispatchEvent(new HashChangeEvent('hashchange'))
  })

afterEach(() => {
  cleanup()
  goTo('')
})

async function show(of: Sample) {
  const shown = await open(of, { location: 'nav_bar', locale: 'en-GB' })
  goTo('data')
  return shown
}
const showState = (name: string) => show(NAV_BAR_SAMPLES[name]!)
const panel = (name: string) => screen.getByRole('region', { name })
const entry = (name: string, of: string) =>
  read(within(panel(of)).getByText(name, { selector: 'dt' }).nextElementSibling)

const VIEW = 'Whose view this is'
const TICKETS = 'Tickets'
const COST = 'Freshness and cost'
const OPEN = 'What only your account can settle'

describe('the pages of the nav bar', () => {
  it('are links, of which one is where the reader is', async () => {
    await open(NAV_BAR_SAMPLES['ready']!, { location: 'nav_bar' })
    const pages = within(screen.getByRole('navigation', { name: 'Pages' })).getAllByRole('link')
    expect(pages.map((link) => [read(link), link.getAttribute('href'), link.getAttribute('aria-current')])).toEqual([
      ['Team', '#team', 'page'],
      ['Goals', '#goals', null],
      ['Data', '#data', null],
    ])
    goTo('data')
    expect(screen.getByRole('link', { current: 'page' }).textContent).toBe('Data')
    expect(screen.getByRole('heading', { level: 1, name: 'Data' })).toBeDefined()
    goTo('team')
    expect(screen.getByRole('heading', { level: 1, name: 'Billing' })).toBeDefined()
  })

  it('that do not exist lead to the team', async () => {
    await open(NAV_BAR_SAMPLES['ready']!, { location: 'nav_bar' })
    goTo('constructor')
    expect(screen.getByRole('heading', { level: 1, name: 'Billing' })).toBeDefined()
  })

  it.each(Object.keys(NAV_BAR_SAMPLES))('are there in every state: %s', async (name) => {
    await showState(name)
    expect(screen.getByRole('link', { name: 'Team' })).toBeDefined()
    expect(screen.getByRole('heading', { level: 1, name: 'Data' })).toBeDefined()
    expect(panel(OPEN)).toBeDefined()
  })
})

describe('whose view it is', () => {
  it('of a lead names the person, the group, and that others may see other totals', async () => {
    await showState('ready')
    expect(entry('Read as', VIEW)).toContain('Amara Okafor')
    expect(entry('Tickets of', VIEW)).toMatch(/^Billing.*Somebody with other rights can see other totals/)
    expect(entry('Whole account', VIEW)).toContain('Not open to you')
    expect(entry('A group, or own tickets', VIEW)).toContain('Open to you, by search')
    expect(entry('Rating records', VIEW)).toContain('the score on each ticket counts')
  })

  it('of an admin is the whole account', async () => {
    await showState('account')
    expect(entry('Tickets of', VIEW)).toMatch(/^The whole account/)
    expect(entry('Whole account', VIEW)).toContain('Open to you, by Zendesk’s export')
    expect(entry('Rating records', VIEW)).toContain('a rating counts on its day')
  })

  it('is not told before anything was tried', async () => {
    await show(sample({ kind: 'loading', progress: { read: 0, expected: null } }))
    expect(entry('Whole account', VIEW)).toBe('Not tried yet.')
    expect(entry('A group, or own tickets', VIEW)).toBe('Not tried yet.')
  })

  it('of a role that was refused says so, and shows no numbers', async () => {
    await showState('failed-forbidden')
    expect(entry('A group, or own tickets', VIEW)).toContain('Not open to you: Zendesk refused')
    expect(read(panel(TICKETS))).toContain('Nothing has been read yet.')
    expect(document.querySelectorAll('data')).toHaveLength(0)
  })
})

describe('the tickets', () => {
  it('add up: read, counted, and left out with every reason', async () => {
    await show(sample({ kind: 'ready', facts: ownFacts() }))
    expect(entry('Read', TICKETS)).toBe('322')
    expect(entry('Counted', TICKETS)).toBe('281')
    expect(entry('Left out', TICKETS)).toMatch(/^41/)
    expect(within(panel(TICKETS)).getAllByRole('listitem').map(read)).toEqual([
      '2 deleted: They are in the bin.',
      '18 merged: The other ticket counts instead.',
      '12 without an assignee: Nobody can be credited.',
      '9 with an excluded tag: An admin chose the tag.',
    ])
  })

  it('of a group that is only offered are not a zero', async () => {
    await showState('offered')
    expect(read(panel(TICKETS))).toContain('Nothing has been read yet.')
    expect(document.querySelectorAll('data')).toHaveLength(0)
  })
})

describe('freshness and cost', () => {
  it('are told with zone, days and requests', async () => {
    await showState('ready')
    expect(entry('Last reading', COST)).toBe('As of 10:42, Europe/Rome')
    expect(entry('Complete for', COST)).toContain('22 August – 20 November 2026')
    expect(entry('Requests', COST)).toContain('97 requests to Zendesk')
  })

  it('name the day of numbers that are older', async () => {
    const facts = { ...teamFacts(), asOf: NOW - 86_400 }
    await show(sample({ kind: 'stale', facts, error: { kind: 'offline' } }))
    expect(entry('Last reading', COST)).toBe('As of 19 Nov, 10:42, Europe/Rome')
  })

  it('of what is kept need no request', async () => {
    await show(sample({ kind: 'ready', facts: ownFacts() }))
    expect(entry('Requests', COST)).toMatch(/^None/)
  })
})

describe('what only the account can settle', () => {
  it('is "not seen yet" until it was', async () => {
    await show(sample({ kind: 'ready', facts: teamFacts() }))
    expect(within(panel(OPEN)).getAllByText('Not seen yet.')).toHaveLength(4)
  })

  it('is told as it was seen, the good news', async () => {
    await showState('ready')
    expect(entry('Times in search results', OPEN)).toContain('They come with each ticket.')
    expect(entry('Requests left', OPEN)).toContain('Laurel slows down before they run out')
    expect(entry('Storage in this browser', OPEN)).toContain('no people’s names and no customers’ words')
  })

  it('is told as it was seen, the bad news', async () => {
    await showState('account')
    expect(entry('Times in search results', OPEN)).toContain('They do not come along.')
    expect(entry('Requests left', OPEN)).toContain('Zendesk does not tell')
    expect(entry('Storage in this browser', OPEN)).toContain('Nothing is kept')
  })

  it('about agents is answered by what an agent may do', async () => {
    await show(sample({ kind: 'ready', facts: teamFacts() }, { insight: { ...NO_INSIGHT, ratings: false } }))
    expect(entry('Rating records for agents', OPEN)).toContain('Agents may not read them.')
  })

  it('about agents is not answered by what an admin may do', async () => {
    await showState('account')
    expect(entry('Rating records for agents', OPEN)).toContain('Not seen yet.')
  })
})
