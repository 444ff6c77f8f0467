import { isoInstant, type Period } from '../domain/period.ts'
import { METRICS } from '../domain/metrics.ts'
import type { Tally } from '../domain/report.ts'
import type { Line, Scorecard } from '../domain/scorecard.ts'

/** The command's JSON. The shape is fixed: other programs read it. */
export function jsonReport(period: Period, tickets: Tally, scorecards: readonly Scorecard[]) {
  return {
    period: {
      id: period.id,
      start: isoInstant(period.start),
      end: isoInstant(period.end),
      timeZone: period.timeZone,
    },
    tickets: { read: tickets.read, counted: tickets.counted, leftOut: Object.fromEntries(tickets.leftOut) },
    scorecards: scorecards.map(({ subject, lines, score }) => ({
      subject: { kind: subject.kind, id: subject.id, name: subject.name },
      lines: lines.map(jsonLine),
      score: score.value,
    })),
  }
}

function jsonLine({ metric, value, p90, n, interval, provisional, goal, attainment, state }: Line) {
  return {
    metric,
    value,
    p90,
    unit: METRICS[metric].unit,
    n,
    interval,
    provisional,
    goal: goal && { threshold: goal.threshold, target: goal.target, stretch: goal.stretch, scope: goal.scope },
    attainment,
    state,
  }
}

/** The same for people: a row per subject, a column per metric, with n behind each value. */
export function textReport(period: Period, tickets: Tally, scorecards: readonly Scorecard[]): string {
  const header = ['id', 'name', ...(scorecards[0]?.lines.map(({ metric }) => metric) ?? []), 'score']
  const rows = scorecards.map(({ subject, lines, score }) => [
    String(subject.id),
    subject.name ?? '?',
    ...lines.map(cell),
    score.value?.toFixed(1) ?? 'none',
  ])
  const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]!.length)))
  const line = (row: readonly string[]) =>
    row
      .map((text, column) => text.padEnd(widths[column]!))
      .join('  ')
      .trimEnd()
  const leftOut = [...tickets.leftOut].map(([reason, count]) => `${count} ${reason}`).join(', ')
  return [
    `${period.id}, ${isoInstant(period.start)} to ${isoInstant(period.end)}, ${period.timeZone}`,
    `${tickets.read} tickets read, ${tickets.counted} counted${leftOut === '' ? '' : `, left out: ${leftOut}`}`,
    '',
    line(header),
    ...rows.map(line),
  ].join('\n')
}

function cell({ metric, value, n }: Line): string {
  if (value === null) return 'no data'
  switch (METRICS[metric].unit) {
    case 'minutes':
      return `${value} min (${n})`
    case 'ratio':
      return `${(100 * value).toFixed(1)} % (${n})`
    case 'tickets':
      return String(value)
  }
}
