import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoInstant } from '../../src/domain/period.ts'
import { businessMinutesBetween, dueAt, type OpenHours, type Schedule } from '../../src/domain/schedule.ts'

const at = (text: string) => Date.parse(text) / 1000
const HOUR = 60
const DAY = 24 * HOUR

/** Hours on days of the week; Sunday is 0. */
const on = (days: readonly number[], from: number, to: number): readonly OpenHours[] =>
  days.map((day) => ({ start: day * DAY + from * HOUR, end: day * DAY + to * HOUR }))

const NINE_TO_SIX = on([1, 2, 3, 4, 5], 9, 18)
const AROUND_THE_CLOCK = on([0, 1, 2, 3, 4, 5, 6], 0, 24)
const inRome = (intervals = NINE_TO_SIX): Schedule => ({ timeZone: 'Europe/Rome', intervals })

const due = (schedule: Schedule, from: string, minutes: number) => {
  const instant = dueAt(schedule, at(from), minutes)
  return instant === null ? null : isoInstant(instant)
}

describe('the instant by which open minutes have passed', () => {
  it.each<[what: string, from: string, minutes: number, due: string]>([
    ['within a day', '2026-11-20T09:00:00Z', 30, '2026-11-20T09:30:00Z'],
    ['to the second', '2026-11-20T09:00:17Z', 30, '2026-11-20T09:30:17Z'],
    ['at the end of a day, not at the start of the next', '2026-11-20T16:30:00Z', 30, '2026-11-20T17:00:00Z'],
    ['over a weekend', '2026-11-20T16:45:00Z', 30, '2026-11-23T08:15:00Z'],
    ['from a Sunday', '2026-11-22T11:00:00Z', 30, '2026-11-23T08:30:00Z'],
    ['from before the day begins', '2026-11-23T05:00:00Z', 30, '2026-11-23T08:30:00Z'],
    ['from after the day has ended', '2026-11-23T20:00:00Z', 30, '2026-11-24T08:30:00Z'],
    ['over whole weeks', '2026-11-23T08:00:00Z', 3 * 45 * 60, '2026-12-11T17:00:00Z'],
    ['at once, when none have to', '2026-11-22T11:00:00Z', 0, '2026-11-22T11:00:00Z'],
    ['over the change to summer time', '2026-03-27T16:30:00Z', 60, '2026-03-30T07:30:00Z'],
    ['over the change to winter time', '2026-10-23T15:30:00Z', 60, '2026-10-26T08:30:00Z'],
  ])('lies %s', (_, from, minutes, expected) => {
    expect(due(inRome(), from, minutes)).toBe(expected)
  })

  it('knows no holidays: Christmas is a Friday like any other', () => {
    expect(due(inRome(), '2026-12-25T09:00:00Z', 30)).toBe('2026-12-25T09:30:00Z')
  })

  it.each<[what: string, timeZone: string, hours: readonly OpenHours[], from: string, minutes: number, due: string]>([
    // 29 March, 2:00 becomes 3:00: an hour of the night is not there.
    ['skips an hour in Rome', 'Europe/Rome', on([0], 1, 4), '2026-03-29T00:00:00Z', 120, '2026-03-29T02:00:00Z'],
    ['begins in a skipped hour', 'Europe/Rome', on([0], 2.5, 5), '2026-03-28T23:00:00Z', 60, '2026-03-29T02:00:00Z'],
    // 25 October, 3:00 becomes 2:00: an hour of the night comes twice.
    ['has an hour twice in Rome', 'Europe/Rome', on([0], 1, 4), '2026-10-24T23:00:00Z', 240, '2026-10-25T03:00:00Z'],
    ['is open twice', 'Europe/Rome', on([0], 2, 2.5), '2026-10-24T23:00:00Z', 60, '2026-10-25T01:30:00Z'],
    // Lord Howe moves its clocks by half an hour, at 2:00.
    ['skips half an hour', 'Australia/Lord_Howe', on([0], 1, 4), '2026-10-03T14:30:00Z', 150, '2026-10-03T17:00:00Z'],
    [
      'has half an hour twice',
      'Australia/Lord_Howe',
      on([0], 1, 4),
      '2026-04-04T14:00:00Z',
      210,
      '2026-04-04T17:30:00Z',
    ],
    ['is 5:45 ahead', 'Asia/Kathmandu', on([0, 5], 9, 18), '2026-11-20T11:45:00Z', 60, '2026-11-22T03:45:00Z'],
    // A whole day is missing: Samoa went from 29 to 31 December.
    ['skips a Friday', 'Pacific/Apia', NINE_TO_SIX, '2011-12-30T03:30:00Z', 60, '2012-01-01T19:30:00Z'],
  ])('on the local clock: it %s', (_, timeZone, intervals, from, minutes, expected) => {
    expect(due({ timeZone, intervals }, from, minutes)).toBe(expected)
  })

  it('is none when the schedule never opens', () => {
    expect(dueAt(inRome([]), at('2026-11-20T09:00:00Z'), 30)).toBeNull()
    expect(dueAt(inRome([{ start: 600, end: 600 }]), at('2026-11-20T09:00:00Z'), 30)).toBeNull()
  })
})

