import { useId, useMemo, type ReactNode } from 'react'
import { awards } from '../../domain/badge.ts'
import { agentReport, tally } from '../../domain/report.ts'
import type { Settings } from '../../domain/settings.ts'
import { periodName } from '../../i18n/periodName.ts'
import { type Facts, wholeGroups } from '../../sync/syncState.ts'
import { useLanguage } from '../Language.tsx'
import { Badges } from '../parts/Badges.tsx'
import { headlines, isBaseline, isEmpty } from '../parts/headlines.ts'
import { isWhole } from '../parts/isWhole.ts'
import { LeftOut } from '../parts/LeftOut.tsx'
import { MetricTile } from '../parts/MetricTile.tsx'
import { Remark } from '../parts/Remark.tsx'
import { Section } from '../parts/Section.tsx'
import { ScoreGlance } from './ScoreGlance.tsx'
import { usePeriod } from '../usePeriod.ts'
import { Metrics, Tile, Tiles } from '../parts/Tiles.ts'
import { Hidden } from '../parts/Hidden.ts'

interface AgentScorecardProps {
  readonly facts: Facts
  readonly settings: Settings
  /** The last line: how fresh this is. */
  readonly children: ReactNode
}

/** My metrics, what they earned, and what was left out. */
export function AgentScorecard({ facts, settings, children }: AgentScorecardProps) {
  const { t, format } = useLanguage()
  const period = usePeriod(facts.asOf, settings)
  const heading = useId()
  const scorecard = useMemo(() => {
    const { table, people, person, asOf, scope } = facts
    return agentReport({ table, people, settings, period, now: asOf }, person.id, wholeGroups(scope))
  }, [facts, settings, period])
  const left = useMemo(() => tally(facts.table), [facts])
  const name = periodName(period, t, format)
  const hasGoals = !isBaseline(scorecard)
  return (
    <>
      {isEmpty(scorecard) && isWhole(period, facts) && (
        <Section>
          <Remark type="info" title={t('empty.title', { period: name })}>
            <p>{t('empty.own')}</p>
          </Remark>
        </Section>
      )}
      {!hasGoals && !isEmpty(scorecard) && (
        <Section>
          <Remark type="info" title={t('baseline.title')}>
            <p>{t('baseline.hint')}</p>
          </Remark>
        </Section>
      )}
      {hasGoals && !isEmpty(scorecard) && (
        <Section>
          <ScoreGlance scorecard={scorecard} settings={settings} />
        </Section>
      )}
      <Metrics aria-labelledby={heading}>
        <Hidden as="h2" id={heading}>
          {t('sidebar.metrics')}
        </Hidden>
        <Tiles>
          {headlines(scorecard).map((headline) => (
            <Tile key={headline.line.metric} data-metric={headline.line.metric}>
              <MetricTile headline={headline} settings={settings} />
            </Tile>
          ))}
        </Tiles>
      </Metrics>
      {hasGoals && (
        <Section>
          <Badges awards={awards(scorecard)} period={name} />
        </Section>
      )}
      <Section as="footer">
        <LeftOut tally={left} />
        {children}
      </Section>
    </>
  )
}
