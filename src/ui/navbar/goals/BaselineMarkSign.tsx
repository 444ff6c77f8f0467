import { getColor } from '@zendeskgarden/react-theming'
import { styled } from 'styled-components'
import type { Marks } from '../../../domain/goal.ts'

export const BASELINE_MARKS = ['threshold', 'target', 'stretch'] as const satisfies readonly (keyof Marks)[]

export type BaselineMark = (typeof BASELINE_MARKS)[number]

/** A bar, a disc, a diamond, each around the origin: every mark has a shape of its own, so that nobody needs the colour. */
const SHAPES: Readonly<Record<BaselineMark, string>> = {
  threshold: 'M-1.500-4.500h3v9h-3Z',
  target: 'M-4.500 0a4.500 4.500 0 1 0 9 0 4.500 4.500 0 1 0-9 0Z',
  stretch: 'M0-5 5 0 0 5-5 0Z',
}

const Shape = styled.path`
  fill: ${({ theme }) => getColor({ theme, variable: 'foreground.default' })};
  &[data-version='suggested'] {
    fill: ${({ theme }) => getColor({ theme, variable: 'background.default' })};
    stroke: ${({ theme }) => getColor({ theme, variable: 'foreground.primary' })};
    stroke-width: 1.5;
  }
`

interface BaselineMarkSignProps {
  readonly mark: BaselineMark
  readonly version: 'current' | 'suggested'
  readonly x: string
  readonly y: number
}

/** The sign of a mark inside a drawing: filled for what is set, hollow for what is suggested. */
export const BaselineMarkSign = ({ mark, version, x, y }: BaselineMarkSignProps) => (
  <svg x={x} y={y} overflow="visible">
    <Shape d={SHAPES[mark]} data-version={version} />
  </svg>
)
