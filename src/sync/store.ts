import type { Instant } from '../domain/period.ts'
import type { Settings } from '../domain/settings.ts'
import type { Ask } from '../zendesk/ask.ts'
import type { ZendeskError } from '../zendesk/error.ts'
import { countPath } from '../zendesk/listing.ts'
import { readCount, readSignedIn } from '../zendesk/pages.ts'
import type { Person } from '../zendesk/person.ts'
import { createAccess } from './access.ts'
import { type Asking, createAsking, Stopped } from './asking.ts'
import { createBudget } from './budget.ts'
import { createDataset, type Dataset, Overtaken } from './dataset.ts'
import { startGathering } from './gathering.ts'
import { type Insight, NO_INSIGHT, type Seen } from './insight.ts'
import { NOBODY, type PeopleRead, readPeople } from './peopleLists.ts'
import { costOf, factsIn, NOT_BEGUN, progressOf } from './picture.ts'
import { pastStart, searchFor, windowStart } from './plan.ts'
import type { Clock, Message, Peers, ReadPage } from './ports.ts'
import { bringUpToDate, Failed, type ReaderOptions } from './reader.ts'
import type { Kept, Shelf } from './shelf.ts'
import type { Facts, Progress, Scope, SyncState } from './syncState.ts'

/** The facts of the account, read once by one copy of the app for all of them, and kept; the screen listens. */
export interface Store {
  readonly subscribe: (listener: () => void) => () => void
  readonly state: () => SyncState
  /** What was seen of the account and of this browser on the way. */
  readonly insight: () => Insight
  /** Reads what has changed; what is on screen stays until the new facts are whole. */
  readonly refresh: () => void
  /** Shows this group, where the person may not read the whole account: what is kept of it, else what reading it would cost. */
  readonly chooseGroup: (group: number) => void
  /** Reads what was offered. */
  readonly readOffered: () => void
  /** A copy in the back does not ask for anything. */
  readonly setInFront: (isInFront: boolean) => void
  /** Stops at once; what was read is kept. */
  readonly close: () => void
}

export interface StoreOptions {
  readonly request: Ask
  readonly readPage: ReadPage
  readonly shelf: Shelf
  readonly peers: Peers
  readonly clock: Clock
  /** 0 to 1, for waits that should not fall together. */
  readonly random: () => number
  /** The account and the person: nobody else finds what is kept under this. */
  readonly owner: string
  /** Who is signed in; asked for where the framework does not tell. */
  readonly person: Person | null
  readonly settings: Settings
  readonly timeZone: string
  /** What the screen shows to somebody who may not read the whole account; or the account's past, which nobody else may read. */
  readonly focus: 'own' | 'group' | 'past'
  /** Whether this copy is seen as it begins; one that is not waits until it is. */
  readonly isInFront: boolean
}

/** How long facts are new enough not to ask again. Own ones are shown beside every ticket: half an hour keeps many agents within the account's means. */
const LIFE_SECONDS: Readonly<Record<Scope['kind'], number>> = { own: 1800, group: 900, account: 900 }
/** The past changes little: a late rating here and there. */
const PAST_LIFE_SECONDS = 86_400
/** A reading that failed is tried again after this long. */
const RETRY_MILLISECONDS = 300_000
/** Whoever was overtaken looks again after this long. */
const OVERTAKEN_MILLISECONDS = 500
/** After so many readings somebody who is no admin tries whether the account may be read. */
const TRY_ACCESS_SHARE = 0.02
/** Another copy that leads and says nothing for so long is looked after. */
const SILENCE_MILLISECONDS = 30_000
/** How long another copy may take to hand its facts over. */
const HANDOVER_MILLISECONDS = 500

