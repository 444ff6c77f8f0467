import type { Instant } from '../../domain/period.ts'
import type { Settings } from '../../domain/settings.ts'
import type { SyncState } from '../../sync/syncState.ts'
import { Reading } from '../parts/Reading.tsx'
import { StillReading } from '../parts/StillReading.tsx'
import { Trouble } from '../parts/Trouble.tsx'
import { Measure } from './Page.ts'

interface StateRemarkProps {
  readonly state: SyncState
  readonly settings: Settings
  readonly now: Instant
  readonly onRetry: () => void
}

/** What there is to know about the reading before looking at the page. */
export function StateRemark(props: StateRemarkProps) {
  const remark = remarkAbout(props)
  return remark && <Measure>{remark}</Measure>
}

function remarkAbout({ state, settings, now, onRetry }: StateRemarkProps) {
  switch (state.kind) {
    case 'loading':
      return <Reading progress={state.progress} />
    case 'failed':
      return <Trouble error={state.error} asOf={null} now={now} onRetry={onRetry} />
    case 'stale':
      return <Trouble error={state.error} asOf={state.facts.asOf} now={now} onRetry={onRetry} />
    case 'partial':
      return <StillReading facts={state.facts} progress={state.progress} settings={settings} />
    case 'offered':
    case 'ready':
    case 'refreshing':
      return null
  }
}
