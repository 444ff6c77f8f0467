import { getColor } from '@zendeskgarden/react-theming'
import { LG } from '@zendeskgarden/react-typography'
import { useId, useMemo } from 'react'
import { styled } from 'styled-components'
import type { Period } from '../../domain/period.ts'
import { groupReport, tally } from '../../domain/report.ts'
import type { Settings } from '../../domain/settings.ts'
import { periodName } from '../../i18n/periodName.ts'
import type { Facts } from '../../sync/syncState.ts'
import { useLanguage } from '../Language.tsx'
import { headlines, isBaseline, isEmpty } from '../parts/headlines.ts'
import { isWhole } from '../parts/isWhole.ts'
import { LeftOut } from '../parts/LeftOut.tsx'
import { MetricTile } from '../parts/MetricTile.tsx'
import { Remark } from '../parts/Remark.tsx'
import { Subtle } from '../parts/text.ts'
import { AgentTable } from './AgentTable.tsx'
import { Measure } from './Page.ts'
import { Hidden } from '../parts/Hidden.ts'

const Cards = styled.ul`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 260px), 1fr));
  gap: 1px;
  border: ${({ theme }) => theme.borders.sm} ${({ theme }) => getColor({ theme, variable: 'border.default' })};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  background: ${({ theme }) => getColor({ theme, variable: 'border.subtle' })};
  overflow: hidden;
`

const Card = styled.li`
  background: ${({ theme }) => getColor({ theme, variable: 'background.default' })};
  padding: ${({ theme }) => `${theme.space.md} ${theme.space.md} ${theme.space.sm}`};
`

const Lines = styled.section`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: ${({ theme }) => theme.space.xs};
`

interface TeamReportProps {
  readonly facts: Facts
  readonly settings: Settings
  readonly period: Period
  readonly group: number
  readonly name: string
}

/** The group's own line, then a line per agent. */
export function TeamReport({ facts, settings, period, group, name }: TeamReportProps) {
  const { t, format } = useLanguage()
  const heading = useId()
  const report = useMemo(() => {
    const { table, people, asOf } = facts
    return groupReport({ table, people, settings, period, now: asOf }, group)
  }, [facts, settings, period, group])
  const left = useMemo(() => tally(facts.table), [facts])
  const month = periodName(period, t, format)
  const { agents, formerAgentsSolved } = report
  return (
    <>
      {isEmpty(report.group) && isWhole(period, facts) && (
        <Measure>
          <Remark type="info" title={t('empty.title', { period: month })}>
            <p>{t('empty.group')}</p>
          </Remark>
        </Measure>
      )}
      {isBaseline(report.group) && !isEmpty(report.group) && (
        <Measure>
          <Remark type="info" title={t('baseline.title')}>
            <p>{t('baseline.hint')}</p>
          </Remark>
        </Measure>
      )}
      <section aria-labelledby={heading}>
        <Hidden as="h2" id={heading}>
          {t('team.title')}
        </Hidden>
        <Cards>
          {headlines(report.group).map((headline) => (
            <Card key={headline.line.metric} data-metric={headline.line.metric}>
              <MetricTile headline={headline} settings={settings} />
            </Card>
          ))}
        </Cards>
      </section>
      <Lines>
        <LG tag="h2" isBold>
          {t('team.agents')}
        </LG>
        {agents.length === 0 ? (
          <p>{t('team.noAgents')}</p>
        ) : (
          <AgentTable agents={agents} settings={settings} me={facts.person.id} group={name} period={month} />
        )}
        {formerAgentsSolved > 0 && <Subtle as="p">{t('team.former', { count: formerAgentsSolved })}</Subtle>}
        <LeftOut tally={left} />
      </Lines>
    </>
  )
}
