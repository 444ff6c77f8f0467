import { createRoot, type Root } from 'react-dom/client'
import { config } from 'zod/mini'
import type { Instant } from './domain/period.ts'
import { waitingStore } from './sync/waitingStore.ts'
import { App } from './ui/App.tsx'
import { OutsideZendesk } from './ui/OutsideZendesk.tsx'
import type { ScreenStore } from './ui/screen.ts'
import { installationOf, rulebookIn } from './zendesk/installation.ts'
import { parseParameters, type ReadRulebook } from './zendesk/parameters.ts'
import {
  askThrough,
  type ColorScheme,
  colorSchemeInAddress,
  joinZendesk,
  onColorScheme,
  onPresence,
  openTicket,
  resizeTo,
  sendThrough,
  surroundings,
  type ZafClient,
} from './zendesk/zaf.ts'

/** A Zendesk that has not registered the app by then is not there, or not the one in the address. */
const PATIENCE_MILLISECONDS = 10_000

// Needed for the first request, not for the first paint.
const startingEngine = import('./sync/engine.ts')

// Compiling schemas needs eval, which the page's security policy forbids.
config({ jitless: true })

/** Few accounts have a rulebook at first, and the first paint does not wait for reading none. */
async function rulebookReader(settings: unknown): Promise<ReadRulebook> {
  if (rulebookIn(settings) === '') return () => ({ versions: [], problems: [] })
  return (await import('./zendesk/rulebook.ts')).parseRulebook
}

async function open(client: ZafClient, root: Root): Promise<void> {
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
  const late = setTimeout(() => root.render(<OutsideZendesk />), PATIENCE_MILLISECONDS)
  const { settings: given, installation, ...around } = await surroundings(client)
  const { location, locale, timeZone, colorScheme, person, subdomain } = around
  clearTimeout(late)
  const { settings, problems } = parseParameters(given, await rulebookReader(given))
  const now = (): Instant => Math.floor(Date.now() / 1000)
  let store: ScreenStore = waitingStore
  const show = (scheme: ColorScheme) =>
    root.render(
      <App
        location={location}
        locale={locale}
        timeZone={timeZone}
        colorScheme={scheme}
        settings={settings}
        problems={problems}
        store={store}
        now={now}
        onHeight={(pixels) => resizeTo(client, pixels)}
        openTicket={(id) => openTicket(client, id)}
      />,
    )
  let scheme = colorScheme
  show(scheme)
  onColorScheme(client, (changed) => show((scheme = changed)))
  const engine = (await startingEngine).startEngine(askThrough(client), {
    owner: `${subdomain}:${person?.id ?? 'unknown'}`,
    person,
    settings,
    timeZone,
    focus: location === 'nav_bar' ? 'group' : 'own',
    installation: installation === null ? null : installationOf(sendThrough(client), installation),
    loaded: given,
  })
  store = engine
  show(scheme)
  onPresence(client, (presence) => {
    if (presence === 'closing') engine.close()
    else engine.setInFront(presence === 'front')
  })
  document.addEventListener('visibilitychange', () => engine.setInFront(document.visibilityState === 'visible'))
}

// Before anything is drawn, so that a dark workspace never flashes white.
document.querySelector<HTMLMetaElement>('meta[name=color-scheme]')!.content =
  colorSchemeInAddress(window.location.search) ?? 'light dark'

const root = createRoot(document.getElementById('app')!)
const client = joinZendesk()
if (client === null) root.render(<OutsideZendesk />)
else await open(client, root)
