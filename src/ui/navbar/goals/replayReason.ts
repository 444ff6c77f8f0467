import { type Change, inTenths } from '../../../domain/replay.ts'
import type { Formats } from '../../../i18n/format.ts'
import type { Translate } from '../../../i18n/translate.ts'
import { pointsText } from './replayPoints.ts'

/** Why somebody's score changes, in sentences: what moves it most, and which targets are reached under one version only. */
export function replayReason({ present, difference, because, turned }: Change, t: Translate, format: Formats): string {
  const targets = (isMet: boolean) => turned.filter((each) => each.isMet === isMet)
  const list = (each: Change['turned']) => format.list(each.map(({ metric }) => t(`metric.${metric}.name`)))
  const [reached, missed] = [targets(true), targets(false)]
  return [
    mostly(),
    ...(reached.length === 0 ? [] : [t('replay.reason.reaches', { metrics: list(reached) })]),
    ...(missed.length === 0 ? [] : [t('replay.reason.misses', { metrics: list(missed) })]),
  ].join(' ')

  function mostly(): string {
    if (difference === null) return present === null ? t('replay.reason.onlyDraft') : t('replay.reason.onlyPresent')
    if (inTenths(difference) === 0) return t('replay.reason.same')
    if (because === null) return t('replay.reason.team')
    return t('replay.reason.metric', {
      metric: t(`metric.${because.metric}.name`),
      points: pointsText(because.points, t),
    })
  }
}
