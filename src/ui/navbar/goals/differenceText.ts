import type { Difference } from '../../../domain/draft.ts'
import type { Marks } from '../../../domain/goal.ts'
import type { Clock } from '../../../domain/metrics.ts'
import { type Formats, unitOf } from '../../../i18n/format.ts'
import type { Translate } from '../../../i18n/translate.ts'
import type { GoalPlace } from './GoalTable.tsx'

/** A change in a sentence. */
export function differenceText(
  change: Difference,
  clock: Clock,
  placeName: (place: GoalPlace) => string,
  t: Translate,
  format: Formats,
): string {
  const ratio = (value: number) => format.text('ratio', value)
  switch (change.kind) {
    case 'goal': {
      const { metric: key } = change.goal
      const [metric, place] = [t(`metric.${key}.name`), placeName(change.goal)]
      const marks = ({ threshold, target, stretch }: Marks) =>
        [threshold, target, stretch]
          .map((mark) => (Number.isNaN(mark) ? '–' : format.text(unitOf(key, clock), mark)))
          .join(' / ')
      if (change.before === null) return t('goals.change.set', { metric, place, marks: marks(change.after!) })
      if (change.after === null) return t('goals.change.removed', { metric, place, marks: marks(change.before) })
      return t('goals.change.goal', { metric, place, before: marks(change.before), after: marks(change.after) })
    }
    case 'weight': {
      const [before, after] = [ratio(change.before / 100), ratio(change.after / 100)]
      return t('goals.change.weight', { metric: t(`metric.${change.metric}.name`), before, after })
    }
    case 'teamShare':
      return t('goals.change.teamShare', { before: ratio(change.before), after: ratio(change.after) })
    case 'mostReopened':
      return t('goals.change.mostReopened', { before: ratio(change.before), after: ratio(change.after) })
    case 'leastRated':
      return t('goals.change.leastRated', { before: ratio(change.before), after: ratio(change.after) })
  }
}
