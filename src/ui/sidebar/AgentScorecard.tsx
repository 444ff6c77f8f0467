import { type ReactNode, useLayoutEffect } from 'react'
import { styled } from 'styled-components'
import { withScorecard } from '../../i18n/scorecardTexts.ts'
import type { Facts } from '../../sync/syncState.ts'
import { endFirstPaint } from '../firstPaint.ts'
import { LanguageProvider, useLanguage } from '../Language.tsx'
import { Badges } from '../parts/Badges.tsx'
import { LeftOut } from '../parts/LeftOut.tsx'
import { SettingsProblems } from '../parts/SettingsProblems.tsx'
import { Section } from '../parts/Section.tsx'
import { Stack } from '../parts/text.ts'
import type { ScreenProps } from '../screen.ts'
import { Changes } from './Changes.tsx'
import { EmptyRemarks } from './EmptyRemarks.tsx'
import { NextStep } from './NextStep.tsx'
import { Outlook } from './Outlook.tsx'
import { OwnGoal } from './OwnGoal.tsx'
import { OwnMetrics } from './OwnMetrics.tsx'
import { ScoreGlance } from './ScoreGlance.tsx'
import { ThisTicket } from './ThisTicket.tsx'
import { useCardKept } from './useCardKept.ts'
import { useOwnNumbers } from './useOwnNumbers.ts'
import { WhoSees } from './WhoSees.tsx'

const Gap = styled(Stack)`
  gap: ${({ theme }) => theme.space.xs};
`

interface AgentScorecardProps extends Pick<
  ScreenProps,
  'settings' | 'problems' | 'store' | 'now' | 'openTicket' | 'openPage' | 'keepCard'
> {
  readonly facts: Facts
  /** The last line: how fresh this is. */
  readonly children: ReactNode
}

/** My score and metrics, what changed, what they earned, and what was left out. */
export function AgentScorecard(props: AgentScorecardProps) {
  const { locale, timeZone } = useLanguage()
  return (
    <LanguageProvider locale={locale} timeZone={timeZone} complete={withScorecard}>
      <Parts {...props} />
    </LanguageProvider>
  )
}

function Parts({
  facts,
  settings,
  problems,
  store,
  now,
  openTicket,
  openPage,
  keepCard,
  children,
}: AgentScorecardProps) {
  const own = useOwnNumbers(facts, settings, store.lookDesk)
  const { scorecard, period, name, hasGoals, isEmpty, later } = own
  useLayoutEffect(endFirstPaint, [])
  useCardKept(own, facts, settings, keepCard)
  return (
    <>
      {problems.length > 0 && (
        <Section>
          <SettingsProblems problems={problems} isAdmin={facts.person.isAdmin} />
        </Section>
      )}
      <EmptyRemarks own={own} facts={facts} />
      {hasGoals && !isEmpty && (
        <Section>
          <ScoreGlance scorecard={scorecard} settings={settings} trend={later?.scores ?? []}>
            <Outlook paces={own.paces} period={period} now={facts.asOf} />
          </ScoreGlance>
        </Section>
      )}
      {later?.since && (
        <Section>
          <Changes since={later.since} now={now()} onOpenTicket={openTicket} />
        </Section>
      )}
      <ThisTicket desk={store.ticketDesk} facts={facts} scorecard={scorecard} settings={settings} now={now} />
      <OwnMetrics own={own} facts={facts} settings={settings} onOpenTicket={openTicket} />
      {hasGoals && (
        <Section>
          <Gap>
            <Badges awards={own.awards} period={name} />
            {own.nextStep && <NextStep {...own.nextStep} clock={settings.rules.clock} />}
          </Gap>
        </Section>
      )}
      <Section>
        <OwnGoal desk={store.ownGoalDesk} period={period} scorecard={scorecard} />
      </Section>
      <Section as="footer">
        <LeftOut tally={own.tally} />
        <WhoSees privacy={settings.privacy} onDetails={() => openPage('team')} />
        {children}
      </Section>
    </>
  )
}
