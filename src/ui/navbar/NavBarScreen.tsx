import { useEffect, useState } from 'react'
import type { RulebookVersion } from '../../domain/rulebook.ts'
import { withPages } from '../../i18n/pages.ts'
import { endFirstPaint } from '../firstPaint.ts'
import { LanguageProvider, useLanguage } from '../Language.tsx'
import { Freshness } from '../parts/Freshness.tsx'
import { SettingsProblems } from '../parts/SettingsProblems.tsx'
import type { ScreenProps } from '../screen.ts'
import { GoalsScreen } from './goals/GoalsScreen.tsx'
import { DataScreen } from './data/DataScreen.tsx'
import { Measure, Page } from './Page.ts'
import { StateRemark } from './StateRemark.tsx'
import { TeamPage } from './TeamPage.tsx'
import { TopBar } from './TopBar.tsx'
import { usePage } from './usePage.ts'

/** The pages for those who lead, with the texts that only they need. */
export function NavBarScreen(props: ScreenProps) {
  useEffect(endFirstPaint, [])
  const { locale, timeZone } = useLanguage()
  return (
    <LanguageProvider locale={locale} timeZone={timeZone} complete={withPages}>
      <Pages {...props} />
    </LanguageProvider>
  )
}

/** A state of the reading is a remark above the page, not another screen. */
function Pages({ state, store, settings, problems, now: currentTime }: ScreenProps) {
  const page = usePage()
  const [draft, setDraft] = useState<RulebookVersion | null>(null)
  const now = currentTime()
  const isKnown = state.kind !== 'loading' && state.kind !== 'offered' && state.kind !== 'failed'
  return (
    <>
      <TopBar page={page}>{isKnown && <Freshness state={state} now={now} onRefresh={store.refresh} />}</TopBar>
      <Page>
        <StateRemark state={state} settings={settings} now={now} onRetry={store.refresh} />
        {'facts' in state && problems.length > 0 && (
          <Measure>
            <SettingsProblems problems={problems} isAdmin={state.facts.person.isAdmin} />
          </Measure>
        )}
        {page === 'data' ? (
          <DataScreen state={state} insight={store.insight()} now={now} />
        ) : page === 'goals' ? (
          <GoalsScreen state={state} settings={settings} store={store} now={now} draft={draft} onDraft={setDraft} />
        ) : (
          <TeamPage state={state} settings={settings} store={store} />
        )}
      </Page>
    </>
  )
}
