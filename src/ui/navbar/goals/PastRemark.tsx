import { Button } from '@zendeskgarden/react-buttons'
import type { Instant } from '../../../domain/period.ts'
import { useLanguage } from '../../Language.tsx'
import { progressText } from '../../parts/progressText.ts'
import { Remark } from '../../parts/Remark.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { Measure } from '../Page.ts'
import type { Past } from './usePast.ts'

/** What there is to know about the past before rules are tried on it: that it has to be read, how far that is, or why it cannot be. */
export function PastRemark({ past: { state, store }, now }: { readonly past: Past; readonly now: Instant }) {
  const { t, format } = useLanguage()
  switch (state.kind) {
    case 'offered': {
      const { tickets, requests, seconds } = state.cost
      return (
        <Measure>
          <Remark type="info" title={t('goals.past.offer', { count: tickets })}>
            <p>{t('goals.past.cost', { count: requests, wait: format.wait(seconds) })}</p>
            <Button size="small" onClick={store.readOffered}>
              {t('goals.past.read')}
            </Button>
          </Remark>
        </Measure>
      )
    }
    case 'loading':
      if (state.progress.read === 0 && state.progress.expected === null) return null
      return (
        <Measure>
          <Remark type="info" title={t('goals.past.reading')} role="status">
            <p>{progressText(state.progress, t, format)}</p>
          </Remark>
        </Measure>
      )
    case 'failed':
    case 'stale': {
      const asOf = state.kind === 'stale' ? state.facts.asOf : null
      return (
        <Measure>
          <Trouble error={state.error} asOf={asOf} now={now} onRetry={store.refresh} />
        </Measure>
      )
    }
    case 'partial':
    case 'ready':
    case 'refreshing':
      return null
  }
}
