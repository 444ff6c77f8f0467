import { METRICS } from '../../domain/metrics.ts'
import type { Line, Scorecard } from '../../domain/scorecard.ts'

/** A line of the scorecard that people work towards, with the line that guards it. */
export interface Headline {
  readonly line: Line
  readonly guard: Line | null
}

/** The lines that are no mere context, each with its guard. */
export function headlines({ lines }: Scorecard): readonly Headline[] {
  return lines
    .filter(({ metric }) => !METRICS[metric].context)
    .map((line) => ({ line, guard: lines.find(({ metric }) => metric === METRICS[line.metric].guard) ?? null }))
}

/** Whether nothing at all can be said yet, not even provisionally. */
export const isEmpty = ({ lines }: Scorecard): boolean =>
  lines.every(({ n, provisional }) => n === 0 && provisional === 0)

/** Whether no line has a goal, so that everything is measured and nothing judged. */
export const isBaseline = ({ lines }: Scorecard): boolean => lines.every(({ goal }) => goal === null)
