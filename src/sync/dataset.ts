import { absorb, keptSince } from '../domain/merging.ts'
import type { Instant } from '../domain/period.ts'
import { compactTable, emptyTable, type TicketTable } from '../domain/ticketTable.ts'
import { NOTHING_SEEN, type Seen } from './insight.ts'
import { type Lane, type Lanes, RATINGS_BACK_SECONDS } from './plan.ts'
import { type Kept, type Put, revisionOf, type Shelf } from './shelf.ts'
import { type Mark, parseChunk, parseMark, type Reading, type Source, STORED_VERSION } from './stored.ts'

/** Another copy has written to the same place: what is in memory is not what is kept. */
export class Overtaken extends Error {}

/** What is shown, and what is read anew beside it. */
export type Which = 'whole' | 'next'

/** A chunk that could not be read back, and how it had been read from the account. */
export interface Broken {
  readonly which: Which
  readonly place: number
  readonly sources: readonly Source[]
}

/** The facts under one key, in memory and on the shelf, with the bookmark of how far they were read: both always change together. */
export interface Dataset {
  readonly mark: () => Mark
  readonly table: (which: Which) => TicketTable
  readonly broken: () => readonly Broken[]
  /** Reads what is kept; `false`: there was nothing. */
  readonly load: (since: Instant) => Promise<boolean>
  /** Whether another copy has written since. */
  readonly isOutdated: () => Promise<boolean>
  /** Takes what another copy keeps in memory. */
  readonly take: (kept: Kept, since: Instant) => boolean
  /** All of it as another copy can take it. */
  readonly give: () => Kept
  /** Begins to read everything anew. */
  readonly begin: (pass: Reading['pass'], expected: number | null) => Promise<void>
  /** Begins to read what has changed. */
  readonly continue: (pass: NonNullable<Reading['pass']>) => Promise<void>
  /** A page, and how far its lane has come with it. */
  readonly addPage: (which: Which, list: number, place: number, page: TicketTable, lane: Lane) => Promise<void>
  /** A lane that begins again. */
  readonly setLane: (which: Which, list: number, place: number, lane: Lane) => Promise<void>
  readonly mend: (broken: Broken, table: TicketTable) => Promise<void>
  readonly finish: (which: Which) => Promise<void>
  /** What a count of the account told: whether it has other tickets than we. */
  readonly noteCount: (at: Instant, isSuspect: boolean) => Promise<void>
  /** Forgets everything, as when a chunk cannot be mended. */
  readonly reset: () => Promise<void>
  /** The lease, where there are no locks: `false` while another copy holds it. */
  readonly claim: (holder: string, now: number) => Promise<boolean>
  readonly isLasting: () => boolean
}

interface DatasetOptions {
  readonly key: string
  readonly shelf: Shelf
  readonly fingerprint: string
  readonly latestExports: () => readonly number[]
  readonly seen: () => Seen
}

/** A chunk of changes is filled up to about a page; then the next one is begun. */
const TAIL_ROWS = 1000
const LEASE_MILLISECONDS = 90_000

const NOTHING_READ: Reading = {
  chunks: [],
  pass: null,
  asOf: null,
  wholeSince: null,
  bookmark: null,
  expected: null,
}

