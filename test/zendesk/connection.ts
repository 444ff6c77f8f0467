import { answer } from './api.ts'
import type { Clock } from './clock.ts'
import type { Desk } from './desk.ts'
import type { Answer } from './request.ts'
import { requestOf } from './request.ts'

export interface Sent {
  readonly method?: string
  /** Sent as JSON. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** One request of a person, by role name, id or e-mail address; nobody's without a name. */
export function ask(desk: Desk, who: string | null, path: string, sent: Sent = {}): Answer {
  const headers = { ...(who === null ? {} : { authorization: `Basic ${btoa(`${who}:`)}` }), ...sent.headers }
  const body = sent.body === undefined ? '' : JSON.stringify(sent.body)
  return answer(desk, requestOf(`http://zendesk.test/api/v2/${path}`, headers, sent.method, body))
}

/** A person's connection, on which answers take the time that they take. */
export const connect =
  (desk: Desk, clock: Clock, who: string) =>
  async (path: string, sent?: Sent): Promise<Answer> => {
    const given = ask(desk, who, path, sent)
    if (given.delayMs !== undefined && given.delayMs > 0) await clock.sleep(given.delayMs)
    return given
  }
