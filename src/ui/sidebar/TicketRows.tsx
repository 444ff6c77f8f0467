import { Button } from '@zendeskgarden/react-buttons'
import { type ReactNode, useState } from 'react'
import type { MetricKey } from '../../domain/metrics.ts'
import type { Receipt } from '../../domain/receipt.ts'
import type { Unit } from '../../i18n/format.ts'
import { useLanguage } from '../Language.tsx'
import { broughtText } from './broughtText.ts'
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
  const [shown, more] = useListed(rows)
  return (
    <>
      <Rows aria-label={t(`metric.${metric}.name`)}>
        <tbody>
          {shown.map(({ ticket, value }) => (
            <tr key={ticket} data-ticket={ticket}>
              <th scope="row">
                <TicketLink ticket={ticket} onOpen={onOpenTicket} />
              </th>
              <td>
                <data value={value}>{broughtText(unit, value, t, format)}</data>
              </td>
            </tr>
          ))}
        </tbody>
      </Rows>
      {more}
    </>
  )
}

interface TicketLinksProps {
  readonly tickets: readonly number[]
  readonly onOpenTicket: (ticket: number) => void
}

/** Tickets that bring nothing, or nothing yet. */
export function TicketLinks({ tickets, onOpenTicket }: TicketLinksProps) {
  const [shown, more] = useListed(tickets)
  return (
    <p>
      {shown.map((ticket) => (
        <span key={ticket}>
          <TicketLink ticket={ticket} onOpen={onOpenTicket} />{' '}
        </span>
      ))}
      {more}
    </p>
  )
}

/** The first of a list, and the button that brings more of it while there are more. */
function useListed<Item>(items: readonly Item[]): readonly [shown: readonly Item[], more: ReactNode] {
  const { t } = useLanguage()
  const [count, setCount] = useState(LISTED)
  const more = count < items.length && (
    <Button isBasic size="small" onClick={() => setCount(count + 10 * LISTED)}>
      {t('evidence.more', { count: items.length - count })}
    </Button>
  )
  return [items.slice(0, count), more]
}
