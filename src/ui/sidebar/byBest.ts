import { METRICS } from '../../domain/metrics.ts'
import type { Receipt } from '../../domain/receipt.ts'

/** The counted tickets, the best first; of equals the latest. */
export function byBest({ metric, counted }: Receipt): Receipt['counted'] {
  const better = METRICS[metric].better === 'higher' ? 1 : -1
  return counted.toSorted((a, b) => (b.value - a.value) * better || b.ticket - a.ticket)
}
