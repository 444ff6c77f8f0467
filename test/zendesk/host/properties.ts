import type { OpenTicket, Person, Workspace } from '../workspace.ts'
import type { HostState } from './state.ts'

/** An error as the SDK turns it into a rejection: it needs a name. */
export interface NamedError {
  readonly name: string
  readonly message: string
}

export const unavailable = (message: string): NamedError => ({ name: 'APIUnavailableError', message })

type Properties = Record<string, unknown>

const asUser = (person: Person | null) =>
  person === null
    ? null
    : { id: person.id, name: person.name, email: person.email, role: person.role, groups: person.groups }

/** What `client.get` finds from a frame: the whole tree, walked by dotted paths. */
export function propertiesOf(workspace: Workspace, state: HostState, ticket: OpenTicket | null): Properties {
  return {
    colorScheme: state.scheme,
    currentAccount: {
      subdomain: workspace.account.subdomain,
      timeZone: zoneOf(state.timeZone),
      planName: 'Suite Professional',
    },
    currentUser: {
      ...asUser(workspace.signedIn),
      externalId: null,
      avatarUrl: null,
      tags: [],
      organizations: [],
      locale: state.locale,
      timeZone: zoneOf(state.timeZone),
    },
    ...(ticket === null ? {} : { ticket: ticketProperties(ticket) }),
  }
}

function ticketProperties(ticket: OpenTicket): Properties {
  const { requester, assignee, channel, tags, ...plain } = ticket
  return {
    ...plain,
    isNew: false,
    tags: [...tags],
    via: { channel },
    requester: asUser(requester),
    assignee: { user: asUser(assignee.user), group: assignee.group },
  }
}

/** A zone as ZAF describes it; the offset is in minutes east of UTC, now. */
function zoneOf(ianaName: string) {
  const name = ianaName.split('/').at(-1)?.replaceAll('_', ' ') ?? ianaName
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: ianaName, timeZoneName: 'longOffset' }).formatToParts()
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT'
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(offset) ?? []
  const east = Number(hours) * 60 + Number(minutes)
  return { name, ianaName, formattedName: `(${offset}) ${name}`, offset: sign === '-' ? -east : east }
}

/** The value at a dotted path; an error where the path leads nowhere. */
export function valueAt(properties: Properties, path: string): { value: unknown } | { error: NamedError } {
  let at: unknown = properties
  for (const part of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part))
      return { error: unavailable('is not available in this location') }
    at = (at as Properties)[part]
  }
  return { value: at }
}

/** Puts a value at a dotted path that is there already; false where it is not. */
export function setAt(properties: Properties, path: string, value: unknown): boolean {
  const parts = path.split('.')
  const last = parts.pop() ?? ''
  const owner = parts.length === 0 ? { value: properties } : valueAt(properties, parts.join('.'))
  if (!('value' in owner) || typeof owner.value !== 'object' || owner.value === null || !(last in owner.value))
    return false
  ;(owner.value as Properties)[last] = value
  return true
}
