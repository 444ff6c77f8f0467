import { Table } from '@zendeskgarden/react-tables'
import { styled } from 'styled-components'
import { type Change, inTenths } from '../../../domain/replay.ts'
import { useLanguage } from '../../Language.tsx'
import { Hidden } from '../../parts/Hidden.ts'
import { Subtle } from '../../parts/text.ts'
import { cssPercent } from '../../parts/track.ts'
import { EndHeader } from './ReplayCells.ts'
import { ReplayKey } from './ReplayKey.tsx'
import { ReplayPart } from './ReplayPart.tsx'
import { ReplayPerson } from './ReplayPerson.tsx'
import { pointsText } from './replayPoints.ts'
import { replayReason } from './replayReason.ts'
import { replayScale } from './replayScale.ts'

/** More would be slow to draw and too long to read. */
const MOST_SHOWN = 50

const Wide = styled(Table)`
  table-layout: fixed;
  th,
  td {
    vertical-align: middle;
  }
  /* Room for half of the last number above the pictures. */
  th:last-child,
  td:last-child {
    padding-inline: ${({ theme }) => theme.space.md};
  }
`

const Axis = styled.span`
  display: block;
  position: relative;
  height: 18px;
  font-weight: ${({ theme }) => theme.fontWeights.regular};
  & > span {
    position: absolute;
    transform: translateX(${({ theme }) => (theme.rtl ? '50%' : '-50%')});
    white-space: nowrap;
  }
`

interface ReplayPeopleProps {
  /** Whoever changes most first. */
  readonly people: readonly [Change, ...Change[]]
  /** The last period of the replay. */
  readonly lastPeriod: string
  readonly present: string
  readonly draft: string
  readonly nameOf: (kind: 'agent' | 'group', id: number) => string
}

/** Who changes most and why: everybody's score under both versions. */
export function ReplayPeople({ people, lastPeriod, present, draft, nameOf }: ReplayPeopleProps) {
  const { t, format } = useLanguage()
  const scale = replayScale(people.flatMap((change) => [change.present, change.draft]))
  const [most] = people
  const nameIn = ({ subject }: Change) => nameOf('agent', subject.id)
  const isChange = most.difference !== null && inTenths(most.difference) !== 0
  return (
    <ReplayPart title={t('replay.people.title')}>
      <p>
        {isChange
          ? t('replay.people.most', {
              name: nameIn(most),
              points: pointsText(most.difference, t),
              reason: replayReason(most, t, format),
            })
          : t('replay.people.none')}
      </p>
      <ReplayKey present={present} draft={draft} />
      <Wide isReadOnly size="small">
        <Table.Caption>
          <Hidden>{t('replay.people.caption')}</Hidden>
        </Table.Caption>
        <Table.Head>
          <Table.HeaderRow>
            <Table.HeaderCell scope="col" width="36%">
              {t('replay.people.person')}
            </Table.HeaderCell>
            <EndHeader scope="col" width="12%">
              {t('replay.present')}
            </EndHeader>
            <EndHeader scope="col" width="12%">
              {t('replay.draft')}
            </EndHeader>
            <EndHeader scope="col" width="12%">
              {t('replay.people.change')}
            </EndHeader>
            <Table.HeaderCell scope="col">
              <Hidden>{t('replay.people.picture', { low: scale.low, high: scale.high })}</Hidden>
              <Axis aria-hidden>
                {scale.ticks.map((tick) => (
                  <span key={tick} style={{ insetInlineStart: cssPercent(scale.place(tick)) }}>
                    {format.text('tickets', tick)}
                  </span>
                ))}
              </Axis>
            </Table.HeaderCell>
          </Table.HeaderRow>
        </Table.Head>
        <Table.Body>
          {people.slice(0, MOST_SHOWN).map((change) => (
            <ReplayPerson
              key={change.subject.id}
              change={change}
              name={nameIn(change)}
              isEarlier={change.period.id !== lastPeriod}
              scale={scale}
            />
          ))}
        </Table.Body>
      </Wide>
      {people.length > MOST_SHOWN && (
        <Subtle as="p">{t('replay.people.rest', { count: people.length - MOST_SHOWN })}</Subtle>
      )}
    </ReplayPart>
  )
}
