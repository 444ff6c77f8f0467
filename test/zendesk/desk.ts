import type { Account, Ticket, User } from './shapes.ts'

/** Where metric sets stand in an answer: inside each ticket, or in a list of their own. Both are seen in the wild. */
export type MetricSetShape = 'embedded' | 'beside'

export interface Installation {
  readonly id: number
  readonly appId: number
  readonly settings: Readonly<Record<string, unknown>>
}

/** An account that is open for requests. */
export interface Desk {
  readonly account: Account
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Absent: embedded in incremental and show_many, beside in search. */
  readonly metricSets: MetricSetShape | null
  readonly installation: Installation
  readonly ticketById: ReadonlyMap<number, Ticket>
  readonly userById: ReadonlyMap<number, User>
  /** In the order of the incremental export. */
  readonly ticketsByChange: readonly Ticket[]
}

export interface DeskOptions {
  readonly now?: () => number
  readonly metricSets?: MetricSetShape
  readonly installation?: Installation
}

/** Opens an account; without a clock it stays at the instant the data describes. */
export function openDesk(account: Account, options: DeskOptions = {}): Desk {
  return {
    account,
    now: options.now ?? (() => account.now),
    metricSets: options.metricSets ?? null,
    installation: options.installation ?? { id: 0, appId: 0, settings: {} },
    ticketById: new Map(account.tickets.map((ticket) => [ticket.id, ticket])),
    userById: new Map(account.users.map((user) => [user.id, user])),
    ticketsByChange: account.tickets.toSorted((a, b) => a.generated_timestamp - b.generated_timestamp || a.id - b.id),
  }
}
