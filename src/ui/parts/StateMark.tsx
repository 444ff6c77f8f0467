import { getColor } from '@zendeskgarden/react-theming'
import type { ReactNode } from 'react'
import { styled } from 'styled-components'
import type { GoalState } from '../../domain/goal.ts'
import { useLanguage } from '../Language.tsx'
import { Hidden } from './Hidden.ts'

const TICK = 'm4.6 8.2 2.3 2.3 4.6-4.8'

const Tick = styled.path`
  fill: none;
  stroke: ${({ theme }) => getColor({ theme, variable: 'foreground.onEmphasis' })};
  stroke-width: 1.6;
`

/** Every state has a shape of its own, so that nobody needs the colour. */
const SHAPES: Readonly<Record<GoalState, ReactNode>> = {
  stretch: (
    <>
      <path d="M8 .2 15.8 8 8 15.8.2 8Z" fill="currentColor" />
      <Tick d={TICK} />
    </>
  ),
  met: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <Tick d={TICK} />
    </>
  ),
  close: (
    <>
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4Z" fill="currentColor" />
    </>
  ),
  missed: (
    <>
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M4.8 8h6.4" stroke="currentColor" strokeWidth="1.8" />
    </>
  ),
  notEnough: (
    <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2.4 2.47" />
  ),
  noGoal: (
    <>
      <rect x="1.8" y="1.8" width="12.4" height="12.4" rx="1.5" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="M5 11V8.5M8 11V5M11 11V7" stroke="currentColor" strokeWidth="1.4" />
    </>
  ),
  noData: <path d="M4 8h8" stroke="currentColor" strokeWidth="1.6" />,
}

export const STATE_COLORS = {
  stretch: 'background.successEmphasis',
  met: 'background.successEmphasis',
  close: 'background.primaryEmphasis',
  missed: 'background.warningEmphasis',
  notEnough: 'border.emphasis',
  noGoal: 'border.emphasis',
  noData: 'border.emphasis',
} as const satisfies Record<GoalState, string>

const Mark = styled.span<{ readonly $state: GoalState }>`
  display: inline-flex;
  gap: 6px;
  align-items: center;
  font-size: ${({ theme }) => theme.fontSizes.sm};
  line-height: ${({ theme }) => theme.lineHeights.sm};
  & > svg {
    flex: none;
    color: ${({ theme, $state }) => getColor({ theme, variable: STATE_COLORS[$state] })};
  }
`

interface StateMarkProps {
  readonly state: GoalState
  /** For dense places: the shape alone; the word stays for screen readers. */
  readonly isWordHidden?: boolean
}

/** How a number stands: a shape, and the word for it. */
export function StateMark({ state, isWordHidden = false }: StateMarkProps) {
  const { t } = useLanguage()
  return (
    <Mark $state={state} title={isWordHidden ? t(`state.${state}`) : undefined}>
      <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        {SHAPES[state]}
      </svg>
      {isWordHidden ? <Hidden>{t(`state.${state}`)}</Hidden> : <span>{t(`state.${state}`)}</span>}
    </Mark>
  )
}
