import 'temporal-polyfill/global'
import { baseline, hitRates } from '../../src/domain/baseline.ts'
import type { Goal, Marks } from '../../src/domain/goal.ts'
import { measure, type Measurable, type MeasuredPeriod } from '../../src/domain/measuring.ts'
import type { MetricKey } from '../../src/domain/metrics.ts'
import { periodNamed } from '../../src/domain/period.ts'
import { replay } from '../../src/domain/replay.ts'
import { DEFAULT_GUARDS, type RulebookVersion } from '../../src/domain/rulebook.ts'
import { startGathering } from '../../src/sync/gathering.ts'
import { parseAnswer } from '../../src/zendesk/answer.ts'
import { parseSettings } from '../../src/zendesk/settings.ts'
import { generateAccount } from '../zendesk/account.ts'
import { median, milliseconds, type Times, times } from './timing.ts'

/** One mark of one metric over all accounts: what the first two quarters promised, and how often the third reached it. */
export interface PromiseRow {
  readonly metric: MetricKey
  readonly minimumSample: number
  readonly mark: keyof Marks
  /** Means over the accounts, 0 to 1. */
  readonly promised: number
  readonly reached: number
  /** The difference of the two in each account, without its sign, in points: its mean and its worst. */
  readonly meanPoints: number
  readonly worstPoints: number
  /** Accounts within ten points, of those that had a suggestion. */
  readonly within: number
  readonly of: number
}

export interface BaselineResults {
  readonly accounts: number
  /** Created in the three quarters, on average. */
  readonly tickets: number
  readonly rows: readonly PromiseRow[]
  readonly replay: {
    readonly tickets: number
    readonly periods: number
    readonly agents: number
    readonly measuring: Times
    readonly replaying: Times
  }
}

const TIME_ZONE = 'Europe/Rome'
/** After the third quarter has settled. The account begins well before the first, so that no month lacks older tickets. */
const NOW = Date.parse('2026-10-12T09:00:00Z') / 1000
const WEEKS = 45
const TICKETS = 13_800
const MONTHS = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09'].map(
  (id) => periodNamed(id, TIME_ZONE, NOW)!,
)
const PAST_MONTHS = 6
const ALLOWED_POINTS = 10
const RUNS = 25

/** As installed, with business hours. */
const { settings } = parseSettings({ business_hours: true })
const ACCOUNT = { scope: 'account', of: null } as const
const MARKS = ['threshold', 'target', 'stretch'] as const

/** CSAT with fewer than usual: in an account of this size a person has some eight ratings a month. */
const METRICS: readonly (readonly [metric: MetricKey, minimumSample: number])[] = [
  ['firstReplyTime', settings.minimumSample],
  ['fullResolutionTime', settings.minimumSample],
  ['firstContactResolution', settings.minimumSample],
  ['csat', settings.minimumSample],
  ['csat', 5],
]

/**
 * Whether targets suggested from two quarters are reached in the third as often as promised, in accounts of the stand-in whose people
 * stay as they are; and how long a replay takes.
 */
export function baselineBench(accounts = 20): BaselineResults {
  const measured: MeasuredPeriod[][] = []
  let tickets = 0
  for (let seed = 1; seed <= accounts; seed++) {
    const account = readAccount(seed, TICKETS, WEEKS)
    const created = account.table.tickets.arrays.created.subarray(0, account.table.tickets.length)
    tickets += created.filter((instant) => instant > MONTHS[0]!.start && instant <= MONTHS.at(-1)!.end).length
    measured.push(measure(account, MONTHS))
  }
  const rows = METRICS.flatMap(([metric, minimumSample]) => {
    const found = measured.flatMap((months) => promiseKept(metric, minimumSample, months) ?? [])
    return MARKS.map((mark) => rowOf(metric, minimumSample, mark, found))
  })
  return { accounts, tickets: tickets / accounts, rows, replay: timeReplay() }
}

type Kept = Readonly<Record<'promised' | 'reached', Readonly<Record<keyof Marks, number>>>>

/** `null` where the first two quarters make no suggestion. */
function promiseKept(metric: MetricKey, minimumSample: number, months: readonly MeasuredPeriod[]): Kept | null {
  const [past, later] = [months.slice(0, PAST_MONTHS), months.slice(PAST_MONTHS)].map((some) =>
    baseline(metric, some, ACCOUNT, minimumSample, 'month'),
  )
  if (past!.suggested === null) return null
  const [promised, reached] = [hitRates(past!, past!.suggested), hitRates(later!, past!.suggested)]
  return promised === null || reached === null ? null : { promised, reached }
}

