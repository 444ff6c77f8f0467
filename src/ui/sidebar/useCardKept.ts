import { useEffect } from 'react'
import type { Settings } from '../../domain/settings.ts'
import { unitOf } from '../../i18n/format.ts'
import { daysCovered } from '../../i18n/periodName.ts'
import type { Facts } from '../../sync/syncState.ts'
import { useLanguage } from '../Language.tsx'
import type { KeptCard } from '../keptCard.ts'
import { rounded, workedScore } from '../parts/workedScore.ts'
import { byWeight } from './byWeight.ts'
import type { OwnNumbers } from './useOwnNumbers.ts'

/** Keeps what is on screen, so that the next time something stands there at once. */
export function useCardKept(own: OwnNumbers, facts: Facts, settings: Settings, keep: (card: KeptCard) => void): void {
  const { t, format, timeZone } = useLanguage()
  const { scorecard, period, name } = own
  const { asOf } = facts
  useEffect(() => {
    const { value, own: ownPart, missing } = workedScore(scorecard)
    const points = value ?? ownPart
    const { clock } = settings.rules
    keep({
      lang: document.documentElement.lang,
      dir: document.documentElement.dir,
      title: t('sidebar.title'),
      period: name,
      covers: t('period.covers', { days: daysCovered(period, asOf, format), clock: t(`clock.${clock}`) }),
      score:
        points === null
          ? null
          : {
              title: t(missing === 'teamUnknown' ? 'score.own' : 'score.title'),
              text: t('score.points', { points: rounded(points, 0) }),
            },
      tiles: byWeight(scorecard).map(({ line: { metric, state, value, n } }) => ({
        metric,
        name: t(`metric.${metric}.name`),
        state: t(`state.${state}`),
        // What is not judged yet does not stand out here either.
        value: state === 'notEnough' ? null : value,
        text: value === null ? '' : format.text(unitOf(metric, clock), value),
        n,
        count: t(`metric.${metric}.count`, { count: n }),
      })),
      stamp: t('kept.stamp', { moment: format.moment(asOf, 0), zone: timeZone }),
    })
  }, [scorecard, period, name, asOf, settings, keep, t, format, timeZone])
}
