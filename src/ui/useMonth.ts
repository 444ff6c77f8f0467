import { useMemo } from 'react'
import { periodContaining, type Instant, type Period } from '../domain/period.ts'
import { useLanguage } from './Language.tsx'

/** The month of the reader's calendar in which the instant lies. */
export function useMonth(instant: Instant): Period {
  const { timeZone } = useLanguage()
  return useMemo(() => periodContaining('month', instant, timeZone), [instant, timeZone])
}
