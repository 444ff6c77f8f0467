import type { Scorecard } from '../../domain/scorecard.ts'
import { type Headline, headlines } from '../parts/headlines.ts'

/** The headlines, the weightiest first; what has no weight keeps its order behind them. */
export function byWeight(scorecard: Scorecard): readonly Headline[] {
  const places = scorecard.score.lines.map(({ metric }) => metric)
  const place = ({ line }: Headline) => (places.includes(line.metric) ? places.indexOf(line.metric) : places.length)
  return headlines(scorecard).toSorted((a, b) => place(a) - place(b))
}
