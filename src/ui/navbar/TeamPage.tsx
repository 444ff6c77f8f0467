import type { SyncState } from '../../sync/syncState.ts'
import { SkeletonTiles } from '../parts/SkeletonTiles.tsx'
import type { ScreenProps } from '../screen.ts'
import { Measure } from './Page.ts'
import { TeamScreen } from './TeamScreen.tsx'
import { Title } from './Title.tsx'

interface TeamPageProps extends Pick<ScreenProps, 'settings' | 'store'> {
  readonly state: SyncState
}

/** The team, as far as it is known. */
export function TeamPage({ state, settings, store }: TeamPageProps) {
  switch (state.kind) {
    case 'loading':
      return (
        <>
          <Title />
          <Measure>
            <SkeletonTiles />
          </Measure>
        </>
      )
    case 'failed':
      return <Title />
    case 'offered':
      return <TeamScreen facts={state.facts} settings={settings} offered={state.cost} store={store} />
    case 'partial':
    case 'ready':
    case 'refreshing':
    case 'stale':
      return <TeamScreen facts={state.facts} settings={settings} offered={null} store={store} />
  }
}
