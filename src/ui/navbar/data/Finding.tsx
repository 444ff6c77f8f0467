import { getColor } from '@zendeskgarden/react-theming'
import { styled } from 'styled-components'
import { Subtle } from '../../parts/text.ts'

/** Tick, bar, or open ring: the words beside it say the same. */
const MARKS = {
  yes: 'm3 8.300 3.300 3.200L13 4.600',
  no: 'M3.500 8h9',
  unseen: 'M14 8a6 6 0 1 0-12 0 6 6 0 0 0 12 0Z',
} as const

const Line = styled.div`
  display: grid;
  grid-template-columns: 14px minmax(0, 1fr);
  gap: ${({ theme }) => theme.space.xs};
  & > svg {
    margin-top: 3px;
    color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
  }
  & > svg[data-found='yes'] {
    color: ${({ theme }) => getColor({ theme, variable: 'foreground.success' })};
  }
`

interface FindingProps {
  /** `null`: it has not come up yet. */
  readonly found: boolean | null
  /** What there is to know about it whatever was found. */
  readonly hint?: string
  readonly children: string
}

/** What was seen, in words, with a mark to find it by. */
export function Finding({ found, hint, children }: FindingProps) {
  const mark = found === null ? 'unseen' : found ? 'yes' : 'no'
  return (
    <Line>
      <svg data-found={mark} width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path
          d={MARKS[mark]}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
          strokeDasharray={mark === 'unseen' ? '3 2.400' : undefined}
        />
      </svg>
      <div>
        {children}
        {hint && <Subtle as="p">{hint}</Subtle>}
      </div>
    </Line>
  )
}
