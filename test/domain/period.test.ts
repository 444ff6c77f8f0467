import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  contains,
  isoInstant,
  isTimeZone,
  latestPeriods,
  periodContaining,
  periodNamed,
  previousPeriod,
} from '../../src/domain/period.ts'

const at = (text: string) => Date.parse(text) / 1000
const NOW = at('2026-11-10T12:00:00Z')

/** A period by name; `now` matters to rolling ones only. */
const named = (id: string, timeZone: string, now = NOW) => periodNamed(id, timeZone, now)!

const edges = (id: string, timeZone: string, now = NOW) => {
  const { start, end } = named(id, timeZone, now)
  return [isoInstant(start), isoInstant(end)]
}

describe('a named period', () => {
  it.each([
    ['2026-03', 'Europe/Rome', '2026-02-28T23:00:00Z', '2026-03-31T22:00:00Z'],
    ['2026-10', 'Europe/Rome', '2026-09-30T22:00:00Z', '2026-10-31T23:00:00Z'],
    ['2026-Q4', 'Europe/Rome', '2026-09-30T22:00:00Z', '2026-12-31T23:00:00Z'],
    ['2026-W13', 'Europe/Rome', '2026-03-22T23:00:00Z', '2026-03-29T22:00:00Z'],
    ['2018-02', 'America/Sao_Paulo', '2018-02-01T02:00:00Z', '2018-03-01T03:00:00Z'],
    ['2018-11', 'America/Sao_Paulo', '2018-11-01T03:00:00Z', '2018-12-01T02:00:00Z'],
    ['2018-W44', 'America/Sao_Paulo', '2018-10-29T03:00:00Z', '2018-11-05T02:00:00Z'],
    ['2026-09', 'America/Sao_Paulo', '2026-09-01T03:00:00Z', '2026-10-01T03:00:00Z'],
    ['2026-04', 'Australia/Lord_Howe', '2026-03-31T13:00:00Z', '2026-04-30T13:30:00Z'],
    ['2026-10', 'Australia/Lord_Howe', '2026-09-30T13:30:00Z', '2026-10-31T13:00:00Z'],
    ['2026-W40', 'Australia/Lord_Howe', '2026-09-27T13:30:00Z', '2026-10-04T13:00:00Z'],
    ['2026-09', 'Asia/Kathmandu', '2026-08-31T18:15:00Z', '2026-09-30T18:15:00Z'],
    ['1986-01', 'Asia/Kathmandu', '1985-12-31T18:30:00Z', '1986-01-31T18:15:00Z'],
    ['2026-W01', 'Asia/Kathmandu', '2025-12-28T18:15:00Z', '2026-01-04T18:15:00Z'],
    ['2026-03', 'America/New_York', '2026-03-01T05:00:00Z', '2026-04-01T04:00:00Z'],
    ['2026-11', 'America/New_York', '2026-11-01T04:00:00Z', '2026-12-01T05:00:00Z'],
    ['2026-W53', 'America/New_York', '2026-12-28T05:00:00Z', '2027-01-04T05:00:00Z'],
    ['2026-Q3', 'UTC', '2026-07-01T00:00:00Z', '2026-10-01T00:00:00Z'],
  ])('%s in %s runs from %s to %s', (id, timeZone, start, end) => {
    expect(edges(id, timeZone)).toEqual([start, end])
  })

  it.each([
    ['Europe/Rome', '2026-W13', 7 * 24 - 1],
    ['Europe/Rome', '2026-W43', 7 * 24 + 1],
    ['America/New_York', '2026-W10', 7 * 24 - 1],
    ['America/New_York', '2026-W44', 7 * 24 + 1],
    ['Australia/Lord_Howe', '2026-W40', 7 * 24 - 0.5],
    ['Australia/Lord_Howe', '2026-W14', 7 * 24 + 0.5],
    ['Asia/Kathmandu', '2026-W13', 7 * 24],
  ])('in %s, week %s has %d hours', (timeZone, id, hours) => {
    const { start, end } = named(id, timeZone)
    expect((end - start) / 3600).toBe(hours)
  })

  it('has a day less where a zone left out a day', () => {
    const { start, end } = named('2011-12', 'Pacific/Apia')
    expect((end - start) / 86_400).toBe(30)
  })

  it.each([
    ['an ISO week may begin in the year before', '2025-W01', '2024-12-30T00:00:00Z', '2025-01-06T00:00:00Z'],
    ['an ISO week may end in the year after', '2026-W53', '2026-12-28T00:00:00Z', '2027-01-04T00:00:00Z'],
    ['the first week is the one with 4 January', '2021-W01', '2021-01-04T00:00:00Z', '2021-01-11T00:00:00Z'],
    ['a leap February has 29 days', '2028-02', '2028-02-01T00:00:00Z', '2028-03-01T00:00:00Z'],
  ])('%s: %s', (_, id, start, end) => {
    expect(edges(id, 'UTC')).toEqual([start, end])
  })

  it.each(['2025-W53', '2026-W54', '2026-W00', '2026-13', '2026-00', '2026-Q5', '2026-Q0', '2026', '26-09', '2026-9'])(
    '%s does not exist',
    (id) => expect(periodNamed(id, 'Europe/Rome', NOW)).toBeNull(),
  )

  it.each(['14d', '0d', 'd', '28', '2026-09 ', '2026-w38', ''])('is not called “%s”', (id) => {
    expect(periodNamed(id, 'UTC', NOW)).toBeNull()
  })

  it('is half-open: its first instant belongs to it, its end to the next one', () => {
    const september = named('2026-09', 'Europe/Rome')
    const october = named('2026-10', 'Europe/Rome')
    expect(october.start).toBe(september.end)
    expect(
      [september.start - 1, september.start, september.end - 1, september.end].map((t) => contains(september, t)),
    ).toEqual([false, true, true, false])
  })
})

