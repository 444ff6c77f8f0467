import { focusStyles, getColor } from '@zendeskgarden/react-theming'
import { styled } from 'styled-components'

/** Words that lead somewhere by Zendesk's own means, for which there is no address. */
export const WordButton = styled.button`
  border: 0;
  border-radius: ${({ theme }) => theme.borderRadii.md};
  background: none;
  padding: 0;
  min-height: 24px;
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.primary' })};
  font: inherit;
  font-size: ${({ theme }) => theme.fontSizes.sm};
  line-height: ${({ theme }) => theme.lineHeights.sm};
  font-variant-numeric: tabular-nums;
  text-decoration: underline;
  text-underline-offset: 2px;
  cursor: pointer;
  ${({ theme }) => focusStyles({ theme })}
`
