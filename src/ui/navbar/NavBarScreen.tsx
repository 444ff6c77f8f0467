import type { Instant } from '../../domain/period.ts'
import { Reading } from '../parts/Reading.tsx'
import { SkeletonTiles } from '../parts/SkeletonTiles.tsx'
import { SettingsProblems } from '../parts/SettingsProblems.tsx'
import { Trouble } from '../parts/Trouble.tsx'
import type { ScreenProps } from '../screen.ts'
import { Page, Measure } from './Page.ts'
import { TeamScreen } from './TeamScreen.tsx'
import { Title } from './Title.tsx'
import { TopBar } from './TopBar.tsx'

/** The team and its people, for those who lead them. */
export function NavBarScreen(props: ScreenProps) {
  return contents(props, props.now())
}

/** Every state of the reading; numbers once read stay under the remark. */
function contents({ state, store, settings, problems }: ScreenProps, now: Instant) {
  switch (state.kind) {
    case 'loading':
      return (
        <>
          <TopBar />
          <Page>
            <Title />
            <Measure>
              <Reading progress={state.progress} />
              <SkeletonTiles />
            </Measure>
          </Page>
        </>
      )
    case 'failed':
      return (
        <>
          <TopBar />
          <Page>
            <Title />
            <Measure>
              <Trouble error={state.error} asOf={null} now={now} onRetry={store.refresh} />
            </Measure>
          </Page>
        </>
      )
    case 'ready':
    case 'refreshing':
    case 'stale': {
      const { facts } = state
      const progress = state.kind === 'refreshing' ? state.progress : null
      return (
        <>
          <TopBar freshness={{ asOf: facts.asOf, now, progress, onRefresh: store.refresh }} />
          <Page>
            {state.kind === 'stale' && (
              <Measure>
                <Trouble error={state.error} asOf={facts.asOf} now={now} onRetry={store.refresh} />
              </Measure>
            )}
            {problems.length > 0 && (
              <Measure>
                <SettingsProblems problems={problems} isAdmin={facts.person.isAdmin} />
              </Measure>
            )}
            <TeamScreen facts={facts} settings={settings} onChoose={store.chooseGroup} />
          </Page>
        </>
      )
    }
  }
}