function rowOf(metric: MetricKey, minimumSample: number, mark: keyof Marks, found: readonly Kept[]): PromiseRow {
  const points = found.map(({ promised, reached }) => 100 * Math.abs(reached[mark] - promised[mark]))
  return {
    metric,
    minimumSample,
    mark,
    promised: mean(found.map(({ promised }) => promised[mark])),
    reached: mean(found.map(({ reached }) => reached[mark])),
    meanPoints: mean(points),
    worstPoints: Math.max(...points),
    within: points.filter((each) => each <= ALLOWED_POINTS).length,
    of: found.length,
  }
}

function timeReplay(): BaselineResults['replay'] {
  const account = readAccount(1, 12_000, 28)
  const months = MONTHS.slice(-PAST_MONTHS)
  let measured = measure(account, months)
  const goals = METRICS.slice(0, 4).flatMap(([metric]): Goal[] => {
    const { suggested } = baseline(metric, measured, ACCOUNT, 5, 'month')
    return suggested === null ? [] : [{ ...suggested, ...ACCOUNT, metric, cadence: null, why: null }]
  })
  const [present, draft] = [version(goals, 0.3), version(goals, 0.5)]
  const [measuring, replaying]: number[][] = [[], []]
  for (let run = 0; run < RUNS; run++) {
    measuring!.push(milliseconds(() => (measured = measure(account, months))))
    replaying!.push(milliseconds(() => replay(measured, present, draft, 5)))
  }
  return {
    tickets: account.table.tickets.length,
    periods: months.length,
    agents: median(measured.map(({ agents }) => agents.length)),
    measuring: times(measuring!),
    replaying: times(replaying!),
  }
}

const version = (goals: readonly Goal[], teamShare: number): RulebookVersion => ({
  version: 1,
  effectiveFrom: null,
  reason: '',
  goals,
  weights: new Map(goals.map(({ metric }) => [metric, 100 / goals.length])),
  guards: DEFAULT_GUARDS,
  teamShare,
  badges: [],
  retired: [],
})

/** An account of the stand-in, read as the app reads it. */
function readAccount(seed: number, tickets: number, weeks: number): Measurable {
  const account = generateAccount({ seed, now: NOW * 1000, tickets, weeks, timeZone: TIME_ZONE })
  const gathering = startGathering()
  const add = (page: unknown) => {
    const answer = parseAnswer(page, settings.exclusions)
    if (answer !== null) gathering.add(answer)
  }
  add({ users: account.users })
  add({ groups: account.groups })
  for (let from = 0; from < account.tickets.length; from += 100) {
    const page = account.tickets.slice(from, from + 100)
    add({ tickets: page, metric_sets: page.flatMap(({ id }) => account.metricSets.get(id) ?? []) })
  }
  add({ satisfaction_ratings: account.satisfactionRatings })
  const targets = { firstReplyTargetMinutes: null, fullResolutionTargetMinutes: null }
  return { table: gathering.table, people: gathering.people, rules: { ...settings.rules, ...targets }, now: NOW }
}

export function printBaseline({ accounts, tickets, rows, replay: timed }: BaselineResults): void {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`
  console.log(
    `Targets suggested from two quarters, and how often the third reached them: ${accounts} accounts of the stand-in,`,
  )
  console.log(`${tickets.toFixed(0)} tickets each in the three quarters, agent-months of n tickets or ratings at least`)
  console.log('metric                  n   mark        promised  third quarter  difference  worst  within 10 points')
  for (const { metric, minimumSample, mark, promised, reached, meanPoints, worstPoints, within, of } of rows) {
    const name = [metric.padEnd(23), String(minimumSample).padEnd(3), mark.padEnd(10)].join(' ')
    if (of === 0) {
      if (mark === 'threshold') console.log(`${metric.padEnd(23)} ${minimumSample}  no suggestion in any account`)
      continue
    }
    console.log(
      [
        name,
        percent(promised).padStart(9),
        percent(reached).padStart(14),
        meanPoints.toFixed(1).padStart(11),
        worstPoints.toFixed(1).padStart(6),
        `${within} of ${of}`.padStart(17),
      ].join(' '),
    )
  }
  const [within, of] = [sum(rows.map((row) => row.within)), sum(rows.map((row) => row.of))]
  const near = rows.filter((row) => row.of > 0 && 100 * Math.abs(row.reached - row.promised) <= ALLOWED_POINTS)
  const told = rows.filter((row) => row.of > 0)
  console.log(
    `${within} of ${of} within ${ALLOWED_POINTS} points account by account, ${near.length} of ${told.length} on average`,
  )
  console.log(
    `Replay of ${timed.tickets} tickets × ${timed.periods} periods × ${timed.agents} agents: measured once in ` +
      `${timed.measuring.median.toFixed(1)} ms, judged twice and compared in ${timed.replaying.median.toFixed(1)} ms ` +
      `(medians of ${timed.measuring.runs} runs)`,
  )
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const mean = (values: readonly number[]): number => sum(values) / values.length
