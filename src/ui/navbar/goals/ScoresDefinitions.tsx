import { type Definitions, METRICS } from '../../../domain/metrics.ts'
import { useLanguage } from '../../Language.tsx'
import { clarifications } from '../../parts/clarifications.ts'
import { Entry } from '../data/Entry.tsx'
import { ScoresEntries } from './ScoresEntries.ts'
import type { Weighted } from './scoresRules.ts'

interface ScoresDefinitionsProps {
  readonly metrics: readonly Weighted[]
  readonly rules: Definitions
}

/** What the metrics measure in this account. */
export function ScoresDefinitions({ metrics, rules }: ScoresDefinitionsProps) {
  const { t, format } = useLanguage()
  return (
    <ScoresEntries>
      {metrics.map(({ metric }) => {
        const definition = METRICS[metric]
        const settles = definition.kind === 'share' && definition.settles && rules.settleDays > 0
        return (
          <Entry key={metric} name={t(`metric.${metric}.name`)}>
            {t(`metric.${metric}.definition`)} {clarifications(metric, rules).map((key) => t(key))}{' '}
            {settles && t('scores.settles', { days: format.dayCount(rules.settleDays) })}
          </Entry>
        )
      })}
    </ScoresEntries>
  )
}
