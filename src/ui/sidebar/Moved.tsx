import { METRICS, type MetricKey } from '../../domain/metrics.ts'
import type { Instant } from '../../domain/period.ts'
import type { Change } from '../../domain/whatChanged.ts'
import type { Unit } from '../../i18n/format.ts'
import { useLanguage } from '../Language.tsx'
import { broughtText } from './broughtText.ts'
import { TicketLink } from './TicketLink.tsx'

/** What moved a number since an earlier day on which the person looked. */
export interface MovedSince {
  readonly asOf: Instant
  readonly changes: readonly Change[]
}

interface MovedProps {
  readonly metric: MetricKey
  readonly since: MovedSince
  readonly unit: Unit
  readonly now: Instant
  readonly onOpenTicket: (ticket: number) => void
}

/** Of the tickets that moved the number lately the one that helped it most, and the one that helped it least. */
export function Moved({ metric, since, unit, now, onOpenTicket }: MovedProps) {
  const { t, format } = useLanguage()
  const better = METRICS[metric].better === 'higher' ? 1 : -1
  const counted = since.changes
    .flatMap(({ ticket, after }) => (after?.kind === 'counts' ? [{ ticket, value: after.value }] : []))
    .sort((a, b) => (b.value - a.value) * better)
  const best = counted[0]
  const worst = counted.at(-1)
  if (best === undefined || worst === undefined) return null
  const words = (value: number) => broughtText(unit, value, t, format)
  return (
    <p>
      {t('evidence.since', { moment: format.moment(since.asOf, now) })}{' '}
      <TicketLink ticket={best.ticket} onOpen={onOpenTicket} /> {words(best.value)}
      {worst !== best && (
        <>
          {t('evidence.and')} <TicketLink ticket={worst.ticket} onOpen={onOpenTicket} /> {words(worst.value)}
        </>
      )}
    </p>
  )
}
