import type { Instant } from '../../src/domain/period.ts'
import type { Rating, Score, Ticket } from '../../src/domain/ticket.ts'
import { randomFrom } from '../zendesk/random.ts'

const DAY = 86_400
const CHANNELS = ['email', 'web', 'chat', 'voice', null]
const PRIORITIES = ['low', 'normal', 'high', null]

/** Seeded tickets and rating records of half a year before `now`, gaps, ties and left out tickets included. */
export function drawFacts(seed: number, size: number, now: Instant): { tickets: Ticket[]; ratings: Rating[] } {
  const random = randomFrom(seed)
  const orNull = <Value>(value: Value, gap = 0.03) => (random.chance(gap) ? null : value)
  const minutes = (median: number) => orNull(Math.floor(random.logNormal(median, 1.2)))
  const agent = () => orNull(360_000_000_000 + Math.floor(80 * random.unit() ** 2))
  const group = () => orNull(20 + random.whole(0, 9))
  const tickets = Array.from({ length: size }, (_, place): Ticket => {
    const created = now - random.whole(0, 190 * DAY)
    const hasMetricSet = random.chance(0.98)
    const measured = <Value>(value: Value | null) => (hasMetricSet ? value : null)
    const resolution = minutes(900)
    return {
      id: 2 ** 32 + place,
      version: created,
      agent: agent(),
      group: group(),
      channel: random.pick(CHANNELS),
      priority: random.pick(PRIORITIES),
      brand: null,
      created,
      solved: measured(orNull(created + 60 * (resolution ?? 300), 0.2)),
      firstReplyCalendarMinutes: measured(minutes(40)),
      firstReplyBusinessMinutes: measured(minutes(15)),
      fullResolutionCalendarMinutes: measured(resolution),
      fullResolutionBusinessMinutes: measured(minutes(300)),
      replies: measured(orNull(random.whole(0, 4))),
      reopens: measured(orNull(random.chance(0.1) ? 1 : 0)),
      assigneeStations: measured(orNull(random.whole(0, 3))),
      score: orNull(random.chance(0.85) ? ('good' as const) : ('bad' as const), 0.7),
      hasMetricSet,
      leftOut: random.chance(0.05) ? random.pick(['merged', 'deleted', 'excludedTag'] as const) : null,
    }
  })
  const ratings = tickets
    .filter(() => random.chance(0.25))
    .flatMap(({ id, created }) => Array.from({ length: random.whole(1, 4) }, () => [id, created] as const))
    .map(([ticket, created], place): Rating => {
      // Whole days, so that ratings of one ticket meet at one instant.
      const at = created + DAY * random.whole(0, 5)
      const score = random.weighted<Score | null>([
        ['good', 6],
        ['bad', 1],
        [null, 2],
      ])
      return { id: place, ticket, created: at, updated: at, agent: agent(), group: group(), score }
    })
  return { tickets, ratings }
}
