import { useId } from 'react'
import { styled } from 'styled-components'
import type { Goal } from '../../../domain/goal.ts'
import type { Clock } from '../../../domain/metrics.ts'
import { nameOf, type People } from '../../../domain/people.ts'
import { unitOf } from '../../../i18n/format.ts'
import { useLanguage } from '../../Language.tsx'
import { Subtle } from '../../parts/text.ts'

const Title = styled.h4`
  margin: 0;
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
`

const List = styled.ul`
  display: grid;
  gap: ${({ theme }) => theme.space.xxs};
  margin-top: ${({ theme }) => theme.space.xs};
`

interface ScoresSpecialGoalsProps {
  readonly goals: readonly Goal[]
  readonly clock: Clock
  /** `null`: nobody is known by name. */
  readonly people: People | null
}

/** The goals that groups and people have of their own, groups first, each part by name. */
export function ScoresSpecialGoals({ goals, clock, people }: ScoresSpecialGoalsProps) {
  const { t, format } = useLanguage()
  const heading = useId()
  const ofScope = (scope: 'group' | 'agent') =>
    goals
      .filter((goal) => goal.scope === scope)
      .map((goal) => ({ goal, scope, name: nameFor(scope, goal.of!) }))
      .sort((a, b) => format.compare(a.name, b.name) || a.goal.of! - b.goal.of!)
  return (
    <section aria-labelledby={heading}>
      <Title id={heading}>{t('scores.special.title')}</Title>
      <Subtle as="p">{t('scores.special.hint')}</Subtle>
      <List>
        {[...ofScope('group'), ...ofScope('agent')].map(({ goal, scope, name }) => (
          <li key={`${scope} ${goal.of} ${goal.metric}`}>
            {t(`scores.special.goal.${scope}`, {
              name,
              metric: t(`metric.${goal.metric}.name`),
              threshold: marked(goal, goal.threshold),
              target: marked(goal, goal.target),
              stretch: marked(goal, goal.stretch),
            })}
          </li>
        ))}
      </List>
    </section>
  )

  function nameFor(scope: 'group' | 'agent', id: number): string {
    const name = people && nameOf(people, scope, id)
    if (name !== null) return name
    return scope === 'group' ? t('team.unnamedGroup', { id: String(id) }) : t('team.unnamedAgent', { id: String(id) })
  }

  function marked({ metric }: Goal, value: number): string {
    return format.text(unitOf(metric, clock), value)
  }
}
