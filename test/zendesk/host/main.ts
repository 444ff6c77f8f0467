import type { OpenTicket, Workspace } from '../workspace.ts'
import { makeRequest, signedInAs } from './apiRequest.ts'
import { onControls, showControls } from './controls.ts'
import { byId } from './element.ts'
import { Frames } from './frames.ts'
import { showNotice } from './notices.ts'
import { askForSettings } from './settingsForm.ts'
import type { HostState } from './state.ts'
import { queryOf, settingsWith, stateIn } from './state.ts'
import { showTabs } from './ticketTabs.ts'
import { showTicket } from './ticketView.ts'

/** What Zendesk reloads its whole page for. */
const RELOADING: readonly (keyof HostState)[] = ['as', 'locale', 'timeZone']
const NOTICE_MS = 5000

let state = stateIn(location)
let workspace: Workspace | null = null
let tabs: readonly OpenTicket[] = []
let frames: Frames | null = null
/** Whose instances were loaded before the workspace was opened anew. It may be opened again while it has none yet. */
let lastLoaded: Frames['loaded'] = new Set()
let loads = 0

function go(change: Partial<HostState>): void {
  const before = state
  const ofAnother = change.as !== undefined && change.as !== before.as && before.tickets === null
  state = { ...state, ...(ofAnother ? { ticket: null } : {}), ...change }
  history.replaceState(null, '', `/${queryOf(state)}`)
  const changed = (name: keyof HostState) => before[name] !== state[name]
  if (changed('scheme')) frames?.emit('colorScheme.changed', state.scheme)
  if (RELOADING.some(changed)) void load()
  else show()
}

async function read(tickets: readonly number[]): Promise<Workspace> {
  const query = new URLSearchParams([['as', state.as], ...tickets.map((id) => ['ticket', String(id)])])
  const response = await fetch(`/stand-in/workspace.json?${query.toString()}`)
  return (await response.json()) as Workspace
}

/** Opens the workspace anew: every instance that was loaded is loaded again, and those of the tabs in the address are. */
async function load(): Promise<void> {
  const own = ++loads
  lastLoaded = frames?.loaded ?? lastLoaded
  frames?.destroy()
  frames = null
  const asked = [...(state.tickets ?? []), ...(state.ticket === null ? [] : [state.ticket])]
  const loaded = await read(asked)
  if (own !== loads) return
  workspace = loaded
  tabs =
    state.tickets === null
      ? loaded.tickets
      : [...new Set(asked)].flatMap((id) => loaded.tickets.find((ticket) => ticket.id === id) ?? [])
  frames = new Frames(loaded, () => state, { notice: showNotice, openTicket: (id) => void openTicket(id), openNavBar })
  for (const ticket of tabs) if (state.tickets !== null || lastLoaded.has(ticket.id)) frames.load(ticket)
  if (lastLoaded.has(null) || state.preload === 'nav_bar') frames.load(null)
  for (const label of document.querySelectorAll('.app-name')) label.textContent = loaded.app.name
  byId('show-nav-bar').title = loaded.app.name
  show()
  if (state.place === 'nav_bar' && state.path !== '') frames.route(state.path)
}

function openNavBar(path: string): void {
  go({ place: 'nav_bar', path })
  frames?.route(path)
}

/** Goes to a ticket; one that has no tab yet gets one, and its frame, while the others stay as they are. */
async function openTicket(id: number): Promise<void> {
  if (!tabs.some((ticket) => ticket.id === id)) {
    const ticket = (await read([id])).tickets.find((found) => found.id === id)
    if (ticket === undefined) {
      showNotice(`There is no ticket #${String(id)}.`, 'error', false, NOTICE_MS)
      return
    }
    tabs = [...tabs, ticket]
    go({ tickets: tabs.map((tab) => tab.id) })
  }
  go({ place: 'ticket', ticket: id })
}

/** Closes a tab; its right neighbour, else its left one, takes its place. */
function closeTicket(id: number): void {
  const at = tabs.findIndex((ticket) => ticket.id === id)
  const chosen = chosenTicket()
  tabs = tabs.filter((ticket) => ticket.id !== id)
  frames?.close(id)
  const next = chosen?.id === id ? (tabs[at] ?? tabs[at - 1]) : chosen
  go({ ticket: next?.id ?? null, tickets: tabs.map((ticket) => ticket.id) })
}

/** Asks the app beside the ticket, as Zendesk does before it saves. Only that app hears of the reply; nothing is written. */
async function submit({ id }: OpenTicket, reply: string): Promise<void> {
  const refusal = (await frames?.save(id, reply)) ?? null
  if (refusal === null) {
    showNotice(`Zendesk would save ticket #${String(id)} now.`, 'notice', false, NOTICE_MS)
    show()
  } else showNotice(refusal, 'error', false, NOTICE_MS)
}

function chooseStatus({ id }: OpenTicket, status: OpenTicket['status']): void {
  tabs = tabs.map((tab) => (tab.id === id ? { ...tab, status } : tab))
  frames?.change(id, 'ticket.status', status)
}

/** Saves settings as the signed-in person. What the address laid over them was in the form, so it is saved with them. */
async function saveSettings(settings: Readonly<Record<string, unknown>>): Promise<void> {
  const url = `/api/v2/apps/installations/${String(workspace?.installation.id)}.json`
  const options = { url, type: 'PUT', contentType: 'application/json', data: JSON.stringify({ settings }) }
  const { outcome } = await makeRequest(options, signedInAs(state.as))
  if (outcome === 'fail') showNotice('The settings were not saved.', 'error', false, NOTICE_MS)
  else {
    go({ settings: '' })
    await load()
  }
}

const chosenTicket = (): OpenTicket | null => tabs.find(({ id }) => id === state.ticket) ?? tabs[0] ?? null

function show(): void {
  if (workspace === null) return
  const inNavBar = state.place === 'nav_bar'
  const ticket = chosenTicket()
  document.documentElement.dataset['scheme'] = state.scheme
  document.documentElement.style.setProperty('--sidebar', `${String(state.width)}px`)
  showControls(workspace, state)
  showTabs(tabs, ticket?.id ?? null, { choose: (id) => go({ ticket: id }), close: closeTicket })
  showTicket(ticket, state.locale, state.timeZone, { submit, choose: chooseStatus })
  byId('show-top-bar').hidden = workspace.app.locations.top_bar === null
  byId('settings').hidden = workspace.signedIn?.role !== 'admin'
  byId('tickets').hidden = inNavBar
  byId('nav-bar').hidden = !inNavBar
  byId('show-tickets').setAttribute('aria-current', String(!inNavBar))
  byId('show-nav-bar').setAttribute('aria-current', String(inNavBar))
  if (inNavBar) frames?.show(null)
  else if (ticket === null) frames?.hide()
  else frames?.show(ticket)
}

onControls(go)
byId('show-tickets').addEventListener('click', () => go({ place: 'ticket' }))
byId('show-nav-bar').addEventListener('click', () => go({ place: 'nav_bar' }))
byId('show-top-bar').addEventListener('click', () => frames?.popover())
byId('reload').addEventListener('click', () => void load())
byId('settings').addEventListener('click', () => {
  if (workspace === null) return
  const { parameters, settings } = workspace.app
  askForSettings(parameters, settingsWith(settings, state.settings), (changed) => void saveSettings(changed))
})
void load()
