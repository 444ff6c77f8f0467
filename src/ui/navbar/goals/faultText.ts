import type { DraftFault } from '../../../domain/draft.ts'
import type { Formats } from '../../../i18n/format.ts'
import type { Translate } from '../../../i18n/translate.ts'
import type { GoalPlace } from './GoalTable.tsx'

/** What keeps a draft from being saved, in a sentence. */
export function faultText(
  fault: DraftFault,
  placeName: (place: GoalPlace) => string,
  t: Translate,
  format: Formats,
): string {
  switch (fault.kind) {
    case 'noReason':
      return t('goals.fault.noReason')
    case 'noDay':
      return t('goals.fault.noDay')
    case 'dayPast':
      return t('goals.fault.dayPast', { day: format.day(fault.today) })
    case 'dayNotLater':
      return t('goals.fault.dayNotLater', { day: format.day(fault.last) })
    case 'weightsSum':
      return t('goals.fault.weightsSum', { sum: format.text('ratio', fault.sum / 100) })
    case 'activityWeight':
      return t('goals.fault.activityWeight', { metric: t(`metric.${fault.metric}.name`) })
    case 'markMissing':
      return t('goals.fault.markMissing', {
        metric: t(`metric.${fault.goal.metric}.name`),
        place: placeName(fault.goal),
      })
    case 'marksOrder':
      return t('goals.fault.marksOrder', {
        metric: t(`metric.${fault.goal.metric}.name`),
        place: placeName(fault.goal),
      })
    case 'reasonMissing':
      return t('goals.fault.reasonMissing', {
        metric: t(`metric.${fault.goal.metric}.name`),
        place: placeName(fault.goal),
        question: t(`goals.why.${fault.key}`),
      })
  }
}
