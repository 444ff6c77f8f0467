import { styled } from 'styled-components'
import type { Settings } from '../../domain/settings.ts'
import type { Unit } from '../../i18n/format.ts'
import { useLanguage } from '../Language.tsx'
import { clarifications } from './clarifications.ts'
import type { Headline } from './headlines.ts'
import { Sentences } from './Sentences.ts'

const Opened = styled(Sentences)`
  padding-top: ${({ theme }) => theme.space.xxs};
`

interface MetricDetailsProps {
  readonly headline: Headline
  readonly settings: Settings
  readonly unit: Unit
}

/** How a number came to be, in sentences: definition, spread, goal, what is still open, and its guard. */
export function MetricDetails({ headline: { line, guard }, settings, unit }: MetricDetailsProps) {
  const { t, format } = useLanguage()
  const { metric, n, hits, p90, value, interval, goal, state, provisional } = line
  const { rules, minimumSample } = settings
  return (
    <Opened>
      <p>
        {t(`metric.${metric}.definition`)} {clarifications(metric, rules).map((key) => t(key))}{' '}
        {hits !== null && n > 0 && t('detail.hits', { hits, n })}
      </p>
      {value === null && <p>{t('detail.noData')}</p>}
      {p90 !== null && <p>{t('detail.ninetieth', { value: format.text(unit, p90) })}</p>}
      {interval && (
        <p>{t('detail.interval', { low: format.bound(unit, interval[0]), high: format.bound(unit, interval[1]) })}</p>
      )}
      {value !== null && interval === null && <p>{t('detail.noInterval')}</p>}
      {state === 'notEnough' && <p>{t('detail.notEnough', { count: minimumSample })}</p>}
      {goal ? (
        <p>
          {t('detail.goal', {
            scope: t(`detail.scope.${goal.scope}`),
            target: format.text(unit, goal.target),
            threshold: format.text(unit, goal.threshold),
            stretch: format.text(unit, goal.stretch),
          })}
        </p>
      ) : (
        <p>{t('detail.noGoal')}</p>
      )}
      {provisional > 0 && (
        <p>{t('detail.provisional', { count: provisional, days: format.dayCount(rules.settleDays) })}</p>
      )}
      {guard?.value != null && (
        <p>
          {t('detail.guard', {
            metric: t(`metric.${guard.metric}.name`),
            value: format.text('ratio', guard.value),
            hits: guard.hits ?? 0,
            n: guard.n,
          })}
        </p>
      )}
    </Opened>
  )
}
