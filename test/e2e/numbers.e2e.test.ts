import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { oracle, type Answer } from '../oracle/oracle.ts'
import { startStandIn, type StandIn } from '../zendesk/server.ts'
import { launchBrowser } from './browser.ts'
import { openView } from './workspace.ts'

const NOW = Date.parse('2026-11-20T10:42:00Z')
const NOVEMBER = { start: Date.parse('2026-10-31T23:00:00Z'), end: Date.parse('2026-11-30T23:00:00Z') }
const SETTINGS = {
  business_hours: true,
  csat_target_percent: 85,
  first_contact_resolution_target_percent: 70,
  first_reply_target_minutes: 45,
  full_resolution_target_minutes: 540,
  minimum_sample: 5,
}
/** The four that the screens show. */
const SHOWN = ['firstReplyTime', 'fullResolutionTime', 'firstContactResolution', 'csat']

let standIn: StandIn
let browser: Browser
const folder = mkdtempSync(join(tmpdir(), 'laurel-'))
const settingsFile = join(folder, 'settings.json')

beforeAll(async () => {
  writeFileSync(settingsFile, JSON.stringify(SETTINGS))
  standIn = await startStandIn({ sdk: 'cdn', now: NOW })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await standIn.close()
  rmSync(folder, { recursive: true })
})

/** Readings keep to a pace. */
const PATIENT = { timeout: 100_000 }
/** What the browser itself writes when somebody who is no admin asks for the export, which is tried now and then. */
const REFUSAL = 'Failed to load resource: the server responded with a status of 403 (Forbidden)'
/** The team's own tiles, above the table. */
const TEAM = ':not(td)'

type Numbers = Record<string, { value: number | null; n: number | null }>

/** The numbers of the metrics in these parts of the app, as the markup gives them to machines. */
async function numbersIn(view: Awaited<ReturnType<typeof openView>>, parts: string): Promise<Numbers> {
  await view.app.waitForSelector(`${parts}[data-metric=csat]`)
  const found = await view.app.evaluate((selector) => {
    const found: Numbers = {}
    for (const part of document.querySelectorAll<HTMLElement>(`${selector}[data-metric]`)) {
      const number = (element: HTMLDataElement | null) => (element === null ? null : Number(element.value))
      found[part.dataset['metric']!] = {
        value: number(part.querySelector('data:not([data-part])')),
        n: number(part.querySelector('data[data-part=n]')),
      }
    }
    return found
  }, parts)
  for (const number of Object.values(found)) number.value = rounded(number.value)
  return found
}

/** Twelve digits: what two ways of dividing agree on. */
function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(12))
}

/** The command, as people type it. */
async function command(as: string, by: 'agent' | 'group'): Promise<Answer> {
  const address = standIn.hostUrl.replace('://', `://${as}@`)
  const asked = ['--from', address, '--settings', settingsFile, '--period', '2026-11', '--time-zone', 'Europe/Rome']
  const when = ['--now', new Date(NOW).toISOString(), '--by', by, '--json']
  const { stdout } = await promisify(execFile)('npm', ['run', '-s', 'scorecards', '--', ...asked, ...when], {
    maxBuffer: 1 << 26,
  })
  return JSON.parse(stdout) as Answer
}

/** The pages that a person's search gives, followed by hand. */
async function searched(as: string, query: string): Promise<unknown[]> {
  const headers = { authorization: `Basic ${Buffer.from(`${as}:`).toString('base64')}` }
  const get = async (path: string) =>
    (await fetch(`${standIn.hostUrl}/api/v2/${path}`, { headers })).json() as Promise<Record<string, never>>
  const pages: unknown[] = [await get('users.json?role[]=agent&role[]=admin&page[size]=100'), await get('groups.json')]
  const first = `search/export.json?query=${encodeURIComponent(query)}&filter[type]=ticket&page[size]=1000&include=tickets(metric_sets)`
  for (let path = first; ;) {
    const page = await get(path)
    pages.push(page)
    const { has_more, after_cursor } = page['meta'] as unknown as { has_more: boolean; after_cursor: string }
    if (!has_more) return pages
    path = `${first}&page[after]=${encodeURIComponent(after_cursor)}`
  }
}

