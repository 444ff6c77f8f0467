import type { Exclusions } from '../domain/settings.ts'
import type { Listing } from '../zendesk/listing.ts'
import type { Page } from '../zendesk/page.ts'
import type { ReadPage } from './ports.ts'

/** What the worker is asked for, and what it answers. */
export interface PageOrder {
  readonly id: number
  readonly text: string
  readonly kind: Listing['kind']
  readonly exclusions: Exclusions
}
export interface PageRead {
  readonly id: number
  readonly page: Page | null
}

/** A worker that has not said by then that it is there never will. */
const PATIENCE_MILLISECONDS = 5000

/** How pages are read: where, for people to know, and the way to have one read. */
export interface PageReader {
  readonly read: ReadPage
  readonly where: () => 'worker' | 'page'
  /** Ends the worker, unless it has something to read; the next page starts another. */
  readonly rest: () => void
  readonly close: () => void
}

/**
 * Reads pages in a worker where the frame may have one; where it may not, or the worker dies, in the page itself.
 * @param start starts the worker, when the first page comes; may throw
 * @param readHere the same work without a worker
 */
export function createPageReader(start: () => Worker, readHere: ReadPage): PageReader {
  const waiting = new Map<number, (page: Page | null | undefined) => void>()
  let worker: Worker | null = null
  let lastId = 0

  function giveUp() {
    worker?.terminate()
    worker = null
    for (const settle of waiting.values()) settle(undefined)
    waiting.clear()
  }

  let starting: Promise<void> | null = null
  const begin = () =>
    new Promise<void>((resolve) => {
      const late = setTimeout(() => {
        giveUp()
        resolve()
      }, PATIENCE_MILLISECONDS)
      try {
        worker = start()
        worker.addEventListener('message', ({ data }: MessageEvent<PageRead | 'here'>) => {
          if (data === 'here') {
            clearTimeout(late)
            resolve()
          } else {
            waiting.get(data.id)?.(data.page)
            waiting.delete(data.id)
          }
        })
        worker.addEventListener('error', () => {
          clearTimeout(late)
          giveUp()
          resolve()
        })
      } catch {
        clearTimeout(late)
        resolve()
      }
    })

  return {
    where: () => (worker === null ? 'page' : 'worker'),
    rest() {
      if (waiting.size > 0 || worker === null) return
      giveUp()
      starting = null
    },
    close: giveUp,
    async read(text, kind, exclusions) {
      await (starting ??= begin())
      const at = worker
      if (at === null) return readHere(text, kind, exclusions)
      const id = ++lastId
      const page = await new Promise<Page | null | undefined>((resolve) => {
        waiting.set(id, resolve)
        at.postMessage({ id, text, kind, exclusions } satisfies PageOrder)
      })
      return page === undefined ? readHere(text, kind, exclusions) : page
    },
  }
}
