import { Button } from '@zendeskgarden/react-buttons'
import { focusStyles, getColor } from '@zendeskgarden/react-theming'
import { useId, useState } from 'react'
import { css, styled } from 'styled-components'
import type { MetricKey } from '../../domain/metrics.ts'
import type { Period } from '../../domain/period.ts'
import type { Scorecard } from '../../domain/scorecard.ts'
import { NOTE_LENGTH, type OwnGoal, type OwnGoalDesk } from '../../sync/ownGoalDesk.ts'
import { download } from '../download.ts'
import { useLanguage } from '../Language.tsx'
import { Buttons } from '../parts/Buttons.ts'
import { headlines } from '../parts/headlines.ts'
import { Stack, Subtle } from '../parts/text.ts'

const Form = styled.form`
  display: grid;
  gap: ${({ theme }) => theme.space.sm};
  padding: ${({ theme }) => `${theme.space.xs} 0`};
`

/** Looks like Garden's fields; drawn here because Garden's forms would weigh on everybody's first paint. */
const control = css`
  border: ${({ theme }) => theme.borders.sm} ${({ theme }) => getColor({ theme, variable: 'border.emphasis' })};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  background: ${({ theme }) => getColor({ theme, variable: 'background.default' })};
  padding: ${({ theme }) => theme.space.xs};
  width: 100%;
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.default' })};
  font: inherit;
  ${({ theme }) => focusStyles({ theme })}
`

const Choice = styled.select`
  ${control}
`

const Note = styled.textarea`
  ${control}
  resize: vertical;
`

interface OwnGoalFormProps {
  readonly desk: OwnGoalDesk
  readonly period: Period
  readonly scorecard: Scorecard
  readonly goals: readonly OwnGoal[]
  readonly onChange: (goals: readonly OwnGoal[]) => void
}

/** Where a person says what they want to work on, and a word to themselves. */
export function OwnGoalForm({ desk, period, scorecard, goals, onChange }: OwnGoalFormProps) {
  const { t } = useLanguage()
  const id = useId()
  const known = goals.find((each) => each.period === period.id) ?? null
  const metrics = headlines(scorecard).map(({ line }) => line.metric)
  const [metric, setMetric] = useState<MetricKey>(known?.metric ?? metrics[0]!)
  const [note, setNote] = useState(known?.note ?? '')
  const [said, setSaid] = useState<'kept' | 'unkept' | 'removed' | null>(null)
  const told = async (isKept: boolean, words: 'kept' | 'removed') => {
    setSaid(isKept ? words : 'unkept')
    onChange(await desk.read())
  }
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault()
        void desk.set({ period: period.id, metric, note }).then((isKept) => told(isKept, 'kept'))
      }}
    >
      <Stack>
        <label htmlFor={`${id}-metric`}>{t('ownGoal.metric')}</label>
        <Choice
          id={`${id}-metric`}
          value={metric}
          onChange={({ target }) => setMetric(metrics.find((each) => each === target.value)!)}
        >
          {metrics.map((each) => (
            <option key={each} value={each}>
              {t(`metric.${each}.name`)}
            </option>
          ))}
        </Choice>
      </Stack>
      <Stack>
        <label htmlFor={`${id}-note`}>{t('ownGoal.note')}</label>
        <Note
          id={`${id}-note`}
          aria-describedby={`${id}-hint`}
          dir="auto"
          rows={3}
          maxLength={NOTE_LENGTH}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
        <Subtle id={`${id}-hint`}>{t('ownGoal.hint')}</Subtle>
      </Stack>
      <Buttons>
        <Button size="small" type="submit">
          {t('ownGoal.keep')}
        </Button>
        {known !== null && (
          <Button
            size="small"
            isBasic
            onClick={() => {
              setNote('')
              void desk.remove(period.id).then((isKept) => told(isKept, 'removed'))
            }}
          >
            {t('ownGoal.remove')}
          </Button>
        )}
        {goals.length > 0 && (
          <Button
            size="small"
            isBasic
            onClick={() => download('laurel-own-goals.json', 'application/json', JSON.stringify(goals, null, 2))}
          >
            {t('ownGoal.export')}
          </Button>
        )}
      </Buttons>
      <Stack role="status">{said !== null && <Subtle>{t(`ownGoal.said.${said}`)}</Subtle>}</Stack>
    </Form>
  )
}
