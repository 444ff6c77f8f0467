import { styled } from 'styled-components'
import type { MetricKey } from '../../../domain/metrics.ts'
import type { Scorecard } from '../../../domain/scorecard.ts'
import type { Settings } from '../../../domain/settings.ts'
import { useLanguage } from '../../Language.tsx'
import { Stack } from '../../parts/text.ts'
import type { WorkedScore } from '../../parts/workedScore.ts'

const Remarks = styled(Stack)`
  font-size: ${({ theme }) => theme.fontSizes.sm};
  line-height: ${({ theme }) => theme.lineHeights.sm};
`

interface WorkedExampleRemarksProps {
  readonly scorecard: Scorecard
  readonly example: WorkedScore
  readonly settings: Settings
}

/** What else decided about the score: what is left out, guards, a team without a part, and why there is no score. */
export function WorkedExampleRemarks({ scorecard, example, settings }: WorkedExampleRemarksProps) {
  const { t, format } = useLanguage()
  const { score, lines } = scorecard
  const { own, gaps, missing } = example
  const judgedBy = settings.rulebook.find(({ version }) => version === score.version)
  const lacksTeam = own !== null && score.teamShare === 0 && judgedBy !== undefined && judgedBy.teamShare > 0
  const isJudged = (metric: MetricKey) => score.lines.some((line) => line.metric === metric && line.counted !== null)
  const lineOf = (metric: MetricKey) => lines.find((line) => line.metric === metric)
  const reopened = lineOf('reopenRate')
  return (
    <Remarks>
      {missing === 'tooLittleMeasured' && (
        <p>
          {t('scores.example.missing.tooLittleMeasured', {
            measured: format.text('ratio', score.measuredWeight / 100),
          })}
        </p>
      )}
      {missing === 'teamUnknown' && <p>{t('scores.example.missing.teamUnknown')}</p>}
      {gaps.map(({ metric, weight, reason }) => (
        <p key={metric}>
          {t(`scores.example.left.${reason}`, {
            metric: t(`metric.${metric}.name`),
            weight: format.text('ratio', weight),
          })}
        </p>
      ))}
      {score.reopenGuard && reopened && score.lines.some(({ isHeld }) => isHeld) && (
        <p>
          {t('scores.example.guard', {
            count: reopened.hits ?? 0,
            n: reopened.n,
            limit: format.text('ratio', score.reopenGuard.limit),
          })}
        </p>
      )}
      {score.ratedGuard?.isBroken === true && isJudged('csat') && (
        <p>
          {t('scores.example.fewVoices', {
            count: lineOf('csat')?.n ?? 0,
            solved: lineOf('solvedTickets')?.n ?? 0,
            limit: format.text('ratio', score.ratedGuard.limit),
          })}
        </p>
      )}
      {lacksTeam && <p>{t(score.team === null ? 'scores.example.noTeam' : 'scores.example.teamWithoutScore')}</p>}
      {own !== null && <p>{t('scores.example.rounded')}</p>}
    </Remarks>
  )
}
