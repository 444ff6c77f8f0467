import fc from 'fast-check'
import { AGENT_IDS, GROUP_IDS } from './trapTickets.ts'

const OLDER: unknown[] = ['2026-01-01T00:00:00Z', 'last year', null, undefined]
const NEWER = '2026-02-01T00:00:00Z'

const user = fc.record({
  name: fc.constantFrom<unknown>('Ada', 'Nils', 'Noor', '', null, 7, undefined),
  role: fc.constantFrom<unknown>('agent', 'agent', 'admin', 'end-user', null, 4),
  active: fc.constantFrom<unknown>(true, true, true, false, undefined),
  role_type: fc.constantFrom<unknown>(null, 0, 4, 1, undefined),
  only_private_comments: fc.constantFrom<unknown>(false, false, true, undefined),
})

const group = fc.record({
  name: fc.constantFrom<unknown>('Billing', 'Returns', null, undefined),
  deleted: fc.constantFrom<unknown>(false, false, true, undefined),
})

/** Some of these, as they are and as they were before, or only as they are. */
const versions = (ids: readonly number[], fields: fc.Arbitrary<object>): fc.Arbitrary<object[]> =>
  fc
    .subarray([...ids])
    .chain((some) =>
      fc.tuple(...some.map((id) => fc.tuple(fc.constant(id), fields, fields, fc.constantFrom(...OLDER), fc.boolean()))),
    )
    .map((people) =>
      people.flatMap(([id, is, was, updated_at, hasChanged]) => [
        { id, ...is, updated_at: hasChanged ? NEWER : updated_at },
        ...(hasChanged ? [{ id, ...was, updated_at }] : []),
      ]),
    )

/** Pages of people, some of whom nobody has heard of otherwise; the same one may come on two pages, changed or not. */
export const trapPeople: fc.Arbitrary<unknown[]> = fc
  .record({ users: versions([...AGENT_IDS, 14, 2 ** 40 + 1], user), groups: versions([...GROUP_IDS, 23], group) })
  .map(({ users, groups }) => [
    { users: users.slice(2), groups: groups.slice(1) },
    { users: users.slice(0, 2), next_page: null },
    { groups: groups.slice(0, 3) },
    { results: users.slice(1, 3).map((each) => ({ ...each, result_type: 'user' })) },
  ])
