import { Field, Range } from '@zendeskgarden/react-forms'
import { styled } from 'styled-components'
import { asTyped } from '../../../domain/goal.ts'
import type { RulebookVersion } from '../../../domain/rulebook.ts'
import { useLanguage } from '../../Language.tsx'
import { Subtle } from '../../parts/text.ts'
import { NumberField } from './NumberField.tsx'

const Guards = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 240px), 1fr));
  gap: ${({ theme }) => theme.space.sm};
  align-items: end;
  margin-top: ${({ theme }) => theme.space.md};
`

interface TeamShareSectionProps {
  readonly draft: RulebookVersion
  readonly present: RulebookVersion
  readonly onDraft: (draft: RulebookVersion) => void
}

/** How much of a score is the team's, and what must not suffer. */
export function TeamShareSection({ draft, present, onDraft }: TeamShareSectionProps) {
  const { t, format } = useLanguage()
  const { guards, teamShare } = draft
  const share = format.text('ratio', teamShare)
  return (
    <section>
      <Field>
        <Field.Label>{t('goals.teamShare.label', { share })}</Field.Label>
        {teamShare !== present.teamShare && (
          <Subtle as="p">{t('goals.teamShare.was', { share: format.text('ratio', present.teamShare) })}</Subtle>
        )}
        <Range
          min={0}
          max={100}
          step={5}
          value={Math.round(teamShare * 100)}
          aria-valuetext={share}
          onChange={({ target }) => onDraft({ ...draft, teamShare: Number(target.value) / 100 })}
        />
        <Field.Hint>{t('goals.teamShare.hint')}</Field.Hint>
      </Field>
      <Guards>
        <NumberField
          isLabelHidden={false}
          label={t('goals.guard.mostReopened')}
          value={asTyped('reopenRate', guards.mostReopened)}
          unit={t('goals.percent')}
          isChanged={guards.mostReopened !== present.guards.mostReopened}
          onChange={(typed) => setGuard('mostReopened', typed)}
        />
        <NumberField
          isLabelHidden={false}
          label={t('goals.guard.leastRated')}
          value={asTyped('csat', guards.leastRated)}
          unit={t('goals.percent')}
          isChanged={guards.leastRated !== present.guards.leastRated}
          onChange={(typed) => setGuard('leastRated', typed)}
        />
      </Guards>
    </section>
  )

  function setGuard(guard: keyof typeof guards, typed: number) {
    if (typed >= 0 && typed <= 100) onDraft({ ...draft, guards: { ...guards, [guard]: typed / 100 } })
  }
}
