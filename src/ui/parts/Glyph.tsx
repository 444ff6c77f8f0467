import { styled } from 'styled-components'

const PATHS = {
  refresh: 'M13.5 8a5.5 5.5 0 1 1-1.7-4M13.5 1.5v3h-3',
  chevronDown: 'm4 6 4 4 4-4',
  chevronUp: 'm4 10 4-4 4 4',
  info: 'M14.5 8a6.5 6.5 0 1 0-13 0 6.5 6.5 0 0 0 13 0ZM8 11.500V7M8 4.500v1.200',
  warning: 'M8 1.500 15 14H1ZM8 6v4M8 11v1.300',
  error: 'M14.5 8a6.5 6.5 0 1 0-13 0 6.5 6.5 0 0 0 13 0ZM8 4.300v5M8 10.500v1.200',
} as const

const Drawing = styled.svg`
  display: block;
  flex: none;
`

interface GlyphProps {
  readonly name: keyof typeof PATHS
  readonly size?: number
}

/** A line drawing for a control; the control's words say what it does. */
export const Glyph = ({ name, size = 16, ...rest }: GlyphProps) => (
  <Drawing {...rest} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} fill="none" stroke="currentColor" strokeWidth="1.4" />
  </Drawing>
)
