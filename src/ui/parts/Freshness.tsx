import { IconButton } from '@zendeskgarden/react-buttons'
import { styled } from 'styled-components'
import type { Instant } from '../../domain/period.ts'
import type { Progress } from '../../sync/syncState.ts'
import { useLanguage } from '../Language.tsx'
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
  /** When the numbers on screen were read; `null` when there are none. */
  readonly asOf: Instant | null
  readonly now: Instant
  /** How far a reading under way has come. */
  readonly progress: Progress | null
  readonly onRefresh: () => void
}

/** How old the numbers are, and the way to newer ones. Changes are announced politely. */
export function Freshness({ asOf, now, progress, onRefresh }: FreshnessProps) {
  const { t, format, timeZone } = useLanguage()
  return (
    <Line>
      <Subtle role="status">
        {progress
          ? t('freshness.refreshing', { progress: progressText(progress, t) })
          : asOf !== null && t('freshness.asOf', { moment: format.moment(asOf, now), zone: timeZone })}
      </Subtle>
      <IconButton
        size="small"
        aria-label={t('freshness.refresh')}
        aria-disabled={progress !== null}
        onClick={progress === null ? onRefresh : undefined}
      >
        <Glyph name="refresh" />
      </IconButton>
    </Line>
  )
}
