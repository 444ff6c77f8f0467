import * as z from 'zod/mini'
import { failure, type Result, success, type ZendeskError } from './error.ts'
import { readResponse, type Response } from './response.ts'

/** The app's settings in the account, as they are now and not as they were when the app was loaded. */
export interface Installation {
  readonly read: () => Promise<Result<StoredSettings>>
  /** Only admins may; fields that are not given stay as they are. */
  readonly write: (settings: StoredSettings) => Promise<Result<null>>
}

export type StoredSettings = Readonly<Record<string, unknown>>

/** Asks the API to read or to change something, as the signed-in person. */
export type Send = (method: 'GET' | 'PUT', path: string, body?: unknown) => Promise<Response>

/** How saving went. */
export type Saved =
  | { readonly kind: 'saved' }
  /** Somebody else has changed it since: nothing was written. */
  | { readonly kind: 'conflict'; readonly found: string }
  | { readonly kind: 'failed'; readonly error: ZendeskError }

const answerSchema = z.object({ settings: z.record(z.string(), z.unknown()) })
/** Some versions of the API put the installation under its name. */
const wrappedSchema = z.object({ installation: answerSchema })

/** The installation of this number. */
export function installationOf(send: Send, id: number): Installation {
  const path = `/api/v2/apps/installations/${id}.json`
  return {
    async read() {
      const answer = readResponse(await send('GET', path))
      if (!answer.ok) return answer
      const [bare, wrapped] = [z.safeParse(answerSchema, answer.value), z.safeParse(wrappedSchema, answer.value)]
      if (bare.success) return success(bare.data.settings)
      return wrapped.success ? success(wrapped.data.installation.settings) : failure({ kind: 'unexpectedAnswer' })
    },
    async write(settings) {
      const answer = readResponse(await send('PUT', path, { settings }))
      return answer.ok ? success(null) : answer
    },
  }
}

/**
 * Writes the rulebook, unless somebody else has written it since it was read.
 * @param basedOn the rulebook's text that the change was made from; empty for none
 */
export async function saveRulebook(installation: Installation, basedOn: string, text: string): Promise<Saved> {
  const now = await installation.read()
  if (!now.ok) return { kind: 'failed', error: now.error }
  const found = rulebookIn(now.value)
  if (found !== basedOn) return { kind: 'conflict', found }
  const written = await installation.write({ ...now.value, rulebook: text })
  return written.ok ? { kind: 'saved' } : { kind: 'failed', error: written.error }
}

/** The rulebook's text among the settings; empty for none. */
export function rulebookIn(settings: unknown): string {
  const given = z.safeParse(z.object({ rulebook: z.string() }), settings)
  return given.success ? given.data.rulebook.trim() : ''
}
