import { MD } from '@zendeskgarden/react-typography'
import { useId, useMemo } from 'react'
import { styled } from 'styled-components'
import { type Instant, type Period } from '../../../domain/period.ts'
import { nameOf } from '../../../domain/people.ts'
import { agentReport } from '../../../domain/report.ts'
import type { Scorecard } from '../../../domain/scorecard.ts'
import type { Settings } from '../../../domain/settings.ts'
import { periodName } from '../../../i18n/periodName.ts'
import { type Facts, wholeGroups } from '../../../sync/syncState.ts'
import { useLanguage } from '../../Language.tsx'
import { isEmpty } from '../../parts/headlines.ts'
import { isWhole } from '../../parts/isWhole.ts'
import { Subtle } from '../../parts/text.ts'
import { usePeriod } from '../../usePeriod.ts'
import { isUnjudged, type ScoresRules } from './scoresRules.ts'
import { workedScore } from '../../parts/workedScore.ts'
import { inventedScorecard } from './inventedScorecard.ts'
import { WorkedExampleRemarks } from './WorkedExampleRemarks.tsx'
import { WorkedExampleTable } from './WorkedExampleTable.tsx'

const Part = styled.section`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: ${({ theme }) => theme.space.sm};
`

interface WorkedExampleProps {
  /** The rules in force. */
  readonly rules: ScoresRules
  readonly settings: Settings
  readonly facts: Facts | null
  readonly now: Instant
}

/** A score worked out by hand: the reader's own, or a made-up one for whoever has no tickets. */
export function WorkedExample({ rules, settings, facts, now }: WorkedExampleProps) {
  const period = usePeriod(facts?.asOf ?? now, settings)
  const own = useMemo(() => (facts === null ? null : ownScorecard(facts, settings, period)), [facts, settings, period])
  if (facts === null || own === null) {
    const invented = inventedScorecard(rules, period, settings.minimumSample)
    return invented.score.value === null ? null : <InventedExample scorecard={invented} settings={settings} />
  }
  // Without any goal there is nothing to work out, unless older rules still judge this period.
  if (isUnjudged(rules) && own.score.own === null) return null
  return <OwnExample scorecard={own} rules={rules} settings={settings} facts={facts} />
}

/** The reader's scorecard, or `null` where they have no tickets. Never anybody else's. */
function ownScorecard(facts: Facts, settings: Settings, period: Period): Scorecard | null {
  const { table, people, person, asOf, scope } = facts
  const own = agentReport({ table, people, settings, period, now: asOf }, person.id, wholeGroups(scope))
  return isEmpty(own) ? null : own
}

interface OwnExampleProps {
  readonly scorecard: Scorecard
  readonly rules: ScoresRules
  readonly settings: Settings
  readonly facts: Facts
}

function OwnExample({ scorecard, rules, settings, facts }: OwnExampleProps) {
  const { t, format } = useLanguage()
  const heading = useId()
  const { period, score } = scorecard
  const { scope, people } = facts
  const example = workedScore(scorecard)
  const name = periodName(period, t, format)
  const groupName = (group: number) => nameOf(people, 'group', group) ?? t('team.unnamedGroup', { id: String(group) })
  return (
    <Part aria-labelledby={heading}>
      <div>
        <MD tag="h3" isBold id={heading}>
          {t('scores.example.own')}
        </MD>
        <Subtle as="p">
          {t('scores.example.ownHint', { period: name })}{' '}
          {score.version !== rules.version.version && t('scores.example.earlierRules', { period: name })}{' '}
          {scope.kind === 'group' && t('scores.example.onlyGroup', { group: groupName(scope.group) })}{' '}
          {!isWhole(period, facts) && t('scores.example.notWhole', { period: name })}
        </Subtle>
      </div>
      {example.own !== null && (
        <WorkedExampleTable
          example={example}
          clock={settings.rules.clock}
          team={score.team ? groupName(score.team.group) : t('scores.example.anyTeam')}
        />
      )}
      <WorkedExampleRemarks scorecard={scorecard} example={example} settings={settings} />
    </Part>
  )
}

interface InventedExampleProps {
  readonly scorecard: Scorecard
  readonly settings: Settings
}

function InventedExample({ scorecard, settings }: InventedExampleProps) {
  const { t } = useLanguage()
  const heading = useId()
  const example = workedScore(scorecard)
  return (
    <Part aria-labelledby={heading}>
      <div>
        <MD tag="h3" isBold id={heading}>
          {t('scores.example.invented')}
        </MD>
        <Subtle as="p">{t('scores.example.inventedHint')}</Subtle>
      </div>
      <WorkedExampleTable example={example} clock={settings.rules.clock} team={t('scores.example.anyTeam')} />
      <WorkedExampleRemarks scorecard={scorecard} example={example} settings={settings} />
    </Part>
  )
}
