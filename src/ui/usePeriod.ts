import { useMemo } from 'react'
import { type Instant, type Period, periodContaining } from '../domain/period.ts'
import type { Settings } from '../domain/settings.ts'
import { useLanguage } from './Language.tsx'

/** The period of the account's calendar for which scores are made and in which the instant lies. */
export function usePeriod(instant: Instant, { cadence, weekStart }: Pick<Settings, 'cadence' | 'weekStart'>): Period {
  const { timeZone } = useLanguage()
  return useMemo(() => periodContaining(cadence, instant, timeZone, weekStart), [cadence, instant, timeZone, weekStart])
}
