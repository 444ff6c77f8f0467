import type { TicketChange } from '../../domain/lastLook.ts'
import type { Translate } from '../../i18n/translate.ts'

/** What happened to a ticket, in a few words. */
export function changeText({ cause, metric, before, after }: TicketChange, t: Translate): string {
  const isGood = after?.kind === 'counts' && after.value === 1
  switch (cause) {
    case 'rated':
    case 'ratingChanged':
      return t(isGood ? `change.${cause}.good` : `change.${cause}.bad`)
    case 'settled':
      return metric === 'firstContactResolution' && !isGood ? t('change.settled.later') : t('change.settled.first')
    case 'reassigned':
      return before === null ? t('change.reassigned.here') : t('change.reassigned.away')
    case 'otherPeriod':
      return before === null ? t('change.otherPeriod.here') : t('change.otherPeriod.away')
    case 'valueChanged':
      return t('change.valueChanged', { metric: t(`metric.${metric}.name`) })
    case 'firstSeen':
    case 'leftOut':
    case 'countsAgain':
    case 'ratingWithdrawn':
    case 'solved':
    case 'reopened':
      return t(`change.plain.${cause}`)
  }
}
