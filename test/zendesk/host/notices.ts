import { byId, element } from './element.ts'

/** Shows a short message above the workspace, until its time is over or someone closes it. */
export function showNotice(text: string, kind: string, sticky: boolean, milliseconds: number): void {
  const close = element('button', { type: 'button', 'aria-label': 'Close' }, '×')
  const notice = element('div', { class: `notice ${kind}` }, element('p', { dir: 'auto' }, text), close)
  const remove = () => notice.remove()
  close.addEventListener('click', remove)
  byId('notices').append(notice)
  if (!sticky) setTimeout(remove, milliseconds)
}
