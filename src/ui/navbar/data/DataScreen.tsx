import { XL } from '@zendeskgarden/react-typography'
import { styled } from 'styled-components'
import type { Instant } from '../../../domain/period.ts'
import type { Insight } from '../../../sync/insight.ts'
import { shownFacts, type SyncState } from '../../../sync/syncState.ts'
import { useLanguage } from '../../Language.tsx'
import { Subtle } from '../../parts/text.ts'
import { OpenQuestions } from './OpenQuestions.tsx'
import { ReadingSpent } from './ReadingSpent.tsx'
import { TicketsRead } from './TicketsRead.tsx'
import { Visibility } from './Visibility.tsx'

/** Two columns of about the same height where there is room. */
const Panels = styled.div`
  columns: 440px 2;
  column-gap: ${({ theme }) => theme.space.md};
`

interface DataScreenProps {
  readonly state: SyncState
  readonly insight: Insight
  readonly now: Instant
}

/** Where the numbers come from: whose view they are, what was read and left out, how fresh it is, and what it cost. */
export function DataScreen({ state, insight, now }: DataScreenProps) {
  const { t } = useLanguage()
  const facts = shownFacts(state)
  return (
    <>
      <div>
        <XL tag="h1" isBold>
          {t('data.title')}
        </XL>
        <Subtle as="p">{t('data.hint')}</Subtle>
      </div>
      <Panels>
        <Visibility state={state} facts={facts} insight={insight} />
        <TicketsRead facts={facts} />
        <ReadingSpent facts={facts} requests={insight.requests} now={now} />
        <OpenQuestions facts={facts} insight={insight} />
      </Panels>
    </>
  )
}
