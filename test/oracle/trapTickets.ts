import fc from 'fast-check'
import { isoInstant } from '../../src/domain/period.ts'

/** A record as it is delivered, perhaps with a metric set beside it on its page or on a page without it. */
export interface Delivery {
  /** `null` of a record that has none. */
  readonly id: number | null
  readonly record: unknown
  readonly sideLoad?: unknown
  readonly stray?: unknown
}

type Fields = Readonly<Record<string, unknown>>

/** Small ids and some that no 32 bits hold. */
export const TICKET_IDS = [1, 2, 3, 4, 5, 2 ** 32, 2 ** 32 + 1, 2 ** 33 + 1, 2 ** 48 + 3, 2 ** 53 - 3]
export const AGENT_IDS = [11, 12, 13, 2 ** 32 + 11, 361_234_567_890_123, 2 ** 53 - 2]
export const GROUP_IDS = [21, 22, 2 ** 32 + 21]

/** What no field expects; left out is `undefined`. */
const junk = fc.constantFrom<unknown>(undefined, null, 'x', '', '12', 1.5, true, [], ['x', 3], {}, [null])

const CHANNELS = ['web', 'email', 'voice', 'api', 'chat']
const TAGS = ['vip', 'spam', 'internal', 'test', 'closed_by_merged']

const rarely = <Value>(often: fc.Arbitrary<Value>, seldom: fc.Arbitrary<Value>, weight = 9) =>
  fc.oneof({ weight, arbitrary: often }, { weight: 1, arbitrary: seldom })

const minutes = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 30 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 65_535, 65_536, 3_000_000) },
)
const maybeMinutes: fc.Arbitrary<unknown> = rarely<unknown>(minutes, junk)
const clocks: fc.Arbitrary<unknown> = rarely<unknown>(
  fc.record({ calendar: maybeMinutes, business: maybeMinutes }),
  junk,
)
const count: fc.Arbitrary<unknown> = rarely<unknown>(fc.constantFrom(0, 0, 1, 1, 1, 2, 3, 255, 256, 257, 65_537), junk)

const metricSet = (instants: fc.Arbitrary<string>): fc.Arbitrary<Fields> =>
  fc.record({
    solved_at: rarely<unknown>(instants, fc.constantFrom(null, undefined)),
    reply_time_in_minutes: clocks,
    full_resolution_time_in_minutes: clocks,
    replies: count,
    reopens: count,
    assignee_stations: count,
    status_updated_at: instants,
  })

const ticket = (instants: fc.Arbitrary<string>): fc.Arbitrary<Fields> =>
  fc.record({
    status: rarely<unknown>(
      fc.constantFrom('solved', 'closed', 'solved', 'closed', 'open'),
      fc.constantFrom('deleted', 'hold', 'archived'),
    ),
    assignee_id: rarely<unknown>(fc.constantFrom(...AGENT_IDS), fc.constantFrom(null, undefined)),
    group_id: rarely<unknown>(fc.constantFrom(...GROUP_IDS), fc.constantFrom(null, undefined)),
    tags: rarely<unknown>(
      fc.subarray(TAGS, { maxLength: 2 }),
      fc.constantFrom(null, undefined, ['x', 'closed_by_merge']),
    ),
    created_at: instants,
    subject: rarely<unknown>(fc.constant('Late parcel'), fc.constantFrom('SCRUBBED', 'scrubbed', null, 7)),
    via: rarely<unknown>(
      fc.constantFrom(...CHANNELS).map((channel) => ({ channel, source: {} })),
      fc.constantFrom(null, undefined, 'voice', { channel: null }, { channel: 3 }, []),
    ),
    priority: fc.constantFrom(null, 'low', 'urgent', 5),
    brand_id: fc.constantFrom(null, 41, 'x'),
    satisfaction_rating: rarely<unknown>(
      fc.constantFrom('good', 'bad', 'good', 'offered', 'unoffered', 'splendid').map((score) => ({ score, id: 3 })),
      fc.constantFrom(null, undefined, 'good', { score: null }, ['good'], { score: true }),
    ),
  })

/** A ticket whose one needed part is broken, or no ticket at all. */
const broken = (whole: Fields): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.constantFrom<unknown>(null, 'ticket', 7, [], [whole], true),
    fc.constantFrom('x', '1', 1.5, true, [], {}).map((id) => ({ ...whole, id })),
    fc.constantFrom(undefined, null, 3, true, [], {}).map((status) => ({ ...whole, status })),
    fc.constantFrom('x', '12', 1.5, false, [], {}).map((assignee_id) => ({ ...whole, assignee_id })),
    fc.constantFrom('x', '12', 1.5, false, [], {}).map((group_id) => ({ ...whole, group_id })),
    fc.constantFrom('vip', 3, {}, [3], ['vip', null]).map((tags) => ({ ...whole, tags })),
    brokenInstant(false).map((created_at) => ({ ...whole, created_at })),
    brokenInstant(true).map((solved_at) => ({ ...whole, metric_set: { solved_at } })),
    fc.constantFrom([], 'x', 3, true, false, '').map((metric_set) => ({ ...whole, metric_set })),
  )

function brokenInstant(mayBeAbsent: boolean): fc.Arbitrary<unknown> {
  const wrong = [
    '',
    'yesterday',
    '2026-02-30T10:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-09-01',
    1_790_000_000,
    {},
    '2026-09-01T25:00:00Z',
  ]
  return fc.constantFrom<unknown>(...wrong, ...(mayBeAbsent ? [] : [null, undefined]))
}

