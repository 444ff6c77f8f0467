import { getColor } from '@zendeskgarden/react-theming'
import { styled } from 'styled-components'

/** Small print that still reads: secondary words, counts, evidence. */
export const Subtle = styled.span`
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
  font-size: ${({ theme }) => theme.fontSizes.sm};
  line-height: ${({ theme }) => theme.lineHeights.sm};
`

/** Things at both ends of a line; when they do not fit, the end wraps below. */
export const Ends = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: 0 ${({ theme }) => theme.space.xs};
`

/** Lines below each other. */
export const Stack = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.space.xxs};
  min-width: 0;
`

/** The heading of a small part. */
export const SmallHeading = styled.h2`
  font-size: ${({ theme }) => theme.fontSizes.sm};
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
`
