// @vitest-environment happy-dom
import { ThemeProvider } from '@zendeskgarden/react-theming'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import fc from 'fast-check'
import type { ReactElement } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Baseline, baseline } from '../../src/domain/baseline.ts'
import type { Marks } from '../../src/domain/goal.ts'
import { measurementOfNothing } from '../../src/domain/measurement.ts'
import type { MeasuredPeriod } from '../../src/domain/measuring.ts'
import { type MetricKey, METRICS, SCORECARD_METRICS } from '../../src/domain/metrics.ts'
import { latestPeriods } from '../../src/domain/period.ts'
import { replay, type Replay } from '../../src/domain/replay.ts'
import { DEFAULT_GUARDS, type RulebookVersion } from '../../src/domain/rulebook.ts'
import { ENGLISH, translator } from '../../src/i18n/translate.ts'
import { withPages } from '../../src/i18n/pages.ts'
import { LanguageProvider } from '../../src/ui/Language.tsx'
import { BaselineAssistant } from '../../src/ui/navbar/goals/BaselineAssistant.tsx'
import { barsOn, baselineAxis } from '../../src/ui/navbar/goals/baselineAxis.ts'
import { csv, replayCsv } from '../../src/ui/navbar/goals/replayCsv.ts'
import { ReplayReport } from '../../src/ui/navbar/goals/ReplayReport.tsx'
import { replayScale } from '../../src/ui/navbar/goals/replayScale.ts'
import { themeOf } from '../../src/ui/theme.ts'
import { read } from './screen.tsx'
import { NOW, ZONE } from './sampleTickets.ts'
import { accountGoal } from '../fixtures/goal.ts'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const t = translator('en', withPages([ENGLISH]) as Exclude<ReturnType<typeof withPages>, Promise<unknown>>)

function show(element: ReactElement) {
  return render(
    <ThemeProvider theme={themeOf('light', 'ltr')}>
      <LanguageProvider locale="en" timeZone={ZONE} complete={withPages}>
        {element}
      </LanguageProvider>
    </ThemeProvider>,
  )
}

/** The half year up to November 2026. */
const MONTHS = latestPeriods('month', 6, NOW, ZONE)

type Values = Readonly<Partial<Record<MetricKey, number>>>

/** Somebody's month, each value from 50 tickets. */
const agentMonth = (id: number, team: number | null, values: Values, solved = 50) => ({
  subject: { kind: 'agent' as const, id, name: null },
  team,
  measurements: SCORECARD_METRICS.map((metric) => {
    const value = metric === 'solvedTickets' ? solved : (values[metric] ?? null)
    return {
      ...measurementOfNothing(metric),
      ...(value === null ? {} : { value, n: metric === 'solvedTickets' ? solved : 50 }),
    }
  }),
})

const months = (agentsOf: (month: number) => MeasuredPeriod['agents'], count = 6): readonly MeasuredPeriod[] =>
  MONTHS.slice(-count).map((period, month) => ({ period, agents: agentsOf(month), groups: [] }))

/** A half year in which each of these values was somebody's month. */
function pastOf(metric: MetricKey, values: readonly number[], count = 6): Baseline {
  const measured = months(
    (month) => values.flatMap((value, id) => (id % count === month ? [agentMonth(id, null, { [metric]: value })] : [])),
    count,
  )
  return baseline(metric, measured, { scope: 'account', of: null }, 20, 'month')
}

const REPLIES = pastOf('firstReplyTime', [10, 20, 30, 40, 50, 60])
const CSAT = pastOf('csat', [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1])

