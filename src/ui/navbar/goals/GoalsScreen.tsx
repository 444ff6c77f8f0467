import { XL } from '@zendeskgarden/react-typography'
import { Tag } from '@zendeskgarden/react-tags'
import { useMemo } from 'react'
import { styled } from 'styled-components'
import { pendingVersion } from '../../../domain/draft.ts'
import { type Instant, localDay } from '../../../domain/period.ts'
import { type RulebookVersion, versionOn } from '../../../domain/rulebook.ts'
import type { Settings } from '../../../domain/settings.ts'
import type { SyncState } from '../../../sync/syncState.ts'
import { useLanguage } from '../../Language.tsx'
import { Subtle } from '../../parts/text.ts'
import type { ScreenStore } from '../../screen.ts'
import { GoalsEditor } from './GoalsEditor.tsx'
import { HowScoresAreMade } from './HowScoresAreMade.tsx'
import { versionName } from './versionName.ts'

const Head = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: ${({ theme }) => theme.space.xs};
  align-items: center;
`

interface GoalsScreenProps {
  readonly state: SyncState
  readonly settings: Settings
  readonly store: ScreenStore
  readonly now: Instant
  /** What an admin is working at; kept while other pages are looked at. `null`: nothing yet. */
  readonly draft: RulebookVersion | null
  readonly onDraft: (draft: RulebookVersion | null) => void
}

/** The rules of the scores: everybody reads how they work, admins change them from a day on. */
export function GoalsScreen({ state, settings, store, now, draft, onDraft }: GoalsScreenProps) {
  const { t, timeZone, format } = useLanguage()
  const facts = state.kind === 'loading' || state.kind === 'failed' ? null : state.facts
  const today = useMemo(() => localDay(now, timeZone), [now, timeZone])
  const inForce = versionOn(settings.rulebook, today)
  const pending = pendingVersion(settings.rulebook, today)
  return (
    <>
      <div>
        <Head>
          <XL tag="h1" isBold>
            {t('goals.title')}
          </XL>
          {draft !== null && <Tag>{t('goals.draft', { version: versionName(draft, t) })}</Tag>}
        </Head>
        <Subtle as="p">
          {inForce.effectiveFrom === null
            ? t('goals.inForceFromSettings')
            : t('goals.inForce', { version: versionName(inForce, t), day: format.day(inForce.effectiveFrom) })}{' '}
          {pending?.effectiveFrom != null &&
            t('goals.pending', { version: versionName(pending, t), day: format.day(pending.effectiveFrom) })}{' '}
          {t('goals.neverBack')}
        </Subtle>
      </div>
      {facts !== null &&
        (facts.person.isAdmin ? (
          <GoalsEditor
            facts={facts}
            settings={settings}
            store={store}
            now={now}
            today={today}
            draft={draft}
            onDraft={onDraft}
          />
        ) : (
          <Subtle as="p">{t('goals.onlyAdmins')}</Subtle>
        ))}
      <HowScoresAreMade settings={settings} facts={facts} now={now} />
    </>
  )
}
