import { Freshness } from '../parts/Freshness.tsx'
import { SettingsProblems } from '../parts/SettingsProblems.tsx'
import type { ScreenProps } from '../screen.ts'
import { DataScreen } from './data/DataScreen.tsx'
import { Measure, Page } from './Page.ts'
import { StateRemark } from './StateRemark.tsx'
import { TeamPage } from './TeamPage.tsx'
import { TopBar } from './TopBar.tsx'
import { usePage } from './usePage.ts'

/** The team and its people, for those who lead them. A state of the reading is a remark above the page, not another screen. */
export function NavBarScreen({ state, store, settings, problems, now: currentTime }: ScreenProps) {
  const page = usePage()
  const now = currentTime()
  const isKnown = state.kind !== 'loading' && state.kind !== 'offered' && state.kind !== 'failed'
  return (
    <>
      <TopBar page={page}>{isKnown && <Freshness state={state} now={now} onRefresh={store.refresh} />}</TopBar>
      <Page>
        <StateRemark state={state} now={now} onRetry={store.refresh} />
        {'facts' in state && problems.length > 0 && (
          <Measure>
            <SettingsProblems problems={problems} isAdmin={state.facts.person.isAdmin} />
          </Measure>
        )}
        {page === 'data' ? (
          <DataScreen state={state} insight={store.insight()} now={now} />
        ) : (
          <TeamPage state={state} settings={settings} store={store} />
        )}
      </Page>
    </>
  )
}