describe('the baseline assistant', () => {
  const assistant = (past: Baseline, current: Marks | null, onUse: ((marks: Marks) => void) | null = null) =>
    show(<BaselineAssistant metric={past.metric} baseline={past} current={current} clock="business" onUse={onUse} />)
  const cell = (mark: string, version: string) =>
    read(document.querySelector(`tr[data-mark=${mark}] td[data-version=${version}]`))

  it('says how much past there is', () => {
    assistant(CSAT, null)
    expect(screen.getByRole('heading', { level: 3, name: 'The past of CSAT' })).toBeDefined()
    expect(screen.getByText('11 agent-months from 6 months, each with enough tickets.')).toBeDefined()
  })

  it('shows each mark as it is and as it is suggested, with how often it would have been reached', () => {
    assistant(REPLIES, { threshold: 60, target: 25, stretch: 5 })
    expect(['threshold', 'target', 'stretch'].map((mark) => [cell(mark, 'current'), cell(mark, 'suggested')])).toEqual([
      ['1 hreached in 100%', '50 minreached in 83.3%'],
      ['25 minreached in 33.3%', '32 minreached in 50%'],
      ['5 minreached in 0%', '20 minreached in 33.3%'],
    ])
    expect(screen.getByText(/threshold to be reached in 80% of the past, the target in about 45%, the stretch in 20%/))
  })

  it('draws both where they stand, each mark with a shape of its own', () => {
    assistant(REPLIES, { threshold: 60, target: 25, stretch: 5 })
    const signs = [...document.querySelectorAll('g[data-mark]')]
    expect(signs.map((sign) => [sign.getAttribute('data-version'), sign.getAttribute('data-mark')])).toEqual([
      ['current', 'threshold'],
      ['current', 'target'],
      ['current', 'stretch'],
      ['suggested', 'threshold'],
      ['suggested', 'target'],
      ['suggested', 'stretch'],
    ])
    expect(new Set(signs.slice(0, 3).map((sign) => sign.querySelector('path')!.getAttribute('d'))).size).toBe(3)
    const places = signs.map((sign) => Number.parseFloat(sign.querySelector('line')!.getAttribute('x1')!))
    expect([places[0]! < places[1]!, places[1]! < places[2]!, places[3]! < places[4]!]).toEqual([true, true, true])
  })

  it('has no column for a goal that is not set, and none of its rates for a mark that is still being typed', () => {
    assistant(CSAT, null)
    expect(screen.queryByRole('columnheader', { name: 'This draft' })).toBeNull()
    cleanup()
    assistant(CSAT, { threshold: 0.8, target: NaN, stretch: 1 })
    expect(cell('target', 'current')).toBe('–No data')
    expect(document.querySelector('g[data-mark=target][data-version=current]')).toBeNull()
    expect(document.body.innerHTML).not.toContain('NaN')
  })

  it('hands over what it suggests', () => {
    const used: Marks[] = []
    assistant(CSAT, null, (marks) => void used.push(marks))
    fireEvent.click(screen.getByRole('button', { name: 'Use suggested' }))
    expect(used).toEqual([CSAT.suggested])
  })

  it('has no such button where nothing can be changed', () => {
    assistant(CSAT, null)
    expect(screen.queryByRole('button', { name: 'Use suggested' })).toBeNull()
  })

  it('says how much past is missing, and suggests nothing', () => {
    assistant(pastOf('csat', [0.8, 0.9], 2), { threshold: 0.8, target: 0.9, stretch: 1 }, () => undefined)
    expect(screen.getByText(/^Measured so far: 2 months\. A suggestion needs 6 months/)).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Use suggested' })).toBeNull()
    expect(screen.queryByRole('columnheader', { name: 'Suggested' })).toBeNull()
    expect(cell('target', 'current')).toBe('90%reached in 50%')
  })

  it('says so when there is nothing yet', () => {
    assistant(pastOf('csat', []), { threshold: 0.8, target: 0.9, stretch: 1 })
    expect(screen.getByText('No agent-month yet with enough tickets.')).toBeDefined()
    expect(screen.getByText(/^Measured so far: no month\./)).toBeDefined()
    expect(screen.queryByRole('img')).toBeNull()
    expect(screen.queryByRole('table')).toBeNull()
  })

  it('says where people lie too close together for its aims', () => {
    assistant(pastOf('csat', [0.79, 0.79, 0.8, 0.8, 0.8, 0.82]), null)
    expect(screen.getByText(/Here people lie close together/)).toBeDefined()
    cleanup()
    assistant(CSAT, null)
    expect(screen.queryByText(/Here people lie close together/)).toBeNull()
  })

  it('says in words what its pictures show, and has the numbers behind them in tables', () => {
    assistant(CSAT, null)
    expect(screen.getAllByRole('img').map((picture) => picture.getAttribute('aria-label'))).toEqual([
      'How CSAT lies, from 50% to 100%. Further along is better. The tables below have the numbers.',
      'The median of each period, from 65% in June 2026 to 75% in November 2026. Higher up is better. The tables below have the numbers.',
    ])
    fireEvent.click(screen.getByRole('button', { name: 'The numbers behind the pictures' }))
    const spread = screen.getByRole('table', { name: 'How the values of CSAT lie' })
    const counts = within(spread)
      .getAllByRole('row')
      .slice(1)
      .map((row) => read(row.lastElementChild))
    expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(11)
    const medians = screen.getByRole('table', { name: 'Median of each period' })
    expect(within(medians).getAllByRole('row')).toHaveLength(7)
    expect(within(medians).getByRole('rowheader', { name: 'November 2026' })).toBeDefined()
  })

  it('writes nothing inside a drawing, so that it can be mirrored', () => {
    assistant(REPLIES, { threshold: 60, target: 25, stretch: 5 })
    expect(document.querySelectorAll('svg text')).toHaveLength(0)
  })
})

