import type { Clock, Peers } from './ports.ts'

/**
 * What the copies of the app together ask for: at most 30 requests at once and 50 a minute after that, where an app may ask for 100
 * a minute and 700 in five minutes. The account's budget belongs to everybody.
 */
const BURST = 30
const PER_MINUTE = 50
export const SECONDS_PER_REQUEST = 60 / PER_MINUTE
/** Incremental exports: 10 a minute for the whole account, counted over a sliding minute and a little more. */
const EXPORTS = 10
const EXPORT_SPAN_MILLISECONDS = 60_500
/** One export, on average. */
export const SECONDS_PER_EXPORT = EXPORT_SPAN_MILLISECONDS / 1000 / EXPORTS
/** With less than this part of the account's requests left in a minute, the agents' own work goes first. */
const SCARCE = 0.2
const YIELD_MILLISECONDS = 10_000

/** A token bucket that all copies draw from: each tells the others what it spends. */
export interface Budget {
  /** Waits until a request may be made, and counts it. */
  readonly take: (isExport: boolean) => Promise<void>
  /** Nobody asks before then (epoch ms). */
  readonly pauseUntil: (instant: number) => void
  /** The part of the account's requests that is left, as an answer told. */
  readonly noticeBudgetLeft: (part: number) => void
  /** Requests since the copy was opened, by all copies it heard of. */
  readonly spent: () => number
  /** Instants (epoch ms) of the latest exports, to be kept for a copy that opens when all others are gone. */
  readonly latestExports: () => readonly number[]
  readonly recall: (exports: readonly number[]) => void
}

export function createBudget(clock: Clock, peers: Peers): Budget {
  let tokens = BURST
  let countedAt = clock.now()
  let pausedUntil = 0
  let spent = 0
  let exports: number[] = []

  function refill() {
    const now = clock.now()
    // A clock that is set back gives nothing and takes nothing.
    tokens = Math.min(BURST, tokens + (Math.max(0, now - countedAt) * PER_MINUTE) / 60_000)
    countedAt = now
  }

  function count(at: number, isExport: boolean) {
    refill()
    tokens--
    spent++
    if (isExport) recall([at])
  }

  function recall(more: readonly number[]) {
    exports = [...new Set([...exports, ...more])].sort((a, b) => a - b).slice(-EXPORTS)
  }

  function pauseUntil(instant: number) {
    pausedUntil = Math.max(pausedUntil, instant)
  }

  /** Milliseconds until a request may be made; 0: now. */
  function wait(isExport: boolean): number {
    refill()
    const now = clock.now()
    const paused = pausedUntil - now
    const forToken = tokens >= 1 ? 0 : ((1 - tokens) * 60_000) / PER_MINUTE
    const oldest = exports.length < EXPORTS ? -Infinity : exports[0]!
    const forExport = isExport ? oldest + EXPORT_SPAN_MILLISECONDS - now : 0
    return Math.ceil(Math.max(0, paused, forToken, forExport))
  }

  peers.listen((message) => {
    if (message.kind === 'spent') count(message.at, message.isExport)
    else if (message.kind === 'pause') pauseUntil(message.until)
  })

  return {
    async take(isExport) {
      for (let left = wait(isExport); left > 0; left = wait(isExport)) await clock.sleep(left)
      const at = clock.now()
      count(at, isExport)
      peers.tell({ kind: 'spent', at, isExport })
    },
    pauseUntil(instant) {
      pauseUntil(instant)
      peers.tell({ kind: 'pause', until: pausedUntil })
    },
    noticeBudgetLeft(part) {
      if (part < SCARCE) pauseUntil(clock.now() + YIELD_MILLISECONDS)
    },
    spent: () => spent,
    latestExports: () => exports,
    recall,
  }
}
