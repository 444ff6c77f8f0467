import fc from 'fast-check'
import type { MetricRules } from '../../src/domain/metrics.ts'
import type { Period } from '../../src/domain/period.ts'
import type { Rating, Ticket } from '../../src/domain/ticket.ts'
import { SEPTEMBER } from '../fixtures/ticket.ts'

const orNull = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null, freq: 6 })
const whole = (max: number) => fc.integer({ min: 0, max })

const DAY = 86_400
const instant = fc.oneof(
  fc.integer({ min: SEPTEMBER.start - 20 * DAY, max: SEPTEMBER.end + 5 * DAY }),
  fc.constantFrom(SEPTEMBER.start - 1, SEPTEMBER.start, SEPTEMBER.end - 1, SEPTEMBER.end),
)
const agent = fc.constantFrom(1, 2, 3, 2 ** 40)
const group = fc.constantFrom(10, 20)

/** Any ticket that the edge could have read, around September 2026; few ids, so that versions meet. */
const anyTicket: fc.Arbitrary<Ticket> = fc
  .record({
    id: fc.oneof(whole(40), fc.constantFrom(2 ** 32 + 1, 2 ** 33 + 1)),
    version: whole(4),
    agent: orNull(agent),
    group: orNull(group),
    channel: orNull(fc.constantFrom('email', 'chat')),
    priority: orNull(fc.constantFrom('low', 'high')),
    brand: orNull(whole(1)),
    created: instant,
    solved: orNull(instant),
    firstReplyCalendarMinutes: orNull(whole(500)),
    firstReplyBusinessMinutes: orNull(whole(200)),
    fullResolutionCalendarMinutes: orNull(whole(70_000)),
    fullResolutionBusinessMinutes: orNull(whole(30_000)),
    replies: orNull(whole(3)),
    reopens: orNull(whole(2)),
    assigneeStations: orNull(whole(3)),
    score: orNull(fc.constantFrom('good', 'bad')),
    hasMetricSet: fc.boolean(),
    leftOut: fc.option(fc.constantFrom('deleted', 'merged', 'excludedTag'), { nil: null, freq: 1 }),
  })
  .map((ticket) => Object.freeze(ticket.hasMetricSet ? ticket : { ...ticket, ...WITHOUT_METRIC_SET }))

const WITHOUT_METRIC_SET = {
  solved: null,
  firstReplyCalendarMinutes: null,
  firstReplyBusinessMinutes: null,
  fullResolutionCalendarMinutes: null,
  fullResolutionBusinessMinutes: null,
  replies: null,
  reopens: null,
  assigneeStations: null,
}

const anyRating: fc.Arbitrary<Rating> = fc
  .record({
    id: whole(30),
    ticket: whole(45),
    created: instant,
    updated: instant,
    agent: orNull(agent),
    group: orNull(group),
    score: orNull(fc.constantFrom('good', 'bad')),
  })
  .map((rating) => Object.freeze(rating))

/** What an account may have told, in the order in which it did. */
export interface Facts {
  readonly tickets: readonly Ticket[]
  readonly ratings: readonly Rating[]
}

export const anyFacts: fc.Arbitrary<Facts> = fc.record({
  tickets: fc.array(anyTicket, { maxLength: 120 }),
  ratings: fc.array(anyRating, { maxLength: 40 }),
})

export const anyRules: fc.Arbitrary<MetricRules> = fc.record({
  clock: fc.constantFrom('calendar', 'business'),
  settleDays: fc.constantFrom(0, 3, 14),
  countsZeroReplies: fc.boolean(),
  firstReplyTargetMinutes: orNull(whole(300)),
  fullResolutionTargetMinutes: orNull(whole(30_000)),
})

/** September in weeks, the last one cut: four periods in a row. */
export const WEEKS: readonly Period[] = [0, 7, 14, 21].map((day, place) => ({
  id: `week ${place + 1}`,
  start: SEPTEMBER.start + day * DAY,
  end: SEPTEMBER.start + (day + 7) * DAY,
  timeZone: 'UTC',
}))
