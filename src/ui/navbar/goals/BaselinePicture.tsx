import { getColor } from '@zendeskgarden/react-theming'
import { styled } from 'styled-components'
import type { Marks } from '../../../domain/goal.ts'
import type { Unit } from '../../../i18n/format.ts'
import { useLanguage } from '../../Language.tsx'
import { cssPercent } from '../../parts/track.ts'
import { type BaselineAxis, barsOn } from './baselineAxis.ts'
import { BASELINE_MARKS, type BaselineMark, BaselineMarkSign } from './BaselineMarkSign.tsx'

/** Room at both ends for half of a number below the axis. */
const Figure = styled.div`
  padding: 0 ${({ theme }) => theme.space.sm};
`

/** Mirrored where the page runs from right to left; there is no text in it. */
const Picture = styled.svg`
  display: block;
  overflow: visible;
  transform: ${({ theme }) => (theme.rtl ? 'scaleX(-1)' : 'none')};
`

const Column = styled.rect`
  fill: ${({ theme }) => getColor({ theme, variable: 'border.emphasis' })};
  opacity: 0.55;
`

const Floor = styled.line`
  stroke: ${({ theme }) => getColor({ theme, variable: 'border.emphasis' })};
`

const Line = styled.line`
  stroke: ${({ theme }) => getColor({ theme, variable: 'foreground.default' })};
  &[data-version='suggested'] {
    stroke: ${({ theme }) => getColor({ theme, variable: 'foreground.primary' })};
    stroke-dasharray: 3 3;
  }
`

const Numbers = styled.div`
  position: relative;
  height: 18px;
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
  font-size: ${({ theme }) => theme.fontSizes.sm};
  line-height: ${({ theme }) => theme.lineHeights.sm};
`

const Tick = styled.span`
  position: absolute;
  transform: translateX(${({ theme }) => (theme.rtl ? '50%' : '-50%')});
  white-space: nowrap;
`

const HEIGHT = 112
const FLOOR = 111
/** Above the bars is room for the signs of both versions, one row each. */
const TOP = 34
const ROWS = { current: 7, suggested: 22 } as const

interface BaselinePictureProps {
  readonly axis: BaselineAxis
  readonly values: readonly number[]
  readonly current: Marks | null
  readonly suggested: Marks | null
  readonly unit: Unit
  /** What it shows, for those who do not see it. */
  readonly label: string
}

/** How the past of a metric lies, and where the marks stand in it. */
export function BaselinePicture({ axis, values, current, suggested, unit, label }: BaselinePictureProps) {
  const { format } = useLanguage()
  return (
    <Figure>
      <Picture role="img" aria-label={label} width="100%" height={HEIGHT}>
        {barsOn(axis, values).map(({ from, start, width, height }) => (
          <Column
            key={from}
            x={cssPercent(start)}
            width={cssPercent(width)}
            y={FLOOR - height * (FLOOR - TOP)}
            height={height * (FLOOR - TOP)}
          />
        ))}
        <Floor x1="0" x2="100%" y1={FLOOR + 0.5} y2={FLOOR + 0.5} />
        {signs('current', current)}
        {signs('suggested', suggested)}
      </Picture>
      <Numbers aria-hidden>
        {axis.ticks.map((tick) => (
          <Tick key={tick} style={{ insetInlineStart: cssPercent(axis.place(tick)) }}>
            {format.brief(unit, tick)}
          </Tick>
        ))}
      </Numbers>
    </Figure>
  )

  function signs(version: keyof typeof ROWS, marks: Marks | null) {
    const set = BASELINE_MARKS.filter((mark) => marks !== null && Number.isFinite(marks[mark]))
    return set.map((mark: BaselineMark) => {
      const place = cssPercent(axis.place(marks![mark]))
      return (
        <g key={mark} data-mark={mark} data-version={version}>
          <Line
            data-version={version}
            x1={place}
            x2={place}
            y1={ROWS[version] + 5}
            y2={FLOOR}
            strokeWidth={mark === 'target' ? 2 : 1}
          />
          <BaselineMarkSign mark={mark} version={version} x={place} y={ROWS[version]} />
        </g>
      )
    })
  }
}