describe('open minutes between two instants', () => {
  it.each<[what: string, hours: readonly OpenHours[], from: string, to: string, minutes: number]>([
    ['a working day', NINE_TO_SIX, '2026-11-20T00:00:00Z', '2026-11-20T23:00:00Z', 540],
    ['a weekend', NINE_TO_SIX, '2026-11-20T17:00:00Z', '2026-11-23T08:00:00Z', 0],
    ['a week', NINE_TO_SIX, '2026-11-20T10:00:00Z', '2026-11-27T10:00:00Z', 2700],
    ['seconds', NINE_TO_SIX, '2026-11-20T10:00:00Z', '2026-11-20T10:00:30Z', 0.5],
    ['nothing backwards', NINE_TO_SIX, '2026-11-20T11:00:00Z', '2026-11-20T10:00:00Z', 0],
    ['a day of 23 hours', AROUND_THE_CLOCK, '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', 23 * 60],
    ['a day of 25 hours', AROUND_THE_CLOCK, '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', 25 * 60],
    ['a year around the clock', AROUND_THE_CLOCK, '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z', 365 * DAY],
    [
      'what overlaps once',
      [...on([5], 9, 14), ...on([5], 12, 18)],
      '2026-11-20T00:00:00Z',
      '2026-11-21T00:00:00Z',
      540,
    ],
  ])('count %s', (_, hours, from, to, minutes) => {
    expect(businessMinutesBetween(inRome(hours), at(from), at(to))).toBe(minutes)
  })
})

/** The second way: asks the local clock of every minute, as the schedule says it in words. */
function isOpen({ timeZone, intervals }: Schedule, minute: number): boolean {
  const {
    dayOfWeek,
    hour,
    minute: past,
  } = Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toZonedDateTimeISO(timeZone)
  const inWeek = (dayOfWeek % 7) * DAY + hour * HOUR + past
  return intervals.some(({ start, end }) => start <= inWeek && inWeek < end)
}

function countedFrom(schedule: Schedule, from: number, wanted: number, patience: number): number | null {
  for (let minute = from, open = 0; minute < from + patience; minute++) {
    if (isOpen(schedule, minute) && ++open === wanted) return minute + 1
  }
  return null
}

/** Days around which the clocks of these zones change, and ordinary ones. */
const zoneAndMinute = fc
  .constantFrom<[string, string]>(
    ['Europe/Rome', '2026-03-28T12:00:00Z'],
    ['Europe/Rome', '2026-10-24T12:00:00Z'],
    ['America/New_York', '2026-03-07T20:00:00Z'],
    ['America/St_Johns', '2026-11-01T00:00:00Z'],
    ['Australia/Lord_Howe', '2026-04-04T03:00:00Z'],
    ['Australia/Lord_Howe', '2026-10-03T03:00:00Z'],
    ['America/Santiago', '2026-04-04T12:00:00Z'],
    ['Asia/Kathmandu', '2026-11-20T00:00:00Z'],
    ['Etc/UTC', '2026-11-20T00:00:00Z'],
  )
  .chain(([timeZone, around]) =>
    fc.record({
      timeZone: fc.constant(timeZone),
      from: fc.integer({ min: 0, max: 2 * DAY }).map((minutes) => at(around) / 60 + minutes),
    }),
  )

const someHours = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: DAY - 1 }), fc.integer({ min: 1, max: DAY }))
    .map(([day, from, length]) => ({ start: day * DAY + from, end: day * DAY + Math.min(DAY, from + length) })),
  { minLength: 1, maxLength: 8 },
)

describe('minute by minute', () => {
  it('as many are open as are counted', () => {
    fc.assert(
      fc.property(
        zoneAndMinute,
        someHours,
        fc.integer({ min: 0, max: 2 * DAY }),
        ({ timeZone, from }, intervals, span) => {
          const schedule = { timeZone, intervals }
          let open = 0
          for (let minute = from; minute < from + span; minute++) if (isOpen(schedule, minute)) open++
          expect(businessMinutesBetween(schedule, from * 60, (from + span) * 60)).toBe(open)
        },
      ),
      { numRuns: 15 },
    )
  })

  it('the last of them ends when they are due', () => {
    fc.assert(
      fc.property(
        zoneAndMinute,
        someHours,
        fc.integer({ min: 1, max: 600 }),
        ({ timeZone, from }, intervals, wanted) => {
          const schedule = { timeZone, intervals }
          const counted = countedFrom(schedule, from, wanted, 3 * DAY)
          const found = dueAt(schedule, from * 60, wanted)!
          if (counted === null) expect(found).toBeGreaterThan((from + 3 * DAY) * 60)
          else expect(found).toBe(counted * 60)
        },
      ),
      { numRuns: 15 },
    )
  })

  it('what is due lies as many open minutes ahead, whatever the second', () => {
    fc.assert(
      fc.property(
        zoneAndMinute,
        someHours,
        fc.integer({ min: 1, max: 20_000 }),
        fc.integer({ min: 0, max: 59 }),
        ({ timeZone, from }, intervals, wanted, second) => {
          const schedule = { timeZone, intervals }
          const start = from * 60 + second
          const found = dueAt(schedule, start, wanted)!
          expect(businessMinutesBetween(schedule, start, found)).toBe(wanted)
          expect(businessMinutesBetween(schedule, start, found - 1)).toBeLessThan(wanted)
        },
      ),
    )
  })
})
