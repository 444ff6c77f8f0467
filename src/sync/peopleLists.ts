import type { People } from '../domain/people.ts'
import { isUnavailable, type Result } from '../zendesk/error.ts'
import { pathOf } from '../zendesk/listing.ts'
import type { Page } from '../zendesk/page.ts'
import { startGathering } from './gathering.ts'
import { Failed, type ReaderOptions } from './reader.ts'

/** Who is in the account, as far as the person may see. */
export interface PeopleRead {
  readonly people: People
  /** Refused is not the same as in no group. */
  readonly wereMembershipsRefused: boolean
}

export const NOBODY: People = { agents: new Map(), groups: new Map(), memberships: [] }

/**
 * Agents, groups and memberships, which are not stored. A role that may not see some of them still sees its numbers, without those names.
 * @throws Failed, Stopped
 */
export async function readPeople({
  asking,
  readPage,
  exclusions,
}: Pick<ReaderOptions, 'asking' | 'readPage' | 'exclusions'>): Promise<PeopleRead> {
  const gathering = startGathering()
  let wereMembershipsRefused = false
  for (const kind of ['users', 'groups', 'memberships'] as const) {
    for (let cursor: string | null = null, isFirst = true; isFirst || cursor !== null; isFirst = false) {
      const page: Result<Page> = await asking.ask(pathOf({ kind }, cursor), false, (text) =>
        readPage(text, kind, exclusions),
      )
      if (page.ok) {
        gathering.addPage(page.value)
        cursor = page.value.links.hasMore ? page.value.links.after : null
      } else if (isUnavailable(page.error)) {
        wereMembershipsRefused ||= kind === 'memberships'
        break
      } else throw new Failed(page.error)
    }
  }
  return { people: gathering.people, wereMembershipsRefused }
}
