import { type Goal, STRETCH_ATTAINMENT } from '../../../domain/goal.ts'
import { METRICS, type MetricKey, SCORECARD_METRICS } from '../../../domain/metrics.ts'
import type { Formats } from '../../../i18n/format.ts'
import type { Translate } from '../../../i18n/translate.ts'
import { isUnjudged, type ScoresRules } from './scoresRules.ts'
import { pointsOf } from '../../parts/workedScore.ts'

/** Something that the rules decide, in a few sentences. */
export interface ScoresTopic {
  readonly key: Topic
  readonly text: string
}

/** Words and numbers in the reader's way, and the sample below which nothing is judged. */
interface Wording {
  readonly t: Translate
  readonly format: Formats
  readonly minimumSample: number
}

type Topic = 'baseline' | (typeof JUDGED)[number]

/** What there is to say of rules that judge, in this order; of others only a part of it. */
const JUDGED = ['points', 'mean', 'sample', 'missing', 'reopens', 'ratings', 'team', 'context', 'later'] as const
const UNJUDGED = ['baseline', 'context', 'later'] as const satisfies readonly Topic[]

const TEXTS: Readonly<Record<Topic, (rules: ScoresRules, wording: Wording) => string>> = {
  baseline: (_, { t }) => t('scores.baseline'),
  points: pointsText,
  mean: meanText,
  sample: (_, { t, minimumSample }) => t('scores.sample', { count: minimumSample }),
  missing: missingText,
  reopens: reopensText,
  ratings: ratingsText,
  team: teamText,
  context: contextText,
  later: (_, { t }) => sentences(t('scores.later.versions'), t('scores.later.settings')),
}

/**
 * What these rules decide, in words. All that judge speak of the same things, be it to say that one is off, so that two versions differ
 * in what they say differently.
 */
export function scoresTopics(rules: ScoresRules, wording: Wording): readonly ScoresTopic[] {
  return (isUnjudged(rules) ? UNJUDGED : JUDGED).map((key) => ({ key, text: TEXTS[key](rules, wording) }))
}

function sentences(...all: readonly (string | false)[]): string {
  return all.filter((each) => each !== false).join(' ')
}

/** Every goal that these rules know. */
const goalsIn = ({ general, special }: ScoresRules): readonly Goal[] => [...general.values(), ...special]

/** Reaching such a target is reaching the stretch. */
const hasNoStretch = ({ target, stretch }: Goal) => target === stretch

function pointsText(rules: ScoresRules, { t }: Wording): string {
  const most = pointsOf(STRETCH_ATTAINMENT)
  return sentences(
    t('scores.points.marks', { most }),
    t('scores.points.between'),
    goalsIn(rules).some(({ threshold, target }) => threshold === target) && t('scores.points.noRise'),
    goalsIn(rules).some(hasNoStretch) && t('scores.points.noStretch', { most }),
  )
}

function meanText(rules: ScoresRules, { t }: Wording): string {
  return sentences(t('scores.mean.weighted'), !goalsIn(rules).some(hasNoStretch) && t('scores.mean.hundred'))
}

function missingText({ weighted }: ScoresRules, { t }: Wording): string {
  return weighted.length > 1
    ? sentences(t('scores.missing.shared'), t('scores.missing.least'))
    : t('scores.missing.alone')
}

function reopensText({ version, weighted }: ScoresRules, { t, format, minimumSample }: Wording): string {
  const { mostReopened } = version.guards
  const guarded = weighted.filter(({ metric }) => METRICS[metric].guard === 'reopenRate')
  // More than all of the tickets are never reopened.
  if (guarded.length === 0 || mostReopened >= 1) return t('scores.reopens.off')
  return sentences(
    t('scores.reopens.on', {
      count: guarded.length,
      limit: format.text('ratio', mostReopened),
      metrics: names(
        guarded.map(({ metric }) => metric),
        t,
        format,
      ),
    }),
    t('scores.needs', { count: minimumSample }),
  )
}

function ratingsText({ version, weighted }: ScoresRules, { t, format, minimumSample }: Wording): string {
  const { leastRated } = version.guards
  if (leastRated <= 0 || weighted.every(({ metric }) => metric !== 'csat')) return t('scores.ratings.off')
  return sentences(
    t('scores.ratings.on', { limit: format.text('ratio', leastRated) }),
    t('scores.needs', { count: minimumSample }),
  )
}

function teamText({ version: { teamShare } }: ScoresRules, { t, format }: Wording): string {
  if (teamShare <= 0) return t('scores.team.none')
  return sentences(
    teamShare >= 1
      ? t('scores.team.all')
      : t('scores.team.part', { own: format.text('ratio', 1 - teamShare), team: format.text('ratio', teamShare) }),
    t('scores.team.which'),
    t('scores.team.without'),
  )
}

function contextText({ weighted }: ScoresRules, { t, format }: Wording): string {
  const others = SCORECARD_METRICS.filter((each) => weighted.every(({ metric }) => metric !== each))
  const weightless = others.filter((metric) => !METRICS[metric].context)
  return sentences(
    t('scores.context.shown', {
      metrics: names(
        others.filter((metric) => METRICS[metric].context),
        t,
        format,
      ),
    }),
    t('scores.context.volume'),
    weightless.length > 0 &&
      t('scores.context.weightless', { count: weightless.length, metrics: names(weightless, t, format) }),
  )
}

const names = (metrics: readonly MetricKey[], t: Translate, format: Formats) =>
  format.list(metrics.map((metric) => t(`metric.${metric}.name`)))
