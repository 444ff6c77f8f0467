import { Button } from '@zendeskgarden/react-buttons'
import type { Cost } from '../../sync/syncState.ts'
import { useLanguage } from '../Language.tsx'
import { Remark } from './Remark.tsx'

interface OfferProps {
  readonly cost: Cost
  readonly onRead: () => void
}

/** A group that has not been read yet: what reading it asks of the account, and the way to do it. */
export function Offer({ cost, onRead }: OfferProps) {
  const { t, format } = useLanguage()
  return (
    <Remark type="info" title={t('offer.title', { count: cost.tickets })}>
      <p>{t('offer.cost', { count: cost.requests, wait: format.wait(cost.seconds) })}</p>
      <p>{t('offer.why')}</p>
      <Button size="small" onClick={onRead}>
        {t('offer.read')}
      </Button>
    </Remark>
  )
}
