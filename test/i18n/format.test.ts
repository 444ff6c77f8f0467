import { describe, expect, it } from 'vitest'
import { formatsFor, unitOf } from '../../src/i18n/format.ts'

const english = formatsFor('en', 'Europe/Rome')
const plain = (text: string) => text.replaceAll(/[\u00a0\u2009\u202f]/g, ' ')
const at = (iso: string) => Date.parse(iso) / 1000

describe('durations', () => {
  it.each([
    { minutes: 0, business: '0 min', calendar: '0 min' },
    { minutes: 31, business: '31 min', calendar: '31 min' },
    { minutes: 31.5, business: '32 min', calendar: '32 min' },
    { minutes: 59.6, business: '1 h', calendar: '1 h' },
    { minutes: 60, business: '1 h', calendar: '1 h' },
    { minutes: 504, business: '8 h 24 min', calendar: '8 h 24 min' },
    { minutes: 1440, business: '24 h', calendar: '1 d' },
    { minutes: 1652, business: '27 h 32 min', calendar: '1 d 4 h' },
    { minutes: 4560, business: '76 h', calendar: '3 d 4 h' },
    { minutes: 4319.9, business: '72 h', calendar: '3 d' },
    { minutes: 150_000, business: '2,500 h', calendar: '104 d 4 h' },
  ])('of $minutes minutes are $business of business hours and $calendar of calendar hours', (row) => {
    expect(plain(english.text('businessMinutes', row.minutes))).toBe(row.business)
    expect(plain(english.text('calendarMinutes', row.minutes))).toBe(row.calendar)
  })

  it.each([
    { minutes: 30, brief: '30 min' },
    { minutes: 90, brief: '90 min' },
    { minutes: 120, brief: '2 h' },
    { minutes: 432, brief: '7:12 h' },
    { minutes: 545, brief: '9:05 h' },
  ])('of $minutes minutes are $brief in tight places', ({ minutes, brief }) => {
    expect(plain(english.brief('businessMinutes', minutes))).toBe(brief)
  })

  it('keep number and unit apart', () => {
    expect(english.parts('businessMinutes', 504)).toEqual([
      { kind: 'number', text: '8' },
      { kind: 'space', text: '\u00a0' },
      { kind: 'unit', text: 'h' },
      { kind: 'space', text: '\u00a0' },
      { kind: 'number', text: '24' },
      { kind: 'space', text: '\u00a0' },
      { kind: 'unit', text: 'min' },
    ])
  })

  it('follow the locale', () => {
    expect(plain(formatsFor('de', 'UTC').text('businessMinutes', 504))).toBe('8 h 24 Min.')
    expect(plain(formatsFor('fr', 'UTC').text('calendarMinutes', 4560))).toBe('3 j 4 h')
  })
})

describe('intervals', () => {
  it.each([
    { unit: 'businessMinutes', low: 26, high: 37, text: '26–37 min' },
    { unit: 'businessMinutes', low: 26.2, high: 26.4, text: '26 min' },
    { unit: 'businessMinutes', low: 417, high: 589, text: '6:57–9:49 h' },
    { unit: 'businessMinutes', low: 45, high: 190, text: '0:45–3:10 h' },
    { unit: 'calendarMinutes', low: 1000, high: 4560, text: '16:40 h–3 d 4 h' },
    { unit: 'ratio', low: 0.6651, high: 0.8132, text: '67–81%' },
    { unit: 'ratio', low: 0.8, high: 1, text: '80–100%' },
    { unit: 'ratio', low: 0, high: 0, text: '0%' },
    { unit: 'tickets', low: 3, high: 5, text: '3–5' },
  ] as const)('from $low to $high $unit are $text', ({ unit, low, high, text }) => {
    expect(plain(english.range(unit, [low, high]))).toBe(text)
  })

  it.each([
    ['de', '67–81 %'],
    ['tr', '%67 – %81'],
  ])('keep the percent sign where %s has it', (locale, text) => {
    expect(plain(formatsFor(locale, 'UTC').range('ratio', [0.67, 0.81]))).toBe(text)
  })
})

describe('shares', () => {
  it.each([
    [0, '0%'],
    [0.746, '74.6%'],
    [97 / 130, '74.6%'],
    [0.75, '75%'],
    [0.9996, '100%'],
    [1, '100%'],
  ])('of %d are %s, with at most one decimal', (ratio, text) => {
    expect(english.text('ratio', ratio)).toBe(text)
  })
})

describe('instants', () => {
  it.each([
    { now: '2026-11-20T20:00:00Z', text: '10:42 AM' },
    { now: '2026-11-20T23:30:00Z', text: 'Nov 20, 10:42 AM' },
  ])('read from $now are $text, in the zone of the account', ({ now, text }) => {
    expect(plain(english.moment(at('2026-11-20T09:42:00Z'), at(now)))).toBe(text)
  })

  it.each([
    [20, '20 seconds'],
    [60, '1 minute'],
    [93, '2 minutes'],
  ])('a wait of %d s is %s', (seconds, text) => {
    expect(english.wait(seconds)).toBe(text)
  })

  it('name days in the plural of their number', () => {
    expect([1, 2.5, 3].map((days) => english.dayCount(days))).toEqual(['1 day', '2.5 days', '3 days'])
  })
})

describe('the unit of a metric', () => {
  it.each([
    ['firstReplyTime', 'business', 'businessMinutes'],
    ['fullResolutionTime', 'calendar', 'calendarMinutes'],
    ['csat', 'business', 'ratio'],
    ['solvedTickets', 'business', 'tickets'],
  ] as const)('%s on the %s clock is %s', (metric, clock, unit) => {
    expect(unitOf(metric, clock)).toBe(unit)
  })
})
