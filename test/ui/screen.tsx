import { act, render, type RenderResult } from '@testing-library/react'
import { App, type AppProps } from '../../src/ui/App.tsx'
import type { Insight } from '../../src/sync/insight.ts'
import type { Facts, SyncState } from '../../src/sync/syncState.ts'
import { sampleDesks } from './sampleDesks.ts'
import type { Sample } from './sampleStates.ts'
import { NOW, ZONE } from './sampleTickets.ts'

/** A store that is in the state that a test puts it in, and remembers what it was asked. */
export function storeAt(first: SyncState, insight: Insight, lastSeen: Facts | null = null) {
  const listeners = new Set<() => void>()
  let state = first
  const asked: string[] = []
  return {
    asked,
    become(next: SyncState) {
      state = next
      act(() => listeners.forEach((listener) => listener()))
    },
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    state: () => state,
    refresh: () => void asked.push('refresh'),
    insight: () => insight,
    chooseGroup: (group: number) => void asked.push(`group ${group}`),
    readOffered: () => void asked.push('read'),
    past: () => storeAt(first, insight),
    ...sampleDesks(lastSeen),
  }
}

export type TestStore = ReturnType<typeof storeAt>

/** Shows the app as Zendesk would open it, and waits until its screen is there. */
export async function open(
  sample: Sample,
  props: Partial<AppProps> & { readonly location: string },
): Promise<RenderResult & { readonly store: TestStore }> {
  const store = storeAt(sample.state, sample.insight, sample.lastSeen)
  const result = render(
    <App
      locale="en"
      timeZone={ZONE}
      colorScheme="light"
      settings={sample.settings}
      problems={sample.problems}
      store={store}
      now={() => NOW + 60}
      onHeight={() => undefined}
      openTicket={() => undefined}
      openPage={() => undefined}
      keepCard={() => undefined}
      {...props}
    />,
  )
  await act(async () => {
    await import('../../src/ui/sidebar/SidebarScreen.tsx')
    await import('../../src/ui/sidebar/AgentScorecard.tsx')
    await import('../../src/ui/sidebar/MetricEvidence.tsx')
    await import('../../src/ui/sidebar/OwnGoalForm.tsx')
    await import('../../src/ui/navbar/NavBarScreen.tsx')
  })
  return { ...result, store }
}

/** What a person reads in an element, with ordinary spaces. */
export const read = (element: Element | null): string => (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
