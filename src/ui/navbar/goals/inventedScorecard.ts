import { type Marks, STRETCH_ATTAINMENT } from '../../../domain/goal.ts'
import { measurementOfNothing } from '../../../domain/measurement.ts'
import { METRICS, type MetricKey, SCORECARD_METRICS } from '../../../domain/metrics.ts'
import type { Period } from '../../../domain/period.ts'
import { type Scorecard, scorecard } from '../../../domain/scorecard.ts'
import { rounded } from '../../parts/workedScore.ts'
import type { ScoresRules } from './scoresRules.ts'

/** What the made-up values attain, the one with the greatest weight first: below a target, at it, and beyond. */
const MADE_UP = [0.8, 1, 1.1, 0.6] as const
const MADE_UP_TEAM_SCORE = 91

/** A scorecard of nobody, with made-up values near the goals of these rules. */
export function inventedScorecard(rules: ScoresRules, period: Period, minimumSample: number): Scorecard {
  const measurements = SCORECARD_METRICS.map((metric) => {
    const goal = rules.general.get(metric)
    const place = rules.weighted.findIndex((each) => each.metric === metric)
    const nothing = measurementOfNothing(metric)
    if (goal === undefined || place < 0) return nothing
    return { ...nothing, n: minimumSample, value: valueAt(metric, goal, MADE_UP[place % MADE_UP.length]!) }
  })
  return scorecard(
    { subject: { kind: 'agent', id: NaN, name: null }, team: null, measurements },
    period,
    rules.version,
    { group: NaN, value: MADE_UP_TEAM_SCORE },
    minimumSample,
  )
}

/** The value that reaches so much of a goal, rounded as it is shown: whole minutes, tenths of a percent. */
function valueAt(metric: MetricKey, { threshold, target, stretch }: Marks, attained: number): number {
  const value =
    attained <= 1
      ? threshold + attained * (target - threshold)
      : target + ((attained - 1) / (STRETCH_ATTAINMENT - 1)) * (stretch - target)
  return rounded(value, METRICS[metric].unit === 'ratio' ? 3 : 0)
}
