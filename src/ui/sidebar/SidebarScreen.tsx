import { lazy, Suspense, useEffect } from 'react'
import type { Instant } from '../../domain/period.ts'
import { Frame } from '../parts/Frame.tsx'
import { Freshness } from '../parts/Freshness.tsx'
import { Offer } from '../parts/Offer.tsx'
import { Reading } from '../parts/Reading.tsx'
import { Section } from '../parts/Section.tsx'
import { StillReading } from '../parts/StillReading.tsx'
import { Trouble } from '../parts/Trouble.tsx'
import type { ScreenProps } from '../screen.ts'
import { SidebarHeader } from './SidebarHeader.tsx'
import { endFirstPaint, endSkeleton } from '../firstPaint.ts'
import { SkeletonTiles } from '../parts/SkeletonTiles.tsx'

/** Starts to load at once, while the tickets are being read; the first paint does not wait for it. */
const loading = import('./AgentScorecard.tsx')
const AgentScorecard = lazy(() => loading.then(({ AgentScorecard }) => ({ default: AgentScorecard })))

/** The scorecard of the person who is signed in, beside the ticket they work on. */
export function SidebarScreen(props: ScreenProps) {
  const { kind } = props.state
  useEffect(() => {
    if (kind === 'loading') endSkeleton()
    else if (kind === 'failed' || kind === 'offered') endFirstPaint()
  }, [kind])
  return <Frame>{contents(props, props.now())}</Frame>
}

/** Every state of the reading. The header stays: a state is a remark about the numbers, not another screen. */
function contents({ state, store, settings, ...rest }: ScreenProps, now: Instant) {
  switch (state.kind) {
    case 'loading':
      return (
        <>
          <SidebarHeader instant={now} settings={settings} isKnown={false} />
          <Section>
            <Reading progress={state.progress} />
          </Section>
          <SkeletonTiles />
        </>
      )
    case 'failed':
      return (
        <>
          <SidebarHeader instant={now} settings={settings} isKnown={false} />
          <Section>
            <Trouble error={state.error} asOf={null} now={now} onRetry={store.refresh} />
          </Section>
        </>
      )
    case 'offered':
      return (
        <>
          <SidebarHeader instant={now} settings={settings} isKnown={false} />
          <Section>
            <Offer cost={state.cost} onRead={store.readOffered} />
          </Section>
        </>
      )
    case 'ready':
    case 'partial':
    case 'refreshing':
    case 'stale': {
      const { asOf } = state.facts
      return (
        <>
          <SidebarHeader instant={asOf} settings={settings} isKnown />
          {state.kind === 'stale' && (
            <Section>
              <Trouble error={state.error} asOf={asOf} now={now} onRetry={store.refresh} />
            </Section>
          )}
          {state.kind === 'partial' && (
            <Section>
              <StillReading facts={state.facts} progress={state.progress} settings={settings} />
            </Section>
          )}
          <Suspense fallback={<SkeletonTiles />}>
            <AgentScorecard {...rest} facts={state.facts} settings={settings} store={store}>
              <Freshness state={state} now={now} onRefresh={store.refresh} />
            </AgentScorecard>
          </Suspense>
        </>
      )
    }
  }
}
