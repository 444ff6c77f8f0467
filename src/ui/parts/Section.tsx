import { getColor } from '@zendeskgarden/react-theming'
import { styled } from 'styled-components'

/** A part of the sidebar, ruled off from the one above. */
export const Section = styled.section`
  margin-top: ${({ theme }) => theme.space.sm};
  border-top: ${({ theme }) => theme.borders.sm} ${({ theme }) => getColor({ theme, variable: 'border.subtle' })};
  padding-top: ${({ theme }) => theme.space.sm};
`
