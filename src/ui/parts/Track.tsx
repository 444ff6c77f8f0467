import { getColor } from '@zendeskgarden/react-theming'
import { styled } from 'styled-components'
import type { Goal, GoalState } from '../../domain/goal.ts'
import type { Interval } from '../../domain/statistics.ts'
import type { Unit } from '../../i18n/format.ts'
import { useLanguage } from '../Language.tsx'
import { Bar, Rail } from './Rail.tsx'
import { cssPercent, MARKS, placeOnTrack, spanOnTrack } from './track.ts'

const Picture = styled.div`
  position: relative;
  height: 34px;
  padding-top: 4px;
`

/** Centres an element on its place along the track, whichever way the page runs. */
const Centred = styled.span`
  position: absolute;
  transform: translateX(${({ theme }) => (theme.rtl ? '50%' : '-50%')});
`

const Mark = styled(Centred)`
  top: 2px;
  width: 1px;
  height: 10px;
  background: ${({ theme }) => getColor({ theme, variable: 'border.emphasis' })};
`

const TargetMark = styled(Centred)`
  top: 0;
  width: 2px;
  height: 14px;
  background: ${({ theme }) => getColor({ theme, variable: 'foreground.default' })};
  outline: 1px solid ${({ theme }) => getColor({ theme, variable: 'background.default' })};
`

const Label = styled(Centred)`
  top: 16px;
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
  font-size: ${({ theme }) => theme.fontSizes.sm};
  line-height: ${({ theme }) => theme.lineHeights.sm};
  white-space: nowrap;
`

const TargetLabel = styled(Label)`
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.default' })};
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
`

/** Centred under its mark while it fits there, else flush with the end of the track. */
const LastLabel = styled(Label)`
  inset-inline-end: 0;
  min-width: ${cssPercent(2 * (1 - MARKS.stretch))};
  text-align: center;
  transform: none;
`

const Whisker = styled.span`
  position: absolute;
  top: 12px;
  height: 5px;
  border: solid ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
  border-width: 0 1px;
  &::before {
    display: block;
    height: 3px;
    border-bottom: 1px solid ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
    content: '';
  }
`

interface TrackProps {
  readonly goal: Goal
  readonly state: GoalState
  readonly value: number
  readonly unit: Unit
  /** Drawn below the bar when given. */
  readonly interval: Interval | null
}

/** The way from threshold to stretch, and how far the value has come. */
export function Track({ goal, state, value, unit, interval }: TrackProps) {
  const { t, format } = useLanguage()
  const span = interval && spanOnTrack(goal, interval)
  const sentence = t('tile.track', {
    metric: t(`metric.${goal.metric}.name`),
    value: format.text(unit, value),
    threshold: format.text(unit, goal.threshold),
    target: format.text(unit, goal.target),
    stretch: format.text(unit, goal.stretch),
    state: t(`state.${state}`),
  })
  return (
    <Picture role="img" aria-label={sentence}>
      <Rail>
        <Bar $state={state} style={{ width: cssPercent(placeOnTrack(goal, value)) }} />
      </Rail>
      {span && <Whisker style={{ insetInlineStart: cssPercent(span.start), width: cssPercent(span.length) }} />}
      <Mark style={{ insetInlineStart: cssPercent(MARKS.threshold) }} />
      <TargetMark style={{ insetInlineStart: cssPercent(MARKS.target) }} />
      <Mark style={{ insetInlineStart: cssPercent(MARKS.stretch) }} />
      <Label style={{ insetInlineStart: cssPercent(MARKS.threshold) }}>{format.brief(unit, goal.threshold)}</Label>
      <TargetLabel style={{ insetInlineStart: cssPercent(MARKS.target) }}>
        {format.brief(unit, goal.target)}
      </TargetLabel>
      <LastLabel>{format.brief(unit, goal.stretch)}</LastLabel>
    </Picture>
  )
}
