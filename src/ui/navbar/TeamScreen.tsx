import { XL } from '@zendeskgarden/react-typography'
import { useMemo, useState } from 'react'
import { styled } from 'styled-components'
import type { Settings } from '../../domain/settings.ts'
import { daysCovered } from '../../i18n/periodName.ts'
import type { Cost, Facts } from '../../sync/syncState.ts'
import { useLanguage } from '../Language.tsx'
import { Offer } from '../parts/Offer.tsx'
import { Remark } from '../parts/Remark.tsx'
import { Subtle } from '../parts/text.ts'
import type { ScreenStore } from '../screen.ts'
import { usePeriod } from '../usePeriod.ts'
import { groupChoices, groupShown } from './groupChoices.ts'
import { GroupPicker } from './GroupPicker.tsx'
import { Measure } from './Page.ts'
import { TeamReport } from './TeamReport.tsx'

const Head = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: ${({ theme }) => theme.space.sm} ${({ theme }) => theme.space.md};
  align-items: flex-end;
  justify-content: space-between;
`

interface TeamScreenProps {
  readonly facts: Facts
  readonly settings: Settings
  /** What reading the chosen group would cost, while it has not been read. */
  readonly offered: Cost | null
  readonly store: Pick<ScreenStore, 'chooseGroup' | 'readOffered'>
}

/** One group: its name, the picker of others, and its report. */
export function TeamScreen({ facts, settings, offered, store }: TeamScreenProps) {
  const { t, format, timeZone } = useLanguage()
  const [chosen, setChosen] = useState<number | null>(null)
  const period = usePeriod(facts.asOf, settings)
  const choices = useMemo(() => groupChoices(facts, format.compare), [facts, format])
  const shown = offered?.group ?? groupShown(facts, chosen, choices)
  const hasGroups = choices.own.length + choices.others.length > 0
  const choose = (group: number) => {
    setChosen(group)
    store.chooseGroup(group)
  }
  return (
    <>
      <Head>
        <div>
          <XL tag="h1" isBold>
            {shown === null ? t('team.title') : nameOf(shown)}
          </XL>
          <Subtle as="p">
            {t('period.coversInZone', {
              days: daysCovered(period, facts.asOf, format),
              zone: timeZone,
              clock: t(`clock.${settings.rules.clock}`),
            })}
          </Subtle>
        </div>
        {hasGroups && <GroupPicker choices={choices} chosen={chosen ?? shown} onChoose={choose} />}
      </Head>
      {offered !== null ? (
        <Measure>
          <Offer cost={offered} onRead={store.readOffered} />
        </Measure>
      ) : shown !== null ? (
        <TeamReport key={shown} facts={facts} settings={settings} period={period} group={shown} name={nameOf(shown)} />
      ) : (
        <Measure>
          <Remark type="info" title={t(hasGroups ? 'team.choose' : 'team.noGroups')}>
            <p>{t(hasGroups ? 'team.chooseHint' : 'team.noGroupsHint')}</p>
          </Remark>
        </Measure>
      )}
    </>
  )

  function nameOf(group: number): string {
    return facts.people.groups.get(group)?.name ?? t('team.unnamedGroup', { id: String(group) })
  }
}
