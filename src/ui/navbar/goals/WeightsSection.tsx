import { Field, Select } from '@zendeskgarden/react-forms'
import { LG } from '@zendeskgarden/react-typography'
import { useId } from 'react'
import { styled } from 'styled-components'
import { ROLE_TEMPLATES, type RoleTemplate } from '../../../domain/draft.ts'
import { FAMILIES, METRICS, type MetricKey, SCORECARD_METRICS } from '../../../domain/metrics.ts'
import { type RulebookVersion, sumOf } from '../../../domain/rulebook.ts'
import { useLanguage } from '../../Language.tsx'
import { Ends, Subtle } from '../../parts/text.ts'
import { NumberField } from './NumberField.tsx'

const Fields = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 180px), 1fr));
  gap: ${({ theme }) => theme.space.sm};
  align-items: end;
  margin: ${({ theme }) => theme.space.xs} 0;
`

const Template = styled(Field)`
  max-width: 280px;
`

interface WeightsSectionProps {
  readonly draft: RulebookVersion
  readonly present: RulebookVersion
  readonly onDraft: (draft: RulebookVersion) => void
}

/** What each metric counts, and how the weight is spread over quality and speed. */
export function WeightsSection({ draft, present, onDraft }: WeightsSectionProps) {
  const { t, format } = useLanguage()
  const heading = useId()
  const weightOf = ({ weights }: RulebookVersion, metric: MetricKey) => weights.get(metric) ?? 0
  const sum = sumOf(draft.weights.values())
  const mix = FAMILIES.map((family) => ({
    family,
    percent: SCORECARD_METRICS.filter((metric) => METRICS[metric].family === family).reduce(
      (total, metric) => total + weightOf(draft, metric),
      0,
    ),
  })).filter(({ percent }) => percent > 0)

  const setWeight = (metric: MetricKey, weight: number) =>
    onDraft({ ...draft, weights: new Map([...draft.weights, [metric, weight]]) })

  const takeTemplate = (name: RoleTemplate) =>
    onDraft({ ...draft, weights: new Map(ROLE_TEMPLATES[name].weights), teamShare: ROLE_TEMPLATES[name].teamShare })

  return (
    <section aria-labelledby={heading}>
      <Ends>
        <LG tag="h2" isBold id={heading}>
          {t('goals.weights.title')}
        </LG>
        <span role="status">{t('goals.weights.sum', { sum: format.text('ratio', sum / 100) })}</span>
      </Ends>
      <Fields>
        {SCORECARD_METRICS.map((metric) => (
          <NumberField
            key={metric}
            isLabelHidden={false}
            label={t(METRICS[metric].context ? 'goals.weights.context' : 'goals.weights.of', {
              metric: t(`metric.${metric}.name`),
            })}
            value={weightOf(draft, metric)}
            unit={t('goals.percent')}
            isChanged={weightOf(draft, metric) !== weightOf(present, metric)}
            isFaulty={METRICS[metric].context && weightOf(draft, metric) > 0}
            onChange={(typed) => setWeight(metric, Number.isNaN(typed) ? 0 : typed)}
          />
        ))}
      </Fields>
      <Subtle as="p">
        {format.list(
          mix.map(({ family, percent }) =>
            t(`goals.family.${family}`, { percent: format.text('ratio', percent / 100) }),
          ),
        )}
      </Subtle>
      <Template>
        <Field.Label isRegular>{t('goals.template.label')}</Field.Label>
        <Select isCompact value="" onChange={({ target }) => takeTemplate(target.value as RoleTemplate)}>
          <option value="" disabled>
            {t('goals.template.choose')}
          </option>
          {(Object.keys(ROLE_TEMPLATES) as RoleTemplate[]).map((name) => (
            <option key={name} value={name}>
              {t(`goals.template.${name}`)}
            </option>
          ))}
        </Select>
      </Template>
    </section>
  )
}
