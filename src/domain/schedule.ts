import type { Instant } from './period.ts'

/** Minutes since Sunday 00:00 on the local clock; `start` is open, `end` is not. */
export interface OpenHours {
  readonly start: number
  readonly end: number
}

/** The hours in which an account works, week after week. Holidays are not part of it. */
export interface Schedule {
  /** IANA name of the zone whose clock the hours are on. */
  readonly timeZone: string
  readonly intervals: readonly OpenHours[]
}

/** The open spans of a week in seconds, in their order and apart from each other. */
interface Week {
  readonly spans: readonly { readonly start: number; readonly end: number; readonly openBefore: number }[]
  readonly open: number
}

/** Time in which the local clock runs evenly. `to` is `Infinity` where no change of the clock is known to come. */
interface Stretch {
  readonly from: Instant
  readonly to: Instant
  /** Seconds that the local clock is ahead of UTC. */
  readonly offset: number
}

const DAY_SECONDS = 86_400
const WEEK_SECONDS = 7 * DAY_SECONDS
/** 1970 began on a Thursday. */
const SECONDS_SINCE_SUNDAY_IN_1970 = 4 * DAY_SECONDS

/**
 * The first instant by which so many open minutes have passed, or `null` when the schedule never opens.
 * An hour that the local clock skips is not open, one that it shows twice is open twice.
 */
export function dueAt({ timeZone, intervals }: Schedule, from: Instant, businessMinutes: number): Instant | null {
  const week = weekOf(intervals)
  let left = businessMinutes * 60
  if (left <= 0) return from
  if (week.open === 0) return null
  for (const stretch of stretchesFrom(from, timeZone)) {
    const passed = openUntil(week, localSecond(stretch.from, stretch))
    const due = Math.ceil(instantAt(localSecondAfter(week, passed + left), stretch))
    if (due <= stretch.to) return due
    left -= openUntil(week, localSecond(stretch.to, stretch)) - passed
  }
  return null
}

/** The minutes between two instants in which the schedule is open; 0 when the second one is not later. */
export function businessMinutesBetween({ timeZone, intervals }: Schedule, from: Instant, to: Instant): number {
  const week = weekOf(intervals)
  let open = 0
  for (const stretch of stretchesFrom(from, timeZone)) {
    if (stretch.from >= to) break
    const end = Math.min(stretch.to, to)
    open += openUntil(week, localSecond(end, stretch)) - openUntil(week, localSecond(stretch.from, stretch))
  }
  return open / 60
}

/** What overlaps is open once. */
function weekOf(intervals: readonly OpenHours[]): Week {
  const spans: Week['spans'][number][] = []
  let [open, reached] = [0, 0]
  for (const { start, end } of intervals.toSorted((a, b) => a.start - b.start)) {
    const [from, to] = [Math.max(start * 60, reached), Math.min(end * 60, WEEK_SECONDS)]
    if (to <= from) continue
    spans.push({ start: from, end: to, openBefore: open })
    open += to - from
    reached = to
  }
  return { spans, open }
}

/** Open seconds from an early Sunday until this local second. */
function openUntil({ spans, open }: Week, second: number): number {
  const weeks = Math.floor(second / WEEK_SECONDS)
  const inWeek = second - weeks * WEEK_SECONDS
  return spans.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(inWeek, end) - start), weeks * open)
}

/** The first local second by which so many open ones have passed since that Sunday: an end rather than the start after it. */
function localSecondAfter({ spans, open }: Week, seconds: number): number {
  const weeks = Math.ceil(seconds / open) - 1
  const left = seconds - weeks * open
  const span = spans.findLast(({ openBefore }) => openBefore < left)!
  return weeks * WEEK_SECONDS + span.start + left - span.openBefore
}

const localSecond = (instant: Instant, { offset }: Stretch) => instant + offset + SECONDS_SINCE_SUNDAY_IN_1970
const instantAt = (second: number, { offset }: Stretch): Instant => second - offset - SECONDS_SINCE_SUNDAY_IN_1970

function* stretchesFrom(from: Instant, timeZone: string): Generator<Stretch, void, undefined> {
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(from * 1000).toZonedDateTimeISO(
    timeZone,
  )
  while (at !== null) {
    const next: Temporal.ZonedDateTime | null = at.getTimeZoneTransition('next')
    yield {
      from: at.epochMilliseconds / 1000,
      to: next === null ? Infinity : next.epochMilliseconds / 1000,
      offset: at.offsetNanoseconds / 1e9,
    }
    at = next
  }
}
