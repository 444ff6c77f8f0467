import type { Cell } from '../answer.ts'
import type { Row } from '../rows.ts'

/** Median and 90th percentile; `null` of none. A sort of doubles is the fastest that JavaScript brings along. */
export function quantiles(minutes: readonly number[]): readonly [median: number | null, p90: number | null] {
  const sorted = Float64Array.from(minutes).sort()
  return [quantile(sorted, 0.5), quantile(sorted, 0.9)]
}

export function quantile(sorted: Float64Array, p: number): number | null {
  if (sorted.length === 0) return null
  const position = (sorted.length - 1) * p
  const low = Math.floor(position)
  const high = Math.min(low + 1, sorted.length - 1)
  return sorted[low]! + (sorted[high]! - sorted[low]!) * (position - low)
}

/** What is told by creation, of the tickets of one cell. */
export function summarizeReplies(rows: readonly Row[]): Cell {
  const minutes: number[] = []
  for (const { firstReply } of rows) if (firstReply !== null) minutes.push(firstReply)
  const [replyMedian, replyP90] = quantiles(minutes)
  return { replied: minutes.length, replyMedian, replyP90 }
}

/** What is told by solve, of the tickets of one cell. */
export function summarizeSolves(rows: readonly Row[]): Cell {
  const minutes: number[] = []
  let [contacts, firstContacts, rated, good, solved, reopened] = [0, 0, 0, 0, 0, 0]
  for (const { fullResolution, replies, reopens, rating } of rows) {
    if (fullResolution !== null) minutes.push(fullResolution)
    if (replies !== null && reopens !== null) {
      contacts++
      if (replies === 1 && reopens === 0) firstContacts++
    }
    if (rating !== null) {
      rated++
      good += rating
    }
    if (reopens !== null) {
      solved++
      if (reopens > 0) reopened++
    }
  }
  const [resolutionMedian, resolutionP90] = quantiles(minutes)
  return {
    resolved: minutes.length,
    resolutionMedian,
    resolutionP90,
    contacts,
    firstContacts,
    rated,
    good,
    solved,
    reopened,
  }
}
