/** What the workspace shows, as it stands in the address, so that every view can be linked to. */
export interface HostState {
  /** `agent`, `lead`, `admin` or a user id. */
  readonly as: string
  readonly scheme: 'light' | 'dark'
  readonly locale: string
  readonly timeZone: string
  /** Of the sidebar, CSS pixels. */
  readonly width: number
  readonly place: 'ticket' | 'nav_bar'
  /** The one in front; null: the first open ticket. */
  readonly ticket: number | null
  /** The open tabs, from the first; null: those that the account suggests for the person. */
  readonly tickets: readonly number[] | null
  /** Loaded from the start though nobody has opened it; empty: loaded when it is opened. */
  readonly preload: '' | 'nav_bar'
  /** Sent along with every API request; empty for none. */
  readonly fault: string
  /** JSON object laid over the installation's settings; empty for none. */
  readonly settings: string
  /** Route inside the nav bar app; empty for none. */
  readonly path: string
}

const DEFAULTS: HostState = {
  as: 'agent',
  scheme: 'light',
  locale: 'en-US',
  timeZone: 'Europe/Rome',
  width: 320,
  place: 'ticket',
  ticket: null,
  tickets: null,
  preload: '',
  fault: '',
  settings: '',
  path: '',
}

/** The state in an address: in the query, or one of Zendesk's own addresses of a ticket or of an app in the nav bar. */
export function stateIn({ pathname, search }: { pathname: string; search: string }): HostState {
  return { ...stateInQuery(new URLSearchParams(search)), ...stateInPath(pathname) }
}

function stateInPath(pathname: string): Partial<HostState> {
  const ticket = /^\/agent\/tickets\/(\d+)/.exec(pathname)?.[1]
  const path = /^\/agent\/apps\/[^/]+\/?(.*)$/.exec(pathname)?.[1]
  return {
    ...(ticket === undefined ? {} : { place: 'ticket', ticket: Number(ticket) }),
    ...(path === undefined ? {} : { place: 'nav_bar', path: decodeURIComponent(path) }),
  }
}

function stateInQuery(query: URLSearchParams): HostState {
  const text = (name: keyof HostState) => query.get(name) ?? String(DEFAULTS[name] ?? '')
  const number = (name: keyof HostState) => Number.parseInt(text(name), 10)
  return {
    as: text('as'),
    scheme: text('scheme') === 'dark' ? 'dark' : 'light',
    locale: text('locale'),
    timeZone: text('timeZone'),
    width: number('width') || DEFAULTS.width,
    place: text('place') === 'nav_bar' ? 'nav_bar' : 'ticket',
    ticket: number('ticket') || null,
    tickets:
      query
        .get('tickets')
        ?.split(',')
        .map(Number)
        .filter((id) => id > 0) ?? null,
    preload: text('preload') === 'nav_bar' ? 'nav_bar' : '',
    fault: text('fault'),
    settings: text('settings'),
    path: text('path'),
  }
}

/** The query of an address that shows a state; what is as usual is left out. */
export function queryOf(state: HostState): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(state))
    if (value !== null && value !== DEFAULTS[name as keyof HostState]) query.set(name, String(value))
  const text = query.toString().replaceAll('%2C', ',')
  return text === '' ? '' : `?${text}`
}

/** The settings of an installation with those of the address laid over; broken JSON changes nothing. */
export function settingsWith(settings: Readonly<Record<string, unknown>>, over: string): Record<string, unknown> {
  try {
    return { ...settings, ...(over === '' ? {} : (JSON.parse(over) as Record<string, unknown>)) }
  } catch {
    return { ...settings }
  }
}
