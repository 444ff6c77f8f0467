import { lazy, Suspense, useCallback, useState } from 'react'
import type { Period } from '../../domain/period.ts'
import type { Scorecard } from '../../domain/scorecard.ts'
import type { OwnGoal as Goal, OwnGoalDesk } from '../../sync/ownGoalDesk.ts'
import { useLanguage } from '../Language.tsx'
import { Disclosure } from '../parts/Disclosure.tsx'
import { useLater } from './useLater.ts'

const OwnGoalForm = lazy(() => import('./OwnGoalForm.tsx').then(({ OwnGoalForm }) => ({ default: OwnGoalForm })))

interface OwnGoalProps {
  readonly desk: OwnGoalDesk
  readonly period: Period
  readonly scorecard: Scorecard
}

/** What the person wants to work on in this period; theirs alone. */
export function OwnGoal({ desk, period, scorecard }: OwnGoalProps) {
  const { t } = useLanguage()
  const kept = useLater(useCallback(() => desk.read(), [desk]))
  const [changed, setChanged] = useState<readonly Goal[] | null>(null)
  const goals = changed ?? kept
  if (goals === null) return null
  const goal = goals.find((each) => each.period === period.id) ?? null
  return (
    <Disclosure
      label={goal === null ? t('ownGoal.none') : t('ownGoal.some', { metric: t(`metric.${goal.metric}.name`) })}
    >
      <Suspense fallback={null}>
        <OwnGoalForm desk={desk} period={period} scorecard={scorecard} goals={goals} onChange={setChanged} />
      </Suspense>
    </Disclosure>
  )
}
