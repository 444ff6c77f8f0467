import type { ReactNode } from 'react'
import { styled } from 'styled-components'
import { Subtle } from '../../parts/text.ts'

/** Name and contents side by side where the panel is wide enough. */
const Pair = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 0 ${({ theme }) => theme.space.md};
  @container (min-width: 400px) {
    grid-template-columns: 160px minmax(0, 1fr);
  }
  & > dt {
    font-weight: ${({ theme }) => theme.fontWeights.semibold};
  }
`

interface EntryProps {
  readonly name: string
  /** Small print below the contents. */
  readonly hint?: string
  readonly children: ReactNode
}

/** One thing that the page tells. */
export const Entry = ({ name, hint, children }: EntryProps) => (
  <Pair>
    <dt>{name}</dt>
    <dd>
      {children}
      {hint && <Subtle as="p">{hint}</Subtle>}
    </dd>
  </Pair>
)
