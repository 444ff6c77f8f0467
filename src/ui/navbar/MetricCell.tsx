import { Table } from '@zendeskgarden/react-tables'
import { styled } from 'styled-components'
import type { Line } from '../../domain/scorecard.ts'
import type { Unit } from '../../i18n/format.ts'
import { useLanguage } from '../Language.tsx'
import { StateMark } from '../parts/StateMark.tsx'
import { Subtle } from '../parts/text.ts'
import { Value } from '../parts/Value.tsx'
import { Hidden } from '../parts/Hidden.ts'

const Figure = styled.span`
  display: flex;
  gap: 6px;
  align-items: center;
`

const Evidence = styled(Subtle)`
  display: flex;
  flex-wrap: wrap;
  gap: 0 ${({ theme }) => theme.space.xs};
`

interface MetricCellProps {
  readonly line: Line
  readonly unit: Unit
}

/** A number in a table, with its state and its evidence. Too few tickets show no result and no counts. */
export function MetricCell({ line: { metric, value, state, n, interval }, unit }: MetricCellProps) {
  const { t, format } = useLanguage()
  return (
    <Table.Cell data-metric={metric}>
      {state === 'noData' || value === null ? (
        <>
          <span aria-hidden>{t('team.noValue')}</span>
          <Hidden>{t('state.noData')}</Hidden>
        </>
      ) : state === 'notEnough' ? (
        <StateMark state={state} />
      ) : (
        <>
          <Figure>
            <Value value={value} unit={unit} size="small" />
            <StateMark state={state} isWordHidden />
          </Figure>
          <Evidence>
            <data value={n} data-part="n">
              {t('team.sample', { count: n })}
            </data>
            {interval && <span>{t('tile.interval', { range: format.range(unit, interval) })}</span>}
          </Evidence>
        </>
      )}
    </Table.Cell>
  )
}
