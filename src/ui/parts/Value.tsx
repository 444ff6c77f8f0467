import { getColor } from '@zendeskgarden/react-theming'
import { styled } from 'styled-components'
import type { Unit } from '../../i18n/format.ts'
import { useLanguage } from '../Language.tsx'

type Size = 'large' | 'small'

const Figure = styled.data<{ readonly $size: Size }>`
  font-size: ${({ theme, $size }) => ($size === 'large' ? theme.fontSizes.xl : theme.fontSizes.md)};
  line-height: ${({ theme, $size }) => ($size === 'large' ? theme.lineHeights.xl : theme.lineHeights.md)};
  font-weight: ${({ theme, $size }) => ($size === 'large' ? theme.fontWeights.semibold : theme.fontWeights.regular)};
  white-space: nowrap;
`

/** Units, and the spaces before them, are smaller than the number. */
const UnitName = styled.span<{ readonly $size: Size }>`
  color: ${({ theme, $size }) =>
    getColor({ theme, variable: $size === 'large' ? 'foreground.subtle' : 'foreground.default' })};
  font-size: ${({ theme }) => theme.fontSizes.md};
  font-weight: ${({ theme }) => theme.fontWeights.regular};
`

interface ValueProps {
  readonly value: number
  readonly unit: Unit
  readonly size: Size
}

/** A number with its unit; the number itself stands in the markup for machines. */
export function Value({ value, unit, size }: ValueProps) {
  const { format } = useLanguage()
  return (
    <Figure value={value} $size={size}>
      {format.parts(unit, value).map(({ kind, text }, place) =>
        kind === 'number' ? (
          text
        ) : (
          <UnitName key={place} $size={size}>
            {text}
          </UnitName>
        ),
      )}
    </Figure>
  )
}
