import { styled } from 'styled-components'
import type { Clock } from '../../domain/metrics.ts'
import type { Instant } from '../../domain/period.ts'
import { daysCovered, periodName } from '../../i18n/periodName.ts'
import { useLanguage } from '../Language.tsx'
import { Ends, Subtle } from '../parts/text.ts'
import { useMonth } from '../useMonth.ts'

const Title = styled.h1`
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
`

interface SidebarHeaderProps {
  /** In the period shown; the days covered end with it. */
  readonly instant: Instant
  /** Which hours count; `null` while nothing is counted. */
  readonly clock: Clock | null
}

/** Whose numbers these are, of which days, and on which clock. */
export function SidebarHeader({ instant, clock }: SidebarHeaderProps) {
  const { t, format } = useLanguage()
  const period = useMonth(instant)
  return (
    <header>
      <Ends>
        <Title>{t('sidebar.title')}</Title>
        <Subtle>{periodName(period, t, format)}</Subtle>
      </Ends>
      {clock && (
        <Subtle as="p">
          {t('period.covers', { days: daysCovered(period, instant, format), clock: t(`clock.${clock}`) })}
        </Subtle>
      )}
    </header>
  )
}
