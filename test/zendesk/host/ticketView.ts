import type { OpenTicket } from '../workspace.ts'
import { byId, element } from './element.ts'

const NOBODY = '–'

/** Draws the tabs of the open tickets; the chosen one takes the focus order, arrow keys go to the others. */
export function showTabs(tickets: readonly OpenTicket[], chosen: number | null, choose: (id: number) => void): void {
  const tabs = tickets.map((ticket) => {
    const selected = ticket.id === chosen
    const tab = element(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `tab-${String(ticket.id)}`,
        'aria-selected': String(selected),
        'aria-controls': 'ticket-panel',
        tabindex: selected ? '0' : '-1',
      },
      element('span', { class: 'tab-subject' }, ticket.subject),
      element('span', { class: 'tab-id' }, `#${String(ticket.id)} · ${ticket.status}`),
    )
    tab.addEventListener('click', () => choose(ticket.id))
    tab.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
      if (step === undefined) return
      const next = tickets.at((tickets.indexOf(ticket) + step) % tickets.length)
      if (next === undefined) return
      choose(next.id)
      byId(`tab-${String(next.id)}`).focus()
    })
    return tab
  })
  byId('tabs').replaceChildren(...tabs)
}

/** Draws the details and the conversation of a ticket. */
export function showTicket(ticket: OpenTicket | null, locale: string, timeZone: string): void {
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
    element(
      'label',
      { class: 'reply' },
      'Public reply',
      element('textarea', { rows: '4', placeholder: 'Replies are not sent from the stand-in.' }),
    ),
  )
}
