import { Table } from '@zendeskgarden/react-tables'
import { styled } from 'styled-components'
import type { Baseline } from '../../../domain/baseline.ts'
import type { Unit } from '../../../i18n/format.ts'
import { periodName } from '../../../i18n/periodName.ts'
import { useLanguage } from '../../Language.tsx'
import { Disclosure } from '../../parts/Disclosure.tsx'
import { Subtle } from '../../parts/text.ts'
import { type BaselineAxis, barsOn } from './baselineAxis.ts'
import { EndCell, EndHeader, NarrowTable } from './ReplayCells.ts'

const Caption = styled(Table.Caption)`
  text-align: start;
`

interface BaselineNumbersProps {
  readonly baseline: Baseline
  readonly axis: BaselineAxis
  readonly unit: Unit
}

/** What the pictures show, as tables. */
export function BaselineNumbers({ baseline: { metric, values, trend, cadence }, axis, unit }: BaselineNumbersProps) {
  const { t, format } = useLanguage()
  return (
    <Disclosure label={t('past.behind')}>
      <NarrowTable isReadOnly size="small">
        <Caption>
          <Subtle>{t('past.spread', { metric: t(`metric.${metric}.name`) })}</Subtle>
        </Caption>
        <Table.Head>
          <Table.HeaderRow>
            <Table.HeaderCell scope="col">{t('past.from')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('past.to')}</Table.HeaderCell>
            <EndHeader scope="col">{t(`past.each.${cadence}`)}</EndHeader>
          </Table.HeaderRow>
        </Table.Head>
        <Table.Body>
          {barsOn(axis, values).map(({ from, to, count }) => (
            <Table.Row key={from}>
              <Table.HeaderCell scope="row">{format.brief(unit, from)}</Table.HeaderCell>
              <Table.Cell>{format.brief(unit, to)}</Table.Cell>
              <EndCell>{format.text('tickets', count)}</EndCell>
            </Table.Row>
          ))}
        </Table.Body>
      </NarrowTable>
      <NarrowTable isReadOnly size="small">
        <Caption>
          <Subtle>{t('past.medians')}</Subtle>
        </Caption>
        <Table.Head>
          <Table.HeaderRow>
            <Table.HeaderCell scope="col">{t('past.period')}</Table.HeaderCell>
            <EndHeader scope="col">{t('past.middle')}</EndHeader>
            <EndHeader scope="col">{t(`past.each.${cadence}`)}</EndHeader>
          </Table.HeaderRow>
        </Table.Head>
        <Table.Body>
          {trend.map(({ period, median, n }) => (
            <Table.Row key={period.id}>
              <Table.HeaderCell scope="row">{periodName(period, t, format)}</Table.HeaderCell>
              <EndCell>{format.text(unit, median)}</EndCell>
              <EndCell>{format.text('tickets', n)}</EndCell>
            </Table.Row>
          ))}
        </Table.Body>
      </NarrowTable>
    </Disclosure>
  )
}
