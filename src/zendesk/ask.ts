import type { Response } from './response.ts'

/** Asks a path of Zendesk's API (`/api/v2/…`) as the signed-in person. */
export type Ask = (path: string) => Promise<Response>
