import { Table } from '@zendeskgarden/react-tables'
import { styled } from 'styled-components'
import { type Baseline, hitRate } from '../../../domain/baseline.ts'
import type { Marks } from '../../../domain/goal.ts'
import type { Unit } from '../../../i18n/format.ts'
import { useLanguage } from '../../Language.tsx'
import { Hidden } from '../../parts/Hidden.ts'
import { Subtle } from '../../parts/text.ts'
import { BASELINE_MARKS, BaselineMarkSign } from './BaselineMarkSign.tsx'
import { EndCell, EndHeader, NarrowTable } from './ReplayCells.ts'

const VERSIONS = ['current', 'suggested'] as const

const Version = styled.span`
  display: inline-flex;
  gap: 6px;
  align-items: center;
`

const Reached = styled(Subtle)`
  display: block;
`

interface BaselineMarksProps {
  readonly baseline: Baseline
  readonly current: Marks | null
  readonly unit: Unit
}

/** The marks as they are set and as they are suggested, each with how often the past reached it. */
export function BaselineMarks({ baseline, current, unit }: BaselineMarksProps) {
  const { t, format } = useLanguage()
  const { metric, suggested } = baseline
  const marksOf = { current, suggested }
  const versions = VERSIONS.filter((version) => marksOf[version] !== null)
  if (versions.length === 0) return null
  return (
    <NarrowTable isReadOnly size="small">
      <Table.Caption>
        <Hidden>{t('past.table', { metric: t(`metric.${metric}.name`) })}</Hidden>
      </Table.Caption>
      <Table.Head>
        <Table.HeaderRow>
          <Table.HeaderCell scope="col">{t('past.mark')}</Table.HeaderCell>
          {versions.map((version) => (
            <EndHeader key={version} scope="col">
              <Version>
                <svg width="12" height="12" aria-hidden="true" focusable="false">
                  <BaselineMarkSign mark="target" version={version} x="6" y={6} />
                </svg>
                {t(`past.marks.${version}`)}
              </Version>
            </EndHeader>
          ))}
        </Table.HeaderRow>
      </Table.Head>
      <Table.Body>
        {BASELINE_MARKS.map((mark) => (
          <Table.Row key={mark} data-mark={mark}>
            <Table.HeaderCell scope="row">
              <Version>
                <svg width="12" height="12" aria-hidden="true" focusable="false">
                  <BaselineMarkSign mark={mark} version="current" x="6" y={6} />
                </svg>
                {t(`goals.mark.${mark}`)}
              </Version>
            </Table.HeaderCell>
            {versions.map((version) => cell(version, marksOf[version]![mark]))}
          </Table.Row>
        ))}
      </Table.Body>
    </NarrowTable>
  )

  function cell(version: string, mark: number) {
    const rate = hitRate(baseline, mark)
    return (
      <EndCell key={version} data-version={version}>
        {!Number.isFinite(mark) ? (
          <>
            <span aria-hidden>{t('team.noValue')}</span>
            <Hidden>{t('state.noData')}</Hidden>
          </>
        ) : (
          <data value={mark}>{format.text(unit, mark)}</data>
        )}
        {rate !== null && <Reached>{t('past.reached', { rate: format.text('ratio', rate) })}</Reached>}
      </EndCell>
    )
  }
}
