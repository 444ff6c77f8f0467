import { getColor } from '@zendeskgarden/react-theming'
import { styled } from 'styled-components'
import type { Award } from '../../domain/badge.ts'
import type { MetricKey } from '../../domain/metrics.ts'

const OCTAGON = '20,.5 33.8,6.2 39.5,20 33.8,33.8 20,39.5 6.2,33.8 .5,20 6.2,6.2'

/** Drawn around the middle of the badge, within 9 to every side, so that it reads at 20 px. */
const GLYPHS: Readonly<Partial<Record<MetricKey, string>>> = {
  firstReplyTime: 'M-8-6h16v10h-9l-4 4v-4h-3ZM-3.500-1h7',
  fullResolutionTime: 'M0-8.500a8.500 8.500 0 1 0 .01 0M0-4.500V.5l3.500 2',
  firstContactResolution: 'M-8 .5-2.500 6 8-5.500',
  csat: 'M0-8.500a8.500 8.500 0 1 0 .01 0M-4 2c2 3.500 6 3.500 8 0M-3-3v1.500M3-3v1.500',
}
const STAR = 'M0-9 2.600-3 9-2.500 4.200 1.800 5.600 8 0 4.700-5.600 8-4.200 1.800-9-2.500-2.600-3Z'

const Drawing = styled.svg`
  display: block;
  flex: none;
  & > polygon {
    fill: ${({ theme }) => getColor({ theme, hue: 'chromeHue', light: { shade: 200 }, dark: { shade: 900 } })};
    stroke: ${({ theme }) => getColor({ theme, hue: 'chromeHue', light: { shade: 700 }, dark: { shade: 500 } })};
  }
  & > path {
    fill: none;
    stroke: ${({ theme }) => getColor({ theme, hue: 'chromeHue', light: { shade: 800 }, dark: { shade: 400 } })};
    stroke-width: 2.2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
`

interface BadgeMarkProps {
  readonly award: Award
  readonly size: number
}

/** A badge: an octagon with the sign of its metric, or a star for the whole scorecard. The words stand beside it. */
export const BadgeMark = ({ award: { metric }, size }: BadgeMarkProps) => (
  <Drawing width={size} height={size} viewBox="0 0 40 40" aria-hidden="true" focusable="false">
    <polygon points={OCTAGON} strokeWidth="1.5" />
    <path d={(metric !== null && GLYPHS[metric]) || STAR} transform="translate(20 20)" />
  </Drawing>
)
