import { useMemo } from 'react'
import { tally } from '../../../domain/report.ts'
import type { Facts } from '../../../sync/syncState.ts'
import { useLanguage } from '../../Language.tsx'
import { leftOutCount } from '../../parts/leftOutCount.ts'
import { LeftOutReasons } from '../../parts/LeftOutReasons.tsx'
import { Entry } from './Entry.tsx'
import { Panel } from './Panel.tsx'

/** How many tickets were read, how many of them count, and why the others do not. */
export function TicketsRead({ facts }: { readonly facts: Facts | null }) {
  const { t, format } = useLanguage()
  const tickets = useMemo(() => facts && tally(facts.table), [facts])
  const number = (count: number) => <data value={count}>{format.text('tickets', count)}</data>
  return (
    <Panel title={t('data.tickets.title')} hint={t(tickets ? 'data.tickets.hint' : 'data.tickets.none')}>
      {tickets && (
        <>
          <Entry name={t('data.tickets.read')}>{number(tickets.read)}</Entry>
          <Entry name={t('data.tickets.counted')}>{number(tickets.counted)}</Entry>
          <Entry name={t('data.tickets.leftOut')}>
            {number(leftOutCount(tickets))}
            <LeftOutReasons tally={tickets} />
          </Entry>
        </>
      )}
    </Panel>
  )
}
