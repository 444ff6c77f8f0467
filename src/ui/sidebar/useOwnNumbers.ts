import { useCallback, useMemo } from 'react'
import { type Award, awards } from '../../domain/badge.ts'
import { changesIn, movesBetween } from '../../domain/lastLook.ts'
import { newcomerSince } from '../../domain/newcomer.ts'
import type { Moment } from '../../domain/outcome.ts'
import { type Pace, paceOf } from '../../domain/pace.ts'
import { contains, type Instant, type Period } from '../../domain/period.ts'
import { atTarget, inARow } from '../../domain/reach.ts'
import { agentReport, rulesIn, type Tally, tally } from '../../domain/report.ts'
import type { Line, Scorecard } from '../../domain/scorecard.ts'
import type { Settings } from '../../domain/settings.ts'
import { type ScorePoint, scoreTrend, type TrendPoint, trendOf } from '../../domain/trend.ts'
import type { MetricKey } from '../../domain/metrics.ts'
import { periodName } from '../../i18n/periodName.ts'
import type { Look, LookDesk } from '../../sync/lookDesk.ts'
import { type Facts, wholeGroups } from '../../sync/syncState.ts'
import { useLanguage } from '../Language.tsx'
import { isBaseline, isEmpty } from '../parts/headlines.ts'
import { usePeriod } from '../usePeriod.ts'
import type { SinceLastLook } from './Changes.tsx'
import { useLater } from './useLater.ts'

const WEEKS = 13
const PERIODS = 4
/** More tickets in a row than this are no next step. */
const NEAR = 20

/** What the sidebar shows of a person's numbers. */
export interface OwnNumbers {
  readonly scorecard: Scorecard
  readonly period: Period
  /** What the reader calls the period. */
  readonly name: string
  readonly moment: Moment
  readonly hasGoals: boolean
  readonly isEmpty: boolean
  readonly awards: readonly Award[]
  /** When somebody who has just begun did so; `null`: nobody new. */
  readonly newcomerSince: Instant | null
  readonly tally: Tally
  /** Of the lines of which it can be told. */
  readonly paces: ReadonlyMap<Line, Pace>
  /** The goal that is nearest, if any is near. */
  readonly nextStep: { readonly line: Line; readonly inARow: number } | null
  /** What the first paint does not wait for; `null` until it is there. */
  readonly later: Later | null
}

export interface Later {
  readonly trends: ReadonlyMap<MetricKey, readonly TrendPoint[]>
  readonly scores: readonly ScorePoint[]
  /** `null`: they have not looked on an earlier day that is still known. */
  readonly since: SinceLastLook | null
}

/** A person's numbers of the period in which the facts were read. */
export function useOwnNumbers(facts: Facts, settings: Settings, desk: LookDesk): OwnNumbers {
  const { t, format, timeZone } = useLanguage()
  const period = usePeriod(facts.asOf, settings)
  const numbers = useMemo(() => numbersOf(facts, settings, period), [facts, settings, period])
  const later = useLater(
    useCallback(
      () => desk.see(facts).then((look) => laterNumbers(facts, settings, period, timeZone, look)),
      [facts, settings, period, timeZone, desk],
    ),
  )
  return { ...numbers, period, name: periodName(period, t, format), later }
}

function numbersOf(facts: Facts, settings: Settings, period: Period) {
  const { table, people, person, asOf, scope, wholeSince } = facts
  const basis = { table, people, settings, period, now: asOf }
  const scorecard = agentReport(basis, person.id, wholeGroups(scope))
  const moment: Moment = { table, rules: rulesIn(basis), now: asOf }
  const subject = { kind: 'agent', id: person.id } as const
  const paces = new Map<Line, Pace>()
  let nextStep: OwnNumbers['nextStep'] = null
  for (const line of scorecard.lines) {
    if (line.attainment === null) continue
    const good = atTarget(moment, subject, line, period)
    const pace = paceOf(line, good, period, asOf)
    if (pace !== null) paces.set(line, pace)
    const steps = inARow(line, good)
    if (steps !== null && steps > 0 && steps <= NEAR && steps < (nextStep?.inARow ?? Infinity))
      nextStep = { line, inARow: steps }
  }
  return {
    scorecard,
    moment,
    hasGoals: !isBaseline(scorecard),
    isEmpty: isEmpty(scorecard),
    awards: awards(scorecard),
    newcomerSince: newcomerSince(table, person.id, wholeSince, asOf),
    tally: tally(table),
    paces,
    nextStep,
  }
}

function laterNumbers(facts: Facts, settings: Settings, period: Period, timeZone: string, look: Look | null): Later {
  const { table, people, person, asOf, scope, wholeSince } = facts
  const basis = { table, people, settings, now: asOf }
  const reach = { from: wholeSince, timeZone }
  return {
    trends: trendOf(basis, person.id, { ...reach, weeks: WEEKS }),
    scores: scoreTrend(basis, person.id, wholeGroups(scope), { ...reach, count: PERIODS }),
    since: look === null ? null : sinceLook(facts, settings, period, look),
  }
}

function sinceLook(facts: Facts, settings: Settings, period: Period, { asOf, table }: Look): SinceLastLook {
  const { people, person } = facts
  const basis = { people, settings, period }
  const rules = rulesIn({ ...basis, table, now: asOf })
  const own = (of: Facts['table'], now: number) =>
    agentReport({ ...basis, table: of, now }, person.id, new Set()).score.own
  const [before, now] = contains(period, asOf) ? [own(table, asOf), own(facts.table, facts.asOf)] : [null, null]
  const moves = movesBetween(
    { table, rules, now: asOf },
    { table: facts.table, rules, now: facts.asOf },
    person.id,
    period,
  )
  return {
    asOf,
    moves,
    changes: changesIn(moves),
    scores: before === null || now === null ? null : { before, now },
  }
}