export function createStore(options: StoreOptions): Store {
  const { clock, peers, shelf, settings, timeZone, owner } = options
  const listeners = new Set<() => void>()
  const datasets = new Map<string, Dataset>()
  const outdated = new Set<string>()
  const allowed = new Set<string>()
  const me = `${options.random()}`
  const budget = createBudget(clock, peers)
  const now = (): Instant => Math.floor(clock.now() / 1000)
  const since = (): Instant => (options.focus === 'past' ? pastStart : windowStart)(now(), timeZone)
  let insight = NO_INSIGHT
  let state: SyncState = { kind: 'loading', progress: NOT_BEGUN }
  let person = options.person
  let known: PeopleRead | null = null
  let chosenGroup: number | null = null
  let scope: Scope | null = null
  let { isInFront } = options
  let isClosed = false
  let isSwept = false
  let running: Promise<void> | null = null
  let isAskedAgain = false
  let alarm = new AbortController()
  /** The key that another copy was asked for. */
  let awaited: string | null = null

  const asking: Asking = createAsking({
    request: options.request,
    budget,
    clock,
    random: options.random,
    isStopped: () => isClosed || !isInFront,
    onLimitHeaders: (limitHeaders) => (insight = { ...insight, limitHeaders }),
    onTrouble(error) {
      if (error !== null) become(troubled(error))
      else if (state.kind === 'stale' || state.kind === 'failed') showProgress()
    },
  })

  const access = createAccess({ asking, shelf, peers, owner, now })
  const reading = { asking, readPage: options.readPage, exclusions: settings.exclusions }

  function become(next: SyncState) {
    if (isClosed) return
    state = next
    insight = {
      ...insight,
      access: access.known(),
      requests: budget.spent(),
      isKept: current()?.isLasting() ?? insight.isKept,
    }
    for (const listener of listeners) listener()
  }

  const keyOf = (of: Scope) =>
    `${owner}/${of.kind === 'group' ? `group-${of.group}` : of.kind === 'account' && of.isPast === true ? 'past' : of.kind}`
  const current = () => (scope === null ? undefined : datasets.get(keyOf(scope)))

  function factsNow(): Facts | null {
    const dataset = current()
    return dataset === undefined || person === null ? null : factsIn(dataset, scope!, person, known?.people ?? NOBODY)
  }

  function progressNow(): Progress {
    const dataset = current()
    return dataset === undefined ? NOT_BEGUN : progressOf(dataset, scope!)
  }

  /** While a reading goes on, and, of facts that are not whole yet, after it has stopped. */
  function showProgress(progress = progressNow()) {
    const facts = factsNow()
    if (facts === null) become({ kind: 'loading', progress })
    else become({ kind: isReadWhole() ? 'refreshing' : 'partial', facts, progress })
  }

  function showResult() {
    const facts = factsNow()
    if (facts === null || !isReadWhole()) showProgress()
    else become({ kind: 'ready', facts })
  }

  const isReadWhole = () => current()!.mark().whole !== null

  const troubled = (error: ZendeskError): SyncState => {
    const facts = factsNow()
    return facts === null ? { kind: 'failed', error } : { kind: 'stale', facts, error }
  }

  /** One turn after the other; a person who asks while one is under way gets another. */
  function work(isManual: boolean): Promise<void> {
    if (isClosed || !isInFront) return Promise.resolve()
    if (running !== null) {
      isAskedAgain ||= isManual
      return running
    }
    running = turn(isManual)
      .catch((error: unknown) => {
        if (error instanceof Stopped) return null
        if (error instanceof Overtaken) {
          if (scope !== null) outdated.add(keyOf(scope))
          return OVERTAKEN_MILLISECONDS
        }
        if (error instanceof Failed) become(troubled(error.error))
        else {
          // A mistake of ours: the page reports it, and what is on screen says that something made no sense.
          become(troubled({ kind: 'unexpectedAnswer' }))
          queueMicrotask(() => {
            throw error
          })
        }
        return RETRY_MILLISECONDS
      })
      .then((wait) => {
        running = null
        if (isAskedAgain) {
          isAskedAgain = false
          return work(true)
        }
        if (wait !== null) wakeAfter(wait ?? lifeLeft())
      })
    return running
  }

  function lifeLeft(): number {
    const asOf = current()?.mark().whole?.asOf ?? now()
    const life = lifeOf(scope) * (1 + options.random() / 10)
    return Math.max(60_000, (asOf + life - now()) * 1000)
  }

  function wakeAfter(milliseconds: number) {
    alarm.abort()
    if (!isInFront) return
    const { signal } = (alarm = new AbortController())
    void clock.sleep(milliseconds, signal).then(() => (signal.aborted ? undefined : work(false)))
  }

  /** How long until the next turn; nothing: as long as the facts live. */
  async function turn(isManual: boolean): Promise<number | undefined> {
    if (!isSwept) {
      await shelf.keepOnly(owner).catch(() => undefined)
      isSwept = true
    }
    person ??= await whoIsSignedIn()
    scope = await scopeNow()
    if (scope === null) {
      become({ kind: 'ready', facts: nobodysFacts() })
      return undefined
    }
    const key = keyOf(scope)
    const dataset = await opened(key)
    if (outdated.delete(key)) await dataset.load(since())
    if (options.focus !== 'own') known ??= await readPeople(reading)
    const { whole, next } = dataset.mark()
    const age = whole?.asOf == null ? Infinity : now() - whole.asOf
    if (age < lifeOf(scope) && next === null && !isManual && dataset.broken().length === 0) {
      showResult()
      return undefined
    }
    const isAsked = scope.kind === 'group' || options.focus === 'past'
    if (isAsked && whole === null && next === null && !allowed.has(key)) {
      await offer(scope)
      return undefined
    }
    showProgress()
    const free = await peers.takeLead(key)
    if (free === null) return SILENCE_MILLISECONDS
    try {
      // Between loading and leading another copy may have read.
      if (await dataset.isOutdated()) throw new Overtaken()
      if (!peers.hasLocks && !(await dataset.claim(me, clock.now()))) return SILENCE_MILLISECONDS
      budget.recall(dataset.mark().exports)
      await lead(key, dataset, isManual)
    } finally {
      free()
    }
    showResult()
    peers.tell({ kind: 'changed', key })
    if (options.random() < TRY_ACCESS_SHARE) await access.tryOnce()
    return undefined
  }

  async function lead(key: string, dataset: Dataset, isThorough: boolean): Promise<void> {
    try {
      await bringUpToDate(dataset, readerOptions(key, dataset), isThorough)
    } catch (error) {
      // Rights that were there are no more: the next turn looks for what is left.
      if (error instanceof Failed && scope!.kind === 'account' && error.error.kind === 'forbidden') {
        await access.remember(false)
        throw new Overtaken()
      }
      // Another copy may go on where this one had to stop. What failed here would fail there too.
      if (error instanceof Stopped) peers.tell({ kind: 'free', key })
      throw error
    }
  }

  function readerOptions(key: string, dataset: Dataset): ReaderOptions {
    let wasWhole = factsNow() !== null
    return {
      ...reading,
      scope: scope!,
      person: person!.id,
      timeZone,
      now,
      onSeen: (seen) => (insight = { ...insight, ...seen }),
      onPage() {
        showProgress()
        const { read, expected } = progressNow()
        peers.tell({ kind: 'progress', key, read, expected })
        const isWhole = dataset.mark().next?.wholeSince != null || dataset.mark().whole !== null
        if (isWhole && !wasWhole) peers.tell({ kind: 'changed', key })
        wasWhole ||= isWhole
      },
    }
  }

  async function whoIsSignedIn(): Promise<Person> {
    const answer = await asking.ask('/api/v2/users/me.json', false, readSignedIn)
    if (!answer.ok) throw new Failed(answer.error)
    if (answer.value === 'anonymous') throw new Failed({ kind: 'signedOut' })
    return answer.value
  }

  /** Whose tickets are read: of the whole account where the person may, else as the screen needs. `null`: of nobody. */
  async function scopeNow(): Promise<Scope | null> {
    const isPast = options.focus === 'past'
    if (await access.mayReadAccount(person!.isAdmin)) return isPast ? { kind: 'account', isPast } : { kind: 'account' }
    if (isPast) throw new Failed({ kind: 'forbidden' })
    if (options.focus === 'own') return { kind: 'own' }
    known ??= await readPeople(reading)
    const group = chosenGroup ?? known.people.memberships.find(({ agent }) => agent === person!.id)?.group
    if (group === undefined && known.wereMembershipsRefused) throw new Failed({ kind: 'forbidden' })
    return group === undefined ? null : { kind: 'group', group }
  }

  async function opened(key: string): Promise<Dataset> {
    const known = datasets.get(key)
    if (known !== undefined) return known
    const dataset = createDataset({
      key,
      shelf,
      fingerprint: fingerprintOf(settings),
      latestExports: budget.latestExports,
      seen: seenSoFar,
    })
    datasets.set(key, dataset)
    const isKept = await dataset.load(since())
    if (isKept) insight = { ...insight, ...seenIn(dataset.mark().seen, insight) }
    if (isKept || dataset.isLasting()) return dataset
    peers.tell({ kind: 'ask', key })
    awaited = key
    await clock.sleep(HANDOVER_MILLISECONDS)
    awaited = null
    return dataset
  }

  function seenSoFar(): Seen {
    const { ratings, metricSetsInSearch, limitHeaders } = insight
    return { ratings, metricSetsInSearch, limitHeaders }
  }

  async function offer(of: Scope): Promise<void> {
    const query = searchFor(of, person!.id, since())
    const tickets = await asking.ask(countPath(query), false, readCount)
    if (!tickets.ok) throw new Failed(tickets.error)
    become({ kind: 'offered', facts: nobodysFacts(), cost: costOf(of, tickets.value) })
  }

  const nobodysFacts = (): Facts => ({
    table: startGathering().table,
    people: known?.people ?? NOBODY,
    person: person!,
    scope: { kind: 'own' },
    asOf: now(),
    wholeSince: since(),
  })

  function hear(message: Message) {
    if (isClosed || message.kind === 'spent' || message.kind === 'pause') return
    const dataset = datasets.get(message.key)
    const isShown = scope !== null && keyOf(scope) === message.key
    switch (message.kind) {
      case 'progress':
        if (!isShown || !isInFront || running !== null) return
        showProgress({ read: message.read, expected: message.expected })
        wakeAfter(SILENCE_MILLISECONDS)
        return
      case 'changed':
        if (dataset === undefined) return
        if (dataset.isLasting()) outdated.add(message.key)
        else peers.tell({ kind: 'ask', key: message.key })
        if (isShown) void work(false)
        return
      case 'free':
        if (isShown && state.kind !== 'ready') void work(false)
        return
      case 'ask':
        if (dataset?.mark().whole != null) peers.tell({ kind: 'give', key: message.key, stored: dataset.give() })
        return
      case 'give':
        // While this copy reads, what is in memory is its own.
        if (dataset === undefined || dataset.isLasting() || (running !== null && awaited !== message.key)) return
        dataset.take(message.stored as Kept, since())
        if (isShown && running === null) showResult()
    }
  }

  peers.listen(hear)
  void work(false)
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    state: () => state,
    insight: () => insight,
    refresh: () => void work(true),
    chooseGroup(group) {
      chosenGroup = group
      if (access.known() !== true) void work(false)
    },
    readOffered() {
      if (state.kind !== 'offered') return
      allowed.add(keyOf(scope!))
      void work(false)
    },
    setInFront(next) {
      isInFront = next
      if (next) void work(false)
      else alarm.abort()
    },
    close() {
      isClosed = true
      alarm.abort()
      listeners.clear()
    },
  }
}

const lifeOf = (scope: Scope | null) =>
  scope?.kind === 'account' && scope.isPast === true ? PAST_LIFE_SECONDS : LIFE_SECONDS[scope?.kind ?? 'own']

/** What was seen before, and what is newer. */
const seenIn = (kept: Seen, now: Seen): Seen => ({
  ratings: now.ratings ?? kept.ratings,
  metricSetsInSearch: now.metricSetsInSearch ?? kept.metricSetsInSearch,
  limitHeaders: now.limitHeaders ?? kept.limitHeaders,
})

/** The settings that decide which tickets are stored as counted. */
function fingerprintOf({ exclusions }: Settings): string {
  return JSON.stringify([[...exclusions.tags].sort(), [...exclusions.channels].sort()])
}
