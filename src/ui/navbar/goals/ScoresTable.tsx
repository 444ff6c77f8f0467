import { Table } from '@zendeskgarden/react-tables'
import { styled } from 'styled-components'
import type { Marks } from '../../../domain/goal.ts'
import type { Clock, MetricKey } from '../../../domain/metrics.ts'
import { unitOf } from '../../../i18n/format.ts'
import { useLanguage } from '../../Language.tsx'
import { Hidden } from '../../parts/Hidden.ts'
import { isUnjudged, type ScoresRules } from './scoresRules.ts'

const MARKS = ['threshold', 'target', 'stretch'] as const satisfies readonly (keyof Marks)[]

/** As wide as its contents need, so that five columns find room on a narrow page. */
export const NarrowTable = styled(Table)`
  table-layout: auto;
  th,
  td {
    padding-inline: ${({ theme }) => `0 ${theme.space.sm}`};
    height: auto;
    vertical-align: baseline;
  }
`

/** A number below its heading, at the end of the column. */
export const NumberCell = styled(Table.Cell)`
  text-align: end;
  white-space: nowrap;
`

export const NumberHeading = styled(Table.HeaderCell)`
  text-align: end;
`

interface ScoresTableProps {
  readonly rules: ScoresRules
  readonly clock: Clock
  readonly caption: string
}

/** The metrics that have weight, each with its weight and the goal of everybody. */
export function ScoresTable({ rules, clock, caption }: ScoresTableProps) {
  const { t, format } = useLanguage()
  return (
    <NarrowTable isReadOnly size="small">
      <Table.Caption>
        <Hidden>{caption}</Hidden>
      </Table.Caption>
      <Table.Head>
        <Table.HeaderRow>
          <Table.HeaderCell scope="col">{t('scores.table.metric')}</Table.HeaderCell>
          <NumberHeading scope="col">{t('scores.table.weight')}</NumberHeading>
          {MARKS.map((mark) => (
            <NumberHeading key={mark} scope="col">
              {t(`scores.table.${mark}`)}
            </NumberHeading>
          ))}
        </Table.HeaderRow>
      </Table.Head>
      <Table.Body>
        {rules.weighted.map(({ metric, weight }) => {
          const goal = rules.general.get(metric)
          return (
            <Table.Row key={metric} data-metric={metric}>
              <Table.HeaderCell scope="row">{t(`metric.${metric}.name`)}</Table.HeaderCell>
              <NumberCell>{format.text('ratio', weight / 100)}</NumberCell>
              {goal === undefined ? (
                <Table.Cell colSpan={MARKS.length}>{t(`scores.unjudged.${whyUnjudged(rules, metric)}`)}</Table.Cell>
              ) : (
                MARKS.map((mark) => (
                  <NumberCell key={mark}>{format.text(unitOf(metric, clock), goal[mark])}</NumberCell>
                ))
              )}
            </Table.Row>
          )
        })}
      </Table.Body>
    </NarrowTable>
  )
}

function whyUnjudged(rules: ScoresRules, metric: MetricKey) {
  if (isUnjudged(rules)) return 'baseline'
  return rules.special.some((goal) => goal.metric === metric) ? 'elsewhere' : 'shared'
}
