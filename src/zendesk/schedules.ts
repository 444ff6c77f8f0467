import * as z from 'zod/mini'
import type { Schedule } from '../domain/schedule.ts'
import type { Ask } from './ask.ts'
import { ianaZoneOf } from './railsZones.ts'
import { readResponse } from './response.ts'

/** The account's business hours; documented as for admins only. */
export const SCHEDULES_PATH = '/api/v2/business_hours/schedules.json'

const MINUTES_OF_A_WEEK = 7 * 24 * 60

const minute = z.int().check(z.minimum(0), z.maximum(MINUTES_OF_A_WEEK))

const answerSchema = z.object({ schedules: z.array(z.unknown()) })
const scheduleSchema = z.object({
  time_zone: z.string(),
  intervals: z.array(z.object({ start_time: minute, end_time: minute })),
})

/**
 * The account's schedule. `null` when it cannot be read, has hours or a zone that cannot be told, or is not the only one: which of several is in
 * force for a ticket stands nowhere.
 */
export async function onlySchedule(ask: Ask): Promise<Schedule | null> {
  const answer = readResponse(await ask(SCHEDULES_PATH))
  return answer.ok ? readOnlySchedule(answer.value) : null
}

/** The same in the JSON of an answer. */
export function readOnlySchedule(json: unknown): Schedule | null {
  const answer = z.safeParse(answerSchema, json)
  if (!answer.success || answer.data.schedules.length !== 1) return null
  const schedule = z.safeParse(scheduleSchema, answer.data.schedules[0])
  if (!schedule.success) return null
  const timeZone = ianaZoneOf(schedule.data.time_zone)
  if (timeZone === null) return null
  const intervals = schedule.data.intervals.map(({ start_time: start, end_time: end }) => ({ start, end }))
  return { timeZone, intervals }
}
