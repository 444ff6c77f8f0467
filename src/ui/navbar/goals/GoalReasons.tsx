import { Button } from '@zendeskgarden/react-buttons'
import { Field, Input, Select } from '@zendeskgarden/react-forms'
import { styled } from 'styled-components'
import { type Goal, REASON_KEYS, type Reasons } from '../../../domain/goal.ts'
import type { Clock } from '../../../domain/metrics.ts'
import { CADENCES, type Cadence } from '../../../domain/period.ts'
import { unitOf } from '../../../i18n/format.ts'
import { useLanguage } from '../../Language.tsx'

const Form = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.space.sm};
  padding: ${({ theme }) => theme.space.xs} 0;
  max-width: 640px;
`

const Buttons = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: ${({ theme }) => theme.space.xs};
`

interface GoalReasonsProps {
  readonly goal: Goal
  readonly placeName: string
  readonly clock: Clock
  /** `each month`. */
  readonly period: string
  /** The day from which the draft acts. */
  readonly from: string | null
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
  readonly onChange: (goal: Goal) => void
  readonly onCadence: (cadence: Cadence | null) => void
  readonly onRemove: () => void
}

/** Why a goal is what it is, in five sentences: what it says of itself can be filled in, what people have to know cannot. */
export function GoalReasons({
  goal,
  placeName,
  clock,
  period,
  from,
  isOpen,
  onOpen,
  onChange,
  onCadence,
  onRemove,
}: GoalReasonsProps) {
  const { t, format } = useLanguage()
  const missing = REASON_KEYS.filter((key) => (goal.why?.[key] ?? '').trim() === '')
  const set = (key: keyof Reasons, text: string) =>
    onChange({ ...goal, why: { ...NO_REASONS, ...goal.why, [key]: text } })
  const metric = t(`metric.${goal.metric}.name`)

  function fillIn() {
    const given = { ...NO_REASONS, ...goal.why }
    const target = format.text(unitOf(goal.metric, clock), goal.target)
    onChange({
      ...goal,
      why: {
        ...given,
        specific: given.specific || t('goals.fill.specific', { metric, place: placeName }),
        measurable:
          given.measurable || t('goals.fill.measurable', { target, definition: t(`metric.${goal.metric}.definition`) }),
        timeBound:
          given.timeBound ||
          (from === null || from === '' ? period : t('goals.fill.timeBound', { period, day: format.day(from) })),
      },
    })
  }

  return (
    <>
      <Buttons>
        <Button size="small" isBasic aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
          {missing.length === 0 ? t('goals.whyState.complete') : t('goals.whyState.missing', { count: missing.length })}
        </Button>
        <Button size="small" isBasic isDanger onClick={onRemove} aria-label={t('goals.removeOf', { metric })}>
          {t('goals.remove')}
        </Button>
      </Buttons>
      {isOpen && (
        <Form>
          {REASON_KEYS.map((key) => (
            <Field key={key}>
              <Field.Label>{t(`goals.why.${key}`)}</Field.Label>
              <Field.Hint>{t(`goals.whyHint.${key}`)}</Field.Hint>
              <Input isCompact value={goal.why?.[key] ?? ''} onChange={({ target }) => set(key, target.value)} />
            </Field>
          ))}
          <Field>
            <Field.Label>{t('goals.cadence')}</Field.Label>
            <Select
              isCompact
              value={goal.cadence ?? ''}
              onChange={({ target }) => onCadence(CADENCES.find((cadence) => cadence === target.value) ?? null)}
            >
              <option value="">{t('goals.every.any')}</option>
              {CADENCES.map((cadence) => (
                <option key={cadence} value={cadence}>
                  {t(`goals.every.${cadence}`)}
                </option>
              ))}
            </Select>
          </Field>
          {missing.length > 0 && (
            <div>
              <Button size="small" onClick={fillIn}>
                {t('goals.fill.button')}
              </Button>
            </div>
          )}
        </Form>
      )}
    </>
  )
}

const NO_REASONS: Reasons = { specific: '', measurable: '', attainable: '', relevant: '', timeBound: '' }
