import { Avatar } from '@zendeskgarden/react-avatars'
import { Table } from '@zendeskgarden/react-tables'
import { Tag } from '@zendeskgarden/react-tags'
import { styled } from 'styled-components'
import type { Scorecard } from '../../domain/scorecard.ts'
import type { Settings } from '../../domain/settings.ts'
import { unitOf } from '../../i18n/format.ts'
import { useLanguage } from '../Language.tsx'
import { headlines } from '../parts/headlines.ts'
import { MetricCell } from './MetricCell.tsx'
import { initials } from './namedAgents.ts'

const Who = styled.span`
  display: flex;
  gap: ${({ theme }) => theme.space.xs};
  align-items: center;
  & > figure {
    flex: none;
  }
`

interface AgentRowProps {
  readonly name: string
  readonly scorecard: Scorecard
  readonly settings: Settings
  readonly isMe: boolean
}

/** One agent's metrics. */
export function AgentRow({ name, scorecard, settings, isMe }: AgentRowProps) {
  const { t } = useLanguage()
  return (
    <Table.Row isSelected={isMe} data-agent={scorecard.subject.id}>
      <Table.HeaderCell scope="row">
        <Who>
          <Avatar size="extrasmall" backgroundColor="border.default" foregroundColor="foreground.default" aria-hidden>
            <Avatar.Text>{initials(name)}</Avatar.Text>
          </Avatar>
          {name}
          {isMe && (
            <Tag size="small" hue="blue">
              {t('team.you')}
            </Tag>
          )}
        </Who>
      </Table.HeaderCell>
      {headlines(scorecard).map(({ line }) => (
        <MetricCell key={line.metric} line={line} unit={unitOf(line.metric, settings.rules.clock)} />
      ))}
    </Table.Row>
  )
}
