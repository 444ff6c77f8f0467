import { compare, decimal, divided, fraction, minus, plus, times, type Fraction } from './exact.ts'
import type { MetricKey } from './oracle.ts'
import type { Settings } from './settings.ts'

/** What a score needs to know of a line: how far its goal is reached is `null` without a goal and without enough data. */
export interface Judged {
  readonly metric: MetricKey
  readonly value: Fraction | null
  readonly n: number
  readonly attainment: Fraction | null
}

/** Who stood for a ticket in which group, and whether it was solved. */
interface Work {
  readonly metric: MetricKey
  readonly agent: number | null
  readonly group: number | null
}

const DEFAULT_WEIGHTS = 'csat 35, firstContactResolution 30, firstReplyTime 20, fullResolutionTime 15'

const sum = (fractions: readonly Fraction[]) => fractions.reduce(plus, fraction(0))
const least = (a: Fraction, b: Fraction) => (compare(a, b) < 0 ? a : b)

/**
 * 100 times the weighted mean of what is reached. What is not measured hands its weight on, to each in proportion to its own; when that
 * would be more than half of all weight there is no score.
 */
export function scoreOfLines(lines: readonly Judged[], settings: Settings): Fraction | null {
  const reached = new Map(lines.map(({ metric, attainment }) => [metric, attainment]))
  const isHeld = reopensTooOften(lines, settings)
  const parts = weightsIn(settings).map(([metric, percent]) => {
    const attainment = reached.get(metric) ?? null
    const isGuarded = metric === 'firstContactResolution' || metric === 'fullResolutionTime'
    return {
      percent,
      counted: attainment !== null && isHeld && isGuarded ? least(attainment, fraction(1)) : attainment,
    }
  })
  const measured = parts.flatMap(({ percent, counted }) => (counted === null ? [] : [{ percent, counted }]))
  const present = sum(measured.map(({ percent }) => percent))
  const missing = minus(fraction(100), present)
  if (compare(present, missing) < 0) return null
  const withShare = (percent: Fraction) => plus(percent, times(missing, divided(percent, present)))
  return sum(measured.map(({ percent, counted }) => times(withShare(percent), counted)))
}

/** A person's score: their own, and for a part that of their team, if it has one. */
export function agentScore(own: Fraction | null, team: Fraction | null, settings: Settings): Fraction | null {
  if (own === null || team === null) return own
  const share = times(decimal(settings.team_share_percent ?? 30), fraction(1, 100))
  return plus(times(minus(fraction(1), share), own), times(share, team))
}

/** The group for which somebody solved most, of all for which they did anything; of equal ones the lowest id. */
export function teamOf(agent: number, works: readonly Work[]): number | null {
  const own = works.filter((work) => work.agent === agent && work.group !== null)
  const groups = [...new Set(own.map(({ group }) => group!))].sort((a, b) => a - b)
  const solvedFor = (group: number) =>
    own.filter((work) => work.group === group && work.metric === 'solvedTickets').length
  const most = Math.max(...groups.map(solvedFor))
  return groups.find((group) => solvedFor(group) === most) ?? null
}

/** More than 8 % came back of the solved tickets of which that is known, when these are enough. */
function reopensTooOften(lines: readonly Judged[], settings: Settings): boolean {
  const { value, n } = lines.find(({ metric }) => metric === 'reopenRate')!
  return value !== null && n >= (settings.minimum_sample ?? 20) && compare(value, fraction(8, 100)) > 0
}

function weightsIn({ weights = DEFAULT_WEIGHTS }: Settings): [MetricKey, Fraction][] {
  return weights.split(/[,;\n]/).map((part) => {
    const [metric, percent] = part
      .replace('%', '')
      .trim()
      .split(/[ :=]+/)
    return [metric as MetricKey, decimal(Number(percent))]
  })
}
