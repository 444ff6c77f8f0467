import { Button } from '@zendeskgarden/react-buttons'
import { useState } from 'react'
import type { MetricKey } from '../../domain/metrics.ts'
import type { Receipt } from '../../domain/receipt.ts'
import type { Unit } from '../../i18n/format.ts'
import { useLanguage } from '../Language.tsx'
import { Subtle } from '../parts/text.ts'
import { Rows } from './Rows.ts'
import { TicketLink } from './TicketLink.tsx'

/** So many tickets are listed before one has to ask for more. */
const LISTED = 10

interface TicketRowsProps {
  readonly rows: Receipt['counted']
  readonly unit: Unit
  readonly metric: MetricKey
  readonly onOpenTicket: (ticket: number) => void
}

/** Tickets and what each brought. */
export function TicketRows({ rows, unit, metric, onOpenTicket }: TicketRowsProps) {
  const { t, format } = useLanguage()
  const [shown, setShown] = useState(LISTED)
  return (
    <>
      <Rows aria-label={t(`metric.${metric}.name`)}>
        <tbody>
          {rows.slice(0, shown).map(({ ticket, value }) => (
            <tr key={ticket} data-ticket={ticket}>
              <th scope="row">
                <TicketLink ticket={ticket} onOpen={onOpenTicket} />
              </th>
              <td>
                <data value={value}>
                  {unit === 'ratio' ? t(value === 1 ? 'evidence.hit' : 'evidence.miss') : format.text(unit, value)}
                </data>
              </td>
            </tr>
          ))}
        </tbody>
      </Rows>
      {shown < rows.length && (
        <Button isBasic size="small" onClick={() => setShown(shown + 10 * LISTED)}>
          {t('evidence.more', { count: rows.length - shown })}
        </Button>
      )}
    </>
  )
}

interface TicketLinksProps {
  readonly tickets: readonly number[]
  readonly onOpenTicket: (ticket: number) => void
}

/** Tickets that bring nothing, or nothing yet. */
export function TicketLinks({ tickets, onOpenTicket }: TicketLinksProps) {
  const { t } = useLanguage()
  const [shown, setShown] = useState(LISTED)
  return (
    <p>
      {tickets.slice(0, shown).map((ticket) => (
        <span key={ticket}>
          <TicketLink ticket={ticket} onOpen={onOpenTicket} />{' '}
        </span>
      ))}
      {shown < tickets.length && (
        <Subtle>
          <Button isBasic size="small" onClick={() => setShown(shown + 10 * LISTED)}>
            {t('evidence.more', { count: tickets.length - shown })}
          </Button>
        </Subtle>
      )}
    </p>
  )
}
