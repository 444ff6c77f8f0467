import { styled } from 'styled-components'
import type { Tally } from '../../domain/report.ts'
import { useLanguage } from '../Language.tsx'
import { Disclosure } from './Disclosure.tsx'
import { leftOutCount } from './leftOutCount.ts'
import { LeftOutReasons } from './LeftOutReasons.tsx'
import { Stack } from './text.ts'

const Reasons = styled(Stack)`
  padding: ${({ theme }) => theme.space.xxs} 0;
  font-size: ${({ theme }) => theme.fontSizes.sm};
  line-height: ${({ theme }) => theme.lineHeights.sm};
`

/** How many of the tickets that were read have no say; opens to the reasons. */
export function LeftOut({ tally }: { readonly tally: Tally }) {
  const { t, format } = useLanguage()
  const count = leftOutCount(tally)
  const listed = [...tally.leftOut].map(([reason, count]) => t(`leftOut.reason.${reason}`, { count }))
  const summary = t('leftOut.count', { count })
  if (count === 0) return null
  return (
    <Disclosure label={t('leftOut.summary', { summary, reasons: format.list(listed) })}>
      <Reasons>
        <p>{t('leftOut.read', { count: tally.read })}</p>
        <LeftOutReasons tally={tally} />
      </Reasons>
    </Disclosure>
  )
}
