import { agentId, drawTickets, groupId } from './facts.ts'

/** A ticket as the libraries get it: small numbers, `null` where a fact is absent. */
export interface Row {
  readonly agent: number | null
  readonly group: number
  /** Instants, in seconds. */
  readonly created: number
  readonly solved: number | null
  readonly firstReply: number | null
  readonly fullResolution: number | null
  readonly replies: number | null
  readonly reopens: number | null
  /** 1 is good, 0 is bad. */
  readonly rating: number | null
}

export const ROW_KEYS = [
  'agent',
  'group',
  'created',
  'solved',
  'firstReply',
  'fullResolution',
  'replies',
  'reopens',
  'rating',
] as const satisfies readonly (keyof Row)[]

export function rowsOf(size: number): Row[] {
  return Array.from(drawTickets(size), (ticket) => ({
    agent: ticket.agent === null ? null : ticket.agent - agentId(0),
    group: ticket.group! - groupId(0),
    created: ticket.created,
    solved: ticket.solved,
    firstReply: ticket.firstReplyCalendarMinutes,
    fullResolution: ticket.fullResolutionCalendarMinutes,
    replies: ticket.replies,
    reopens: ticket.reopens,
    rating: ticket.score === null ? null : ticket.score === 'good' ? 1 : 0,
  }))
}
