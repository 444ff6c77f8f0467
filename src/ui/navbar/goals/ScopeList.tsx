import { focusStyles, getColor } from '@zendeskgarden/react-theming'
import { Field, Select } from '@zendeskgarden/react-forms'
import { useId, useMemo } from 'react'
import { styled } from 'styled-components'
import type { People } from '../../../domain/people.ts'
import type { RulebookVersion } from '../../../domain/rulebook.ts'
import { useLanguage } from '../../Language.tsx'
import { SmallHeading, Subtle } from '../../parts/text.ts'
import type { GoalPlace } from './GoalTable.tsx'

const List = styled.ul`
  display: flex;
  flex-wrap: wrap;
  gap: ${({ theme }) => theme.space.xxs};
  margin: ${({ theme }) => theme.space.xs} 0;
  @media (min-width: 1100px) {
    display: grid;
  }
`

const Choice = styled.button`
  display: grid;
  border: 0;
  border-inline-start: 3px solid transparent;
  border-radius: ${({ theme }) => theme.borderRadii.md};
  background: none;
  padding: ${({ theme }) => `${theme.space.xxs} ${theme.space.xs}`};
  width: 100%;
  min-height: 32px;
  color: inherit;
  font: inherit;
  text-align: start;
  overflow-wrap: anywhere;
  cursor: pointer;
  &:hover,
  &[aria-pressed='true'] {
    background: ${({ theme }) => getColor({ theme, variable: 'background.subtle' })};
  }
  &[aria-pressed='true'] {
    border-inline-start-color: ${({ theme }) => getColor({ theme, variable: 'border.primaryEmphasis' })};
  }
  ${({ theme }) => focusStyles({ theme })}
`

interface ScopeListProps {
  readonly draft: RulebookVersion
  readonly people: People
  readonly place: GoalPlace
  readonly onPlace: (place: GoalPlace) => void
  readonly placeName: (place: GoalPlace) => string
}

/** For whom the goals on the page are set: the account, each group, and people with goals of their own. */
export function ScopeList({ draft, people, place, onPlace, placeName }: ScopeListProps) {
  const { t, format } = useLanguage()
  const heading = useId()
  const byName = (a: GoalPlace, b: GoalPlace) => format.compare(placeName(a), placeName(b))
  const places = useMemo(() => {
    const groups = [...people.groups.values()].filter(({ isDeleted }) => !isDeleted).map(({ id }) => id)
    const withGoals = (scope: 'group' | 'agent') =>
      draft.goals.flatMap((goal) => (goal.scope === scope && goal.of !== null ? [goal.of] : []))
    const agents = [...withGoals('agent'), ...(place.scope === 'agent' && place.of !== null ? [place.of] : [])]
    return { groups: [...new Set([...groups, ...withGoals('group')])], agents: [...new Set(agents)] }
  }, [draft, people, place])
  const others = [...people.agents.values()]
    .filter(({ id, isCurrent }) => isCurrent && !places.agents.includes(id))
    .map(({ id }): GoalPlace => ({ scope: 'agent', of: id }))
    .sort(byName)
  const all: readonly GoalPlace[] = [
    { scope: 'account', of: null },
    ...places.groups.map((of): GoalPlace => ({ scope: 'group', of })).sort(byName),
    ...places.agents.map((of): GoalPlace => ({ scope: 'agent', of })).sort(byName),
  ]
  return (
    <nav aria-labelledby={heading}>
      <SmallHeading id={heading}>{t('goals.scope.title')}</SmallHeading>
      <List>
        {all.map((each) => {
          const own = draft.goals.filter(({ scope, of }) => scope === each.scope && of === each.of).length
          return (
            <li key={`${each.scope} ${each.of}`}>
              <Choice
                type="button"
                aria-pressed={each.scope === place.scope && each.of === place.of}
                onClick={() => onPlace(each)}
              >
                <bdi>{placeName(each)}</bdi>
                <Subtle>
                  {each.scope === 'account' || own > 0
                    ? t('goals.scope.own', { count: own })
                    : t('goals.scope.inherits')}
                </Subtle>
              </Choice>
            </li>
          )
        })}
      </List>
      {others.length > 0 && (
        <Field>
          <Field.Label isRegular>{t('goals.scope.agent')}</Field.Label>
          <Select isCompact value="" onChange={({ target }) => onPlace({ scope: 'agent', of: Number(target.value) })}>
            <option value="" disabled>
              {t('goals.scope.choose')}
            </option>
            {others.map((each) => (
              <option key={each.of} value={each.of!}>
                {placeName(each)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Subtle as="p">{t('goals.scope.hint')}</Subtle>
    </nav>
  )
}
