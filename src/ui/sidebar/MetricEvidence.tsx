import { useMemo } from 'react'
import type { Moment } from '../../domain/outcome.ts'
import type { Pace } from '../../domain/pace.ts'
import type { Period } from '../../domain/period.ts'
import { receipt } from '../../domain/receipt.ts'
import type { Line } from '../../domain/scorecard.ts'
import type { TrendPoint } from '../../domain/trend.ts'
import { unitOf } from '../../i18n/format.ts'
import { useLanguage } from '../Language.tsx'
import { Disclosure } from '../parts/Disclosure.tsx'
import { Sentences } from '../parts/Sentences.ts'
import { inTenths } from './inTenths.ts'
import { Moved, type MovedSince } from './Moved.tsx'
import { ReceiptWords } from './ReceiptWords.tsx'
import { TicketLinks, TicketRows } from './TicketRows.tsx'
import { Rows } from './Rows.ts'
import { byBest } from './byBest.ts'

interface MetricEvidenceProps {
  readonly line: Line
  readonly agent: number
  readonly moment: Moment
  readonly period: Period
  readonly pace: Pace | null
  /** The same number of the team; `null` where it may not be seen, or is not known. */
  readonly team: { readonly name: string | null; readonly line: Line } | null
  /** What moved this number since an earlier day on which the person looked; `null`: they did not. */
  readonly since: MovedSince | null
  readonly trend: readonly TrendPoint[]
  readonly onOpenTicket: (ticket: number) => void
}

/** What stands behind a number: forecast, team, arithmetic, what moved it, and every ticket. */
export function MetricEvidence(props: MetricEvidenceProps) {
  const { line, agent, moment, period, pace, team, since, trend, onOpenTicket } = props
  const { t, format } = useLanguage()
  const { metric } = line
  const unit = unitOf(metric, moment.rules.clock)
  const made = useMemo(
    () => receipt(moment, { kind: 'agent', id: agent }, metric, period),
    [moment, agent, metric, period],
  )
  const ranked = useMemo(() => byBest(made), [made])
  return (
    <Sentences>
      {pace !== null && (
        <p>
          {t('evidence.pace', {
            count: pace.expected,
            tickets: t(`metric.${metric}.count`, { count: pace.expected }),
            tenths: inTenths(pace.chance),
          })}
        </p>
      )}
      {team?.line.value != null && (
        <p>
          {t('evidence.team', {
            team: team.name ?? t('evidence.unnamedTeam'),
            value: format.text(unit, team.line.value),
            tickets: t(`metric.${metric}.count`, { count: team.line.n }),
          })}
        </p>
      )}
      <ReceiptWords made={made} unit={unit} />
      {since !== null && since.changes.length > 0 && (
        <Moved metric={metric} since={since} unit={unit} now={moment.now} onOpenTicket={onOpenTicket} />
      )}
      {trend.length > 1 && (
        <Disclosure label={t('evidence.weeks')}>
          <Rows>
            <tbody>
              {trend.map(({ end, value, n }) => (
                <tr key={end}>
                  <th scope="row">{t('evidence.until', { day: format.shortDay(Math.min(end - 1, moment.now)) })}</th>
                  <td>{value === null ? t('state.noData') : format.text(unit, value)}</td>
                  <td>{t(`metric.${metric}.count`, { count: n })}</td>
                </tr>
              ))}
            </tbody>
          </Rows>
        </Disclosure>
      )}
      {ranked.length > 0 && (
        <Disclosure label={t('evidence.tickets', { count: ranked.length })}>
          <TicketRows rows={ranked} unit={unit} metric={metric} onOpenTicket={onOpenTicket} />
        </Disclosure>
      )}
      {made.provisional.length > 0 && (
        <Disclosure label={t('evidence.provisional', { count: made.provisional.length })}>
          <TicketLinks tickets={made.provisional} onOpenTicket={onOpenTicket} />
        </Disclosure>
      )}
      {made.leftOut.length > 0 && (
        <Disclosure label={t('evidence.leftOut', { count: made.leftOut.length })}>
          <TicketLinks tickets={made.leftOut.map(({ ticket }) => ticket)} onOpenTicket={onOpenTicket} />
        </Disclosure>
      )}
    </Sentences>
  )
}
