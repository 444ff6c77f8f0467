import { getColor } from '@zendeskgarden/react-theming'
import { styled } from 'styled-components'

/** A drawing without text, mirrored where the page runs from right to left. */
export const ReplayDrawing = styled.svg`
  display: block;
  overflow: visible;
  transform: ${({ theme }) => (theme.rtl ? 'scaleX(-1)' : 'none')};
`

/** A score: a ring for the version in force, a disc for the draft. */
export const ReplayDot = styled.circle`
  fill: ${({ theme }) => getColor({ theme, variable: 'background.default' })};
  stroke: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
  stroke-width: 1.5;
  &[data-version='draft'] {
    fill: ${({ theme }) => getColor({ theme, variable: 'foreground.primary' })};
    stroke: ${({ theme }) => getColor({ theme, variable: 'foreground.primary' })};
  }
`

/** From one score to another: dashed for the version in force where both are drawn. */
export const ReplayLine = styled.line`
  stroke: ${({ theme }) => getColor({ theme, variable: 'border.emphasis' })};
  stroke-width: 2;
  &[data-version='present'] {
    stroke: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
    stroke-width: 1.5;
    stroke-dasharray: 3 3;
  }
  &[data-version='draft'] {
    stroke: ${({ theme }) => getColor({ theme, variable: 'foreground.primary' })};
    stroke-width: 1.5;
  }
`

/** A line to read scores by; that of 100, every target met, is dashed. */
export const ReplayRule = styled.line`
  stroke: ${({ theme }) => getColor({ theme, variable: 'border.subtle' })};
  &[data-score='100'] {
    stroke: ${({ theme }) => getColor({ theme, variable: 'foreground.default' })};
    stroke-dasharray: 3 3;
  }
`
