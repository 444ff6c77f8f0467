import type { Scorecard } from '../../domain/scorecard.ts'
import type { Translate } from '../../i18n/translate.ts'

export type Order = 'asc' | 'desc'

/** A scorecard with the name to show for its subject. */
export interface NamedAgent {
  readonly name: string
  readonly scorecard: Scorecard
}

/** Somebody whose name the account does not tell is called by their number. */
export const named = (agents: readonly Scorecard[], t: Translate): readonly NamedAgent[] =>
  agents.map((scorecard) => ({
    name: scorecard.subject.name ?? t('team.unnamedAgent', { id: String(scorecard.subject.id) }),
    scorecard,
  }))

/** By name; people of one name by their number. */
export function sortedByName(
  agents: readonly NamedAgent[],
  order: Order,
  compare: (a: string, b: string) => number,
): readonly NamedAgent[] {
  const sorted = [...agents].sort((a, b) => compare(a.name, b.name) || a.scorecard.subject.id - b.scorecard.subject.id)
  return order === 'asc' ? sorted : sorted.reverse()
}

const letters = new Intl.Segmenter()

/** The first letters of the first and the last word of a name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const ends = words.length > 1 ? [words[0]!, words.at(-1)!] : words
  return ends
    .map((word) => [...letters.segment(word)][0]?.segment ?? '')
    .join('')
    .toLocaleUpperCase()
}
