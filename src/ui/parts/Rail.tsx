import { getColor } from '@zendeskgarden/react-theming'
import { styled } from 'styled-components'
import type { GoalState } from '../../domain/goal.ts'
import { STATE_COLORS } from './StateMark.tsx'

/** What a bar runs on. */
export const Rail = styled.span`
  display: block;
  height: 6px;
  border-radius: 3px;
  background: ${({ theme }) => getColor({ theme, hue: 'neutralHue', light: { shade: 200 }, dark: { shade: 800 } })};
  overflow: hidden;
`

/** How far it has come, in the colour of its state. */
export const Bar = styled.span<{ readonly $state: GoalState }>`
  display: block;
  height: 100%;
  border-radius: 3px;
  background: ${({ theme, $state }) => getColor({ theme, variable: STATE_COLORS[$state] })};
`
