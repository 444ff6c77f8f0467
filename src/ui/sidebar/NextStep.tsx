import type { Line } from '../../domain/scorecard.ts'
import { unitOf } from '../../i18n/format.ts'
import type { Clock } from '../../domain/metrics.ts'
import { useLanguage } from '../Language.tsx'
import { Subtle } from '../parts/text.ts'

/** The metrics for which there are words. */
const STEPS = ['firstReplyTime', 'fullResolutionTime', 'firstContactResolution', 'csat'] as const

interface NextStepProps {
  readonly line: Line
  /** So many further tickets, all of them good ones, bring it to its target. */
  readonly inARow: number
  readonly clock: Clock
}

/** The goal that is nearest, and what it takes. */
export function NextStep({ line: { metric, goal }, inARow, clock }: NextStepProps) {
  const { t, format } = useLanguage()
  const step = STEPS.find((each) => each === metric)
  if (step === undefined || goal === null) return null
  const target = format.text(unitOf(metric, clock), goal.target)
  return <Subtle as="p">{t(`nextStep.${step}`, { count: inARow, target })}</Subtle>
}
