import type { Instant } from '../domain/period.ts'
import { isUnavailable } from '../zendesk/error.ts'
import { type Listing, pathOf } from '../zendesk/listing.ts'
import { readIsExport } from '../zendesk/pages.ts'
import type { Asking } from './asking.ts'
import { Overtaken } from './dataset.ts'
import type { Peers } from './ports.ts'
import { Failed } from './reader.ts'
import type { Shelf } from './shelf.ts'

/**
 * Whether the export of the whole account is open to this person: tried and remembered, since no role's name tells for sure. The export may be
 * asked for ten times a minute by the whole account, so only those try it at once whom the framework calls admins; others try it now and then,
 * when their own reading is done.
 */
export interface Access {
  /** What is known, or found out now where it is likely. @throws Failed, Overtaken, Stopped */
  readonly mayReadAccount: (isLikely: boolean) => Promise<boolean>
  /** Finds out by one request, if nobody has. */
  readonly tryOnce: () => Promise<void>
  /** As far as it is known without asking. */
  readonly known: () => boolean | null
  readonly remember: (mayReadAccount: boolean) => Promise<void>
}

interface AccessOptions {
  readonly asking: Asking
  readonly shelf: Shelf
  readonly peers: Peers
  readonly owner: string
  readonly now: () => Instant
}

/** Rights change seldom; a week later they are tried again. */
const LIFE_SECONDS = 7 * 86_400

interface AccessMark {
  readonly revision: number
  readonly mayReadAccount: boolean
  readonly askedAt: Instant
}

export function createAccess({ asking, shelf, peers, owner, now }: AccessOptions): Access {
  const key = `${owner}/access`
  let known: boolean | null = null

  async function recalled(): Promise<boolean | null> {
    const kept = await shelf.load(key).catch(() => null)
    const mark = kept?.mark as Partial<AccessMark> | null | undefined
    const isFresh = typeof mark?.askedAt === 'number' && now() - mark.askedAt < LIFE_SECONDS
    return isFresh && typeof mark.mayReadAccount === 'boolean' ? mark.mayReadAccount : null
  }

  async function remember(mayReadAccount: boolean): Promise<void> {
    known = mayReadAccount
    const revision = await shelf.revision(key).catch(() => null)
    const mark: AccessMark = { mayReadAccount, askedAt: now(), revision: (revision ?? 0) + 1 }
    await shelf.save(key, revision, mark, [], []).catch(() => false)
  }

  /** Of copies opened together one asks; the others look again a moment later. */
  async function probed(ask: Asking['ask']): Promise<boolean | null> {
    const free = await peers.takeLead(key)
    if (free === null) throw new Overtaken()
    try {
      const remembered = await recalled()
      if (remembered !== null) return remembered
      const listing: Listing = { kind: 'changes', since: now() - 120 }
      const answer = await ask(pathOf(listing, null), true, readIsExport)
      if (!answer.ok && !isUnavailable(answer.error)) throw new Failed(answer.error)
      await remember(answer.ok)
      return answer.ok
    } finally {
      free()
    }
  }

  return {
    known: () => known,
    remember,
    async mayReadAccount(isLikely) {
      known ??= await recalled()
      if (isLikely) known ??= await probed(asking.ask)
      return known ?? false
    },
    async tryOnce() {
      // Whatever goes wrong: there will be another time.
      if (known === null) known = await probed(asking.askOnce).catch(() => null)
    },
  }
}
