import { Field, Select } from '@zendeskgarden/react-forms'
import { styled } from 'styled-components'
import type { Group } from '../../domain/people.ts'
import { useLanguage } from '../Language.tsx'
import type { GroupChoices } from './groupChoices.ts'

const Picker = styled(Field)`
  width: 280px;
  max-width: 100%;
`

interface GroupPickerProps {
  readonly choices: GroupChoices
  readonly chosen: number | null
  readonly onChoose: (group: number) => void
}

/** Which team to show. */
export function GroupPicker({ choices: { own, others }, chosen, onChoose }: GroupPickerProps) {
  const { t } = useLanguage()
  return (
    <Picker>
      <Field.Label>{t('team.group')}</Field.Label>
      <Select isCompact value={chosen ?? ''} onChange={({ target }) => onChoose(Number(target.value))}>
        {chosen === null && (
          <option value="" disabled>
            {t('team.choose')}
          </option>
        )}
        <Options label={t('team.ownGroups')} groups={own} />
        <Options label={t('team.otherGroups')} groups={others} />
      </Select>
    </Picker>
  )
}

function Options({ label, groups }: { readonly label: string; readonly groups: readonly Group[] }) {
  if (groups.length === 0) return null
  return (
    <optgroup label={label}>
      {groups.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </optgroup>
  )
}