describe('a day that begins oddly', () => {
  it.each([
    ['America/Sao_Paulo', '2018-11-04', 'midnight does not exist', '2018-11-04T03:00:00Z'],
    ['Asia/Beirut', '2026-03-29', 'midnight does not exist', '2026-03-28T22:00:00Z'],
    ['America/Havana', '2026-03-08', 'midnight does not exist', '2026-03-08T05:00:00Z'],
    ['Africa/Cairo', '2026-04-24', 'midnight does not exist', '2026-04-23T22:00:00Z'],
    ['America/Havana', '2026-11-01', 'midnight comes twice', '2026-11-01T04:00:00Z'],
    ['America/Sao_Paulo', '2018-02-18', 'its last hour of the day before comes twice', '2018-02-18T03:00:00Z'],
  ])('in %s, %s (%s) begins at %s', (timeZone, day, _, start) => {
    const sixDaysOn = at(`${day}T12:00:00Z`) + 6 * 86_400
    expect(edges('7d', timeZone, sixDaysOn)[0]).toBe(start)
  })

  it.each([
    ['America/Havana', '2026-11', '2026-11-01T04:00:00Z', '2026-12-01T05:00:00Z'],
    ['America/Asuncion', '2017-10', '2017-10-01T04:00:00Z', '2017-11-01T03:00:00Z'],
    ['America/Asuncion', '2017-Q4', '2017-10-01T04:00:00Z', '2018-01-01T03:00:00Z'],
  ])('in %s, %s begins with its first instant, %s', (timeZone, id, start, end) => {
    expect(edges(id, timeZone)).toEqual([start, end])
  })
})

describe('rolling days', () => {
  it.each([
    ['7d', '2026-11-03T23:00:00Z', '2026-11-10T23:00:00Z'],
    ['28d', '2026-10-13T22:00:00Z', '2026-11-10T23:00:00Z'],
    ['90d', '2026-08-12T22:00:00Z', '2026-11-10T23:00:00Z'],
  ])('%s ends with today, in whole local days', (id, start, end) => {
    expect(edges(id, 'Europe/Rome')).toEqual([start, end])
  })

  it('count today by the clock on the wall, not by UTC', () => {
    const lateEvening = at('2026-11-10T23:30:00Z')
    expect(edges('7d', 'Asia/Kathmandu', lateEvening)[1]).toBe('2026-11-11T18:15:00Z')
    expect(edges('7d', 'America/New_York', lateEvening)[1]).toBe('2026-11-11T05:00:00Z')
  })
})

describe('the period before', () => {
  it.each([
    ['2026-03', '2026-02'],
    ['2026-01', '2025-12'],
    ['2026-Q1', '2025-Q4'],
    ['2027-W01', '2026-W53'],
    ['2026-W01', '2025-W52'],
    ['2021-W01', '2020-W53'],
  ])('%s is %s, whatever their lengths', (id, before) => {
    expect(previousPeriod(named(id, 'America/New_York')).id).toBe(before)
  })

  it('of rolling days is as many days before', () => {
    const month = named('28d', 'Europe/Rome')
    const before = previousPeriod(month)
    expect([isoInstant(before.start), before.end]).toEqual(['2026-09-15T22:00:00Z', month.start])
  })

  it('ends where this one begins, in any zone', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          ...['Europe/Rome', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'America/Havana', 'Pacific/Apia'],
        ),
        fc.constantFrom('week', 'month', 'quarter'),
        fc.integer({ min: at('2005-01-01T00:00:00Z'), max: at('2035-01-01T00:00:00Z') }),
        (timeZone, cadence, instant) => {
          const period = periodContaining(cadence, instant, timeZone)
          expect(contains(period, instant)).toBe(true)
          expect(periodNamed(period.id, timeZone, NOW)).toEqual(period)
          const before = previousPeriod(period)
          expect([before.end, previousPeriod(before).end]).toEqual([period.start, before.start])
        },
      ),
      { numRuns: 200, seed: 3 },
    )
  })
})

describe('the latest periods', () => {
  it('end with the one that contains the instant, oldest first', () => {
    const ids = (cadence: 'week' | 'month' | 'quarter', instant: string) =>
      latestPeriods(cadence, 3, at(instant), 'Europe/Rome').map(({ id }) => id)
    expect(ids('month', '2026-01-31T22:59:59Z')).toEqual(['2025-11', '2025-12', '2026-01'])
    expect(ids('month', '2026-01-31T23:00:00Z')).toEqual(['2025-12', '2026-01', '2026-02'])
    expect(ids('week', '2027-01-05T12:00:00Z')).toEqual(['2026-W52', '2026-W53', '2027-W01'])
    expect(ids('quarter', '2026-02-01T00:00:00Z')).toEqual(['2025-Q3', '2025-Q4', '2026-Q1'])
  })
})

describe('a time zone', () => {
  it.each(['Europe/Rome', 'America/Argentina/Buenos_Aires', 'UTC', 'Asia/Kathmandu'])('%s is known', (name) => {
    expect(isTimeZone(name)).toBe(true)
  })

  it.each(['Europe/Atlantis', '', 'Mars', 'Rome', '../etc'])('“%s” is none', (name) => {
    expect(isTimeZone(name)).toBe(false)
  })
})
