// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { BILLING, SUPPORT } from './sampleFacts.ts'
import { NAV_BAR_SAMPLES } from './sampleStates.ts'
import { open, read } from './screen.tsx'

afterEach(cleanup)

const show = (name: string) => open(NAV_BAR_SAMPLES[name]!, { location: 'nav_bar' })
const row = (agent: number) => document.querySelector<HTMLElement>(`[data-agent="${agent}"]`)!
const cell = (agent: number, metric: string) => row(agent).querySelector<HTMLElement>(`[data-metric=${metric}]`)!
const names = () => screen.getAllByRole('rowheader').map(read)

describe('the team', () => {
  it('has the group’s own line, from its tickets', async () => {
    await show('ready')
    expect(screen.getByRole('heading', { level: 1, name: 'Billing' })).toBeDefined()
    const card = document.querySelector('li[data-metric=csat]')!
    expect(card.querySelector('data:not([data-part])')?.getAttribute('value')).toBe(String(299 / 342))
    expect(card.querySelector('[data-part=n]')?.getAttribute('value')).toBe('342')
  })

  it('has a row per agent with value, state in words, n and interval', async () => {
    await show('ready')
    const text = read(cell(11, 'firstContactResolution'))
    expect(text).toBe('74.6%On targetn 13095%: 67–81%')
    expect(cell(11, 'firstContactResolution').querySelector('data')?.getAttribute('value')).toBe(String(97 / 130))
  })

  it('marks the reader’s own row', async () => {
    await show('ready')
    expect(within(row(11)).getByText('You')).toBeDefined()
    expect(screen.getAllByText('You')).toHaveLength(1)
  })

  it('stands by name, says so, and can be turned around', async () => {
    await show('ready')
    expect(names()[0]).toContain('Amara Okafor')
    expect(screen.getByText(/Sorted by name, A to Z\. The order means nothing else\./)).toBeDefined()
    const header = screen.getByRole('columnheader', { name: /Agent/ })
    expect(header.getAttribute('aria-sort')).toBe('ascending')
    fireEvent.click(within(header).getByRole('button'))
    expect(header.getAttribute('aria-sort')).toBe('descending')
    expect(names().at(-1)).toContain('Amara Okafor')
  })

  it('shows no result and no counts of too few tickets', async () => {
    await show('ready')
    expect(read(cell(15, 'csat'))).toBe('Not enough yet')
    expect(cell(15, 'csat').querySelector('data')).toBeNull()
    expect(screen.getByText(/fewer than 20 tickets or ratings/)).toBeDefined()
  })

  it('shows no data as a dash, in words for screen readers, and never as 0', async () => {
    await show('ready')
    expect(read(cell(19, 'csat'))).toBe('–No data')
    expect(cell(19, 'csat').querySelector('data')).toBeNull()
  })

  it('counts former agents for the team and for no row', async () => {
    await show('ready')
    expect(row(90)).toBeNull()
    expect(screen.getByText(/^18 more tickets were solved by people who are no longer agents/)).toBeDefined()
  })

  it('says what was left out', async () => {
    await show('ready')
    expect(screen.getByRole('button', { name: /41 tickets left out/ })).toBeDefined()
  })

  it('scrolls in a region that the keyboard reaches', async () => {
    await show('ready')
    expect(screen.getByRole('region', { name: /Agents of Billing/ }).tabIndex).toBe(0)
  })
})

