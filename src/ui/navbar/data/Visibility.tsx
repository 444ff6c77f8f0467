import type { Insight } from '../../../sync/insight.ts'
import type { Facts, SyncState } from '../../../sync/syncState.ts'
import { useLanguage } from '../../Language.tsx'
import { Entry } from './Entry.tsx'
import { Finding } from './Finding.tsx'
import { Panel } from './Panel.tsx'

const WAYS = ['account', 'search', 'ratings'] as const

interface VisibilityProps {
  readonly state: SyncState
  readonly facts: Facts | null
  readonly insight: Insight
}

/** Through whose eyes the numbers see the account, and which ways of reading are open to them. */
export function Visibility({ state, facts, insight }: VisibilityProps) {
  const { t } = useLanguage()
  const found = {
    account: insight.access,
    search: insight.metricSetsInSearch === null ? searchIsOpen(state) : true,
    // Records that were kept from another time were open then.
    ratings: insight.ratings ?? (facts !== null && facts.table.ratings.length > 0 ? true : null),
  }
  return (
    <Panel title={t('data.visibility.title')}>
      {facts && (
        <>
          <Entry name={t('data.visibility.person')} hint={t('data.visibility.rights')}>
            {facts.person.name}
          </Entry>
          <Entry name={t('data.visibility.tickets')} hint={t(`data.visibility.hint.${facts.scope.kind}`)}>
            {t(`data.visibility.scope.${facts.scope.kind}`, { group: groupIn(facts) })}
          </Entry>
        </>
      )}
      {WAYS.map((way) => (
        <Entry key={way} name={t(`data.way.${way}.name`)}>
          <Finding found={found[way]}>
            {found[way] === null ? t(`data.way.${way}.unseen`) : t(`data.way.${way}.${found[way] ? 'yes' : 'no'}`)}
          </Finding>
        </Entry>
      ))}
    </Panel>
  )

  function groupIn({ scope, people }: Facts): string {
    if (scope.kind !== 'group') return ''
    return people.groups.get(scope.group)?.name ?? t('team.unnamedGroup', { id: String(scope.group) })
  }
}

/** Whether tickets were found by a search, or at least counted by one, where no page of results was seen. */
function searchIsOpen(state: SyncState): boolean | null {
  switch (state.kind) {
    case 'loading':
      return null
    case 'failed':
      return state.error.kind === 'forbidden' ? false : null
    case 'offered':
      return true
    case 'partial':
    case 'ready':
    case 'refreshing':
    case 'stale':
      return state.facts.table.tickets.length > 0 ? true : null
  }
}
