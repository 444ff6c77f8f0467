import { getColor } from '@zendeskgarden/react-theming'
import { styled } from 'styled-components'
import type { Baseline } from '../../../domain/baseline.ts'
import type { Unit } from '../../../i18n/format.ts'
import { periodName } from '../../../i18n/periodName.ts'
import { useLanguage } from '../../Language.tsx'
import { Ends, Subtle } from '../../parts/text.ts'
import { cssPercent } from '../../parts/track.ts'
import { baselineAxis } from './baselineAxis.ts'

/** Mirrored where the page runs from right to left; there is no text in it. */
const Picture = styled.svg`
  display: block;
  overflow: visible;
  transform: ${({ theme }) => (theme.rtl ? 'scaleX(-1)' : 'none')};
  & line {
    stroke: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
    stroke-width: 1.5;
  }
  & circle {
    fill: ${({ theme }) => getColor({ theme, variable: 'foreground.default' })};
  }
`

const HEIGHT = 40

interface BaselineTrendProps {
  readonly baseline: Baseline
  readonly unit: Unit
}

/** The median of each period as a small line, as high as from the suggested threshold to the stretch: noise stays small in it. */
export function BaselineTrend({ baseline: { metric, values, trend, suggested }, unit }: BaselineTrendProps) {
  const { t, format } = useLanguage()
  const ends = suggested ? [suggested.threshold, suggested.stretch] : [values[0]!, values.at(-1)!]
  const axis = baselineAxis(metric, [...trend.map(({ median }) => median), ...ends])
  const [first, last] = [trend[0]!, trend.at(-1)!]
  const name = ({ period }: typeof first) => periodName(period, t, format)
  const points = trend.map(({ period, median }, at) => ({
    id: period.id,
    x: cssPercent(trend.length === 1 ? 0.5 : at / (trend.length - 1)),
    y: cssPercent(1 - axis.place(median)),
  }))
  const label = t('past.trend', {
    first: format.text(unit, first.median),
    from: name(first),
    last: format.text(unit, last.median),
    to: name(last),
  })
  return (
    <div>
      <Subtle as="p">{t('past.medians')}</Subtle>
      <Picture role="img" aria-label={label} width="100%" height={HEIGHT}>
        {points.slice(1).map((point, at) => (
          <line key={point.id} x1={points[at]!.x} y1={points[at]!.y} x2={point.x} y2={point.y} />
        ))}
        {points.map(({ id, x, y }) => (
          <circle key={id} cx={x} cy={y} r="2.5" />
        ))}
      </Picture>
      <Ends aria-hidden>
        {[first, last].slice(0, trend.length).map((each) => (
          <Subtle key={each.period.id}>
            {t('past.median', { value: format.text(unit, each.median), period: name(each) })}
          </Subtle>
        ))}
      </Ends>
    </div>
  )
}
