import { styled } from 'styled-components'
import type { Settings } from '../../domain/settings.ts'
import type { Instant } from '../../domain/period.ts'
import { daysCovered, periodName } from '../../i18n/periodName.ts'
import { useLanguage } from '../Language.tsx'
import { Ends, Subtle } from '../parts/text.ts'
import { usePeriod } from '../usePeriod.ts'

const Title = styled.h1`
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
`

interface SidebarHeaderProps {
  /** In the period shown; the days covered end with it. */
  readonly instant: Instant
  readonly settings: Settings
  /** Whether there are numbers, and with them the hours that count. */
  readonly isKnown: boolean
}

/** Whose numbers these are, of which days, and on which clock. */
export function SidebarHeader({ instant, settings, isKnown }: SidebarHeaderProps) {
  const { clock } = settings.rules
  const { t, format } = useLanguage()
  const period = usePeriod(instant, settings)
  return (
    <header>
      <Ends>
        <Title>{t('sidebar.title')}</Title>
        <Subtle>{periodName(period, t, format)}</Subtle>
      </Ends>
      {isKnown && (
        <Subtle as="p">
          {t('period.covers', { days: daysCovered(period, instant, format), clock: t(`clock.${clock}`) })}
        </Subtle>
      )}
    </header>
  )
}
