import { config } from 'zod/mini'
import type { PageOrder, PageRead } from './sync/pageReader.ts'
import { readPage } from './zendesk/page.ts'

/*
 * The worker in which answers are parsed and encoded, so that the page in front of the agent is never held up by it.
 */

// Compiling schemas needs eval, which the page's security policy forbids.
config({ jitless: true })

const answer = (message: PageRead | 'here') => (globalThis as unknown as Worker).postMessage(message)

addEventListener('message', ({ data: { id, text, kind, exclusions } }: MessageEvent<PageOrder>) => {
  const page = readPage(text, kind, exclusions)
  answer({ id, page })
})
answer('here')