describe('the axis of a baseline', () => {
  const anyValues = fc.oneof(
    fc.record({
      metric: fc.constantFrom<MetricKey>('csat', 'firstContactResolution', 'reopenRate'),
      values: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 }),
    }),
    fc.record({
      metric: fc.constantFrom<MetricKey>('firstReplyTime', 'fullResolutionTime'),
      values: fc.array(
        fc.integer({ min: 0, max: 2_000_000 }).map((halves) => halves / 2),
        { minLength: 1, maxLength: 40 },
      ),
    }),
  )

  it('has a place for every value, further along the better it is', () => {
    fc.assert(
      fc.property(anyValues, ({ metric, values }) => {
        const { place } = baselineAxis(metric, values)
        const better = METRICS[metric].better === 'higher' ? 1 : -1
        const places = values.toSorted((a, b) => (a - b) * better).map(place)
        for (const each of places) expect(each >= 0 && each <= 1).toBe(true)
        expect(places).toEqual(places.toSorted((a, b) => a - b))
      }),
      { seed: 3 },
    )
  })

  it('has bars that hold every value of one minute at least once, beside each other, the tallest as tall as it gets', () => {
    fc.assert(
      fc.property(anyValues, ({ metric, values }) => {
        const all = values.map((value) => (METRICS[metric].unit === 'minutes' ? Math.max(1, value) : value))
        const axis = baselineAxis(metric, all)
        const bars = barsOn(axis, all)
        expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(all.length)
        expect(Math.max(...bars.map(({ height }) => height))).toBe(1)
        expect(bars.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(1, 9)
        expect(bars.length).toBeLessThanOrEqual(15)
        expect(axis.ticks.length).toBeLessThanOrEqual(5)
        for (const { width } of bars) expect(width).toBeGreaterThan(0)
      }),
      { seed: 3 },
    )
  })

  it.each<[MetricKey, number[], number[]]>([
    ['csat', [0.5, 1], [0.5, 0.65, 0.8, 0.95]],
    ['firstReplyTime', [10, 60], [10, 20, 45]],
    ['fullResolutionTime', [300, 900], [240, 360, 480, 720, 960]],
  ])('of %s from %j has numbers at %j', (metric, values, ticks) => {
    expect(baselineAxis(metric, values).ticks).toEqual(ticks)
  })
})

