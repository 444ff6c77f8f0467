import type { Ask } from '../zendesk/ask.ts'
import { failure, type Result, success, type ZendeskError } from '../zendesk/error.ts'
import { readText } from '../zendesk/response.ts'
import type { Budget } from './budget.ts'
import type { Clock } from './ports.ts'

/** So often in a row a page may fail before the reading is given up for now. */
const MOST_FAILURES = 6
const MOST_WAITS = 20
const LONGEST_WAIT_MILLISECONDS = 60_000

export interface Asking {
  /** The same, asked once: whatever goes wrong is given as it is. */
  readonly askOnce: Asking['ask']
  /**
   * The answer to a path, as soon as the budget allows, tried again while trying again can help.
   * @param read gives `null` for what is not the answer that was promised
   * @throws Stopped
   */
  readonly ask: <Value>(
    path: string,
    isExport: boolean,
    read: (text: string) => Promise<Value | null> | Value | null,
  ) => Promise<Result<Value>>
}

/** The copy stopped reading: it is hidden, or about to be closed. */
export class Stopped extends Error {}

interface AskingOptions {
  readonly request: Ask
  readonly budget: Budget
  readonly clock: Clock
  readonly random: () => number
  readonly isStopped: () => boolean
  /** Is told whether an answer said how much of the account's requests is left. */
  readonly onLimitHeaders: (areThere: boolean) => void
  /** Is told why the next answer will take long; `null` when one came. */
  readonly onTrouble: (error: ZendeskError | null) => void
}

/** Waits twice as long each time, by a random part more or less, so that not everybody comes back at once. */
export function createAsking({
  request,
  budget,
  clock,
  random,
  isStopped,
  onLimitHeaders,
  onTrouble,
}: AskingOptions): Asking {
  const goOn = () => {
    if (isStopped()) throw new Stopped()
  }

  async function once<Value>(
    path: string,
    isExport: boolean,
    read: (text: string) => Promise<Value | null> | Value | null,
  ): Promise<Result<Value>> {
    await budget.take(isExport)
    goOn()
    // What was asked for is taken in, also in the back: it is paid for.
    const response = await request(path)
    const { budgetLeft = null } = response
    if (response.status === 200) onLimitHeaders(budgetLeft !== null)
    if (budgetLeft !== null) budget.noticeBudgetLeft(budgetLeft)
    const text = readText(response)
    if (!text.ok) return text
    const value = await read(text.value)
    return value === null ? failure({ kind: 'unexpectedAnswer' }) : success(value)
  }

  return {
    askOnce: once,
    async ask(path, isExport, read) {
      for (let failures = 0, waits = 0; ;) {
        goOn()
        const result = await once(path, isExport, read)
        if (result.ok) {
          onTrouble(null)
          return result
        }
        const { error } = result
        if (!canPass(error)) return result
        if (error.kind === 'limited') {
          if (++waits > MOST_WAITS) return result
          budget.pauseUntil(clock.now() + error.retryAfterSeconds * 1000 + Math.ceil(random() * 2000))
          onTrouble(error)
        } else {
          if (++failures > MOST_FAILURES) return result
          if (failures > 2) onTrouble(error)
          await clock.sleep(Math.min(LONGEST_WAIT_MILLISECONDS, 1000 * 2 ** failures) * (0.5 + random() / 2))
        }
      }
    },
  }
}

/** Whether the same request may go well later. */
function canPass(error: ZendeskError): boolean {
  switch (error.kind) {
    case 'limited':
    case 'offline':
    case 'server':
      return true
    case 'unexpectedAnswer':
      return error.isRefusal !== true
    case 'forbidden':
    case 'missing':
    case 'signedOut':
      return false
  }
}
