import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

interface Report {
  readonly period: { readonly id: string; readonly start: string; readonly end: string; readonly timeZone: string }
  readonly tickets: { readonly read: number; readonly counted: number; readonly leftOut: Record<string, number> }
  readonly scorecards: readonly {
    readonly subject: { readonly id: number; readonly name: string | null }
    readonly lines: readonly Record<string, unknown>[]
    readonly score: number | null
  }[]
}

const folder = mkdtempSync(join(tmpdir(), 'laurel-'))
const pages = join(folder, 'pages')

function run(...args: string[]) {
  const command = ['--import', 'tsx', 'src/headless/scorecards.ts', ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' })
  return { status, stdout, stderr, report: () => JSON.parse(stdout) as Report }
}

const solved = (id: number, parts: object = {}) => ({
  id,
  status: 'solved',
  assignee_id: 7,
  group_id: 70,
  tags: [],
  created_at: '2026-09-10T08:00:00Z',
  updated_at: '2026-09-12T08:00:00Z',
  satisfaction_rating: { score: 'good' },
  metric_set: {
    solved_at: '2026-09-11T08:00:00Z',
    replies: 1,
    reopens: 0,
    assignee_stations: 1,
    reply_time_in_minutes: { calendar: 30, business: 10 },
    full_resolution_time_in_minutes: { calendar: 1440, business: 480 },
  },
  ...parts,
})

beforeAll(() => {
  mkdirSync(pages)
  writeFileSync(
    join(pages, '1.json'),
    JSON.stringify({
      tickets: [solved(1), solved(2, { created_at: 'yesterday' }), solved(3, { metric_set: undefined })],
    }),
  )
  writeFileSync(join(pages, '2.json'), '<!doctype html><title>Sign in</title>')
  writeFileSync(
    join(pages, 'people.json'),
    JSON.stringify({
      users: [{ id: 7, name: 'Ana', role: 'agent', active: true }],
      groups: [{ id: 70, name: 'Billing' }],
    }),
  )
  writeFileSync(
    join(pages, 'tickets.ndjson'),
    `${JSON.stringify(solved(4, { satisfaction_rating: { score: 'wonderful' } }))}\n{"id": 5,\n`,
  )
})
afterAll(() => rmSync(folder, { recursive: true }))

const SEPTEMBER = ['--period', '2026-09', '--now', '2026-10-20T00:00:00Z', '--json']

describe('the scorecards command', () => {
  it('counts what it can read, and names what it left out', () => {
    const { status, stderr, report } = run('--from', pages, ...SEPTEMBER)
    expect(status).toBe(0)
    expect(report().tickets).toEqual({ read: 6, counted: 2, leftOut: { unreadable: 3, unknownMetrics: 1 } })
    expect(stderr).toMatch(/2\.json: not JSON, left out/)
    expect(stderr).toMatch(/1\.json: 1 unreadable ticket/)
    expect(stderr).toMatch(/tickets\.ndjson:2: not JSON, left out/)
    const [ana] = report().scorecards
    expect(ana!.subject).toEqual({ kind: 'agent', id: 7, name: 'Ana' })
    expect(ana!.lines.map(({ metric, value, n }) => [metric, value, n])).toEqual([
      ['firstReplyTime', 30, 2],
      ['fullResolutionTime', 1440, 2],
      ['firstContactResolution', 1, 2],
      ['csat', 1, 1],
      ['reopenRate', 0, 2],
      ['solvedTickets', 2, 2],
      ['oneAssigneeShare', 1, 2],
    ])
  })

  it('uses business hours, goals and the sample that the settings ask for', () => {
    const settings = join(folder, 'settings.json')
    writeFileSync(settings, JSON.stringify({ business_hours: true, first_reply_target_minutes: 20, minimum_sample: 2 }))
    const { report } = run('--from', pages, '--settings', settings, '--by', 'group', ...SEPTEMBER)
    expect(report().scorecards[0]!.lines[0]).toEqual({
      metric: 'firstReplyTime',
      value: 10,
      p90: 10,
      unit: 'minutes',
      n: 2,
      interval: null,
      provisional: 0,
      goal: { threshold: 30, target: 20, stretch: 16, scope: 'account' },
      attainment: 1.2,
      state: 'stretch',
    })
  })

  it('names a setting that cannot be read, and goes on without it', () => {
    const settings = join(folder, 'broken.json')
    writeFileSync(settings, JSON.stringify({ csat_target_percent: 'ninety', first_reply_target_minutes: 20 }))
    const { status, stderr, report } = run('--from', pages, '--settings', settings, ...SEPTEMBER)
    expect(status).toBe(0)
    expect(stderr).toContain('csat_target_percent: found ninety, expected a number from 0 to 100')
    expect(
      report()
        .scorecards[0]!.lines.map(({ goal }) => goal !== null)
        .slice(0, 4),
    ).toEqual([true, false, false, false])
  })

  it('tells the period in the time zone that was asked for', () => {
    const { report } = run('--from', pages, '--time-zone', 'Europe/Rome', ...SEPTEMBER)
    expect(report().period).toEqual({
      id: '2026-09',
      start: '2026-08-31T22:00:00Z',
      end: '2026-09-30T22:00:00Z',
      timeZone: 'Europe/Rome',
    })
  })

  it('prints a table for people', () => {
    const { stdout } = run('--from', pages, '--period', '2026-09', '--now', '2026-10-20T00:00:00Z')
    expect(stdout).toMatch(/6 tickets read, 2 counted, left out: 3 unreadable, 1 unknownMetrics/)
    expect(stdout).toMatch(/Ana +30 min \(2\)/)
  })

  it('reads recorded answers of real accounts, and says that there is no data', () => {
    const { status, report } = run('--from', 'test/fixtures/recorded', ...SEPTEMBER)
    expect(status).toBe(0)
    expect(report().tickets.read).toBe(199)
    expect(report().tickets.leftOut).not.toHaveProperty('unreadable')
    const states = report().scorecards.flatMap(({ lines }) => lines.map(({ state }) => state))
    expect(new Set(states)).toEqual(new Set(['noData']))
  })

  it.each([
    { wrong: 'a folder that is not there', args: ['--from', '/no/such/folder'], says: /no such folder/ },
    { wrong: 'an address that is none', args: ['--from', 'http://'], says: /no such address/ },
    { wrong: 'no source', args: [], says: /--from is missing/ },
    { wrong: 'a week that does not exist', args: ['--from', '.', '--period', '2025-W53'], says: /no such period/ },
    { wrong: 'an unknown zone', args: ['--from', '.', '--time-zone', 'Mars/Base'], says: /no such time zone/ },
    { wrong: 'a now that is none', args: ['--from', '.', '--now', 'soon'], says: /expected an ISO instant/ },
    { wrong: 'a settings file that is not JSON', args: ['--from', '.', '--settings', 'README.md'], says: /not JSON/ },
    { wrong: 'an unknown option', args: ['--form', '.'], says: /--form/ },
  ])('ends with 2 and one clear line after $wrong', ({ args, says }) => {
    const { status, stdout, stderr } = run(...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr.split('\n')[0]).toMatch(says)
  })

  it('ends with 1 when the account does not answer', () => {
    const { status, stderr } = run('--from', 'http://127.0.0.1:9', '--period', '2026-09')
    expect([status, stderr]).toEqual([1, 'no answer from the account\n'])
  })
})
