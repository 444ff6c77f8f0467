import { Button } from '@zendeskgarden/react-buttons'
import { LG } from '@zendeskgarden/react-typography'
import { styled } from 'styled-components'
import type { Goal } from '../../../domain/goal.ts'
import type { Lint } from '../../../domain/lint.ts'
import type { Clock, MetricKey } from '../../../domain/metrics.ts'
import { type Formats, unitOf } from '../../../i18n/format.ts'
import type { Translate } from '../../../i18n/translate.ts'
import { useLanguage } from '../../Language.tsx'
import { Glyph } from '../../parts/Glyph.tsx'
import { Subtle } from '../../parts/text.ts'
import type { GoalPlace } from './GoalTable.tsx'

const List = styled.ul`
  display: grid;
  gap: ${({ theme }) => theme.space.sm};
  margin-top: ${({ theme }) => theme.space.sm};
`

const Item = styled.li`
  display: grid;
  grid-template-columns: 16px minmax(0, 1fr);
  gap: ${({ theme }) => theme.space.xs};
`

const Title = styled.p`
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
`

interface ChecksProps {
  readonly lints: readonly Lint[]
  readonly clock: Clock
  readonly placeName: (place: GoalPlace) => string
  /** Leads to the goal that a check is about. */
  readonly onGoal: (goal: Goal) => void
}

/** What tends to go wrong with such rules, each with a way out. They warn; they forbid nothing. */
export function Checks({ lints, clock, placeName, onGoal }: ChecksProps) {
  const { t, format } = useLanguage()
  return (
    <>
      <LG tag="h2" isBold>
        {t('lint.heading')}
      </LG>
      {lints.length === 0 ? (
        <p>{t('lint.none')}</p>
      ) : (
        <List>
          {lints.map((lint, at) => {
            const goal = 'goal' in lint ? lint.goal : null
            const { title, wayOut } = wordsOf(lint, clock, placeName, t, format)
            return (
              <Item key={at} data-lint={lint.kind}>
                <Glyph name="warning" />
                <div>
                  <Title>{title}</Title>
                  <Subtle as="p">{wayOut}</Subtle>
                  {goal && (
                    <Button isLink size="small" onClick={() => onGoal(goal)}>
                      {t('lint.open', { place: placeName(goal), metric: t(`metric.${goal.metric}.name`) })}
                    </Button>
                  )}
                </div>
              </Item>
            )
          })}
        </List>
      )}
    </>
  )
}

function wordsOf(
  lint: Lint,
  clock: Clock,
  placeName: (place: GoalPlace) => string,
  t: Translate,
  format: Formats,
): { readonly title: string; readonly wayOut: string } {
  const ratio = (value: number) => format.text('ratio', value)
  const metricOf = ({ metric }: { readonly metric: MetricKey }) => t(`metric.${metric}.name`)
  const targetOf = ({ metric, target }: Goal) => format.text(unitOf(metric, clock), target)
  switch (lint.kind) {
    case 'activityWeight':
      return {
        title: t('lint.activityWeight.title', {
          metric: t(`metric.${lint.metric}.name`),
          percent: ratio(lint.percent / 100),
        }),
        wayOut: t('lint.activityWeight.wayOut'),
      }
    case 'oneMetricHeavy':
      return {
        title: t('lint.oneMetricHeavy.title', {
          metric: t(`metric.${lint.metric}.name`),
          percent: ratio(lint.percent / 100),
        }),
        wayOut: t('lint.oneMetricHeavy.wayOut'),
      }
    case 'oneFamilyHeavy':
      return {
        title: t('lint.oneFamilyHeavy.title', {
          family: t(`lint.family.${lint.family}`),
          percent: ratio(lint.percent / 100),
        }),
        wayOut: t('lint.oneFamilyHeavy.wayOut'),
      }
    case 'tooManyMetrics':
      return { title: t('lint.tooManyMetrics.title', { count: lint.count }), wayOut: t('lint.tooManyMetrics.wayOut') }
    case 'smallWeight':
      return {
        title: t('lint.smallWeight.title', {
          metric: t(`metric.${lint.metric}.name`),
          percent: ratio(lint.percent / 100),
        }),
        wayOut: t('lint.smallWeight.wayOut'),
      }
    case 'weightWithoutGoal':
      return {
        title: t('lint.weightWithoutGoal.title', { metric: t(`metric.${lint.metric}.name`) }),
        wayOut: t('lint.weightWithoutGoal.wayOut'),
      }
    case 'goalWithoutWeight':
      return {
        title: t('lint.goalWithoutWeight.title', { metric: t(`metric.${lint.metric}.name`) }),
        wayOut: t('lint.goalWithoutWeight.wayOut'),
      }
    case 'noBaseline':
      return {
        title: t('lint.noBaseline.title', {
          metric: metricOf(lint.goal),
          place: placeName(lint.goal),
          target: targetOf(lint.goal),
        }),
        wayOut: t('lint.noBaseline.wayOut', { count: lint.periods }),
      }
    case 'rarelyHit':
      return {
        title: t('lint.rarelyHit.title', {
          metric: metricOf(lint.goal),
          place: placeName(lint.goal),
          target: targetOf(lint.goal),
          rate: ratio(lint.rate),
        }),
        wayOut: t('lint.rarelyHit.wayOut'),
      }
    case 'alwaysHit':
      return {
        title: t('lint.alwaysHit.title', {
          metric: metricOf(lint.goal),
          place: placeName(lint.goal),
          target: targetOf(lint.goal),
          rate: ratio(lint.rate),
        }),
        wayOut: t('lint.alwaysHit.wayOut'),
      }
    case 'cliff':
      return {
        title: t('lint.cliff.title', {
          metric: metricOf(lint.goal),
          place: placeName(lint.goal),
          target: targetOf(lint.goal),
        }),
        wayOut: t('lint.cliff.wayOut'),
      }
    case 'noTeamShare':
      return { title: t('lint.noTeamShare.title'), wayOut: t('lint.noTeamShare.wayOut') }
    case 'sharedCredit':
      return {
        title: t('lint.sharedCredit.title', { count: lint.rated, tickets: lint.tickets }),
        wayOut: t('lint.sharedCredit.wayOut'),
      }
  }
}
