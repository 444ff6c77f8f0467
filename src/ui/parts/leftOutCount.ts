import type { Tally } from '../../domain/report.ts'

/** How many tickets that were read have no say, whatever the reason. */
export const leftOutCount = ({ read, counted }: Tally): number => read - counted
