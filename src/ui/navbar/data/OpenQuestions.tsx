import type { Insight } from '../../../sync/insight.ts'
import type { Facts } from '../../../sync/syncState.ts'
import { useLanguage } from '../../Language.tsx'
import { Entry } from './Entry.tsx'
import { Finding } from './Finding.tsx'
import { Panel } from './Panel.tsx'

const QUESTIONS = ['times', 'ratings', 'limits', 'storage'] as const

interface OpenQuestionsProps {
  readonly facts: Facts | null
  readonly insight: Insight
}

/** What Zendesk's documentation leaves open, with what this account and this browser showed. */
export function OpenQuestions({ facts, insight }: OpenQuestionsProps) {
  const { t } = useLanguage()
  const found = {
    times: insight.metricSetsInSearch,
    // What an admin may read tells nothing about agents.
    ratings: facts?.person.isAdmin === false ? insight.ratings : null,
    limits: insight.limitHeaders,
    storage: insight.isKept,
  }
  return (
    <Panel title={t('data.open.title')} hint={t('data.open.hint')}>
      {QUESTIONS.map((question) => (
        <Entry key={question} name={t(`data.question.${question}.name`)}>
          <Finding found={found[question]} hint={t(`data.question.${question}.hint`)}>
            {found[question] === null
              ? t('data.open.unseen')
              : t(`data.question.${question}.${found[question] ? 'yes' : 'no'}`)}
          </Finding>
        </Entry>
      ))}
    </Panel>
  )
}