function naive(pages: readonly unknown[], by: 'agent' | 'group'): Answer {
  return oracle({ pages, settings: SETTINGS, period: NOVEMBER, now: NOW, by })
}

/** What the screen is to show of a subject: no value without data, and none in a table before there is enough. */
function numbersOf(answer: Answer, id: number, hidesSmall = false): Numbers {
  const { lines } = answer.scorecards.find(({ subject }) => subject.id === id)!
  return Object.fromEntries(
    lines
      .filter(({ metric }) => SHOWN.includes(metric))
      .map(({ metric, value, n, state }) => {
        const hidden = hidesSmall && (state === 'notEnough' || state === 'noData')
        return [metric, { value: hidden ? null : rounded(value), n: hidden ? null : n }]
      }),
  )
}

describe('the numbers', () => {
  it("of an agent's sidebar are those of the command and of the naive computation", async () => {
    const me = (await searchedPerson('agent')).id
    const view = await openView(browser, standIn, { as: 'agent', settings: SETTINGS }, NOW)
    const shown = await numbersIn(view, '')
    const byCommand = numbersOf(await command('agent', 'agent'), me)
    const byHand = numbersOf(
      naive(await searched('agent', `assignee:${me} updated>=2026-10-31T23:00:00Z`), 'agent'),
      me,
    )
    expect(Object.keys(shown).sort()).toEqual([...SHOWN].sort())
    expect(shown).toEqual(byCommand)
    expect(shown).toEqual(byHand)
    expect(Object.values(shown).every(({ n }) => n !== null && n > 0)).toBe(true)
    expect(view.errors.filter((error) => error !== REFUSAL)).toEqual([])
    await view.context.close()
  })

  it("of a lead's team are those of the command and of the naive computation, row by row", async () => {
    const view = await openView(browser, standIn, { as: 'lead', place: 'nav_bar', settings: SETTINGS }, NOW)
    await view.app.locator('button', { hasText: 'Read this group' }).click()
    await view.app.waitForSelector('tr[data-agent]', PATIENT)
    const group = Number(await view.app.locator('select').first().inputValue())
    const team = await numbersIn(view, TEAM)
    const rows = await view.app.locator('tr[data-agent]').evaluateAll((all) => all.map((row) => row.dataset['agent']!))
    const pages = await searched('lead', `group:${group} updated>=2026-10-31T23:00:00Z`)
    const groups = await command('lead', 'group')
    expect(team).toEqual(numbersOf(groups, group))
    expect(team).toEqual(numbersOf(naive(pages, 'group'), group))
    const agents = naive(pages, 'agent')
    expect(rows.length).toBeGreaterThan(5)
    for (const id of rows) {
      expect([id, await numbersIn(view, `tr[data-agent="${id}"] td`)]).toEqual([
        id,
        numbersOf(agents, Number(id), true),
      ])
    }
    expect(view.errors.filter((error) => error !== REFUSAL)).toEqual([])
    await view.context.close()
  })

  it('of an admin include the rating records, in the sidebar, the team and the command alike', async () => {
    const view = await openView(browser, standIn, { as: 'admin', place: 'nav_bar', settings: SETTINGS }, NOW)
    await view.app.waitForSelector('tr[data-agent]', PATIENT)
    const group = Number(await view.app.locator('select').first().inputValue())
    expect(await numbersIn(view, TEAM)).toEqual(numbersOf(await command('admin', 'group'), group))
    await view.context.close()
  })
})

async function searchedPerson(as: string): Promise<{ id: number }> {
  const headers = { authorization: `Basic ${Buffer.from(`${as}:`).toString('base64')}` }
  const answer = await fetch(`${standIn.hostUrl}/api/v2/users/me.json`, { headers })
  return ((await answer.json()) as { user: { id: number } }).user
}
