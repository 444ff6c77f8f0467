import { METRICS, type MetricKey, type Definitions } from '../../domain/metrics.ts'
import type { TextKey } from '../../i18n/translate.ts'

/** What this account's rules add to the definition of a metric. */
export function clarifications(metric: MetricKey, rules: Definitions): readonly TextKey[] {
  const definition = METRICS[metric]
  if (definition.kind === 'duration') return [`detail.${rules.clock}Clock`]
  return definition.kind === 'share' && definition.settles && rules.countsZeroReplies ? ['detail.zeroReplies'] : []
}