/** How a version says when it was made; `null` is not at all. */
const versioned = (seconds: number | null, instants: fc.Arbitrary<string>): fc.Arbitrary<Fields> =>
  seconds === null
    ? fc.constantFrom({}, { generated_timestamp: 'x' }, { updated_at: 'never', generated_timestamp: null })
    : fc.oneof(
        instants.map((updated_at) => ({ generated_timestamp: seconds, updated_at })),
        fc.constantFrom({ generated_timestamp: seconds }, { generated_timestamp: seconds, updated_at: 'never' }),
        fc
          .constantFrom(undefined, null, 'x', {})
          .map((generated_timestamp) => ({ generated_timestamp, updated_at: isoInstant(seconds) })),
      )

/** One version of a ticket with its metric set in one of the shapes in which they come. */
function delivery(id: number, seconds: number | null, instants: fc.Arbitrary<string>): fc.Arbitrary<Delivery> {
  return fc
    .record({
      fields: ticket(instants),
      version: versioned(seconds, instants),
      set: metricSet(instants),
      other: metricSet(instants),
    })
    .chain(({ fields, version, set, other }) => {
      const whole = { id, ...fields, ...version }
      const beside = { ...set, ticket_id: id, id: 900 }
      return fc.oneof(
        { weight: 6, arbitrary: fc.constant<Delivery>({ id, record: { ...whole, metric_set: set } }) },
        {
          weight: 2,
          arbitrary: fc
            .constantFrom(null, undefined)
            .map((metric_set): Delivery => ({ id, record: { ...whole, metric_set }, sideLoad: beside })),
        },
        {
          weight: 1,
          arbitrary: fc.constant<Delivery>({
            id,
            record: { ...whole, metric_set: set },
            sideLoad: { ...other, ticket_id: id },
          }),
        },
        {
          weight: 1,
          arbitrary: fc
            .constantFrom(null, undefined)
            .map((metric_set): Delivery => ({ id, record: { ...whole, metric_set }, stray: beside })),
        },
        { weight: 1, arbitrary: fc.constant<Delivery>({ id, record: { ...whole, metric_set: {} } }) },
        {
          weight: 1,
          arbitrary: broken({ ...whole, metric_set: set }).map((record): Delivery => ({ id: null, record })),
        },
      )
    })
}

/** All versions of one ticket: different ones, copies, and twins of the same age of which one has no metric set. */
function story(id: number, instants: fc.Arbitrary<string>): fc.Arbitrary<Delivery[]> {
  const ages = fc.uniqueArray(fc.constantFrom(null, 1_700_000_000, 1_700_000_001, 1_800_000_000), {
    minLength: 1,
    maxLength: 3,
  })
  return ages.chain((all) =>
    fc
      .tuple(
        ...all.map((age) =>
          fc.tuple(
            delivery(id, age, instants),
            delivery(id, age, instants),
            fc.constantFrom('once', 'once', 'twice', 'twin'),
          ),
        ),
      )
      .map((versions) =>
        versions.flatMap(([first, second, how]): Delivery[] => {
          if (how === 'once' || first.id === null) return [first]
          if (how === 'twice') return [first, first]
          const isBare = (one: Delivery) =>
            one.sideLoad === undefined && !isObject(isObject(one.record) ? one.record['metric_set'] : null)
          const bare: Delivery = { id, record: { ...(second.record as Fields), metric_set: null } }
          return second.id === null || isBare(first) ? [first] : [first, bare]
        }),
      ),
  )
}

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Ordinary solved tickets of one agent, so many that something can be said about them. */
const crowd = (instants: fc.Arbitrary<string>): fc.Arbitrary<Delivery[]> =>
  fc
    .record({
      size: fc.constantFrom(0, 1, 2, 5, 6, 7, 19, 20, 21, 45),
      agent: fc.constantFrom(...AGENT_IDS),
      group: fc.constantFrom(...GROUP_IDS),
      solved: fc.array(instants, { minLength: 1, maxLength: 5 }),
      values: fc.infiniteStream(fc.tuple(minutes, minutes, fc.integer({ min: 0, max: 9 }))),
    })
    .map(({ size, agent, group, solved, values }) =>
      Array.from({ length: size }, (_, place): Delivery => {
        const [reply, resolution, luck] = values.next().value as [number, number, number]
        const at = solved[place % solved.length]
        const both = (calendar: number) => ({ calendar, business: Math.floor(calendar / 3) })
        const record = {
          id: 1000 + place,
          status: 'closed',
          assignee_id: agent,
          group_id: group,
          created_at: at,
          updated_at: at,
          satisfaction_rating: { score: luck > 7 ? 'bad' : 'good' },
          metric_set: {
            solved_at: at,
            reply_time_in_minutes: both(reply),
            full_resolution_time_in_minutes: both(resolution),
            replies: luck === 0 ? 2 : 1,
            reopens: luck === 1 ? 1 : 0,
            assignee_stations: luck === 2 ? 2 : 1,
          },
        }
        return { id: record.id, record }
      }),
    )

export const trapTickets = (instants: fc.Arbitrary<string>): fc.Arbitrary<Delivery[]> =>
  fc
    .record({
      stories: fc.subarray(TICKET_IDS).chain((ids) => fc.tuple(...ids.map((id) => story(id, instants)))),
      crowd: crowd(instants),
    })
    .map(({ stories, crowd }) => [...stories.flat(), ...crowd])
