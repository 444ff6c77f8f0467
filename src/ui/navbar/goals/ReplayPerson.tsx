import { Table } from '@zendeskgarden/react-tables'
import { styled } from 'styled-components'
import type { Change } from '../../../domain/replay.ts'
import { periodName } from '../../../i18n/periodName.ts'
import { useLanguage } from '../../Language.tsx'
import { Subtle } from '../../parts/text.ts'
import { cssPercent } from '../../parts/track.ts'
import { EndCell } from './ReplayCells.ts'
import { OrNothing } from './ReplayComparison.tsx'
import { ReplayDot, ReplayDrawing, ReplayLine, ReplayRule } from './ReplayDots.ts'
import { pointsText, scoreText } from './replayPoints.ts'
import { replayReason } from './replayReason.ts'
import type { ReplayScale } from './replayScale.ts'

const Reason = styled(Subtle)`
  display: block;
  font-weight: ${({ theme }) => theme.fontWeights.regular};
`

const HEIGHT = 32
const MIDDLE = HEIGHT / 2

interface ReplayPersonProps {
  readonly change: Change
  readonly name: string
  /** Whether their scores are from an earlier period than the last one. */
  readonly isEarlier: boolean
  readonly scale: ReplayScale
}

/** One person's score under both versions, how far they lie apart, and why. */
export function ReplayPerson({ change, name, isEarlier, scale }: ReplayPersonProps) {
  const { t, format } = useLanguage()
  const { subject, period, present, draft, difference } = change
  const score = (value: number | null) => (value === null ? null : <data value={value}>{scoreText(value, t)}</data>)
  const place = (value: number) => cssPercent(scale.place(value))
  return (
    <Table.Row data-agent={subject.id}>
      <Table.HeaderCell scope="row">
        {name}
        <Reason>
          {replayReason(change, t, format)}{' '}
          {isEarlier && t('replay.people.period', { period: periodName(period, t, format) })}
        </Reason>
      </Table.HeaderCell>
      <EndCell data-version="present">
        <OrNothing>{score(present)}</OrNothing>
      </EndCell>
      <EndCell data-version="draft">
        <OrNothing>{score(draft)}</OrNothing>
      </EndCell>
      <EndCell data-part="difference">
        <OrNothing>
          {difference === null ? null : <data value={difference}>{pointsText(difference, t)}</data>}
        </OrNothing>
      </EndCell>
      <Table.Cell>
        <ReplayDrawing width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
          {scale.ticks.map((tick) => (
            <ReplayRule key={tick} x1={place(tick)} x2={place(tick)} y1="0" y2={HEIGHT} data-score={tick} />
          ))}
          {present !== null && draft !== null && (
            <ReplayLine x1={place(present)} x2={place(draft)} y1={MIDDLE} y2={MIDDLE} />
          )}
          {present !== null && <ReplayDot cx={place(present)} cy={MIDDLE} r="4.5" data-version="present" />}
          {draft !== null && <ReplayDot cx={place(draft)} cy={MIDDLE} r="4" data-version="draft" />}
        </ReplayDrawing>
      </Table.Cell>
    </Table.Row>
  )
}