const IN_FORCE: RulebookVersion = {
  version: 3,
  effectiveFrom: null,
  reason: '',
  goals: [accountGoal('csat', [0.8, 0.9, 1]), accountGoal('firstReplyTime', [60, 30, 20])],
  weights: new Map([
    ['csat', 60],
    ['firstReplyTime', 40],
  ]),
  guards: DEFAULT_GUARDS,
  teamShare: 0,
  badges: [],
  retired: [],
}
const DRAFT: RulebookVersion = {
  ...IN_FORCE,
  version: 4,
  goals: [accountGoal('csat', [0.8, 0.96, 1]), accountGoal('firstReplyTime', [60, 45, 20])],
}

/** Ada falls by CSAT, Ben rises by first reply time, Cy stays; Dora was there in June alone. */
const PAST = months((month) => [
  agentMonth(1, 10, { csat: 0.92, firstReplyTime: 20 }, 30),
  agentMonth(2, 10, { csat: 0.8, firstReplyTime: 45 }, 60),
  agentMonth(3, 20, { csat: 1, firstReplyTime: 60 }, 90),
  ...(month === 0 ? [agentMonth(4, 20, { csat: 0.84, firstReplyTime: 20 }, 90)] : []),
])
const REPLAY = replay(PAST, IN_FORCE, DRAFT, 20)

const NAMES: Readonly<Record<number, string>> = { 1: 'Ada', 2: 'Ben', 3: 'Cy', 4: 'Dora', 10: 'Billing', 20: 'Chat' }
const nameOf = (_: 'agent' | 'group', id: number) => NAMES[id] ?? `No. ${id}`

