import type { Result } from './error.ts'

/** Reads a path of Zendesk's API (`/api/v2/…`) as the signed-in person and gives the JSON of the answer. */
export type Get = (path: string) => Promise<Result<unknown>>

/** Seconds to wait when Zendesk asks to and does not say how long. */
export const DEFAULT_RETRY_AFTER_SECONDS = 60
