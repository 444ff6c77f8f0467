import type { Line } from '../../domain/scorecard.ts'
import { unitOf } from '../../i18n/format.ts'
import type { Clock } from '../../domain/metrics.ts'
import { useLanguage } from '../Language.tsx'
import { Subtle } from '../parts/text.ts'

interface NextStepProps {
  readonly line: Line
  /** So many further tickets, all of them good ones, bring it to its target. */
  readonly inARow: number
  readonly clock: Clock
}

/** The goal that is nearest, and what it takes. */
export function NextStep({ line: { metric, goal }, inARow, clock }: NextStepProps) {
  const { t, format } = useLanguage()
  const target = goal === null ? '' : format.text(unitOf(metric, clock), goal.target)
  return (
    <Subtle as="p">
      {metric === 'firstReplyTime' || metric === 'fullResolutionTime'
        ? t(`nextStep.${metric}`, { count: inARow, target })
        : metric === 'csat' || metric === 'firstContactResolution'
          ? t(`nextStep.${metric}`, { count: inARow, target })
          : null}
    </Subtle>
  )
}
