import { getColor } from '@zendeskgarden/react-theming'
import type { ReactNode } from 'react'
import { styled } from 'styled-components'
import type { Scorecard } from '../../domain/scorecard.ts'
import type { Settings } from '../../domain/settings.ts'
import type { ScorePoint } from '../../domain/trend.ts'
import { periodName } from '../../i18n/periodName.ts'
import { useLanguage } from '../Language.tsx'
import { Disclosure } from '../parts/Disclosure.tsx'
import { Sparkline } from '../parts/Sparkline.tsx'
import { Ends, SmallHeading, Stack, Subtle } from '../parts/text.ts'
import { rounded, workedScore } from '../parts/workedScore.ts'

const Figure = styled.p`
  font-size: ${({ theme }) => theme.fontSizes.xxl};
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  line-height: ${({ theme }) => theme.lineHeights.xxl};
  font-variant-numeric: tabular-nums;
`

/** The steps as on a receipt: what, and what it brings, the sum under a rule. */
const Steps = styled.dl`
  display: grid;
  grid-template-columns: minmax(0, 1fr) auto;
  gap: ${({ theme }) => `${theme.space.xxs} ${theme.space.sm}`};
  padding: ${({ theme }) => theme.space.xxs} 0 ${({ theme }) => theme.space.xs};
  font-size: ${({ theme }) => theme.fontSizes.sm};
  line-height: ${({ theme }) => theme.lineHeights.sm};
  & > dd {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
`

const Total = styled.div`
  display: contents;
  & > * {
    border-top: ${({ theme }) => theme.borders.sm} ${({ theme }) => getColor({ theme, variable: 'border.default' })};
    padding-top: ${({ theme }) => theme.space.xxs};
  }
`

interface ScoreGlanceProps {
  readonly scorecard: Scorecard
  readonly settings: Settings
  /** The scores of the last periods, this one last; empty while they are not known. */
  readonly trend: readonly ScorePoint[]
  /** How the period may go on. */
  readonly children: ReactNode
}

/** The score so far, or in words why there is none, and how it comes about, step by step. */
export function ScoreGlance({ scorecard, settings, trend, children }: ScoreGlanceProps) {
  const { t, format } = useLanguage()
  const { score } = scorecard
  const { rows, gaps, own, parts, value, missing } = workedScore(scorecard)
  const version = settings.rulebook.find((each) => each.version === score.version)
  const share = format.text('ratio', version?.teamShare ?? 0)
  const shown = value ?? own
  return (
    <Stack>
      <Ends>
        <SmallHeading>{t(missing === 'teamUnknown' ? 'score.own' : 'score.title')}</SmallHeading>
        {shown !== null && <Subtle>{t('score.hundred')}</Subtle>}
      </Ends>
      {shown !== null && (
        <Ends>
          <Figure>{t('score.points', { points: rounded(shown, 0) })}</Figure>
          {trend.filter(({ score }) => score !== null).length > 1 && <ScoreTrend trend={trend} />}
        </Ends>
      )}
      {missing === 'teamUnknown' && <Subtle as="p">{t('score.teamUnknown', { share })}</Subtle>}
      {missing === 'tooLittleMeasured' && (
        <Subtle as="p">{t('score.tooLittle', { measured: format.text('ratio', score.measuredWeight / 100) })}</Subtle>
      )}
      {children}
      {shown !== null && (
        <Disclosure label={t('score.details')}>
          <Steps>
            {rows.map(({ line, points, held, weight, product }) => (
              <Step
                key={line.metric}
                what={t(held === null ? 'score.step' : 'score.heldStep', {
                  metric: t(`metric.${line.metric}.name`),
                  points: held ?? points,
                  weight: format.text('ratio', weight),
                })}
                brings={product}
              />
            ))}
            {parts === null ? (
              <Total>
                <Step what={t('score.sum')} brings={shown} />
              </Total>
            ) : (
              <>
                <Step
                  what={t('score.ownPart', { points: parts.own.of, share: format.text('ratio', parts.own.share) })}
                  brings={parts.own.product}
                />
                <Step
                  what={t('score.teamPart', { points: parts.team.of, share: format.text('ratio', parts.team.share) })}
                  brings={parts.team.product}
                />
                <Total>
                  <Step what={t('score.sum')} brings={shown} />
                </Total>
              </>
            )}
          </Steps>
          {gaps.length > 0 && (
            <Subtle as="p">
              {t('score.gaps', { metrics: format.list(gaps.map(({ metric }) => t(`metric.${metric}.name`))) })}
            </Subtle>
          )}
          <Subtle as="p">
            {score.version === 0 ? t('score.fromSettings') : t('score.version', { version: String(score.version) })}
          </Subtle>
        </Disclosure>
      )}
    </Stack>
  )
}

function Step({ what, brings }: { readonly what: string; readonly brings: number }) {
  const { t } = useLanguage()
  return (
    <>
      <dt>{what}</dt>
      <dd>{t('score.points', { points: brings })}</dd>
    </>
  )
}

/** The scores of the last periods, as a line and in words. */
function ScoreTrend({ trend }: { readonly trend: readonly ScorePoint[] }) {
  const { t, format } = useLanguage()
  const words = trend.flatMap(({ period, score }) =>
    score === null ? [] : [t('trend.score', { period: periodName(period, t, format), points: rounded(score, 0) })],
  )
  return (
    <Sparkline
      values={trend.map(({ score }) => score)}
      target={100}
      isLowerBetter={false}
      label={t('trend.scores', { scores: format.list(words) })}
    />
  )
}
