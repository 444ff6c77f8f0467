import { lazy, Suspense, useId, useMemo } from 'react'
import type { MetricKey } from '../../domain/metrics.ts'
import { nameOf } from '../../domain/people.ts'
import { groupReport } from '../../domain/report.ts'
import type { Settings } from '../../domain/settings.ts'
import { type Facts, wholeGroups } from '../../sync/syncState.ts'
import { useLanguage } from '../Language.tsx'
import { Hidden } from '../parts/Hidden.ts'
import type { Headline } from '../parts/headlines.ts'
import { MetricTile } from '../parts/MetricTile.tsx'
import { Metrics, Tile, Tiles } from '../parts/Tiles.ts'
import { byWeight } from './byWeight.ts'
import { MetricTrend } from './MetricTrend.tsx'
import type { OwnNumbers } from './useOwnNumbers.ts'

const MetricEvidence = lazy(() =>
  import('./MetricEvidence.tsx').then(({ MetricEvidence }) => ({ default: MetricEvidence })),
)

interface OwnMetricsProps {
  readonly own: OwnNumbers
  readonly facts: Facts
  readonly settings: Settings
  readonly onOpenTicket: (ticket: number) => void
}

/** A tile per metric, the weightiest first; each opens to what stands behind it. */
export function OwnMetrics({ own, facts, settings, onOpenTicket }: OwnMetricsProps) {
  const { t } = useLanguage()
  const heading = useId()
  const { scorecard, later } = own
  return (
    <Metrics aria-labelledby={heading}>
      <Hidden as="h2" id={heading}>
        {t('sidebar.metrics')}
      </Hidden>
      <Tiles>
        {byWeight(scorecard).map((headline) => {
          const { metric, goal } = headline.line
          const trend = later?.trends.get(metric) ?? []
          return (
            <Tile key={metric} data-metric={metric}>
              <MetricTile
                headline={headline}
                settings={settings}
                picture={
                  <MetricTrend
                    metric={metric}
                    target={goal?.target ?? null}
                    trend={trend}
                    clock={settings.rules.clock}
                  />
                }
              >
                <Evidence {...{ own, facts, settings, headline, onOpenTicket }} />
              </MetricTile>
            </Tile>
          )
        })}
      </Tiles>
    </Metrics>
  )
}

interface EvidenceOfProps extends OwnMetricsProps {
  readonly headline: Headline
}

/** Worked out when it is asked for. */
function Evidence({ own, facts, settings, headline: { line }, onOpenTicket }: EvidenceOfProps) {
  const { moment, period, paces, later } = own
  const { person } = facts
  const { metric } = line
  const team = useMemo(() => teamLine(own, facts, settings, metric), [own, facts, settings, metric])
  return (
    <Suspense fallback={null}>
      <MetricEvidence
        line={line}
        agent={person.id}
        moment={moment}
        period={period}
        pace={paces.get(line) ?? null}
        team={team}
        since={later?.since ? { asOf: later.since.asOf, changes: later.since.moves.get(metric) ?? [] } : null}
        trend={later?.trends.get(metric) ?? []}
        onOpenTicket={onOpenTicket}
      />
    </Suspense>
  )
}

/** The team's value, where the admin lets people see it and its tickets are all read. */
function teamLine({ scorecard, period }: OwnNumbers, facts: Facts, settings: Settings, metric: MetricKey) {
  const { table, people, asOf, scope } = facts
  const { team } = scorecard
  const known = wholeGroups(scope)
  if (settings.privacy === 'self' || team === null || (known !== 'all' && !known.has(team))) return null
  const { group } = groupReport({ table, people, settings, period, now: asOf }, team)
  const line = group.lines.find((each) => each.metric === metric)
  return line === undefined ? null : { name: nameOf(people, 'group', team), line }
}
