import { styled } from 'styled-components'
import type { Tally } from '../../domain/report.ts'
import { useLanguage } from '../Language.tsx'

const List = styled.ul`
  padding-inline-start: ${({ theme }) => theme.space.md};
  list-style: disc;
`

/** Why tickets have no say, and how many for each reason. */
export function LeftOutReasons({ tally }: { readonly tally: Tally }) {
  const { t } = useLanguage()
  return (
    <List>
      {[...tally.leftOut].map(([reason, count]) => (
        <li key={reason}>
          {t('leftOut.line', { tickets: t(`leftOut.reason.${reason}`, { count }), why: t(`leftOut.why.${reason}`) })}
        </li>
      ))}
    </List>
  )
}
