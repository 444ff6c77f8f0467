import { useLanguage } from '../Language.tsx'
import { WordButton } from './WordButton.ts'

interface TicketLinkProps {
  readonly ticket: number
  readonly onOpen: (ticket: number) => void
}

/** Opens a ticket in Zendesk's own workspace. */
export function TicketLink({ ticket, onOpen }: TicketLinkProps) {
  const { t } = useLanguage()
  return (
    <WordButton
      type="button"
      role="link"
      aria-label={t('ticket.open', { ticket: String(ticket) })}
      onClick={() => onOpen(ticket)}
    >
      {t('ticket.number', { ticket: String(ticket) })}
    </WordButton>
  )
}
