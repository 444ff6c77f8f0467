import { auditsOf } from './audits.ts'
import type { Desk } from './desk.ts'
import type { Ticket } from './shapes.ts'

/** A message beside a ticket as ZAF tells it; a note among colleagues stands in the channel `internal`. */
export interface Message {
  readonly author: {
    readonly id: number | null
    readonly name: string
    readonly role: string
    readonly avatar: string | null
  }
  readonly channel: { readonly name: string }
  readonly message: { readonly content: string; readonly contentType: string }
  readonly timestamp: string
  readonly attachments: readonly never[]
}

export const messageOf = (author: Message['author'], channel: string, content: string, timestamp: string): Message => ({
  author,
  channel: { name: channel },
  message: { content, contentType: 'text/html' },
  timestamp,
  attachments: [],
})

/** What was written in a ticket as far as the account knows: the opening, the first public reply and the last one. */
export function conversationOf({ account, userById }: Desk, ticket: Ticket): readonly Message[] {
  return auditsOf(ticket, account.metricSets.get(ticket.id), undefined).flatMap(({ created_at: at, via, events }) =>
    events
      .filter(({ type }) => type === 'Comment')
      .map(({ author_id, body, public: isPublic }) => {
        const user = userById.get(Number(author_id))
        const author = {
          id: user?.id ?? null,
          name: user?.name ?? '',
          role: user?.role ?? 'system',
          avatar: null,
        }
        return messageOf(author, isPublic === false ? 'internal' : via.channel, String(body), at)
      }),
  )
}
