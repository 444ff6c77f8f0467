import type { AppFrame } from './appFrame.ts'
import { element } from './element.ts'

/** CSS lengths; numbers are pixels. */
export interface Size {
  readonly width?: string | number
  readonly height?: string | number
}

/** Lays a dialog for an app's frame over the workspace, and calls back once when it is closed. */
export function showModal(frame: AppFrame, colorScheme: string, closed: () => void): void {
  const close = element('button', { type: 'button', 'aria-label': 'Close' }, '×')
  const dialog = element('dialog', { class: 'modal', 'aria-label': frame.element.title }, close) as HTMLDialogElement
  close.addEventListener('click', () => dialog.close())
  dialog.addEventListener('close', closed, { once: true })
  document.body.append(dialog)
  frame.load(dialog, colorScheme)
  dialog.showModal()
}
