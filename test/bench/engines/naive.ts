import { isoInstant } from '../../../src/domain/period.ts'
import type { Cell } from '../answer.ts'
import { agentId, groupId } from '../facts.ts'
import { GROUPINGS, weeks } from '../question.ts'
import { type RawTicket, rawTickets } from '../rawTickets.ts'
import type { Engine } from './engine.ts'
import { quantiles } from './summary.ts'

interface Stretch {
  readonly start: string
  readonly end: string
}

/**
 * How scorecard apps are usually written: the tickets stay as the API gave them, and for each agent or group they are
 * filtered, then for each week and group those that are left; times are put in order cell by cell.
 */
export const naive: Engine = {
  name: 'naive app',
  load(size) {
    const tickets = rawTickets(size).filter(({ assignee_id }) => assignee_id !== null)
    const agents = [...new Set(tickets.map(({ assignee_id }) => assignee_id!))]
    const groups = [...new Set(tickets.map(({ group_id }) => group_id))]
    const spans = weeks().map(({ start, end }) => ({ start: isoInstant(start), end: isoInstant(end) }))
    const whole = { start: spans[0]!.start, end: spans.at(-1)!.end }

    const cell = (own: readonly RawTicket[], span: Stretch, place: Cell): Cell => ({ ...place, ...scores(own, span) })
    const ofAgent = (agent: number) => tickets.filter(({ assignee_id }) => assignee_id === agent)
    const ofGroup = (group: number) => tickets.filter(({ group_id }) => group_id === group)
    const questions: Record<string, () => Cell[]> = {
      agent: () => agents.map((agent) => cell(ofAgent(agent), whole, { agent: agent - agentId(0) })),
      'agent,period': () =>
        agents.flatMap((agent) => {
          const own = ofAgent(agent)
          return spans.map((span, week) => cell(touched(own, span), span, { agent: agent - agentId(0), week }))
        }),
      'agent,period,group': () =>
        agents.flatMap((agent) => {
          const own = ofAgent(agent)
          return spans.flatMap((span, week) => {
            const lately = touched(own, span)
            return [...new Set(lately.map(({ group_id }) => group_id))].map((group) => {
              const place = { agent: agent - agentId(0), week, group: group - groupId(0) }
              return cell(
                lately.filter(({ group_id }) => group_id === group),
                span,
                place,
              )
            })
          })
        }),
      group: () => groups.map((group) => cell(ofGroup(group), whole, { group: group - groupId(0) })),
      'group,period': () =>
        groups.flatMap((group) => {
          const own = ofGroup(group)
          return spans.map((span, week) => cell(touched(own, span), span, { group: group - groupId(0), week }))
        }),
    }
    return { run: () => GROUPINGS.map((grouping) => [questions[grouping.join()]!()]) }
  },
}

/** Instants in UTC sort as text: nothing has to be parsed. */
const isIn = (instant: string | null | undefined, { start, end }: Stretch) =>
  typeof instant === 'string' && instant >= start && instant < end

const touched = (tickets: readonly RawTicket[], span: Stretch) =>
  tickets.filter(({ created_at, metric_set }) => isIn(created_at, span) || isIn(metric_set?.solved_at, span))

function scores(tickets: readonly RawTicket[], span: Stretch): Cell {
  const created = tickets.filter(({ created_at }) => isIn(created_at, span))
  const solved = tickets.filter(({ metric_set }) => isIn(metric_set?.solved_at, span))
  const replyTimes = created.flatMap(({ metric_set }) => metric_set?.reply_time_in_minutes.calendar ?? [])
  const resolutions = solved.flatMap(({ metric_set }) => metric_set?.full_resolution_time_in_minutes.calendar ?? [])
  const [replyMedian, replyP90] = quantiles(replyTimes)
  const [resolutionMedian, resolutionP90] = quantiles(resolutions)
  const counted = solved.filter(({ metric_set }) => metric_set!.reopens !== null)
  const contacts = counted.filter(({ metric_set }) => metric_set!.replies !== null)
  return {
    replied: replyTimes.length,
    replyMedian,
    replyP90,
    resolved: resolutions.length,
    resolutionMedian,
    resolutionP90,
    contacts: contacts.length,
    firstContacts: contacts.filter(({ metric_set }) => metric_set!.replies === 1 && metric_set!.reopens === 0).length,
    rated: solved.filter(({ satisfaction_rating: { score } }) => score === 'good' || score === 'bad').length,
    good: solved.filter(({ satisfaction_rating: { score } }) => score === 'good').length,
    solved: counted.length,
    reopened: counted.filter(({ metric_set }) => metric_set!.reopens! > 0).length,
  }
}
