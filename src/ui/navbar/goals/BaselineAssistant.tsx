import { Button } from '@zendeskgarden/react-buttons'
import { MD } from '@zendeskgarden/react-typography'
import { useId, useMemo } from 'react'
import { styled } from 'styled-components'
import { AIMS, type Baseline } from '../../../domain/baseline.ts'
import type { Marks } from '../../../domain/goal.ts'
import type { Clock, MetricKey } from '../../../domain/metrics.ts'
import { unitOf } from '../../../i18n/format.ts'
import { useLanguage } from '../../Language.tsx'
import { Ends, Subtle } from '../../parts/text.ts'
import { baselineAxis } from './baselineAxis.ts'
import { BaselineMarks } from './BaselineMarks.tsx'
import { BASELINE_MARKS } from './BaselineMarkSign.tsx'
import { BaselineNumbers } from './BaselineNumbers.tsx'
import { BaselinePicture } from './BaselinePicture.tsx'
import { BaselineTrend } from './BaselineTrend.tsx'

const Parts = styled.section`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: ${({ theme }) => theme.space.sm};
  align-content: start;
`

interface BaselineAssistantProps {
  readonly metric: MetricKey
  readonly baseline: Baseline
  /** `null`: no goal is set. A mark that is still being typed is NaN. */
  readonly current: Marks | null
  readonly clock: Clock
  /** Takes the suggested marks; `null` where nothing can be changed. */
  readonly onUse: ((marks: Marks) => void) | null
}

/** What the past says about a metric, and marks that it makes sensible. */
export function BaselineAssistant({ metric, baseline, current, clock, onUse }: BaselineAssistantProps) {
  const { t, format } = useLanguage()
  const heading = useId()
  const { values, trend, cadence, needed, isEnough, suggested, isNarrow } = baseline
  const unit = unitOf(metric, clock)
  const name = t(`metric.${metric}.name`)
  const periods = (count: number) => t(`past.periods.${cadence}`, { count })
  const axis = useMemo(() => {
    const marks = [current, suggested].flatMap((each) =>
      each === null ? [] : BASELINE_MARKS.map((mark) => each[mark]),
    )
    return baselineAxis(metric, [...values, ...marks.filter((mark) => Number.isFinite(mark))])
  }, [metric, values, current, suggested])
  return (
    <Parts aria-labelledby={heading}>
      <div>
        <MD tag="h3" isBold id={heading}>
          {t('past.title', { metric: name })}
        </MD>
        <Subtle as="p">{t(`past.counted.${cadence}`, { count: values.length, periods: periods(trend.length) })}</Subtle>
      </div>
      {!isEnough && <p>{t('past.tooLittle', { have: periods(trend.length), needed: periods(needed) })}</p>}
      {values.length > 0 && (
        <>
          <BaselinePicture
            axis={axis}
            values={values}
            current={current}
            suggested={suggested}
            unit={unit}
            label={t('past.chart', {
              metric: name,
              low: format.text(unit, values[0]!),
              high: format.text(unit, values.at(-1)!),
            })}
          />
          {axis.isLogarithmic && <Subtle as="p">{t('past.logarithmic')}</Subtle>}
          <BaselineTrend baseline={baseline} unit={unit} />
          <BaselineMarks baseline={baseline} current={current} unit={unit} />
        </>
      )}
      {suggested && (
        <Ends>
          <Subtle as="p">
            {t('past.aims', {
              threshold: format.text('ratio', AIMS.threshold),
              target: format.text('ratio', AIMS.target),
              stretch: format.text('ratio', AIMS.stretch),
            })}{' '}
            {isNarrow && t('past.narrow')}
          </Subtle>
          {onUse && (
            <Button isBasic size="small" onClick={() => onUse(suggested)}>
              {t('past.use')}
            </Button>
          )}
        </Ends>
      )}
      {values.length > 0 && <BaselineNumbers baseline={baseline} axis={axis} unit={unit} />}
    </Parts>
  )
}