export function createDataset({ key, shelf, fingerprint, latestExports, seen }: DatasetOptions): Dataset {
  const fresh = (since: Instant): Mark => ({
    version: STORED_VERSION,
    revision: 0,
    fingerprint,
    since,
    whole: null,
    next: null,
    isSuspect: false,
    countedAt: 0,
    nextPlace: 0,
    lease: null,
    exports: [],
    seen: NOTHING_SEEN,
  })
  let mark = fresh(0)
  /** The revision on the shelf; `null`: nothing is there. */
  let kept: number | null = null
  let tables: Record<Which, TicketTable> = { whole: emptyTable(), next: emptyTable() }
  /** The last chunk of changes, while it is not full. */
  let tail: { readonly place: number; readonly table: TicketTable } | null = null
  let broken: readonly Broken[] = []
  let outdated: number[] = []
  let isLasting = true
  let writing: Promise<unknown> = Promise.resolve()

  /** One change after the other: each builds on the mark that the one before left. */
  function change(
    make: (mark: Mark) => { readonly mark: Mark; readonly put?: readonly Put[]; readonly drop?: readonly number[] },
  ): Promise<void> {
    const turn = writing.then(async () => {
      const { mark: made, put = [], drop = [] } = make(mark)
      const next = { ...made, revision: made.revision + 1, exports: [...latestExports()], seen: seen() }
      if (isLasting) {
        const saved = await shelf.save(key, kept, next, put, [...drop, ...outdated]).catch(() => null)
        if (saved === false) throw new Overtaken()
        // A shelf that is full or gone: what follows could not be understood without what was not put down.
        if (saved === null) isLasting = false
        else {
          kept = next.revision
          outdated = []
        }
      }
      mark = next
    })
    writing = turn.catch(() => undefined)
    return turn
  }

  const reading = (which: Which): Reading => mark[which] ?? NOTHING_READ
  const withReading = (of: Mark, which: Which, changes: Partial<Reading>): Mark => ({
    ...of,
    [which]: { ...(of[which] ?? NOTHING_READ), ...changes },
  })

  function take(given: Kept, since: Instant): boolean {
    const parsed = parseMark(given.mark, fingerprint)
    if (parsed === null) return false
    mark = parsed
    tables = { whole: emptyTable(), next: emptyTable() }
    tail = null
    const found: Broken[] = []
    for (const which of ['whole', 'next'] as const) {
      for (const { place, sources } of reading(which).chunks) {
        const table = parseChunk(given.chunks.get(place))
        if (table === null) found.push({ which, place, sources })
        else {
          absorb(tables[which], table)
          if (isTail(which, place) && table.tickets.length < TAIL_ROWS) tail = { place, table }
        }
      }
    }
    broken = found
    slide(since)
    return true
  }

  const isTail = (which: Which, place: number) => {
    const last = reading(which).chunks.at(-1)
    return (
      which === 'whole' && reading(which).asOf !== null && last?.place === place && last.sources[0]?.isOpen === true
    )
  }

  /** The window moves on with the days; what falls out of it is dropped. */
  function slide(since: Instant): void {
    if (since <= mark.since) return
    tables = {
      whole: keptSince(tables.whole, since, since - RATINGS_BACK_SECONDS),
      next: keptSince(tables.next, since, since - RATINGS_BACK_SECONDS),
    }
    mark = { ...mark, since }
  }

  function withLane(of: Mark, which: Which, list: number, place: number, lane: Lane): Lanes {
    return of[which]!.pass!.lanes.map((lanes, at) =>
      at === list ? lanes.map((each, lanePlace) => (lanePlace === place ? lane : each)) : lanes,
    )
  }

  return {
    mark: () => mark,
    table: (which) => tables[which],
    broken: () => broken,
    isLasting: () => isLasting,
    async load(since) {
      const found = await shelf.load(key).catch(() => {
        isLasting = false
        return null
      })
      mark = fresh(since)
      tables = { whole: emptyTable(), next: emptyTable() }
      tail = null
      broken = []
      if (found === null) {
        kept = null
        return false
      }
      kept = revisionOf(found.mark)
      if (take(found, since)) return true
      mark = fresh(since)
      outdated = [...found.chunks.keys()]
      return false
    },
    isOutdated: async () => isLasting && (await shelf.revision(key).catch(() => kept)) !== kept,
    take,
    give: () => ({
      mark: {
        ...mark,
        next: null,
        whole: mark.whole && { ...mark.whole, pass: null, chunks: [{ place: 0, sources: [] }] },
      },
      chunks: new Map([[0, compactTable(tables.whole)]]),
    }),
    begin: (pass, expected) =>
      change((of) => {
        const drop = of.next?.chunks.map(({ place }) => place) ?? []
        tables.next = emptyTable()
        return { mark: { ...of, next: { ...NOTHING_READ, pass, expected } }, drop }
      }),
    continue: (pass) => change((of) => ({ mark: withReading(of, 'whole', { pass }) })),
    setLane: (which, list, place, lane) =>
      change((of) => ({
        mark: withReading(of, which, advanced(of[which]!, withLane(of, which, list, place, lane))),
      })),
    addPage: (which, list, place, page, lane) =>
      change((of) => {
        const before = of[which]!
        const source: Source = { ...sourceOf(before.pass!.lanes[list]![place]!), isOpen: which === 'whole' }
        const bookmark = lane.listing.kind === 'changes' ? (lane.cursor ?? before.bookmark) : before.bookmark
        const lanes = withLane(of, which, list, place, lane)
        const progress = { ...advanced(before, lanes), bookmark }
        if (page.tickets.length === 0 && page.ratings.length === 0) return { mark: withReading(of, which, progress) }
        absorb(tables[which], page)
        if (which === 'whole' && tail !== null) {
          absorb(tail.table, page)
          const { place: at } = tail
          const put = [{ place: at, chunk: compactTable(tail.table) }]
          const chunks = before.chunks.map((chunk) =>
            chunk.place === at ? { place: at, sources: withSource(chunk.sources, source) } : chunk,
          )
          if (tail.table.tickets.length >= TAIL_ROWS) tail = null
          return { mark: withReading(of, which, { ...progress, chunks }), put }
        }
        const at = of.nextPlace
        if (which === 'whole') {
          const table = emptyTable()
          absorb(table, page)
          tail = table.tickets.length < TAIL_ROWS ? { place: at, table } : null
        }
        const chunks = [...before.chunks, { place: at, sources: [source] }]
        return {
          mark: { ...withReading(of, which, { ...progress, chunks }), nextPlace: at + 1 },
          put: [{ place: at, chunk: compactTable(page) }],
        }
      }),
    mend: (of, table) =>
      change((now) => {
        absorb(tables[of.which], table)
        broken = broken.filter((each) => each !== of)
        return { mark: now, put: [{ place: of.place, chunk: compactTable(table) }] }
      }),
    finish: (which) =>
      change((of) => {
        const read = of[which]!
        const done: Reading = { ...read, asOf: read.pass!.startedAt, wholeSince: of.since, pass: null }
        if (which === 'whole') return { mark: { ...of, whole: done } }
        const drop = of.whole?.chunks.map(({ place }) => place) ?? []
        tables = { whole: tables.next, next: emptyTable() }
        tail = null
        return { mark: { ...of, whole: done, next: null, isSuspect: false }, drop }
      }),
    noteCount: (at, isSuspect) => change((of) => ({ mark: { ...of, countedAt: at, isSuspect } })),
    reset: () =>
      change((of) => {
        const drop = [...(of.whole?.chunks ?? []), ...(of.next?.chunks ?? [])].map(({ place }) => place)
        tables = { whole: emptyTable(), next: emptyTable() }
        tail = null
        broken = []
        return { mark: { ...of, whole: null, next: null, isSuspect: false }, drop }
      }),
    async claim(holder, now) {
      if (mark.lease !== null && mark.lease.holder !== holder && mark.lease.until > now) return false
      await change((of) => ({ mark: { ...of, lease: { holder, until: now + LEASE_MILLISECONDS } } }))
      return true
    },
  }
}

const sourceOf = ({ listing, cursor }: Lane) => ({ listing, cursor })

/** The latest periods are whole as soon as what is read first has come to its end. */
function advanced({ pass, wholeSince }: Reading, lanes: Lanes): Pick<Reading, 'pass' | 'wholeSince'> {
  const isSoonWhole = pass!.soon !== null && lanes[0]!.slice(0, -1).every(({ isDone }) => isDone)
  return { pass: { ...pass!, lanes }, wholeSince: wholeSince ?? (isSoonWhole ? pass!.soon : null) }
}

/** Of changes the first source of each kind is enough: read to its end it brings what the later ones brought. */
const withSource = (sources: readonly Source[], source: Source): Source[] =>
  sources.some(({ listing }) => listing.kind === source.listing.kind) ? [...sources] : [...sources, source]
