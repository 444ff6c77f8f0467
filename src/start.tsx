import { createRoot } from 'react-dom/client'
import { config } from 'zod/mini'
import type { Instant } from './domain/period.ts'
import type { Engine } from './sync/engine.ts'
import { waitingStore } from './sync/waitingStore.ts'
import { App } from './ui/App.tsx'
import { endFirstPaint } from './ui/firstPaint.ts'
import { keepCard } from './ui/keptCard.ts'
import { OutsideZendesk } from './ui/OutsideZendesk.tsx'
import type { ScreenStore } from './ui/screen.ts'
import { installationOf, rulebookIn } from './zendesk/installation.ts'
import { type Met, ownerOf, resizeTo, type ZafClient } from './zendesk/join.ts'
import { parseParameters, type ReadRulebook } from './zendesk/parameters.ts'
import {
  askThrough,
  type ColorScheme,
  onColorScheme,
  onRoute,
  onPresence,
  openNavBar,
  openTicket,
  sendThrough,
  surroundings,
} from './zendesk/zaf.ts'

/** A Zendesk that has not registered the app by then is not there, or not the one in the address. */
const PATIENCE_MILLISECONDS = 10_000
/** Numbers of the last time stand no longer than this before the screen says what it waits for. */
const KEPT_MILLISECONDS = 5000

// Needed for the first request, not for the first paint.
const startingEngine = import('./sync/engine.ts')

// Compiling schemas needs eval, which the page's security policy forbids.
config({ jitless: true })

/** Few accounts have a rulebook at first, and the first paint does not wait for reading none. */
async function rulebookReader(settings: unknown): Promise<ReadRulebook> {
  if (rulebookIn(settings) === '') return () => ({ versions: [], problems: [] })
  return (await import('./zendesk/rulebook.ts')).parseRulebook
}

const root = createRoot(document.getElementById('app')!)

/** The page for somebody who opened the app's address without Zendesk around it. */
export function showOutside(): void {
  endFirstPaint()
  root.render(<OutsideZendesk />)
}

/** Starts the app. @param meeting what Zendesk tells, once it does */
export async function start(client: ZafClient, meeting: Promise<Met>): Promise<void> {
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
  const late = setTimeout(showOutside, PATIENCE_MILLISECONDS)
  const { settings: given, installation, ...around } = surroundings(await meeting)
  const { location, locale, timeZone, colorScheme, person, subdomain } = around
  clearTimeout(late)
  const { settings, problems } = parseParameters(given, await rulebookReader(given))
  const now = (): Instant => Math.floor(Date.now() / 1000)
  const owner = ownerOf(subdomain, person?.id)
  let store: ScreenStore = waitingStore
  if (location === 'nav_bar') onRoute(client, (page) => (window.location.hash = page))
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
        keepCard={(card) => keepCard(owner, card)}
        openPage={(page) => openNavBar(client, page)}
      />,
    )
  let scheme = colorScheme
  setTimeout(endFirstPaint, KEPT_MILLISECONDS)
  show(scheme)
  onColorScheme(client, (changed) => show((scheme = changed)))
  // A page that is seen may hold copies that are not: the tabs of other tickets. Those have no width.
  let isInFront = window.innerWidth > 0
  let isClosing = false
  const isSeen = () => isInFront && document.visibilityState === 'visible'
  let told: boolean | null = null
  let engine: Engine | null = null
  const tellEngine = () => {
    if (engine === null) return
    if (isClosing) engine.close()
    else if (isSeen() !== told) engine.setInFront((told = isSeen()))
  }
  onPresence(client, (presence) => {
    isInFront = presence === 'front'
    isClosing ||= presence === 'closing'
    tellEngine()
  })
  document.addEventListener('visibilitychange', tellEngine)
  window.addEventListener('resize', () => {
    isInFront ||= window.innerWidth > 0
    tellEngine()
  })
  const { startEngine } = await startingEngine
  told = isSeen()
  engine = startEngine(askThrough(client), {
    owner,
    person,
    settings,
    timeZone,
    focus: location === 'nav_bar' ? 'group' : 'own',
    installation: installation === null ? null : installationOf(sendThrough(client), installation),
    loaded: given,
    isInFront: told,
    beside: location === 'ticket_sidebar' ? client : null,
  })
  tellEngine()
  store = engine
  show(scheme)
}
