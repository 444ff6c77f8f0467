/** Milliseconds for all tickets of one turn: as columns, and as a record per ticket. */
export interface StoreTurn {
  readonly columnsWrite: number
  readonly rowsWrite: number
  readonly columnsRead: number
  readonly rowsRead: number
  /** Bytes that a ticket takes in the columns. */
  readonly bytesPerTicket: number
}

/** Who reads the pages that come in: nobody, the product's worker, or the page itself, which keeps the objects. */
export const WAYS = ['nobody', 'worker', 'naive'] as const

export type Way = (typeof WAYS)[number]

/** What a frame noticed while pages came in. */
export interface Arrival {
  /** Tasks of more than 50 ms, as the browser counts them. */
  readonly longTasks: number
  /** The longest that a timer of 5 ms had to wait, in milliseconds. */
  readonly gap: number
  /** From the first page to the last one taken in. */
  readonly milliseconds: number
}

export const STORED_TICKETS = 100_000
export const ARRIVING_PAGES = 10
export const TICKETS_A_PAGE = 1000
