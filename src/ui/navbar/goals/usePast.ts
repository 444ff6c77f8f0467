import { useMemo } from 'react'
import { NO_TARGETS } from '../../../domain/metrics.ts'
import { measure, type MeasuredPeriod } from '../../../domain/measuring.ts'
import { latestPeriods, type Period } from '../../../domain/period.ts'
import type { Settings } from '../../../domain/settings.ts'
import { type Facts, shownFacts, type SyncState } from '../../../sync/syncState.ts'
import { useLanguage } from '../../Language.tsx'
import type { ReadingStore, ScreenStore } from '../../screen.ts'
import { useStoreState } from '../../useStoreState.ts'

/** The account's past, as far as it is read. */
export interface Past {
  readonly store: ReadingStore
  readonly state: SyncState
  /** `null` while nothing of it can be shown. */
  readonly facts: Facts | null
  /** Periods that are over and whole, the earliest first; none while nothing is known. */
  readonly measured: readonly MeasuredPeriod[]
}

/** More periods than three quarters have. */
const MOST_PERIODS = 40

/** Opens the account's past, which is read when somebody asks for it, and measures it. */
export function usePast(store: ScreenStore, { rules, cadence, weekStart }: Settings): Past {
  const { timeZone } = useLanguage()
  const past = useMemo(() => store.past(), [store])
  const state = useStoreState(past)
  const facts = shownFacts(state)
  const measured = useMemo(() => {
    if (facts === null) return []
    const isOver = ({ start, end }: Period) => start >= facts.wholeSince && end <= facts.asOf
    const periods = latestPeriods(cadence, MOST_PERIODS, facts.asOf, timeZone, weekStart).filter(isOver)
    return measure(
      { table: facts.table, people: facts.people, rules: { ...rules, ...NO_TARGETS }, now: facts.asOf },
      periods,
    )
  }, [facts, rules, cadence, weekStart, timeZone])
  return { store: past, state, facts, measured }
}
