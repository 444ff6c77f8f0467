import type { Workspace } from '../workspace.ts'
import { onControls, showControls } from './controls.ts'
import { byId } from './element.ts'
import { Frames } from './frames.ts'
import { showNotice } from './notices.ts'
import type { HostState } from './state.ts'
import { queryOf, stateIn } from './state.ts'
import { showTabs, showTicket } from './ticketView.ts'

/** What Zendesk reloads its whole page for. */
const RELOADING: readonly (keyof HostState)[] = ['as', 'locale', 'timeZone']

let state = stateIn(location.search)
let workspace: Workspace | null = null
let frames: Frames | null = null
let loads = 0

function go(change: Partial<HostState>): void {
  const before = state
  const otherPerson = change.as !== undefined && change.as !== before.as
  state = { ...state, ...(otherPerson ? { ticket: null } : {}), ...change }
  history.replaceState(null, '', `${location.pathname}${queryOf(state)}`)
  const changed = (name: keyof HostState) => before[name] !== state[name]
  if (changed('scheme')) frames?.emit('colorScheme.changed', state.scheme)
  if (RELOADING.some(changed)) void load()
  else show()
}

async function read(ticket: number | null): Promise<Workspace> {
  const asked = ticket === null ? '' : `&ticket=${String(ticket)}`
  const response = await fetch(`/stand-in/workspace.json?as=${encodeURIComponent(state.as)}${asked}`)
  return (await response.json()) as Workspace
}

/** Opens the workspace anew, with fresh frames. */
async function load(): Promise<void> {
  const own = ++loads
  frames?.destroy()
  frames = null
  const loaded = await read(state.ticket)
  if (own !== loads) return
  workspace = loaded
  frames = new Frames(
    () => workspace ?? loaded,
    () => state,
    { notice: showNotice, openTicket: (id) => void openTicket(id), openNavBar },
  )
  for (const label of document.querySelectorAll('.app-name')) label.textContent = loaded.app.name
  byId('show-nav-bar').title = loaded.app.name
  show()
  if (state.place === 'nav_bar' && state.path !== '') openNavBar(state.path)
}

function openNavBar(path: string): void {
  go({ place: 'nav_bar', path })
  frames?.show('nav_bar', null).tell('app.route.changed', { appName: workspace?.app.name, path })
}

/** Goes to a ticket; one that has no tab yet gets one, and its frame, while the others stay as they are. */
async function openTicket(id: number): Promise<void> {
  if (workspace?.tickets.some((ticket) => ticket.id === id) === false) {
    const ticket = (await read(id)).tickets.find((found) => found.id === id)
    if (ticket === undefined) {
      showNotice(`There is no ticket #${String(id)}.`, 'error', false, 5000)
      return
    }
    workspace = { ...workspace, tickets: [...workspace.tickets, ticket] }
  }
  go({ place: 'ticket', ticket: id })
}

function show(): void {
  if (workspace === null) return
  const inNavBar = state.place === 'nav_bar'
  const ticket = workspace.tickets.find(({ id }) => id === state.ticket) ?? workspace.tickets[0] ?? null
  document.documentElement.dataset['scheme'] = state.scheme
  document.documentElement.style.setProperty('--sidebar', `${String(state.width)}px`)
  showControls(workspace, state)
  showTabs(workspace.tickets, ticket?.id ?? null, (id) => go({ ticket: id }))
  showTicket(ticket, state.locale, state.timeZone)
  byId('tickets').hidden = inNavBar
  byId('nav-bar').hidden = !inNavBar
  byId('show-tickets').setAttribute('aria-current', String(!inNavBar))
  byId('show-nav-bar').setAttribute('aria-current', String(inNavBar))
  if (inNavBar) frames?.show('nav_bar', null)
  else if (ticket === null) frames?.hide()
  else frames?.show('ticket_sidebar', ticket.id)
}

onControls(go)
byId('show-tickets').addEventListener('click', () => go({ place: 'ticket' }))
byId('show-nav-bar').addEventListener('click', () => go({ place: 'nav_bar' }))
byId('reload').addEventListener('click', () => void load())
void load()
