import { LG } from '@zendeskgarden/react-typography'
import { useId } from 'react'
import { styled } from 'styled-components'
import { type Instant, localDay } from '../../../domain/period.ts'
import { type RulebookVersion, versionFor, versionOn } from '../../../domain/rulebook.ts'
import type { Settings } from '../../../domain/settings.ts'
import { periodName } from '../../../i18n/periodName.ts'
import type { Facts } from '../../../sync/syncState.ts'
import { useLanguage } from '../../Language.tsx'
import { Subtle } from '../../parts/text.ts'
import { usePeriod } from '../../usePeriod.ts'
import { Measure } from '../Page.ts'
import { nextVersion, scoresRules } from './scoresRules.ts'
import { ScoresVersion } from './ScoresVersion.tsx'
import { WorkedExample } from './WorkedExample.tsx'

const Words = styled(Measure)`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: ${({ theme }) => theme.space.lg};
`

interface HowScoresAreMadeProps {
  readonly settings: Settings
  /** `null`: nothing has been read. */
  readonly facts: Facts | null
  readonly now: Instant
}

/** A goal set for one person is that person's business, and the admins'. */
function readableBy(version: RulebookVersion, reader: Facts['person'] | null): RulebookVersion {
  if (reader?.isAdmin === true) return version
  return { ...version, goals: version.goals.filter(({ scope, of }) => scope !== 'agent' || of === reader?.id) }
}

/** The rules of the scores in plain language, for everybody: those in force, a score worked out, and the rules to come. */
export function HowScoresAreMade({ settings, facts, now }: HowScoresAreMadeProps) {
  const { t, format, timeZone } = useLanguage()
  const heading = useId()
  const period = usePeriod(now, settings)
  const { rulebook, cadence } = settings
  const people = facts?.people ?? null
  const today = localDay(now, timeZone)
  const reader = facts?.person ?? null
  const inForce = versionOn(rulebook, today)
  const present = scoresRules(readableBy(inForce, reader), cadence)
  const { version, effectiveFrom } = inForce
  const next = nextVersion(rulebook, today)
  const nextDay = next && format.day(next.effectiveFrom)
  return (
    <Words as="section" aria-labelledby={heading}>
      <div>
        <LG tag="h2" isBold id={heading}>
          {t('scores.title')}
        </LG>
        <Subtle as="p">
          {t('scores.hint')} {t(`scores.cadence.${cadence}`)}
        </Subtle>
      </div>
      <ScoresVersion
        rules={present}
        known={null}
        settings={settings}
        people={people}
        title={t('scores.now.title')}
        caption={t('scores.caption.now')}
      >
        {effectiveFrom === null
          ? t('scores.now.fromSettings')
          : t('scores.now.since', { version: String(version), day: format.day(effectiveFrom) })}{' '}
        {versionFor(rulebook, period) !== inForce && t('scores.now.still', { period: periodName(period, t, format) })}
      </ScoresVersion>
      <WorkedExample rules={present} settings={settings} facts={facts} now={now} />
      {next && nextDay !== null && (
        <ScoresVersion
          rules={scoresRules(readableBy(next, reader), cadence)}
          known={present}
          settings={settings}
          people={people}
          title={t('scores.next.title', { day: nextDay })}
          caption={t('scores.caption.next', { day: nextDay })}
        >
          {t(`scores.next.${cadence}`, { version: String(next.version), day: nextDay })}
        </ScoresVersion>
      )}
    </Words>
  )
}
