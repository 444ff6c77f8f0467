import type { Period } from '../../domain/period.ts'
import type { Facts } from '../../sync/syncState.ts'

/** Whether all tickets of the period are among the facts; before that, a period without tickets is not known to be empty. */
export const isWhole = (period: Period, facts: Facts): boolean => period.start >= facts.wholeSince
