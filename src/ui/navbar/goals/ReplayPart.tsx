import { MD } from '@zendeskgarden/react-typography'
import { type ReactNode, useId } from 'react'
import { styled } from 'styled-components'
import { Subtle } from '../../parts/text.ts'

const Box = styled.section`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: ${({ theme }) => theme.space.xs};
  align-content: start;
`

/** The page resets the margins of the headings that it has itself, and no lower ones. */
const Heading = styled(MD)`
  margin: 0;
`

interface ReplayPartProps {
  readonly title: string
  readonly hint?: string
  readonly children: ReactNode
}

/** A part of the replay with its heading. */
export function ReplayPart({ title, hint, children }: ReplayPartProps) {
  const heading = useId()
  return (
    <Box aria-labelledby={heading}>
      <Heading tag="h4" isBold id={heading}>
        {title}
      </Heading>
      {hint && <Subtle as="p">{hint}</Subtle>}
      {children}
    </Box>
  )
}
