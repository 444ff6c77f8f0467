import { areMarksInOrder, areMarksThere, type Goal, type Marks, REASON_KEYS, type Reasons } from './goal.ts'
import { METRICS, type MetricKey } from './metrics.ts'
import { type Cadence, localDay, periodContaining, startOfLocalDay, type Weekday } from './period.ts'
import { type Rulebook, type RulebookVersion, sumOf, sumsTo100, type Weights } from './rulebook.ts'

/** What keeps a draft from being saved: each is mended in one field. */
export type DraftFault =
  | { readonly kind: 'noReason' }
  | { readonly kind: 'noDay' }
  /** It would act on periods that have begun. */
  | { readonly kind: 'dayPast'; readonly today: string }
  | { readonly kind: 'dayNotLater'; readonly last: string }
  | { readonly kind: 'weightsSum'; readonly sum: number }
  | { readonly kind: 'activityWeight'; readonly metric: MetricKey }
  | { readonly kind: 'markMissing'; readonly goal: Goal }
  | { readonly kind: 'marksOrder'; readonly goal: Goal }
  | { readonly kind: 'reasonMissing'; readonly goal: Goal; readonly key: keyof Reasons }

/** What two versions differ in. `null` is not set. */
export type Difference =
  | {
      readonly kind: 'goal'
      readonly goal: Pick<Goal, 'metric' | 'scope' | 'of' | 'cadence'>
      readonly before: Marks | null
      readonly after: Marks | null
    }
  | { readonly kind: 'weight'; readonly metric: MetricKey; readonly before: number; readonly after: number }
  | { readonly kind: 'teamShare' | 'mostReopened' | 'leastRated'; readonly before: number; readonly after: number }

/** The version that has been saved and has not begun yet, or `null`. */
export function pendingVersion(rulebook: Rulebook, today: string): RulebookVersion | null {
  const last = rulebook.at(-1)!
  return last.effectiveFrom !== null && last.effectiveFrom > today ? last : null
}

/**
 * A draft to begin with: the latest version, from the first day of the next period on. A version that has not begun yet goes on
 * being worked at, and keeps its number and its day.
 */
export function startDraft(
  rulebook: Rulebook,
  today: string,
  timeZone: string,
  { cadence, weekStart }: { readonly cadence: Cadence; readonly weekStart: Weekday },
): RulebookVersion {
  const pending = pendingVersion(rulebook, today)
  if (pending !== null) return pending
  const last = rulebook.at(-1)!
  const effectiveFrom = localDay(
    periodContaining(cadence, startOfLocalDay(today, timeZone), timeZone, weekStart).end,
    timeZone,
  )
  return { ...last, version: last.version + 1, effectiveFrom, reason: '' }
}

/** All versions but the one that the settings make, with the draft: after the last one, or in the place of one that has not begun. */
export function withDraft(rulebook: Rulebook, draft: RulebookVersion, today: string): readonly RulebookVersion[] {
  const pending = pendingVersion(rulebook, today)
  return [...rulebook.slice(1).filter((version) => version !== pending), draft]
}

/** Everything that keeps the draft from being saved. */
export function faultsIn(draft: RulebookVersion, rulebook: Rulebook, today: string): readonly DraftFault[] {
  const { effectiveFrom: day, weights } = draft
  const last = rulebook.findLast(({ effectiveFrom }) => effectiveFrom !== null && effectiveFrom <= today)
  const faults: DraftFault[] = draft.goals.flatMap(goalFaults)
  for (const [metric, weight] of weights)
    if (METRICS[metric].context && weight > 0) faults.push({ kind: 'activityWeight', metric })
  if (!sumsTo100(weights.values())) faults.push({ kind: 'weightsSum', sum: sumOf(weights.values()) })
  if (day === null || day === '') faults.push({ kind: 'noDay' })
  else if (day < today) faults.push({ kind: 'dayPast', today })
  else if (last?.effectiveFrom != null && day <= last.effectiveFrom)
    faults.push({ kind: 'dayNotLater', last: last.effectiveFrom })
  if (draft.reason.trim() === '') faults.push({ kind: 'noReason' })
  return faults
}

