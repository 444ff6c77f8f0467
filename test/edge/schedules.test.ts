import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isTimeZone } from '../../src/domain/period.ts'
import { ianaZoneOf, RAILS_ZONES } from '../../src/zendesk/railsZones.ts'
import { onlySchedule, readOnlySchedule, SCHEDULES_PATH } from '../../src/zendesk/schedules.ts'
import { generateAccount } from '../zendesk/account.ts'
import { answer } from '../zendesk/api.ts'
import { openDesk } from '../zendesk/desk.ts'
import { requestOf } from '../zendesk/request.ts'

const HOURS = { start_time: 540, end_time: 1080 }
const schedule = (parts: Record<string, unknown> = {}) => ({
  id: 1,
  name: 'Office hours',
  time_zone: 'Pacific Time (US & Canada)',
  intervals: [HOURS],
  ...parts,
})
const answerOf = (...schedules: unknown[]) => ({
  schedules,
  url: 'https://x.zendesk.com/api/v2/business_hours/schedules.json',
})

describe('the schedule of an account', () => {
  it('is the only one it has', () => {
    expect(readOnlySchedule(answerOf(schedule()))).toEqual({
      timeZone: 'America/Los_Angeles',
      intervals: [{ start: 540, end: 1080 }],
    })
  })

  it.each<[why: string, json: unknown]>([
    ['there is none', answerOf()],
    ['there are two, and nobody knows which is in force', answerOf(schedule(), schedule({ id: 2 }))],
    ['its zone is new to us', answerOf(schedule({ time_zone: 'Middle of Nowhere' }))],
    ['its zone has meant two things', answerOf(schedule({ time_zone: 'Astana' }))],
    ['its hours are beyond a week', answerOf(schedule({ intervals: [{ start_time: 0, end_time: 10_081 }] }))],
    ['its hours are words', answerOf(schedule({ intervals: [{ start_time: '9:00', end_time: '18:00' }] }))],
    ['it has no hours', answerOf(schedule({ intervals: null }))],
    ['the answer is something else', { error: 'Forbidden' }],
    ['there is no answer', null],
  ])('is not known when %s', (_, json) => {
    expect(readOnlySchedule(json)).toBeNull()
  })

  it('of any kind is a schedule or none, and never an exception', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        readOnlySchedule(value)
        readOnlySchedule(answerOf(value))
      }),
    )
  })
})

describe('a zone by its name in Rails', () => {
  it.each(Object.entries(RAILS_ZONES))('%s is %s, which the platform knows', (_, zone) => {
    expect(isTimeZone(zone)).toBe(true)
  })

  it('may be an IANA name already, and else is none', () => {
    expect(ianaZoneOf('Europe/Rome')).toBe('Europe/Rome')
    expect(ianaZoneOf('constructor')).toBeNull()
  })
})

describe('the stand-in', () => {
  const desk = openDesk(generateAccount({ seed: 1, now: Date.UTC(2026, 10, 20), tickets: 50 }))
  const as = (who: string) => (path: string) => {
    const authorization = `Basic ${btoa(`${who}:`)}`
    const { status, body } = answer(desk, requestOf(`http://x.test${path}`, { authorization }))
    return Promise.resolve({ status, text: body, retryAfter: null })
  }

  it('tells its schedule to admins', async () => {
    const found = await onlySchedule(as('admin'))
    expect(found?.timeZone).toBe('Europe/Rome')
    expect(found?.intervals).toHaveLength(5)
    expect(found?.intervals[0]).toEqual({ start: 1440 + 540, end: 1440 + 1080 })
  })

  it.each(['agent', 'lead'])('refuses it to the %s, to whom it is not known', async (who) => {
    expect((await as(who)(SCHEDULES_PATH)).status).toBe(403)
    expect(await onlySchedule(as(who))).toBeNull()
  })
})
