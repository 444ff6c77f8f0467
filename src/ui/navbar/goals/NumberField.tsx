import { Field, Input } from '@zendeskgarden/react-forms'
import { getColor } from '@zendeskgarden/react-theming'
import { useState } from 'react'
import { styled } from 'styled-components'
import { useLanguage } from '../../Language.tsx'
import { Subtle } from '../../parts/text.ts'

/** Marks what the draft has changed, beside the words that say so. */
const Edge = styled.div<{ readonly $isChanged: boolean }>`
  border-inline-start: 3px solid
    ${({ theme, $isChanged }) => ($isChanged ? getColor({ theme, variable: 'border.primaryEmphasis' }) : 'transparent')};
  display: flex;
  gap: ${({ theme }) => theme.space.xxs};
  align-items: center;
  margin-inline-start: -5px;
  padding-inline-start: 2px;
`

const Unit = styled(Subtle)`
  white-space: nowrap;
`

interface NumberFieldProps {
  /** Said to screen readers and, where there is no column heading, shown. */
  readonly label: string
  readonly isLabelHidden?: boolean
  /** As it is typed; `NaN`: nothing, or nothing that can be read. */
  readonly value: number
  readonly unit: string
  readonly isChanged?: boolean
  readonly isFaulty?: boolean
  readonly onChange: (value: number) => void
}

/** A number as people type it: with a comma or a point. What cannot be read stays in the field and counts as nothing. */
export function NumberField({
  label,
  isLabelHidden = true,
  value,
  unit,
  isChanged = false,
  isFaulty = false,
  onChange,
}: NumberFieldProps) {
  const { t } = useLanguage()
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed !== null && sameNumber(readNumber(typed), value) ? typed : written(value)
  return (
    <Field>
      <Field.Label hidden={isLabelHidden} isRegular>
        {isChanged ? t('goals.changed', { label }) : label}
      </Field.Label>
      <Edge $isChanged={isChanged}>
        <Input
          isCompact
          inputMode="decimal"
          autoComplete="off"
          value={text}
          {...(isFaulty ? { validation: 'error' } : {})}
          onChange={({ target }) => {
            setTyped(target.value)
            onChange(readNumber(target.value))
          }}
          onBlur={() => {
            if (!Number.isNaN(value)) setTyped(null)
          }}
        />
        <Unit aria-hidden>{unit}</Unit>
      </Edge>
    </Field>
  )
}

const readNumber = (text: string): number => (/^\s*\d+([.,]\d+)?\s*$/.test(text) ? Number(text.replace(',', '.')) : NaN)

/** Without the noise of binary fractions: 92.5, not 92.50000000000001. */
const written = (value: number): string => (Number.isNaN(value) ? '' : String(Math.round(value * 1e4) / 1e4))

const sameNumber = (a: number, b: number): boolean =>
  (Number.isNaN(a) && Number.isNaN(b)) || Math.abs(a - b) < 1e-9 * Math.max(1, Math.abs(b))
