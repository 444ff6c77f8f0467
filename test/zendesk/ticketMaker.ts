import { FATES, mergedLife, unattendedLife } from './fates.ts'
import { CHANNELS, PRIORITIES, TOPICS } from './kinds.ts'
import type { Life } from './life.ts'
import { lifeOf } from './life.ts'
import { metricSetOf } from './metricSet.ts'
import type { People } from './people.ts'
import type { Random } from './random.ts'
import type { Rating } from './rating.ts'
import { ratingOf } from './rating.ts'
import type { Schedule, Week } from './schedule.ts'
import type { MetricSet, SatisfactionRating, Ticket } from './shapes.ts'
import { ratingRecord, statusOf, statusSince, ticketShape } from './ticketShape.ts'

const DAY = 86_400

interface Setting {
  readonly random: Random
  readonly subdomain: string
  /** Epoch seconds. */
  readonly now: number
  readonly staffed: People
  readonly office: Schedule
  readonly schedule: (week: Week) => Schedule
}

interface Made {
  readonly ticket: Ticket
  readonly metricSet: MetricSet | null
  readonly rating: SatisfactionRating | null
}

/** Draws whole tickets: who gets them, what happens to them, and how Zendesk would show that now. */
export function ticketMaker({ random, subdomain, now, staffed, office, schedule }: Setting) {
  const workers = staffed.workers.map((worker) => ({ ...worker, desk: schedule(worker.shift) }))
  type Assignee = (typeof workers)[number]
  const topics = Object.entries(TOPICS).map(([name, { share }]) => [name, share] as const)
  const channels = Object.entries(CHANNELS).map(([name, { share }]) => [name, share] as const)
  const priorities = PRIORITIES.map((priority) => [priority, priority.share] as const)

  /** Someone of the group who is employed until an instant, rather one who is on shift. */
  const assignee = (group: string, created: number, until: number): Assignee =>
    random.weighted(
      workers.map((worker) => {
        const here = worker.from <= created && until <= worker.until && worker.groups.includes(group)
        const home = worker.groups.length === 1 ? 1 : worker.groups[0] === group ? 0.7 : 0.35
        return [worker, here ? worker.load * home * (worker.desk.isOpen(created) ? 1 : 0.3) : 0] as const
      }),
    )

  return (id: number, created: number): Made => {
    const fate = random.weighted(FATES)
    const group = random.weighted(topics)
    const channel = random.weighted(channels)
    const priority = random.weighted(priorities)
    const pace = {
      reply: CHANNELS[channel]!.reply * priority.reply,
      solve: CHANNELS[channel]!.solve * priority.solve,
    }
    const attend = (worker: Assignee) => lifeOf(random, created, worker, worker.desk, pace, now)
    const hired = assignee(group, created, created + 3 * DAY)
    const drawn = attend(hired)
    const stayed = (drawn.closed ?? Infinity) < hired.until
    const worker = stayed ? hired : assignee(group, created, Infinity)
    const life: Life =
      fate === 'unassigned'
        ? unattendedLife(random, created, now)
        : fate === 'merged'
          ? mergedLife(random, created, now)
          : stayed
            ? drawn
            : attend(worker)
    const rating: Rating | null = life.replies > 0 ? ratingOf(random, life, worker.liked, now) : null
    const rated = rating !== null && (rating.score === 'good' || rating.score === 'bad')
    const passedOn = rated && random.chance(0.025) ? Math.min(now, rating.changed + random.whole(600, DAY)) : null
    const holder = passedOn === null ? worker : assignee(group, created, Infinity)
    const moved = passedOn !== null && holder !== worker
    const [tag, subject] = random.pick(TOPICS[group]!.about)
    const movedGroup = random.chance(0.08)
    const nobody = fate === 'unassigned' || fate === 'scrubbed'

    const status = fate === 'deleted' || fate === 'scrubbed' ? 'deleted' : statusOf(random, life, fate !== 'unassigned')
    const since = statusSince(life, created, now, status)
    const updated = Math.max(created, since, life.lastReply ?? 0, rated ? rating.changed : 0, moved ? passedOn : 0)
    const ticket = ticketShape(random, {
      id,
      subdomain,
      created,
      updated,
      now,
      fate,
      status,
      channel,
      priority: priority.name,
      tag,
      subject,
      requester: random.pick(staffed.customerIds),
      assignee: nobody ? null : holder.id,
      group: staffed.groups.find(({ name }) => name === group)!.id,
      rating,
    })
    const at = nobody ? null : moved ? passedOn : life.assigned
    const metricSubject = { id, subdomain, created, updated, statusSince: since, assigned: at }
    const stations = {
      assignees: nobody ? 0 : 1 + (random.chance(0.15) ? 1 : 0) + (random.chance(0.03) ? 1 : 0) + (moved ? 1 : 0),
      groups: movedGroup ? 2 : 1,
    }
    const gone = fate === 'scrubbed' || (fate === 'deleted' && random.chance(0.5))
    const messaging = channel === 'native_messaging'
    return {
      ticket,
      metricSet: gone ? null : metricSetOf({ ...metricSubject, messaging }, life, stations, office),
      rating: rating === null || status === 'deleted' ? null : ratingRecord(ticket, rating, worker.id),
    }
  }
}
