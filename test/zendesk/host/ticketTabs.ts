import type { OpenTicket } from '../workspace.ts'
import { byId, element } from './element.ts'

/** What people do with tabs. */
export interface TabActions {
  readonly choose: (id: number) => void
  readonly close: (id: number) => void
}

/**
 * Draws the tabs of the open tickets; the chosen one takes the focus order, arrow keys go to the others. A tab list holds
 * nothing but tabs, so the cross is for pointers only, and the Delete key closes a tab, too.
 */
export function showTabs(tickets: readonly OpenTicket[], chosen: number | null, { choose, close }: TabActions): void {
  const tabs = tickets.map((ticket) => {
    const selected = ticket.id === chosen
    const cross = element('span', { class: 'tab-close', 'aria-hidden': 'true' }, '×')
    const tab = element(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `tab-${String(ticket.id)}`,
        title: 'The Delete key closes this tab.',
        'aria-selected': String(selected),
        'aria-controls': 'ticket-panel',
        tabindex: selected ? '0' : '-1',
      },
      element('span', { class: 'tab-subject' }, ticket.subject),
      cross,
      element('span', { class: 'tab-id' }, `#${String(ticket.id)} · ${ticket.status}`),
    )
    tab.addEventListener('click', ({ target }) => (target === cross ? close(ticket.id) : choose(ticket.id)))
    tab.addEventListener('keydown', ({ key }) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key]
      if (step !== undefined) choose(tickets.at((tickets.indexOf(ticket) + step) % tickets.length)!.id)
      else if (key === 'Delete') close(ticket.id)
      else return
      byId('tabs').querySelector<HTMLElement>('[aria-selected=true]')?.focus()
    })
    return tab
  })
  byId('tabs').replaceChildren(...tabs)
}