describe('the replay', () => {
  const report = (of: Replay) =>
    show(<ReplayReport replay={of} present="version 3" draft="version 4" nameOf={nameOf} minimumSample={20} />)
  const table = (name: string | RegExp) => screen.getByRole('table', { name })
  const rows = (name: string | RegExp) =>
    within(table(name))
      .getAllByRole('row')
      .slice(1)
      .map((row) => [...row.children].map(read))
  const person = (id: number) => document.querySelector<HTMLElement>(`tr[data-agent="${id}"]`)!

  it('says what it compares, and that nothing that is past changes', () => {
    report(REPLAY)
    expect(screen.getByRole('heading', { level: 3, name: 'What the past would have been' })).toBeDefined()
    const words = read(document.body)
    expect(words).toContain('June 2026 to November 2026, as version 3 and as version 4 would judge it.')
    expect(words).toContain('For reading only: past scores stay as they were.')
    expect(words).toContain('Where there are fewer than 20 tickets or ratings, neither version judges.')
  })

  it('has the figures of both versions beside each other', () => {
    report(REPLAY)
    // In force: Ada 60 · 1.04 + 48, Ben 20, Cy 72, Dora 24 + 48. Draft: Ada 45 + 48, Ben 40, Cy 72, Dora 15 + 48.
    expect(rows('The scores under both versions')).toEqual([
      ['Median score', '72', '72'],
      ['Scores of 100 or more', '6 of 19', '0 of 19'],
      ['From lowest to highest', '20 to 110.4', '40 to 93'],
      ['Points from one period to the next, on average', '0', '0'],
      ['Largest change for one person', '', 'Ben, +20'],
    ])
  })

  it('has the hit rates of each goal beside each other', () => {
    report(REPLAY)
    expect(rows(/^Share of people and periods/)).toEqual([
      ['First reply time', 'Threshold', '100%', '100%'],
      ['Target', '36.8%', '68.4%'],
      ['Stretch', '36.8%', '36.8%'],
      ['CSAT', 'Threshold', '100%', '100%'],
      ['Target', '63.2%', '31.6%'],
      ['Stretch', '31.6%', '31.6%'],
    ])
  })

  it('has everybody with both scores and the change, the largest first', () => {
    report(REPLAY)
    const people = [...document.querySelectorAll('tr[data-agent]')].map((row) => row.getAttribute('data-agent'))
    expect(people).toEqual(['2', '1', '4', '3'])
    expect([...person(1).children].slice(1, 4).map(read)).toEqual(['110.4', '93', '−17.4'])
    expect([...person(2).children].slice(1, 4).map(read)).toEqual(['20', '40', '+20'])
    expect([...person(3).children].slice(1, 4).map(read)).toEqual(['72', '72', '0'])
  })

  it('says why, by the metric that moves the score most and the targets that turn', () => {
    report(REPLAY)
    expect(read(person(1).firstElementChild)).toBe('AdaMostly CSAT, −17.4. Would no longer reach the target: CSAT.')
    expect(read(person(2).firstElementChild)).toBe(
      'BenMostly First reply time, +20. Would reach the target: First reply time.',
    )
    expect(read(person(3).firstElementChild)).toBe('CyThe score stays.')
    expect(screen.getByText(/^Ben changes most, by \+20\. Mostly First reply time, \+20\./)).toBeDefined()
  })

  it('names the period where it is not the last one', () => {
    report(REPLAY)
    expect(read(person(4).firstElementChild)).toMatch(/In June 2026\.$/)
  })

  it('draws each change as a ring for the version in force, a disc for the draft, and a line between', () => {
    report(REPLAY)
    const dots = [...person(2).querySelectorAll('circle')].map((dot) => [
      dot.getAttribute('data-version'),
      dot.getAttribute('cx'),
    ])
    expect(dots).toEqual([
      ['present', '0%'],
      ['draft', '20%'],
    ])
    expect(document.querySelectorAll('svg text')).toHaveLength(0)
  })

  it('says so when only one version has a score', () => {
    const onlyReplies = { ...IN_FORCE, goals: [IN_FORCE.goals[1]!] }
    report(replay(PAST, IN_FORCE, onlyReplies, 20))
    expect([...person(1).children].slice(1, 4).map(read)).toEqual(['110.4', '–No data', '–No data'])
    expect(read(person(1).firstElementChild)).toContain('Without a score in this draft.')
    expect(person(1).querySelectorAll('circle')).toHaveLength(1)
    expect(screen.getByText('Nobody’s score changes.')).toBeDefined()
    cleanup()
    report(replay(PAST, onlyReplies, IN_FORCE, 20))
    expect(read(person(1).firstElementChild)).toContain('With a score only in this draft.')
  })

  it('puts down to the team what the team’s part does', () => {
    const withTeams = PAST.map((month) => ({
      ...month,
      groups: [10, 20].map((id) => ({
        ...agentMonth(id, null, { csat: 0.85, firstReplyTime: 45 }),
        subject: { kind: 'group' as const, id, name: null },
      })),
    }))
    report(replay(withTeams, IN_FORCE, { ...IN_FORCE, teamShare: 0.5 }, 20))
    expect(read(person(1).firstElementChild)).toBe('AdaMostly the team’s part.')
  })

  it('has the median of each period as a picture and as a table', () => {
    report(REPLAY)
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
      'The median score of each period from June 2026 to November 2026, under both versions. The table below has the numbers.',
    )
    expect(document.querySelectorAll('g[data-version=present] circle')).toHaveLength(6)
    fireEvent.click(screen.getByRole('button', { name: 'The same as a table' }))
    expect(rows('Median score of each period, under both versions')[0]).toEqual([
      'June 2026',
      '72, of 4 people',
      '67.5, of 4 people',
    ])
  })

  it('has who would be recognised, by group and by how much was solved', () => {
    report(REPLAY)
    expect(rows('Recognised, by group')).toEqual([
      ['Billing', '50%, 6 of 12', '100%, 12 of 12'],
      ['Chat', '100%, 7 of 7', '100%, 7 of 7'],
    ])
    expect(rows('Recognised, by how much was solved')).toEqual([
      ['The third with the fewest', '100%, 6 of 6', '100%, 6 of 6'],
      ['The middle third', '0%, 0 of 6', '100%, 6 of 6'],
      ['The third with the most', '100%, 7 of 7', '100%, 7 of 7'],
    ])
  })

  it('has a caption on every table, a scope on every heading cell, and headings in order', () => {
    report(REPLAY)
    fireEvent.click(screen.getByRole('button', { name: 'The same as a table' }))
    for (const each of document.querySelectorAll('table')) expect(read(each.querySelector('caption'))).not.toBe('')
    expect(document.querySelectorAll('th:not([scope])')).toHaveLength(0)
    const levels = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(({ tagName }) => tagName)
    expect(levels).toEqual(['H3', 'H4', 'H4', 'H4', 'H4', 'H4'])
  })

  it('shows fifty people, and says how many more the file has', () => {
    const crowd = months(() =>
      Array.from({ length: 53 }, (_, id) => agentMonth(id + 1, 10, { csat: 0.92, firstReplyTime: 20 })),
    )
    report(replay(crowd, IN_FORCE, DRAFT, 20))
    expect(document.querySelectorAll('tr[data-agent]')).toHaveLength(50)
    expect(screen.getByText('3 more people are in the CSV file.')).toBeDefined()
  })

  it('says so when nobody has a score, or nothing has been read', () => {
    report(replay(PAST, { ...IN_FORCE, goals: [] }, { ...DRAFT, goals: [] }, 20))
    expect(screen.getByText(/^Nobody has a score in this past, under either version\./)).toBeDefined()
    expect(screen.queryByRole('table')).toBeNull()
    expect(screen.queryByRole('button')).toBeNull()
    cleanup()
    report(replay([], IN_FORCE, DRAFT, 20))
    expect(screen.getByText(/^No finished period has been read yet/)).toBeDefined()
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('can be downloaded, in an encoding that spreadsheets know', async () => {
    report(REPLAY)
    const kept: Blob[] = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      kept.push(blob as Blob)
      return 'blob:kept'
    })
    const revoked = vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => undefined)
    const clicked: string[] = []
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      clicked.push(`${this.download} ${this.href}`)
    })
    fireEvent.click(screen.getByRole('button', { name: 'Download as CSV' }))
    expect(clicked).toEqual(['laurel-replay.csv blob:kept'])
    expect(revoked).toHaveBeenCalledWith('blob:kept')
    const bytes = new Uint8Array(await kept[0]!.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(new TextDecoder().decode(bytes)).toBe(
      replayCsv(REPLAY, { present: 'version 3', draft: 'version 4', nameOf }, t),
    )
  })
})

