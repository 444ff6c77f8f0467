import type { Group } from '../../domain/people.ts'
import type { Facts } from '../../sync/syncState.ts'

/** The groups a person can choose from, each part by name. */
export interface GroupChoices {
  readonly own: readonly Group[]
  readonly others: readonly Group[]
}

/** Groups that are not deleted; those the person is in come first. */
export function groupChoices({ people, person }: Facts, compare: (a: string, b: string) => number): GroupChoices {
  const mine = new Set(people.memberships.filter(({ agent }) => agent === person.id).map(({ group }) => group))
  const groups = [...people.groups.values()]
    .filter(({ isDeleted }) => !isDeleted)
    .sort((a, b) => compare(a.name, b.name) || a.id - b.id)
  return { own: groups.filter(({ id }) => mine.has(id)), others: groups.filter(({ id }) => !mine.has(id)) }
}

/**
 * The group that the facts can tell about: the one that was read; of a whole account the chosen one, else the first;
 * none when only a person's own tickets were read.
 */
export function groupShown({ scope }: Facts, chosen: number | null, { own, others }: GroupChoices): number | null {
  if (scope.kind === 'group') return scope.group
  return scope.kind === 'own' ? null : (chosen ?? [...own, ...others][0]?.id ?? null)
}
