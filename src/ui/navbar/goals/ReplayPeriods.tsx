import { styled } from 'styled-components'
import type { Period } from '../../../domain/period.ts'
import type { Outlook, PeriodOutlook, Replay } from '../../../domain/replay.ts'
import { periodName } from '../../../i18n/periodName.ts'
import { useLanguage } from '../../Language.tsx'
import { Disclosure } from '../../parts/Disclosure.tsx'
import { Ends, Subtle } from '../../parts/text.ts'
import { cssPercent } from '../../parts/track.ts'
import { ReplayComparison } from './ReplayComparison.tsx'
import { ReplayDot, ReplayDrawing, ReplayLine, ReplayRule } from './ReplayDots.ts'
import { ReplayPart } from './ReplayPart.tsx'
import { scoreText } from './replayPoints.ts'
import { replayScale } from './replayScale.ts'

const Figure = styled.div`
  padding: ${({ theme }) => theme.space.xs} 8px;
`

/** The scores that the lines stand for at the start of the drawing, the drawing beside them. */
const Chart = styled.div`
  display: grid;
  grid-template-columns: auto minmax(0, 1fr);
  gap: 12px;
`

const Scores = styled(Subtle)`
  position: relative;
  width: 3ch;
  text-align: end;
  & > span {
    position: absolute;
    inset-inline-end: 0;
    transform: translateY(-50%);
  }
`

const HEIGHT = 96

/** The median score of each period, under both versions. */
export function ReplayPeriods({ present, draft }: Pick<Replay, 'present' | 'draft'>) {
  const { t, format } = useLanguage()
  const versions = { present, draft }
  const scale = replayScale([present, draft].flatMap(({ periods }) => periods.map(({ medianScore }) => medianScore)))
  const count = present.periods.length
  const name = ({ period }: { readonly period: Period }) => periodName(period, t, format)
  const [first, last] = [present.periods[0]!, present.periods.at(-1)!]
  const median = ({ medianScore, people }: PeriodOutlook) =>
    medianScore === null ? null : t('replay.periods.of', { score: scoreText(medianScore, t), count: people })
  return (
    <ReplayPart title={t('replay.periods.title')}>
      <Figure>
        <Chart>
          <Scores aria-hidden>
            {scale.ticks.map((tick) => (
              <span key={tick} style={{ top: cssPercent(1 - scale.place(tick)) }}>
                {scoreText(tick, t)}
              </span>
            ))}
          </Scores>
          <ReplayDrawing
            role="img"
            aria-label={t('replay.periods.chart', { from: name(first), to: name(last) })}
            width="100%"
            height={HEIGHT}
          >
            {scale.ticks.map((tick) => (
              <ReplayRule key={tick} x1="0" x2="100%" y1={y(tick)} y2={y(tick)} data-score={tick} />
            ))}
            {lines('present')}
            {lines('draft')}
          </ReplayDrawing>
        </Chart>
      </Figure>
      <Ends aria-hidden>
        {[first, last].slice(0, count).map((each) => (
          <Subtle key={each.period.id}>{name(each)}</Subtle>
        ))}
      </Ends>
      <Disclosure label={t('replay.periods.table')}>
        <ReplayComparison
          caption={t('replay.periods.caption')}
          of={t('replay.periods.period')}
          rows={present.periods.map((each, at) => ({
            key: each.period.id,
            name: name(each),
            present: median(each),
            draft: median(draft.periods[at]!),
          }))}
        />
      </Disclosure>
    </ReplayPart>
  )

  function y(score: number): string {
    return cssPercent(1 - scale.place(score))
  }

  /** Periods without a score leave a gap. */
  function lines(version: keyof typeof versions) {
    const { periods }: Outlook = versions[version]
    const points = periods.map(({ period, medianScore }, at) => ({
      id: period.id,
      x: cssPercent(count === 1 ? 0.5 : at / (count - 1)),
      y: medianScore === null ? null : y(medianScore),
    }))
    return (
      <g data-version={version}>
        {points.slice(1).map(({ id, x, y: to }, at) => {
          const from = points[at]!
          if (to === null || from.y === null) return null
          return <ReplayLine key={id} data-version={version} x1={from.x} y1={from.y} x2={x} y2={to} />
        })}
        {points.map(({ id, x, y: at }) =>
          at === null ? null : <ReplayDot key={id} data-version={version} cx={x} cy={at} r="3.5" />,
        )}
      </g>
    )
  }
}