function goalFaults(goal: Goal): DraftFault[] {
  const faults: DraftFault[] = []
  if (!areMarksThere(goal.metric, goal)) faults.push({ kind: 'markMissing', goal })
  else if (!areMarksInOrder(goal.metric, goal)) faults.push({ kind: 'marksOrder', goal })
  for (const key of REASON_KEYS) {
    if ((goal.why?.[key] ?? '').trim() === '') faults.push({ kind: 'reasonMissing', goal, key })
  }
  return faults
}

/** The draft with the goals that can be computed with, for trying it on the past while it is being typed. */
export function soundPart(draft: RulebookVersion): RulebookVersion {
  const isSound = (goal: Goal) => goalFaults(goal).every(({ kind }) => kind === 'reasonMissing')
  const weights: Weights = new Map(
    [...draft.weights].filter(([metric, weight]) => weight > 0 && !METRICS[metric].context),
  )
  return { ...draft, goals: draft.goals.filter(isSound), weights }
}

/** Whether two goals are for the same thing: a rulebook has one of each. */
export const isSameGoal = (
  a: Pick<Goal, 'metric' | 'scope' | 'of' | 'cadence'>,
  b: Pick<Goal, 'metric' | 'scope' | 'of' | 'cadence'>,
): boolean => a.metric === b.metric && a.scope === b.scope && a.of === b.of && a.cadence === b.cadence

/** What the later version changes, goals first. */
export function differences(before: RulebookVersion, after: RulebookVersion): readonly Difference[] {
  const goals = [
    ...before.goals,
    ...after.goals.filter((goal) => !before.goals.some((other) => isSameGoal(goal, other))),
  ]
  const found: Difference[] = goals.flatMap((goal): Difference[] => {
    const [one, other] = [before, after].map((version) => version.goals.find((each) => isSameGoal(each, goal)) ?? null)
    return areSameMarks(one!, other!) ? [] : [{ kind: 'goal', goal, before: one!, after: other! }]
  })
  for (const metric of new Set([...before.weights.keys(), ...after.weights.keys()])) {
    const [one, other] = [before.weights.get(metric) ?? 0, after.weights.get(metric) ?? 0]
    if (one !== other) found.push({ kind: 'weight', metric, before: one, after: other })
  }
  const rest = [
    ['teamShare', before.teamShare, after.teamShare],
    ['mostReopened', before.guards.mostReopened, after.guards.mostReopened],
    ['leastRated', before.guards.leastRated, after.guards.leastRated],
  ] as const
  for (const [kind, one, other] of rest) if (one !== other) found.push({ kind, before: one, after: other })
  return found
}

function areSameMarks(one: Marks | null, other: Marks | null): boolean {
  if (one === null || other === null) return one === other
  return one.threshold === other.threshold && one.target === other.target && one.stretch === other.stretch
}

/** Starting points for a role: weights and the team's share. Its goals stay what the account's past makes sensible. */
export const ROLE_TEMPLATES = {
  /** Quality first; resolution beside it, held by the reopen guard. */
  customerSupportLead: {
    weights: [
      ['csat', 40],
      ['firstContactResolution', 35],
      ['fullResolutionTime', 25],
    ],
    teamShare: 0.5,
  },
  firstLineAgent: {
    weights: [
      ['csat', 35],
      ['firstContactResolution', 30],
      ['firstReplyTime', 20],
      ['fullResolutionTime', 15],
    ],
    teamShare: 0.3,
  },
  /** A team lead is measured by the team's values. */
  teamLead: {
    weights: [
      ['csat', 40],
      ['firstContactResolution', 30],
      ['fullResolutionTime', 20],
      ['firstReplyTime', 10],
    ],
    teamShare: 1,
  },
} as const satisfies Record<
  string,
  { readonly weights: readonly (readonly [MetricKey, number])[]; readonly teamShare: number }
>

export type RoleTemplate = keyof typeof ROLE_TEMPLATES