describe('the scale of scores', () => {
  it.each([
    [[], 60],
    [[null], 60],
    [[61, 100], 60],
    [[59.9, 100], 40],
    [[0, 120], 0],
  ])('of %j begins at %d', (scores, low) => {
    expect(replayScale(scores)).toMatchObject({ low, high: 120 })
  })

  it('goes from start to end', () => {
    const { place, ticks } = replayScale([45])
    expect([40, 80, 120, 20].map(place)).toEqual([0, 0.5, 1, 0])
    expect(ticks).toEqual([40, 60, 80, 100, 120])
  })
})

/** Reads CSV back after RFC 4180. */
function parse(text: string): string[][] {
  const lines: string[][] = []
  let [line, cell, isQuoted] = [[] as string[], '', false]
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') cell += text[at++]!
      else isQuoted = false
    } else if (sign === '"') isQuoted = true
    else if (sign === ',') {
      line.push(cell)
      cell = ''
    } else if (sign === '\r' && text[at + 1] === '\n') {
      lines.push([...line, cell])
      ;[line, cell] = [[], '']
      at++
    } else cell += sign
  }
  return lines
}

describe('the file of a replay', () => {
  const lines = parse(replayCsv(REPLAY, { present: 'version 3', draft: 'version 4', nameOf }, t))

  it('has a line per person, numbers as machines read them', () => {
    expect(lines[0]).toEqual([
      'Agent id',
      'Agent',
      'Period',
      'Score in force (version 3)',
      'Score in the draft (version 4)',
      'Change in points',
      'Mostly by',
      'Points of that',
      'Would reach the target',
      'Would no longer reach the target',
    ])
    expect(lines.slice(1)).toEqual([
      ['2', 'Ben', '2026-11', '20', '40', '20', 'First reply time', '20', 'First reply time', ''],
      ['1', 'Ada', '2026-11', '110.4', '93', '-17.4', 'CSAT', '-17.4', '', 'CSAT'],
      ['4', 'Dora', '2026-06', '72', '63', '-9', 'CSAT', '-9', '', ''],
      ['3', 'Cy', '2026-11', '72', '72', '0', '', '', '', ''],
    ])
  })

  it('has everybody, also those who are not shown', () => {
    const crowd = months(() => Array.from({ length: 53 }, (_, id) => agentMonth(id, 10, { csat: 0.92 })))
    const all = replay(crowd, IN_FORCE, DRAFT, 20)
    expect(parse(replayCsv(all, { present: '', draft: '', nameOf }, t))).toHaveLength(54)
  })

  it('leaves cells empty where there is no number', () => {
    const none = replay(PAST, IN_FORCE, { ...IN_FORCE, goals: [] }, 20)
    const [, first] = parse(replayCsv(none, { present: 'a', draft: 'b', nameOf }, t))
    expect(first!.slice(3)).toEqual(['110.4', '', '', '', '', '', ''])
  })

  it('takes no name for a formula', () => {
    const evil = replayCsv(REPLAY, { present: '=1+1', draft: '@x', nameOf: () => '=HYPERLINK("http://x","y")' }, t)
    expect(evil).toContain(`"'=HYPERLINK(""http://x"",""y"")"`)
    for (const cell of parse(evil).flat()) expect(cell).not.toMatch(/^=/)
  })

  it.each<[string | number | null, string]>([
    ['=1+1', "'=1+1"],
    ['+SUM(A1)', "'+SUM(A1)"],
    ['-cmd', "'-cmd"],
    ['@now', "'@now"],
    ['\t=1', '"\'\t=1"'],
    ['\r=1', '"\'\r=1"'],
    ['\n=1', '"\'\n=1"'],
    [' =1+1', "' =1+1"],
    ['＝1+1', "'＝1+1"],
    ['=1,"2"', `"'=1,""2"""`],
    ['a;=1+1', '"a;=1+1"'],
    ['-5', '-5'],
    ['+5.25', '+5.25'],
    ['-5+1', "'-5+1"],
    [-7.2, '-7.2'],
    [0, '0'],
    [null, ''],
    ['', ''],
    ['O’Brien, Tim', '"O’Brien, Tim"'],
    ['she said "no"', '"she said ""no"""'],
    ['two\r\nlines', '"two\r\nlines"'],
    [' Ada', '" Ada"'],
    ['佐藤 健太', '佐藤 健太'],
  ])('writes %j as %s', (cell, written) => {
    expect(csv([[cell]])).toBe(`${written}\r\n`)
  })

  it('reads back as it was written, but for the apostrophe, and never as a formula', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', '=', '-', '+', '@', '"', ',', ';', '\r', '\n', '\t', ' ', '1', "'"),
    })
    fc.assert(
      fc.property(fc.array(fc.array(word, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (cells) => {
        const back = parse(csv(cells))
        expect(
          back.map((line, row) => line.map((cell, at) => (cell === cells[row]![at] ? cell : cell.slice(1)))),
        ).toEqual(cells)
        for (const cell of back.flat()) {
          if (!/^[+-]?\d+(\.\d+)?$/.test(cell)) expect(cell.trimStart()).not.toMatch(/^[=+\-@]/)
          expect(cell).not.toMatch(/^[\t\r\n]/)
        }
      }),
      { seed: 3, numRuns: 500 },
    )
  })
})
