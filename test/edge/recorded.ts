import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

type Raw = Readonly<Record<string, unknown>>

/** One recorded answer of a real account. */
export interface Recorded {
  readonly file: string
  readonly status: number
  readonly body: Raw
}

const FOLDER = join(import.meta.dirname, '../fixtures/recorded')

/**
 * Every recorded answer that is JSON of Zendesk's (some recordings kept compressed bytes). A recording that holds a bare
 * ticket is put as Zendesk answers: under `ticket`.
 */
export const RECORDED: readonly Recorded[] = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.json'))
  .sort()
  .flatMap((file) => {
    const { _recorded, body } = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as {
      _recorded: { status?: number }
      body: Raw | readonly unknown[]
    }
    if (Array.isArray(body)) return []
    return { file, status: _recorded.status ?? 200, body: 'requester_id' in body ? { ticket: body } : (body as Raw) }
  })

/** The records of a kind in an answer: in a list, alone, or among search results. */
export function recordsOf({ body }: Recorded, list: string, single: string): readonly Raw[] {
  const inList = (name: string) => (Array.isArray(body[name]) ? (body[name] as Raw[]) : [])
  const alone = body[single]
  return [
    ...inList(list),
    ...(typeof alone === 'object' && alone !== null ? [alone as Raw] : []),
    ...inList('results').filter((result) => result['result_type'] === single),
  ]
}
