import type { Instant } from '../../../domain/period.ts'
import type { Facts } from '../../../sync/syncState.ts'
import { useLanguage } from '../../Language.tsx'
import { Entry } from './Entry.tsx'
import { Panel } from './Panel.tsx'

interface ReadingSpentProps {
  readonly facts: Facts | null
  readonly requests: number
  readonly now: Instant
}

/** How fresh and how complete the numbers are, and what they asked of the account. */
export function ReadingSpent({ facts, requests, now }: ReadingSpentProps) {
  const { t, format, timeZone } = useLanguage()
  return (
    <Panel title={t('data.spent.title')}>
      {facts && (
        <>
          <Entry name={t('data.spent.asOf')}>
            {t('freshness.asOf', { moment: format.moment(facts.asOf, now), zone: timeZone })}
          </Entry>
          <Entry name={t('data.spent.whole')} hint={t('data.spent.wholeHint')}>
            {format.days(facts.wholeSince, facts.asOf)}
          </Entry>
        </>
      )}
      <Entry name={t('data.spent.requests')} hint={t('data.spent.requestsHint')}>
        {t('data.spent.count', { count: requests })}
      </Entry>
    </Panel>
  )
}
