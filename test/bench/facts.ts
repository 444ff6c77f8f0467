import type { Score, Ticket } from '../../src/domain/ticket.ts'
import { randomFrom } from '../zendesk/random.ts'
import { NOW, weeks } from './question.ts'

const AGENTS = 200
export const GROUPS = 20
const CHANNELS = ['email', 'web', 'chat', 'native_messaging', 'voice']
const PRIORITIES = ['low', 'normal', 'high', 'urgent']
const DAY = 86_400

export const agentId = (agent: number) => 360_000_000_000 + agent
export const groupId = (group: number) => 361_000_000_000 + group

/**
 * Seeded tickets of a large account, in the order of their creation: 200 agents with Pareto-distributed loads in 20 groups (85 % of
 * an agent's tickets in the first group, 15 % in the second), half a year and some days before it, log-normal times.
 */
export function* drawTickets(size: number): Generator<Ticket> {
  const random = randomFrom(size)
  const start = weeks()[0]!.start - 10 * DAY
  const loads = shares(Array.from({ length: AGENTS }, () => Math.min(20, (1 - random.unit()) ** (-1 / 1.2))))
  const groups = loads.map((_, agent) => [agent % GROUPS, random.whole(0, GROUPS)] as const)
  const minutes = (probability: number, median: number, sigma: number) =>
    random.chance(probability) ? Math.min(500_000, Math.floor(random.logNormal(median, sigma))) : null
  for (let place = 0; place < size; place++) {
    const created = start + Math.floor(((NOW - start) * place) / size)
    const agent = loads.findIndex(firstAbove(random.unit()))
    const group = groups[agent]![random.chance(0.85) ? 0 : 1]
    const known = random.chance(0.995)
    const reply = known ? minutes(0.97, 95, 1.3) : null
    const resolution = known ? minutes(0.96, 900, 1.5) : null
    const solved = resolution === null ? null : created + 60 * resolution + random.whole(0, 60)
    const isSolved = solved !== null && solved <= NOW
    const isUnassigned = random.chance(0.03)
    yield {
      id: place + 1,
      version: isSolved ? solved : created,
      agent: isUnassigned ? null : agentId(agent),
      group: groupId(group),
      channel: random.pick(CHANNELS),
      priority: random.pick(PRIORITIES),
      brand: 1,
      created,
      solved: isSolved ? solved : null,
      firstReplyCalendarMinutes: reply,
      firstReplyBusinessMinutes: reply === null ? null : Math.floor(reply / 3),
      fullResolutionCalendarMinutes: isSolved ? resolution : null,
      fullResolutionBusinessMinutes: isSolved ? Math.floor(resolution! / 3) : null,
      replies: known && random.chance(0.995) ? Math.floor(random.logNormal(1.4, 0.7)) : null,
      reopens: known ? (random.chance(0.07) ? random.whole(1, 4) : 0) : null,
      assigneeStations: known ? random.whole(1, 4) : null,
      score:
        isSolved && random.chance(0.18)
          ? random.weighted<Score>([
              ['good', 0.88],
              ['bad', 0.12],
            ])
          : null,
      hasMetricSet: known,
      leftOut: isUnassigned ? 'unassigned' : null,
    }
  }
}

/** Running shares of the whole, the last one 1. */
function shares(weights: readonly number[]): readonly number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  let sum = 0
  return weights.map((weight, place) => (place === weights.length - 1 ? 1 : (sum += weight) / whole))
}

const firstAbove = (point: number) => (share: number) => share > point
