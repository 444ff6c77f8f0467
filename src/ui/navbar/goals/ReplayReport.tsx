import { Button } from '@zendeskgarden/react-buttons'
import { LG } from '@zendeskgarden/react-typography'
import { useId } from 'react'
import { styled } from 'styled-components'
import type { Replay } from '../../../domain/replay.ts'
import { periodName } from '../../../i18n/periodName.ts'
import { useLanguage } from '../../Language.tsx'
import { Ends, Subtle } from '../../parts/text.ts'
import { replayCsv } from './replayCsv.ts'
import { download } from '../../download.ts'
import { ReplayFigures } from './ReplayFigures.tsx'
import { ReplayHitRates } from './ReplayHitRates.tsx'
import { ReplayPeople } from './ReplayPeople.tsx'
import { ReplayPeriods } from './ReplayPeriods.tsx'
import { ReplayRecognition } from './ReplayRecognition.tsx'

const Whole = styled.section`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: ${({ theme }) => theme.space.md};
`

/** Side by side where there is room. */
const Beside = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr));
  gap: ${({ theme }) => `${theme.space.md} ${theme.space.lg}`};
`

interface ReplayReportProps {
  readonly replay: Replay
  /** Names of the two versions. */
  readonly present: string
  readonly draft: string
  readonly nameOf: (kind: 'agent' | 'group', id: number) => string
  readonly minimumSample: number
}

/** What the past would have been under a draft of the rules, beside the rules in force. */
export function ReplayReport({ replay, present, draft, nameOf, minimumSample }: ReplayReportProps) {
  const { t, format } = useLanguage()
  const heading = useId()
  const { people } = replay
  const [first, last] = [replay.present.periods[0], replay.present.periods.at(-1)]
  const [most, ...others] = people
  return (
    <Whole aria-labelledby={heading}>
      <Ends>
        <LG tag="h3" isBold id={heading}>
          {t('replay.title')}
        </LG>
        {most && (
          <Button isBasic size="small" onClick={keep}>
            {t('replay.csv.button')}
          </Button>
        )}
      </Ends>
      {first === undefined || last === undefined ? (
        <p>{t('replay.noPast')}</p>
      ) : most === undefined ? (
        <p>{t('replay.noScores')}</p>
      ) : (
        <>
          <Subtle as="p">
            {first === last
              ? t('replay.day', { period: periodName(first.period, t, format), present, draft })
              : t('replay.days', {
                  first: periodName(first.period, t, format),
                  last: periodName(last.period, t, format),
                  present,
                  draft,
                })}{' '}
            {t('replay.reading')} {t('replay.minimum', { count: minimumSample })}
          </Subtle>
          <Beside>
            <ReplayFigures replay={replay} nameOf={nameOf} />
            <ReplayPeriods present={replay.present} draft={replay.draft} />
          </Beside>
          <ReplayPeople
            people={[most, ...others]}
            lastPeriod={last.period.id}
            present={present}
            draft={draft}
            nameOf={nameOf}
          />
          <Beside>
            <ReplayHitRates present={replay.present} draft={replay.draft} />
            <ReplayRecognition present={replay.present} draft={replay.draft} nameOf={nameOf} />
          </Beside>
        </>
      )}
    </Whole>
  )

  /** With the mark of its encoding in front, by which spreadsheets know it. */
  function keep() {
    const text = replayCsv(replay, { present, draft, nameOf }, t)
    download(t('replay.csv.file'), 'text/csv;charset=utf-8', `\uFEFF${text}`)
  }
}
