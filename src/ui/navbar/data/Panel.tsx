import { getColor } from '@zendeskgarden/react-theming'
import { LG } from '@zendeskgarden/react-typography'
import { type ReactNode, useId } from 'react'
import { styled } from 'styled-components'
import { Subtle } from '../../parts/text.ts'

const Box = styled.section`
  display: inline-block;
  container-type: inline-size;
  break-inside: avoid;
  margin-bottom: ${({ theme }) => theme.space.md};
  border: ${({ theme }) => theme.borders.sm} ${({ theme }) => getColor({ theme, variable: 'border.default' })};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  padding: ${({ theme }) => theme.space.md};
  width: 100%;
`

const Entries = styled.dl`
  display: grid;
  gap: ${({ theme }) => theme.space.sm};
  margin-top: ${({ theme }) => theme.space.sm};
`

interface PanelProps {
  readonly title: string
  readonly hint?: string
  readonly children: ReactNode
}

/** A part of the page: a heading and its entries. */
export function Panel({ title, hint, children }: PanelProps) {
  const heading = useId()
  return (
    <Box aria-labelledby={heading}>
      <LG tag="h2" isBold id={heading}>
        {title}
      </LG>
      {hint && <Subtle as="p">{hint}</Subtle>}
      <Entries>{children}</Entries>
    </Box>
  )
}
