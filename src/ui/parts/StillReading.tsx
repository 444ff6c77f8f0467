import { periodName } from '../../i18n/periodName.ts'
import type { Settings } from '../../domain/settings.ts'
import type { Facts, Progress } from '../../sync/syncState.ts'
import { useLanguage } from '../Language.tsx'
import { usePeriod } from '../usePeriod.ts'
import { isWhole } from './isWhole.ts'
import { progressText } from './progressText.ts'
import { Remark } from './Remark.tsx'

interface StillReadingProps {
  readonly facts: Facts
  readonly progress: Progress
  readonly settings: Settings
}

/** Numbers are there while older tickets are still being read: says first whether the numbers on screen are whole. */
export function StillReading({ facts, progress, settings }: StillReadingProps) {
  const { t, format } = useLanguage()
  const period = usePeriod(facts.asOf, settings)
  const name = periodName(period, t, format)
  const reading = progressText(progress, t, format)
  return isWhole(period, facts) ? (
    <Remark type="info" title={t('partial.whole', { period: name })}>
      <p>{t('partial.earlier')}</p>
      <p>{reading}</p>
    </Remark>
  ) : (
    <Remark type="warning" title={t('partial.notWhole', { period: name })}>
      <p>{t('partial.rest', { days: format.days(facts.wholeSince, facts.asOf) })}</p>
      <p>{reading}</p>
    </Remark>
  )
}
