import * as z from 'zod/mini'
import type { TicketAtHand } from '../domain/thisTicket.ts'
import { parseInstant } from './instant.ts'
import type { ZafClient } from './join.ts'

const PATHS = [
  'ticket.id',
  'ticket.status',
  'ticket.createdAt',
  'ticket.assignee.user',
  'ticket.tags',
  'ticket.via.channel',
  'ticket.conversation',
] as const

/**
 * After any of these the ticket may be another one. None of them is a hook that the workspace waits for, as `ticket.save` is: saving never waits
 * for this app.
 */
const EVENTS = [
  'ticket.status.changed',
  'ticket.assignee.user.id.changed',
  'ticket.conversation.changed',
  'ticket.updated',
  'ticket.submit.done',
] as const

const ticketSchema = z.object({
  errors: z.catch(z.nullish(z.record(z.string(), z.unknown())), null),
  'ticket.id': z.int(),
  'ticket.status': z.string(),
  'ticket.createdAt': z.optional(z.unknown()),
  /** Absent or `null` for nobody, as long as no error says otherwise. */
  'ticket.assignee.user': z.nullish(z.object({ id: z.int() })),
  'ticket.tags': z.catch(z.array(z.string()), []),
  'ticket.via.channel': z.catch(z.nullish(z.string()), null),
  'ticket.conversation': z.catch(z.nullish(z.array(z.unknown())), null),
})

/** Of a message who wrote it and where; its text is not looked at. */
const messageSchema = z.object({ author: z.object({ role: z.string() }), channel: z.object({ name: z.string() }) })

/** Where notes among colleagues stand. */
const INTERNAL = 'internal'
const AGENTS: ReadonlySet<string> = new Set(['agent', 'admin'])
const OTHERS: ReadonlySet<string> = new Set(['end-user', 'system'])

/** The ticket beside which this copy is open; `null` when the workspace does not tell which it is, how it stands, or whose it is. */
export async function ticketAtHand(client: Pick<ZafClient, 'get'>): Promise<TicketAtHand | null> {
  const parsed = z.safeParse(ticketSchema, await client.get(PATHS).catch(() => null))
  if (!parsed.success) return null
  const found = parsed.data
  if (found.errors != null && 'ticket.assignee.user' in found.errors) return null
  return {
    id: found['ticket.id'],
    status: found['ticket.status'],
    created: parseInstant(found['ticket.createdAt']),
    assignee: found['ticket.assignee.user']?.id ?? null,
    hasAgentReply: hasAgentReply(found['ticket.conversation'] ?? []),
    tags: found['ticket.tags'],
    channel: found['ticket.via.channel'] ?? null,
  }
}

/** Tells whenever the ticket may have changed. */
export function watchTicket(client: Pick<ZafClient, 'on'>, listener: () => void): void {
  for (const event of EVENTS) client.on(event, () => listener())
}

/**
 * Whether an agent has answered. The message that opened the ticket is no answer. When an agent opened it Zendesk measures by the next
 * message, but not on every account that was recorded, so that without a next one it cannot be told.
 */
function hasAgentReply(messages: readonly unknown[]): boolean | null {
  const [opening, ...answers] = messages.map(writerOf)
  if (answers.includes('agent')) return true
  const isClear = opening === 'other' && !answers.includes('unknown')
  return isClear ? false : null
}

/** Who wrote a message that the customer can read; anybody's note is as good as nobody's message. */
function writerOf(message: unknown): 'agent' | 'other' | 'unknown' {
  const parsed = z.safeParse(messageSchema, message)
  if (!parsed.success) return 'unknown'
  const { author, channel } = parsed.data
  if (channel.name === INTERNAL) return 'other'
  if (AGENTS.has(author.role)) return 'agent'
  return OTHERS.has(author.role) ? 'other' : 'unknown'
}
