import { Table } from '@zendeskgarden/react-tables'
import { getColor } from '@zendeskgarden/react-theming'
import { styled } from 'styled-components'
import type { Clock } from '../../../domain/metrics.ts'
import { unitOf } from '../../../i18n/format.ts'
import { useLanguage } from '../../Language.tsx'
import { Hidden } from '../../parts/Hidden.ts'
import { Subtle } from '../../parts/text.ts'
import { NarrowTable, NumberCell, NumberHeading } from './ScoresTable.tsx'
import type { WorkedScore } from '../../parts/workedScore.ts'

const COLUMNS = ['value', 'points', 'weight', 'product'] as const

const Sum = styled(Table.Row)`
  border-top: ${({ theme }) => theme.borders.sm} ${({ theme }) => getColor({ theme, variable: 'border.default' })};
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
`

interface WorkedExampleTableProps {
  readonly example: WorkedScore
  readonly clock: Clock
  /** What the team is called. */
  readonly team: string
}

/** A row per judged metric, and what they add up to. */
export function WorkedExampleTable({ example: { rows, own, parts, value }, clock, team }: WorkedExampleTableProps) {
  const { t, format } = useLanguage()
  const write = (number: number) => t('scores.example.number', { number })
  return (
    <NarrowTable isReadOnly size="small">
      <Table.Caption>
        <Hidden>{t('scores.example.caption')}</Hidden>
      </Table.Caption>
      <Table.Head>
        <Table.HeaderRow>
          <Table.HeaderCell scope="col">{t('scores.example.column.metric')}</Table.HeaderCell>
          {COLUMNS.map((column) => (
            <NumberHeading key={column} scope="col">
              {t(`scores.example.column.${column}`)}
            </NumberHeading>
          ))}
        </Table.HeaderRow>
      </Table.Head>
      <Table.Body>
        {rows.map(({ line: { metric, value: found, goal }, points, held, weight, product }) => (
          <Table.Row key={metric} data-metric={metric}>
            <Table.HeaderCell scope="row">
              {t(`metric.${metric}.name`)}
              {goal !== null && goal.scope !== 'account' && (
                <Subtle as="div">{t(`scores.example.goalOf.${goal.scope}`)}</Subtle>
              )}
            </Table.HeaderCell>
            <NumberCell>{format.text(unitOf(metric, clock), found!)}</NumberCell>
            <NumberCell>
              {held === null ? write(points) : t('scores.example.held', { points, counted: held })}
            </NumberCell>
            <NumberCell>{format.text('ratio', weight)}</NumberCell>
            <NumberCell>{number(product, 'product')}</NumberCell>
          </Table.Row>
        ))}
        {own !== null && (parts !== null || value === null) && <Sum>{total(t('scores.example.sum'), own, 'own')}</Sum>}
        {parts && (
          <>
            <Table.Row>
              {total(
                t('scores.example.ownPart', { share: format.text('ratio', parts.own.share), points: parts.own.of }),
                parts.own.product,
                'part',
              )}
            </Table.Row>
            <Table.Row>
              {total(
                t('scores.example.teamPart', {
                  share: format.text('ratio', parts.team.share),
                  points: parts.team.of,
                  team,
                }),
                parts.team.product,
                'part',
              )}
            </Table.Row>
          </>
        )}
        {value !== null && <Sum>{total(t('scores.example.total'), value, 'score')}</Sum>}
      </Table.Body>
    </NarrowTable>
  )

  function total(name: string, points: number, part: string) {
    return (
      <>
        <Table.HeaderCell scope="row" colSpan={COLUMNS.length}>
          {name}
        </Table.HeaderCell>
        <NumberCell>{number(points, part)}</NumberCell>
      </>
    )
  }

  function number(points: number, part: string) {
    return (
      <data value={points} data-part={part}>
        {write(points)}
      </data>
    )
  }
}
