import { styled } from 'styled-components'
import { Stack } from './text.ts'

/** What a number is, in sentences of a width that is read well. */
export const Sentences = styled(Stack)`
  padding-bottom: ${({ theme }) => theme.space.xs};
  max-width: 60ch;
  font-size: ${({ theme }) => theme.fontSizes.sm};
  line-height: ${({ theme }) => theme.lineHeights.sm};
`
