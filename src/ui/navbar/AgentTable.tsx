import { Table } from '@zendeskgarden/react-tables'
import { focusStyles } from '@zendeskgarden/react-theming'
import { useState } from 'react'
import { styled } from 'styled-components'
import type { Scorecard } from '../../domain/scorecard.ts'
import type { Settings } from '../../domain/settings.ts'
import { useLanguage } from '../Language.tsx'
import { headlines } from '../parts/headlines.ts'
import { Subtle } from '../parts/text.ts'
import { AgentRow } from './AgentRow.tsx'
import { named, type Order, sortedByName } from './namedAgents.ts'
import { Hidden } from '../parts/Hidden.ts'

/** Scrolls sideways on its own where the table does not fit, so that the page never does. */
const ScrollRegion = styled.div`
  position: relative;
  overflow-x: auto;
  ${({ theme }) => focusStyles({ theme })}
`

const WideTable = styled(Table)`
  min-width: 900px;
  table-layout: fixed;
  th,
  td {
    vertical-align: middle;
  }
`

interface AgentTableProps {
  readonly agents: readonly Scorecard[]
  readonly settings: Settings
  /** The person who is signed in. */
  readonly me: number
  readonly group: string
  readonly period: string
}

/** A row per agent, by name and nothing else. */
export function AgentTable({ agents, settings, me, group, period }: AgentTableProps) {
  const { t, format } = useLanguage()
  const [order, setOrder] = useState<Order>('asc')
  const rows = sortedByName(named(agents, t), order, format.compare)
  return (
    <>
      <Subtle as="p">
        {t(`team.order.${order}`)} {t('team.notEnough', { count: settings.minimumSample })}
      </Subtle>
      <ScrollRegion role="region" tabIndex={0} aria-label={t('team.region', { group })}>
        <WideTable isReadOnly size="small">
          <Table.Caption>
            <Hidden>{t('team.caption', { group, period })}</Hidden>
          </Table.Caption>
          <Table.Head>
            <Table.HeaderRow>
              <Table.SortableCell
                width="20%"
                sort={order}
                cellProps={{ scope: 'col' }}
                onClick={() => setOrder(order === 'asc' ? 'desc' : 'asc')}
              >
                {t('team.agent')}
              </Table.SortableCell>
              {headlines(agents[0]!).map(({ line: { metric } }) => (
                <Table.HeaderCell key={metric} scope="col" width="20%">
                  {t(`metric.${metric}.name`)}
                </Table.HeaderCell>
              ))}
            </Table.HeaderRow>
          </Table.Head>
          <Table.Body>
            {rows.map(({ name, scorecard }) => (
              <AgentRow
                key={scorecard.subject.id}
                name={name}
                scorecard={scorecard}
                settings={settings}
                isMe={scorecard.subject.id === me}
              />
            ))}
          </Table.Body>
        </WideTable>
      </ScrollRegion>
    </>
  )
}
