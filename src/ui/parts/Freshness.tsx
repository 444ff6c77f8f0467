import { IconButton } from '@zendeskgarden/react-buttons'
import { styled } from 'styled-components'
import type { Instant } from '../../domain/period.ts'
import { useLanguage } from '../Language.tsx'
import type { Known } from '../screen.ts'
import { Glyph } from './Glyph.tsx'
import { progressText } from './progressText.ts'
import { Subtle } from './text.ts'

const Line = styled.div`
  display: flex;
  align-items: center;
  justify-content: space-between;
  gap: ${({ theme }) => theme.space.xxs};
  min-height: 32px;
`

interface FreshnessProps {
  readonly state: Known
  readonly now: Instant
  readonly onRefresh: () => void
}

/** How old the numbers are, and the way to newer ones. That newer ones are being read is announced politely, each page of them is not. */
export function Freshness({ state, now, onRefresh }: FreshnessProps) {
  const { t, format, timeZone } = useLanguage()
  const isReading = state.kind === 'refreshing' || state.kind === 'partial'
  return (
    <Line>
      <Subtle>
        <span role="status">
          {state.kind === 'refreshing'
            ? t('freshness.refreshing')
            : t('freshness.asOf', { moment: format.moment(state.facts.asOf, now), zone: timeZone })}
        </span>{' '}
        {state.kind === 'refreshing' && state.progress.expected !== null && progressText(state.progress, t, format)}
      </Subtle>
      <IconButton
        size="small"
        aria-label={t('freshness.refresh')}
        aria-disabled={isReading}
        onClick={isReading ? undefined : onRefresh}
      >
        <Glyph name="refresh" />
      </IconButton>
    </Line>
  )
}
