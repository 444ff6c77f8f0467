import { getColor } from '@zendeskgarden/react-theming'
import { styled } from 'styled-components'

const WIDTH = 72
const HEIGHT = 28
/** Room for the last point and for the width of the line. */
const EDGE = 4

const Picture = styled.svg`
  display: block;
  flex: none;
  overflow: visible;
  & > polyline {
    fill: none;
    stroke: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  & > line {
    stroke: ${({ theme }) => getColor({ theme, variable: 'border.emphasis' })};
    stroke-dasharray: 2 2;
  }
  & > circle {
    fill: ${({ theme }) => getColor({ theme, variable: 'foreground.primary' })};
  }
  ${({ theme }) => theme.rtl && 'transform: scaleX(-1);'}
`

interface SparklineProps {
  /** From the oldest to the latest, evenly apart; `null` where there is nothing to draw. */
  readonly values: readonly (number | null)[]
  /** Where the dashed line stands; `null`: there is none. */
  readonly target: number | null
  /** Whether less is better: better is always up. */
  readonly isLowerBetter: boolean
  /** The same in words. */
  readonly label: string
}

/** How a number went, in the space of a word. */
export function Sparkline({ values, target, isLowerBetter, label }: SparklineProps) {
  const known = values.filter((value) => value !== null)
  const marks = target === null ? known : [...known, target]
  const [low, high] = [Math.min(...marks), Math.max(...marks)]
  const x = (at: number) => EDGE + (at / Math.max(1, values.length - 1)) * (WIDTH - 2 * EDGE)
  const y = (value: number) => {
    const part = high === low ? 0.5 : (value - low) / (high - low)
    return EDGE + (isLowerBetter ? part : 1 - part) * (HEIGHT - 2 * EDGE)
  }
  const last = values.at(-1) ?? null
  return (
    <Picture width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {target !== null && <line x1={0} x2={WIDTH} y1={y(target)} y2={y(target)} />}
      {runsOf(values).map(([from, run]) => (
        <polyline key={from} points={run.map((value, at) => `${x(from + at)},${y(value)}`).join(' ')} />
      ))}
      {last !== null && <circle cx={x(values.length - 1)} cy={y(last)} r={3} />}
    </Picture>
  )
}

/** The stretches without a gap, each with the place where it begins. */
function runsOf(values: readonly (number | null)[]): [number, number[]][] {
  const runs: [number, number[]][] = []
  values.forEach((value, at) => {
    if (value === null) return
    const run = runs.at(-1)
    if (run !== undefined && run[0] + run[1].length === at) run[1].push(value)
    else runs.push([at, [value]])
  })
  return runs
}
