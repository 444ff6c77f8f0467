import type { OpenTicket } from '../workspace.ts'
import { byId, element } from './element.ts'

const NOBODY = '–'
const STATUSES = ['new', 'open', 'pending', 'hold', 'solved', 'closed'] as const

/** What people do with a ticket. */
export interface TicketActions {
  readonly submit: (ticket: OpenTicket, reply: string) => Promise<void>
  /** Chooses a status; nothing is saved yet. */
  readonly choose: (ticket: OpenTicket, status: OpenTicket['status']) => void
}

/** Draws the details and the conversation of a ticket. */
export function showTicket(
  ticket: OpenTicket | null,
  locale: string,
  timeZone: string,
  { submit, choose }: TicketActions,
): void {
  const panel = byId('ticket-panel')
  if (ticket === null) {
    panel.removeAttribute('aria-labelledby')
    byId('details').replaceChildren()
    byId('conversation').replaceChildren(element('p', { class: 'empty' }, 'No open ticket.'))
    return
  }
  panel.setAttribute('aria-labelledby', `tab-${String(ticket.id)}`)
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const facts: readonly (readonly [string, string])[] = [
    ['Requester', ticket.requester?.name ?? NOBODY],
    ['Assignee', ticket.assignee.user?.name ?? NOBODY],
    ['Group', ticket.assignee.group?.name ?? NOBODY],
    ['Status', ticket.status],
    ['Priority', ticket.priority ?? NOBODY],
    ['Type', ticket.type ?? NOBODY],
    ['Channel', ticket.channel],
    ['Tags', ticket.tags.join(', ') || NOBODY],
  ]
  byId('details').replaceChildren(
    ...facts.map(([term, value]) => element('div', {}, element('dt', {}, term), element('dd', { dir: 'auto' }, value))),
  )
  const button = element('button', { type: 'button', class: 'submit' }, `Submit as ${ticket.status}`)
  button.addEventListener('click', () => {
    button.setAttribute('disabled', '')
    void submit(ticket, reply.value.trim()).finally(() => button.removeAttribute('disabled'))
  })
  const reply = element('textarea', {
    rows: '4',
    placeholder: 'Only the app beside hears of a reply.',
  }) as HTMLTextAreaElement
  const status = element(
    'select',
    {},
    ...STATUSES.map((each) => element('option', each === ticket.status ? { selected: '' } : {}, each)),
  ) as HTMLSelectElement
  status.addEventListener('change', () => {
    choose(ticket, STATUSES[status.selectedIndex]!)
    button.textContent = `Submit as ${status.value}`
  })
  const from = ticket.requester?.name ?? 'Someone'
  byId('conversation').replaceChildren(
    element('h2', {}, ticket.subject),
    element(
      'article',
      {},
      element(
        'header',
        {},
        element('b', {}, from),
        element('time', { dir: 'auto' }, time.format(new Date(ticket.createdAt))),
      ),
      element('p', {}, ticket.description),
    ),
    element('label', { class: 'reply' }, 'Public reply', reply),
    element('label', { class: 'status' }, 'Status', status),
    button,
  )
}
