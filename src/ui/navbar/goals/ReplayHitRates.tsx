import { Table } from '@zendeskgarden/react-tables'
import { SCORECARD_METRICS } from '../../../domain/metrics.ts'
import type { Replay } from '../../../domain/replay.ts'
import { useLanguage } from '../../Language.tsx'
import { Hidden } from '../../parts/Hidden.ts'
import { BASELINE_MARKS } from './BaselineMarkSign.tsx'
import { EndCell, EndHeader } from './ReplayCells.ts'
import { OrNothing } from './ReplayComparison.tsx'
import { ReplayPart } from './ReplayPart.tsx'

/** How often each goal's marks would have been reached, under both versions. */
export function ReplayHitRates({ present, draft }: Pick<Replay, 'present' | 'draft'>) {
  const { t, format } = useLanguage()
  const metrics = SCORECARD_METRICS.filter((metric) => present.hitRates.has(metric) || draft.hitRates.has(metric))
  if (metrics.length === 0) return null
  const share = (rate: number | undefined) => (rate === undefined ? null : format.text('ratio', rate))
  return (
    <ReplayPart title={t('replay.hits.title')}>
      <Table isReadOnly size="small">
        <Table.Caption>
          <Hidden>{t('replay.hits.caption')}</Hidden>
        </Table.Caption>
        <Table.Head>
          <Table.HeaderRow>
            <Table.HeaderCell scope="col">{t('replay.hits.metric')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('replay.hits.mark')}</Table.HeaderCell>
            <EndHeader scope="col">{t('replay.present')}</EndHeader>
            <EndHeader scope="col">{t('replay.draft')}</EndHeader>
          </Table.HeaderRow>
        </Table.Head>
        {metrics.map((metric) => (
          <Table.Body key={metric} data-metric={metric}>
            {BASELINE_MARKS.map((mark, at) => (
              <Table.Row key={mark}>
                {at === 0 && (
                  <Table.HeaderCell scope="rowgroup" rowSpan={BASELINE_MARKS.length}>
                    {t(`metric.${metric}.name`)}
                  </Table.HeaderCell>
                )}
                <Table.HeaderCell scope="row">{t(`goals.mark.${mark}`)}</Table.HeaderCell>
                {[present, draft].map(({ hitRates }, version) => (
                  <EndCell key={version}>
                    <OrNothing>{share(hitRates.get(metric)?.[mark])}</OrNothing>
                  </EndCell>
                ))}
              </Table.Row>
            ))}
          </Table.Body>
        ))}
      </Table>
    </ReplayPart>
  )
}