describe('the choice of a group', () => {
  it('lists the person’s own groups first', async () => {
    await show('ready')
    const picker = screen.getByRole('combobox', { name: 'Group' })
    expect([...picker.querySelectorAll('optgroup')].map(({ label }) => label)).toEqual(['Your groups', 'Other groups'])
    expect((picker as HTMLSelectElement).value).toBe(String(BILLING))
  })

  it('asks the store to read that group', async () => {
    const { store } = await show('ready')
    fireEvent.change(screen.getByRole('combobox', { name: 'Group' }), { target: { value: String(SUPPORT) } })
    expect(store.asked).toEqual([`group ${SUPPORT}`])
  })

  it('of an account that is known already shows at once', async () => {
    await show('account')
    fireEvent.change(screen.getByRole('combobox', { name: 'Group' }), { target: { value: String(SUPPORT) } })
    expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(/^Support/)
  })

  it('shows no other group’s name over the numbers of the one that was read', async () => {
    await show('ready')
    fireEvent.change(screen.getByRole('combobox', { name: 'Group' }), { target: { value: String(SUPPORT) } })
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Billing')
  })

  it('is asked for where it is not known, and own tickets are no team', async () => {
    await show('choose-group')
    expect(screen.getByText('Choose a group', { selector: 'p' })).toBeDefined()
    expect(screen.queryByRole('table')).toBeNull()
    expect(document.querySelectorAll('data')).toHaveLength(0)
  })
})

describe('a group that has not been read', () => {
  it('is named, with what reading it costs, and is read when the person says so', async () => {
    const { store } = await show('offered')
    expect(screen.getByRole('heading', { level: 1, name: 'Billing' })).toBeDefined()
    const remark = read(screen.getByRole('note'))
    expect(remark).toContain('This group has 9,400 tickets to read')
    expect(remark).toContain('About 95 requests, 2 minutes.')
    expect(document.querySelectorAll('data')).toHaveLength(0)
    expect(store.asked).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: 'Read this group' }))
    expect(store.asked).toEqual(['read'])
  })

  it('can be left for another one', async () => {
    const { store } = await show('offered')
    const picker = screen.getByRole('combobox', { name: 'Group' })
    expect((picker as HTMLSelectElement).value).toBe(String(BILLING))
    fireEvent.change(picker, { target: { value: String(SUPPORT) } })
    expect(store.asked).toEqual([`group ${SUPPORT}`])
  })
})

describe('a team of which older tickets are still being read', () => {
  it('shows its numbers, and says that this month is complete', async () => {
    await show('partial')
    expect(read(screen.getByRole('note'))).toContain('November 2026 is complete')
    expect(names()).toHaveLength(12)
  })

  it('says so when this month is not complete yet', async () => {
    await show('partial-month')
    const remark = read(screen.getByRole('note'))
    expect(remark).toContain('November 2026 is not complete yet')
    expect(remark).toContain('So far the numbers cover November 17 – 20, 2026.')
    expect(remark).toContain('300 of about 960 tickets, about 2 minutes left')
  })

  it('is never called empty', async () => {
    await show('partial-empty')
    expect(screen.queryByText(/No tickets yet/)).toBeNull()
  })
})

describe('a team without numbers', () => {
  it('has no tickets yet', async () => {
    await show('empty')
    expect(screen.getByText('No tickets yet in November 2026')).toBeDefined()
    expect(names()).toHaveLength(12)
    expect(document.querySelectorAll('data:not([data-part])')).toHaveLength(0)
  })

  it('has nobody in it', async () => {
    await show('nobody')
    expect(screen.getByText('Nobody is in this group, and nobody has tickets here.')).toBeDefined()
    expect(screen.queryByRole('table')).toBeNull()
  })

  it('may be one that the role hides, so that it is not said to be missing', async () => {
    await show('no-groups')
    expect(read(screen.getByRole('note'))).toContain('Either there are none, or your role may not see them.')
    expect(screen.queryByRole('combobox')).toBeNull()
  })

  it('is being read', async () => {
    await show('loading')
    expect(screen.getByText('300 of about 960 tickets, about 2 minutes left')).toBeDefined()
  })

  it('may not be read', async () => {
    await show('failed-forbidden')
    expect(within(screen.getByRole('alert')).getByText('Your role can’t read these tickets')).toBeDefined()
  })

  it('keeps its old numbers while offline', async () => {
    await show('stale-offline')
    expect(screen.getByText('You are offline')).toBeDefined()
    expect(names()).toHaveLength(12)
  })
})

describe('a setting that cannot be read', () => {
  it('is named to an admin', async () => {
    await show('settings-admin')
    expect(read(screen.getByRole('note'))).toContain('csat_target_percent')
  })
})
