import type { CustomObjects } from './customObjects.ts'
import { customObjects } from './customObjects.ts'
import type { FaultPlan } from './faults.ts'
import type { Limiter, LimitOptions } from './limits.ts'
import { limiter } from './limits.ts'
import type { Account, Ticket, User } from './shapes.ts'
import type { TicketBook } from './ticketBook.ts'
import { ticketBook } from './ticketBook.ts'

/** Where metric sets stand in an answer: inside each ticket, or in a list of their own. Both are seen in the wild. */
export type MetricSetShape = 'embedded' | 'beside'

export interface Installation {
  readonly id: number
  readonly appId: number
  readonly settings: Readonly<Record<string, unknown>>
}

/** What differs from account to account by plan and by choice. */
export interface Plan {
  /** The status with which custom objects are refused; null where the plan has them. */
  readonly customObjects: 403 | 404 | null
  /** Under the new surveys the list of ratings is empty or refused; the score of a ticket stays. */
  readonly ratings: 'listed' | 'empty' | 403 | 404
  /** False: search answers leave the metric sets out, though asked for. */
  readonly metricSetsInSearch: boolean
  /** Who may look at the state of a job: sources differ. */
  readonly jobStatuses: 'agents' | 'admins'
  /** Days after which a closed ticket is archived: it leaves lists and views. */
  readonly archiveAfterDays: number
}

/** An account that is open for requests. */
export interface Desk {
  readonly account: Account
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Absent: embedded in incremental and show_many, beside in search. */
  readonly metricSets: MetricSetShape | null
  /** An admin may change its settings. */
  installation: Installation
  readonly plan: Plan
  /** Null: requests are not counted. */
  readonly limits: Limiter | null
  readonly faults: FaultPlan | null
  readonly customObjects: CustomObjects
  /** Changes the account; every way of reading sees it, search after the lag of its index. */
  readonly put: TicketBook['put']
  readonly indexed: TicketBook['indexed']
  readonly ticketById: ReadonlyMap<number, Ticket>
  readonly userById: ReadonlyMap<number, User>
  /** In the order of the incremental export. */
  readonly ticketsByChange: readonly Ticket[]
}

export interface DeskOptions {
  readonly now?: () => number
  readonly metricSets?: MetricSetShape
  readonly installation?: Installation
  /** What differs from a plan that has everything. */
  readonly plan?: Partial<Plan>
  /** Absent: requests are not counted. `{}` counts them by the limits of an Enterprise plan. */
  readonly limits?: LimitOptions
  /** How many seconds search does not see a change; absent: none. */
  readonly indexLagSeconds?: number
  readonly faults?: FaultPlan
}

const EVERYTHING: Plan = {
  customObjects: null,
  ratings: 'listed',
  metricSetsInSearch: true,
  jobStatuses: 'admins',
  archiveAfterDays: 120,
}

/** Opens an account; without a clock it stays at the instant the data describes. What happens to the desk leaves the given account alone. */
export function openDesk(given: Account, options: DeskOptions = {}): Desk {
  const now = options.now ?? (() => given.now)
  const account: Account = {
    ...given,
    tickets: [...given.tickets],
    metricSets: new Map(given.metricSets),
    satisfactionRatings: [...given.satisfactionRatings],
  }
  const book = ticketBook(account, now, (options.indexLagSeconds ?? 0) * 1000)
  return {
    account,
    now,
    metricSets: options.metricSets ?? null,
    installation: options.installation ?? { id: 0, appId: 0, settings: {} },
    plan: { ...EVERYTHING, ...options.plan },
    limits: options.limits === undefined ? null : limiter(now, options.limits),
    faults: options.faults ?? null,
    customObjects: customObjects(),
    put: book.put,
    indexed: book.indexed,
    ticketById: book.byId,
    userById: new Map(account.users.map((user) => [user.id, user])),
    ticketsByChange: book.byChange,
  }
}
