import { Table } from '@zendeskgarden/react-tables'
import { LG } from '@zendeskgarden/react-typography'
import { Fragment, useId, useState } from 'react'
import { styled } from 'styled-components'
import { isSameGoal } from '../../../domain/draft.ts'
import { asTyped, type Goal, type GoalScope, type Marks, marksFromTarget } from '../../../domain/goal.ts'
import { type Clock, METRICS, type MetricKey, SCORED_METRICS } from '../../../domain/metrics.ts'
import type { Cadence } from '../../../domain/period.ts'
import { ANYBODY, goalsFor, type RulebookVersion } from '../../../domain/rulebook.ts'
import { unitOf } from '../../../i18n/format.ts'
import { useLanguage } from '../../Language.tsx'
import { Subtle } from '../../parts/text.ts'
import { GoalReasons } from './GoalReasons.tsx'
import { NumberField } from './NumberField.tsx'

/** Whom goals are set for. */
export interface GoalPlace {
  readonly scope: GoalScope
  readonly of: number | null
}

const MARKS = ['threshold', 'target', 'stretch'] as const satisfies readonly (keyof Marks)[]

const Scroll = styled.div`
  overflow-x: auto;
`

const Cell = styled(Table.Cell)`
  min-width: 104px;
  vertical-align: top;
`

interface GoalTableProps {
  readonly draft: RulebookVersion
  readonly present: RulebookVersion
  readonly place: GoalPlace
  readonly placeName: string
  /** The team of the person for whom goals are set; `null` for others, and where it is not known. */
  readonly team: number | null
  readonly clock: Clock
  readonly cadence: Cadence
  readonly onDraft: (draft: RulebookVersion) => void
  /** Is told which metric is being worked at. */
  readonly onMetric: (metric: MetricKey) => void
}

/** A metric with its goal in this scope; more than one where cadences have goals of their own. */
interface Row {
  readonly metric: MetricKey
  readonly goal: Goal | null
}

/** The goals of one scope: a row per metric that scores can be made of, with its reasons below. */
export function GoalTable({
  draft,
  present,
  place,
  placeName,
  team,
  clock,
  cadence,
  onDraft,
  onMetric,
}: GoalTableProps) {
  const { t, format } = useLanguage()
  const heading = useId()
  /** The row whose reasons are shown. */
  const [open, setOpen] = useState<string | null>(null)
  const subject = place.scope === 'account' ? ANYBODY : { kind: place.scope, id: place.of!, team }
  const inherited = goalsFor(
    { ...draft, goals: draft.goals.filter(({ scope }) => scope !== place.scope) },
    subject,
    cadence,
  )
  const rows = SCORED_METRICS.flatMap((metric): readonly Row[] => {
    const isHere = (goal: Goal) => goal.metric === metric && goal.scope === place.scope && goal.of === place.of
    const goals = draft.goals.filter(isHere).sort((a, b) => ((a.cadence ?? '') < (b.cadence ?? '') ? -1 : 1))
    return goals.length === 0 ? [{ metric, goal: null }] : goals.map((goal) => ({ metric, goal }))
  })
  const put = (goal: Goal) =>
    onDraft({ ...draft, goals: [...draft.goals.filter((other) => !isSameGoal(other, goal)), goal] })
  /** There is one goal for each cadence: what stood where it goes makes room. */
  const move = (from: Goal, to: Goal) =>
    onDraft({ ...draft, goals: [...draft.goals.filter((other) => other !== from && !isSameGoal(other, to)), to] })
  const remove = (goal: Goal) => onDraft({ ...draft, goals: draft.goals.filter((other) => other !== goal) })

  function setMark({ metric, goal: known }: Row, mark: keyof Marks, typed: number) {
    const value = METRICS[metric].unit === 'ratio' ? typed / 100 : typed
    const goal = known ?? { ...NO_MARKS, metric, ...place, cadence: null, why: null }
    const before = Number.isNaN(goal.target) ? NO_MARKS : marksOf(metric, goal.target)
    const next = { ...goal, [mark]: value }
    // What nobody has set by hand follows the target.
    if (mark === 'target' && !Number.isNaN(value)) {
      const following = marksOf(metric, value)
      for (const other of ['threshold', 'stretch'] as const)
        if (Number.isNaN(goal[other]) || goal[other] === before[other]) next[other] = following[other]
    }
    if (MARKS.every((each) => Number.isNaN(next[each]))) remove(goal)
    else put(next)
  }

  return (
    <section aria-labelledby={heading}>
      <LG tag="h2" isBold id={heading}>
        <bdi>{placeName}</bdi>
      </LG>
      <Scroll>
        <Table size="small">
          <Table.Head>
            <Table.HeaderRow>
              <Table.HeaderCell scope="col">{t('goals.metric')}</Table.HeaderCell>
              {MARKS.map((mark) => (
                <Table.HeaderCell key={mark} scope="col">
                  {t(`goals.mark.${mark}`)}
                </Table.HeaderCell>
              ))}
            </Table.HeaderRow>
          </Table.Head>
          <Table.Body>
            {rows.map((row) => {
              const { metric, goal } = row
              const key = `${metric} ${goal?.cadence ?? ''}`
              const old = goal && present.goals.find((other) => isSameGoal(other, goal))
              const general = inherited.get(metric) ?? null
              const unit = unitOf(metric, clock)
              return (
                <Fragment key={key}>
                  <Table.Row onFocus={() => onMetric(metric)}>
                    <Table.HeaderCell scope="row">
                      {t(`metric.${metric}.name`)}
                      <Subtle as="div">
                        {goal === null && general !== null
                          ? t('goals.inherits', { target: format.text(unit, general.target) })
                          : t(`goals.better.${METRICS[metric].better}`)}
                        {goal?.cadence != null && `, ${t(`goals.every.${goal.cadence}`)}`}
                      </Subtle>
                    </Table.HeaderCell>
                    {MARKS.map((mark) => (
                      <Cell key={mark}>
                        <NumberField
                          label={t('goals.markOf', {
                            mark: t(`goals.mark.${mark}`),
                            metric: t(`metric.${metric}.name`),
                            unit: t(METRICS[metric].unit === 'ratio' ? 'goals.percent' : 'goals.minutes'),
                          })}
                          value={asTyped(metric, goal?.[mark] ?? NaN)}
                          unit={t(METRICS[metric].unit === 'ratio' ? 'goals.percent' : 'goals.minutes')}
                          isChanged={goal !== null && old?.[mark] !== goal[mark]}
                          onChange={(typed) => setMark(row, mark, typed)}
                        />
                      </Cell>
                    ))}
                  </Table.Row>
                  {goal !== null && (
                    <Table.Row>
                      <Table.Cell colSpan={1 + MARKS.length}>
                        <GoalReasons
                          goal={goal}
                          placeName={placeName}
                          clock={clock}
                          period={t(`goals.every.${goal.cadence ?? cadence}`)}
                          from={draft.effectiveFrom}
                          isOpen={open === key}
                          onOpen={(isOpen) => setOpen(isOpen ? key : null)}
                          onChange={put}
                          onCadence={(next) => move(goal, { ...goal, cadence: next })}
                          onRemove={() => remove(goal)}
                        />
                      </Table.Cell>
                    </Table.Row>
                  )}
                </Fragment>
              )
            })}
          </Table.Body>
        </Table>
      </Scroll>
    </section>
  )
}

const NO_MARKS: Marks = { threshold: NaN, target: NaN, stretch: NaN }

const marksOf = (metric: MetricKey, target: number): Marks => marksFromTarget(metric, asTyped(metric, target))
