import type { Pace } from '../../domain/pace.ts'
import { daysLeft, type Instant, type Period } from '../../domain/period.ts'
import type { Line } from '../../domain/scorecard.ts'
import { useLanguage } from '../Language.tsx'
import { Subtle } from '../parts/text.ts'
import { inTenths } from './inTenths.ts'

interface OutlookProps {
  readonly paces: ReadonlyMap<Line, Pace>
  readonly period: Period
  readonly now: Instant
}

/** How many days are left, and which goals would be met if work went on as so far: a forecast, said with its uncertainty. */
export function Outlook({ paces, period, now }: OutlookProps) {
  const { t, format } = useLanguage()
  const named = (outlook: Pace['outlook']) =>
    [...paces].filter(([, pace]) => pace.outlook === outlook).map(([{ metric }]) => t(`metric.${metric}.name`))
  const likely = named('likely')
  const unlikely = named('unlikely')
  const open = [...paces].filter(([, { outlook }]) => outlook === 'open')
  const left = t('outlook.daysLeft', { count: daysLeft(period, now) })
  return (
    <>
      <Subtle as="p">
        {paces.size > 0 && likely.length === paces.size
          ? t('outlook.all', { left })
          : likely.length > 0
            ? t('outlook.likely', { left, metrics: format.list(likely) })
            : left}
      </Subtle>
      {open.length > 0 && (
        <Subtle as="p">
          {t('outlook.open', {
            metrics: format.list(
              open.map(([{ metric }, { chance }]) =>
                t('outlook.chance', { metric: t(`metric.${metric}.name`), tenths: inTenths(chance) }),
              ),
            ),
          })}
        </Subtle>
      )}
      {unlikely.length > 0 && <Subtle as="p">{t('outlook.unlikely', { metrics: format.list(unlikely) })}</Subtle>}
    </>
  )
}
