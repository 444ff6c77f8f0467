import { absorb } from '../../../src/domain/merging.ts'
import { emptyTable } from '../../../src/domain/ticketTable.ts'
import { createPageReader } from '../../../src/sync/pageReader.ts'
import { TICKETS_A_PAGE } from './measured.ts'
import type { RawTicket } from '../rawTickets.ts'

/** A way to take in the text of a page. */
export interface Taking {
  readonly take: (text: string) => Promise<void>
  /** How many tickets have been taken in. */
  readonly count: () => number
}

const EXCLUSIONS = { tags: new Set(['spam']), channels: new Set(['api']) }

/** As the app does it: a worker reads the page, and its columns join one table. */
export async function throughWorker(): Promise<Taking> {
  const reader = createPageReader(
    () => new Worker(new URL('../../../src/readPageWorker.ts', import.meta.url), { type: 'module' }),
    () => Promise.reject(new Error('The worker is gone')),
  )
  await reader.read('', 'changes', EXCLUSIONS)
  const table = emptyTable()
  return {
    async take(text) {
      const page = await reader.read(text, 'changes', EXCLUSIONS)
      if (page === null) throw new Error('The page is unreadable')
      absorb(table, page.table)
    },
    count: () => table.tickets.length,
  }
}

/** What it costs that the pages come in at all: nobody reads them. */
export function notAtAll(): Taking {
  let pages = 0
  return {
    take() {
      pages++
      return Promise.resolve()
    },
    count: () => pages * TICKETS_A_PAGE,
  }
}

/** The plain way: the page parses the text itself, and keeps an object a ticket. */
export function naively(): Taking {
  const tickets: object[] = []
  return {
    take(text) {
      const page = JSON.parse(text) as { readonly tickets: readonly RawTicket[] }
      for (const ticket of page.tickets) {
        const solved = ticket.metric_set?.solved_at ?? null
        tickets.push({
          agent: ticket.assignee_id,
          group: ticket.group_id,
          created: Date.parse(ticket.created_at),
          solved: solved === null ? null : Date.parse(solved),
          score: ticket.satisfaction_rating.score,
          replies: ticket.metric_set?.replies ?? null,
          reopens: ticket.metric_set?.reopens ?? null,
          firstReply: ticket.metric_set?.reply_time_in_minutes.calendar ?? null,
          fullResolution: ticket.metric_set?.full_resolution_time_in_minutes.calendar ?? null,
        })
      }
      return Promise.resolve()
    },
    count: () => tickets.length,
  }
}
