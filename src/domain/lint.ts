import { type Baseline, hitRates } from './baseline.ts'
import type { Goal } from './goal.ts'
import { type Family, METRICS, type MetricKey } from './metrics.ts'
import type { RulebookVersion } from './rulebook.ts'

/** Something about a rulebook that tends to go wrong. It can be saved all the same. */
export type Lint =
  /** Weight on a metric that measures effort. */
  | { readonly kind: 'activityWeight'; readonly metric: MetricKey; readonly percent: number }
  | { readonly kind: 'oneMetricHeavy'; readonly metric: MetricKey; readonly percent: number }
  | { readonly kind: 'oneFamilyHeavy'; readonly family: Family; readonly percent: number }
  | { readonly kind: 'tooManyMetrics'; readonly count: number }
  | { readonly kind: 'smallWeight'; readonly metric: MetricKey; readonly percent: number }
  | { readonly kind: 'weightWithoutGoal'; readonly metric: MetricKey }
  | { readonly kind: 'goalWithoutWeight'; readonly metric: MetricKey }
  /** A target with less than two quarters of history behind it. */
  | { readonly kind: 'noBaseline'; readonly goal: Goal; readonly periods: number }
  | { readonly kind: 'rarelyHit'; readonly goal: Goal; readonly rate: number }
  | { readonly kind: 'alwaysHit'; readonly goal: Goal; readonly rate: number }
  /** The threshold is the target: a hair decides between all and nothing. */
  | { readonly kind: 'cliff'; readonly goal: Goal }
  | { readonly kind: 'noTeamShare' }
  /** Tickets whose rating belongs to another person than the rest of the ticket, while both count. */
  | { readonly kind: 'sharedCredit'; readonly tickets: number; readonly rated: number }

/** What a rulebook is looked at with. */
export interface LintContext {
  /** What the past says about the scope of a goal. */
  readonly baselineOf: (goal: Goal) => Baseline
  /** `rated` tickets of the past, `tickets` of them rated for somebody else than their assignee. */
  readonly ratedForOthers: { readonly tickets: number; readonly rated: number }
}

const HEAVY_PERCENT = 70
const MOST_METRICS = 6
const SMALL_PERCENT = 10
const RARE = 0.2
const ALWAYS = 0.95
/** Below this share of the ratings it is an exception that no rule needs. */
const SHARED_CREDIT_SHARE = 0.02

/** Everything that tends to go wrong with these rules, the gravest first. */
export function lint({ goals, weights, teamShare }: RulebookVersion, context: LintContext): readonly Lint[] {
  const weighted = [...weights].filter(([, percent]) => percent > 0)
  const scored = weighted.filter(([metric]) => !METRICS[metric].context)
  const families = new Map<Family, number>()
  for (const [metric, percent] of scored)
    families.set(METRICS[metric].family, (families.get(METRICS[metric].family) ?? 0) + percent)
  const heavyMetric = scored.filter(([, percent]) => percent > HEAVY_PERCENT)
  const { tickets, rated } = context.ratedForOthers
  const countsOthers = scored.some(([metric]) => METRICS[metric].dated === 'solved')
  return [
    ...weighted
      .filter(([metric]) => METRICS[metric].context)
      .map(([metric, percent]): Lint => ({ kind: 'activityWeight', metric, percent })),
    ...goals.flatMap((goal) => lintsOf(goal, context.baselineOf(goal))),
    ...heavyMetric.map(([metric, percent]): Lint => ({ kind: 'oneMetricHeavy', metric, percent })),
    ...(heavyMetric.length > 0 ? [] : [...families])
      .filter(([, percent]) => percent > HEAVY_PERCENT)
      .map(([family, percent]): Lint => ({ kind: 'oneFamilyHeavy', family, percent })),
    ...(weighted.length > MOST_METRICS ? [{ kind: 'tooManyMetrics', count: weighted.length } as const] : []),
    ...(teamShare === 0 ? [{ kind: 'noTeamShare' } as const] : []),
    ...(scored.some(([metric]) => metric === 'csat') && countsOthers && tickets > SHARED_CREDIT_SHARE * rated
      ? [{ kind: 'sharedCredit', tickets, rated } as const]
      : []),
    ...scored
      .filter(([metric]) => goals.every((goal) => goal.metric !== metric))
      .map(([metric]): Lint => ({ kind: 'weightWithoutGoal', metric })),
    ...[...new Set(goals.map(({ metric }) => metric))]
      .filter((metric) => !weighted.some(([key]) => key === metric))
      .map((metric): Lint => ({ kind: 'goalWithoutWeight', metric })),
    ...scored
      .filter(([, percent]) => percent < SMALL_PERCENT)
      .map(([metric, percent]): Lint => ({ kind: 'smallWeight', metric, percent })),
  ]
}

function lintsOf(goal: Goal, past: Baseline): readonly Lint[] {
  const rates = hitRates(past, goal)
  const found: Lint[] = []
  if (!past.isEnough) found.push({ kind: 'noBaseline', goal, periods: past.trend.length })
  else if (rates !== null && rates.target < RARE) found.push({ kind: 'rarelyHit', goal, rate: rates.target })
  else if (rates !== null && rates.target > ALWAYS) found.push({ kind: 'alwaysHit', goal, rate: rates.target })
  if (goal.threshold === goal.target) found.push({ kind: 'cliff', goal })
  return found
}
