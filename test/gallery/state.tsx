import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { App } from '../../src/ui/App.tsx'
import { OutsideZendesk } from '../../src/ui/OutsideZendesk.tsx'
import type { ReadingStore } from '../../src/ui/screen.ts'
import { sampleDesks } from '../ui/sampleDesks.ts'
import type { Sample } from '../ui/sampleStates.ts'
import { NOW, ZONE } from '../ui/sampleTickets.ts'
import { wishFor } from './browserWishes.ts'
import { SCREENS, type View, viewIn } from './view.ts'

if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')

const still = ({ state, insight }: Sample): ReadingStore => ({
  subscribe: () => () => undefined,
  state: () => state,
  refresh: () => undefined,
  chooseGroup: () => undefined,
  readOffered: () => undefined,
  insight: () => insight,
})

const root = createRoot(document.getElementById('state')!)

/** The state of a view as its screen shows it. */
function Shown({ view, sample }: { readonly view: View; readonly sample: Sample }) {
  return (
    <App
      location={view.screen === 'sidebar' ? 'ticket_sidebar' : 'nav_bar'}
      locale={view.dir === 'rtl' ? 'ar' : 'en-GB'}
      timeZone={ZONE}
      colorScheme={view.scheme}
      settings={sample.settings}
      problems={sample.problems}
      store={{ ...still(sample), past: () => still(sample), ...sampleDesks(sample.lastSeen) }}
      now={() => NOW + 60}
      onHeight={(height) => window.parent.postMessage({ height }, window.location.origin)}
      openTicket={() => undefined}
      openPage={() => undefined}
      keepCard={() => undefined}
    />
  )
}

/** Shows what the address names, at once. */
function show() {
  const view = viewIn(window.location.search)
  const { title, samples } = SCREENS[view.screen]
  const state = view.state ?? Object.keys(samples)[0]!
  const sample = (samples as Readonly<Record<string, Sample | null>>)[state] ?? null
  document.title = `${title}: ${state}`
  document.querySelector<HTMLMetaElement>('meta[name=color-scheme]')!.content = view.scheme
  // Where the nav bar opens; its own links lead on from there.
  if (view.screen !== 'sidebar' && window.location.hash === '') window.history.replaceState(null, '', `#${view.screen}`)
  if (sample === null) wishFor(view)
  flushSync(() => root.render(sample === null ? <OutsideZendesk /> : <Shown key={state} view={view} sample={sample} />))
}

show()
// Whoever changes the query sees another state without loading the page again.
window.addEventListener('popstate', show)
