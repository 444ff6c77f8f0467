import { createRoot } from 'react-dom/client'
import { rulebookDesk } from '../../src/sync/rulebookDesk.ts'
import { App } from '../../src/ui/App.tsx'
import type { ReadingStore } from '../../src/ui/screen.ts'
import { OutsideZendesk } from '../../src/ui/OutsideZendesk.tsx'
import { NAV_BAR_SAMPLES, type Sample, SIDEBAR_SAMPLES } from '../ui/sampleStates.ts'
import { NOW, ZONE } from '../ui/sampleTickets.ts'
import { Index } from './Index.tsx'

if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')

/**
 * `?screen=sidebar&state=stale-offline&scheme=dark&dir=rtl&width=280` is one state at one width;
 * without a state it is every state of the screen, each in a frame. `?screen=navbar#data` is the page Data in every state.
 */
const still = ({ state, insight }: Sample): ReadingStore => ({
  subscribe: () => () => undefined,
  state: () => state,
  refresh: () => undefined,
  chooseGroup: () => undefined,
  readOffered: () => undefined,
  insight: () => insight,
})

const query = new URLSearchParams(window.location.search)
const screen = query.get('screen') ?? 'sidebar'
const samples = screen === 'navbar' ? NAV_BAR_SAMPLES : SIDEBAR_SAMPLES
const sample = samples[query.get('state') ?? '']
const root = createRoot(document.getElementById('gallery')!)
const width = query.get('width')
if (width !== null) document.documentElement.style.width = `${width}px`

if (screen === 'outside') root.render(<OutsideZendesk />)
else if (sample === undefined) root.render(<Index query={query} states={Object.keys(samples)} />)
else {
  root.render(
    <App
      location={screen === 'navbar' ? 'nav_bar' : 'ticket_sidebar'}
      locale={query.get('locale') ?? (query.get('dir') === 'rtl' ? 'ar' : 'en-GB')}
      timeZone={ZONE}
      colorScheme={query.get('scheme') === 'dark' ? 'dark' : 'light'}
      settings={sample.settings}
      problems={sample.problems}
      store={{ ...still(sample), past: () => still(sample), rulebookDesk: rulebookDesk(null, {}) }}
      now={() => NOW + 60}
      onHeight={() => undefined}
      openTicket={() => undefined}
    />,
  )
}
