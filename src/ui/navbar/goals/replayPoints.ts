import { inTenths } from '../../../domain/replay.ts'
import type { Translate } from '../../../i18n/translate.ts'

/** A score, to a tenth of a point. */
export const scoreText = (score: number, t: Translate): string => t('replay.score', { score: inTenths(score) })

/** A change in points, with its sign, to a tenth of a point. */
export function pointsText(points: number, t: Translate): string {
  const tenths = inTenths(points)
  if (tenths === 0) return t('replay.same')
  return tenths > 0 ? t('replay.up', { points: tenths }) : t('replay.down', { points: -tenths })
}
