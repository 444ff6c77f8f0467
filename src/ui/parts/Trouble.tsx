import { Button } from '@zendeskgarden/react-buttons'
import type { Instant } from '../../domain/period.ts'
import type { SyncState } from '../../sync/syncState.ts'
import { useLanguage } from '../Language.tsx'
import { Remark } from './Remark.tsx'

type SyncError = Extract<SyncState, { kind: 'failed' }>['error']

/** Red is for what is broken, not for what a role, a connection or a limit does not allow just now. */
const TYPES = {
  forbidden: 'info',
  missing: 'info',
  signedOut: 'info',
  offline: 'info',
  limited: 'warning',
  server: 'error',
  unexpectedAnswer: 'error',
} as const satisfies Record<SyncError['kind'], string>

interface TroubleProps {
  readonly error: SyncError
  /** When the numbers that stay on screen were read; `null` when there are none. */
  readonly asOf: Instant | null
  readonly now: Instant
  readonly onRetry: () => void
}

/** Why there are no newer numbers, or none at all, and what to do about it. */
export function Trouble({ error, asOf, now, onRetry }: TroubleProps) {
  const { t, format } = useLanguage()
  const { kind } = error
  return (
    <Remark type={TYPES[kind]} role={asOf === null ? 'alert' : 'status'} title={t(`error.${kind}.title`)}>
      <p>
        {t(`error.${kind}.hint`, {
          wait: kind === 'limited' ? format.wait(error.retryAfterSeconds) : '',
          status: kind === 'server' ? String(error.status) : '',
        })}
      </p>
      {asOf !== null && <p>{t('error.since', { moment: format.moment(asOf, now) })}</p>}
      {asOf === null && kind !== 'forbidden' && (
        <Button size="small" onClick={onRetry}>
          {t('error.retry')}
        </Button>
      )}
    </Remark>
  )
}
