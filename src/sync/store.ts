import { periodContaining, type Instant } from '../domain/period.ts'
import type { Settings } from '../domain/settings.ts'
import { failure, type Result, success } from '../zendesk/error.ts'
import type { Get } from '../zendesk/get.ts'
import { signedInPerson } from '../zendesk/pages.ts'
import type { Person } from '../zendesk/person.ts'
import { startGathering } from './gathering.ts'
import { type Reading, readPeople, readTickets } from './reading.ts'
import type { Facts, Progress, Scope, SyncState } from './syncState.ts'

/** The facts of the account, read once and kept; the screen listens. */
export interface Store {
  subscribe(listener: () => void): () => void
  state(): SyncState
  /** Reads again; what is on screen stays until the new facts are whole. */
  refresh(): void
  /** Reads the tickets of this group, where the person may not read the whole account. */
  chooseGroup(group: number): void
}

export interface StoreOptions {
  readonly get: Get
  readonly settings: Settings
  readonly timeZone: string
  /** What the screen shows to somebody who may not read the whole account. */
  readonly focus: 'own' | 'group'
  readonly now: () => Instant
}

export function createStore(options: StoreOptions): Store {
  const listeners = new Set<() => void>()
  let state: SyncState = { kind: 'loading', progress: { read: 0, expected: null } }
  let chosenGroup: number | null = null
  let latest = 0

  function become(next: SyncState) {
    state = next
    for (const listener of listeners) listener()
  }

  async function run() {
    const mine = ++latest
    const isCurrent = () => mine === latest
    const facts = 'facts' in state ? state.facts : null
    const progress = (progress: Progress): SyncState =>
      facts === null ? { kind: 'loading', progress } : { kind: 'refreshing', facts, progress }
    become(progress({ read: 0, expected: null }))
    const read = await readFacts(options, chosenGroup, (made) => {
      if (isCurrent()) become(progress(made))
    })
    if (!isCurrent()) return
    if (read.ok) become({ kind: 'ready', facts: read.value })
    else become(facts === null ? { kind: 'failed', error: read.error } : { kind: 'stale', facts, error: read.error })
  }

  void run()
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    state: () => state,
    refresh: () => void run(),
    chooseGroup(group) {
      chosenGroup = group
      const facts = 'facts' in state ? state.facts : null
      if (facts?.scope.kind !== 'account') void run()
    },
  }
}

/** One whole reading. An admin reads the account; when that is refused, and for everybody else, own tickets or a group's. */
async function readFacts(
  options: StoreOptions,
  chosenGroup: number | null,
  onProgress: (progress: Progress) => void,
): Promise<Result<Facts>> {
  const asOf = options.now()
  const since = periodContaining('month', asOf, options.timeZone).start
  const reading: Reading = { get: options.get, exclusions: options.settings.exclusions, since, onProgress }
  const person = await signedInPerson(options.get)
  if (!person.ok) return person
  const gathering = startGathering()
  const people = await readPeople(reading, gathering)
  if (!people.ok) return people
  let scope: Scope | null = person.value.isAdmin ? { kind: 'account' } : narrower(options, person.value)
  let tickets = scope === null ? success(null) : await readTickets(reading, scope, person.value, gathering)
  if (!tickets.ok && tickets.error.kind === 'forbidden' && scope?.kind === 'account') {
    scope = narrower(options, person.value)
    if (scope !== null) tickets = await readTickets(reading, scope, person.value, gathering)
  }
  if (!tickets.ok) return failure(tickets.error)
  const { table, people: known } = gathering
  return success({ table, people: known, person: person.value, scope: scope ?? { kind: 'own' }, asOf })

  function narrower({ focus }: StoreOptions, { id }: Person): Scope | null {
    if (focus === 'own') return { kind: 'own' }
    const group = chosenGroup ?? gathering.people.memberships.find(({ agent }) => agent === id)?.group
    return group === undefined ? null : { kind: 'group', group }
  }
}
