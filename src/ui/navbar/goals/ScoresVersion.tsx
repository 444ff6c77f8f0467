import { MD } from '@zendeskgarden/react-typography'
import { type ReactNode, useId } from 'react'
import { styled } from 'styled-components'
import type { People } from '../../../domain/people.ts'
import type { Settings } from '../../../domain/settings.ts'
import { useLanguage } from '../../Language.tsx'
import { Entry } from '../data/Entry.tsx'
import { ScoresDefinitions } from './ScoresDefinitions.tsx'
import { ScoresEntries } from './ScoresEntries.ts'
import { isUnjudged, type ScoresRules } from './scoresRules.ts'
import { ScoresSpecialGoals } from './ScoresSpecialGoals.tsx'
import { ScoresTable } from './ScoresTable.tsx'
import { scoresTopics } from './scoresTopics.ts'

const Part = styled.section`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: ${({ theme }) => theme.space.md};
`

interface ScoresVersionProps {
  readonly rules: ScoresRules
  /** Rules that the reader has read about already: of these only what differs is told. */
  readonly known: ScoresRules | null
  readonly settings: Settings
  /** `null`: nobody is known by name. */
  readonly people: People | null
  readonly title: string
  readonly caption: string
  /** When they act. */
  readonly children: ReactNode
}

/** One version of the rules: when and why, its weights and goals, and what it decides. */
export function ScoresVersion({ rules, known, settings, people, title, caption, children }: ScoresVersionProps) {
  const { t, format } = useLanguage()
  const heading = useId()
  const { reason } = rules.version
  const { clock } = settings.rules
  const wording = { t, format, minimumSample: settings.minimumSample }
  const said = known === null ? [] : scoresTopics(known, wording)
  const topics = scoresTopics(rules, wording)
  const news = topics.filter(({ key, text }) => said.every((topic) => topic.key !== key || topic.text !== text))
  const undefinedYet = rules.weighted.filter(({ metric }) => !known?.weighted.some((each) => each.metric === metric))
  return (
    <Part aria-labelledby={heading}>
      <div>
        <MD tag="h3" isBold id={heading}>
          {title}
        </MD>
        <p>
          {children} {news.length < topics.length && !isUnjudged(rules) && t('scores.next.same')}
        </p>
        {reason !== '' && <p>{t('scores.reason', { reason })}</p>}
      </div>
      <ScoresTable rules={rules} clock={clock} caption={caption} />
      {rules.special.length > 0 && <ScoresSpecialGoals goals={rules.special} clock={clock} people={people} />}
      {rules.special.length === 0 && known !== null && known.special.length > 0 && <p>{t('scores.special.none')}</p>}
      {undefinedYet.length > 0 && <ScoresDefinitions metrics={undefinedYet} rules={settings.rules} />}
      {news.length > 0 && (
        <ScoresEntries>
          {news.map(({ key, text }) => (
            <Entry key={key} name={t(`scores.topic.${key}`)}>
              {text}
            </Entry>
          ))}
        </ScoresEntries>
      )}
    </Part>
  )
}
