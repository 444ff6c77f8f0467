import { type Clock, METRICS, type MetricKey } from '../../domain/metrics.ts'
import type { TrendPoint } from '../../domain/trend.ts'
import { unitOf } from '../../i18n/format.ts'
import { useLanguage } from '../Language.tsx'
import { Sparkline } from '../parts/Sparkline.tsx'

interface MetricTrendProps {
  readonly metric: MetricKey
  readonly target: number | null
  readonly trend: readonly TrendPoint[]
  readonly clock: Clock
}

/** How a metric went in the last weeks; nothing until two points can be drawn. */
export function MetricTrend({ metric, target, trend, clock }: MetricTrendProps) {
  const { t, format } = useLanguage()
  const known = trend.flatMap(({ value }) => (value === null ? [] : [value]))
  if (known.length < 2) return null
  const unit = unitOf(metric, clock)
  return (
    <Sparkline
      values={trend.map(({ value }) => value)}
      target={target}
      isLowerBetter={METRICS[metric].better === 'lower'}
      label={t('trend.metric', {
        metric: t(`metric.${metric}.name`),
        count: trend.length,
        first: format.text(unit, known[0]!),
        last: format.text(unit, known.at(-1)!),
        low: format.text(unit, Math.min(...known)),
        high: format.text(unit, Math.max(...known)),
      })}
    />
  )
}
