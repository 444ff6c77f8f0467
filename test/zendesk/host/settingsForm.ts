import type { Parameter } from '../manifest.ts'
import { element } from './element.ts'

type Settings = Readonly<Record<string, unknown>>

const INPUT_TYPES: Readonly<Record<string, string>> = { checkbox: 'checkbox', number: 'number' }

/** Asks in a dialog for the settings of an installation, a field for each parameter, and calls back with what is to be saved. */
export function askForSettings(
  parameters: readonly Parameter[],
  settings: Settings,
  save: (settings: Settings) => void,
): void {
  const fields = parameters.map(({ name, type }) => ({ name, input: inputFor(type, settings[name]) }))
  const cancel = element('button', { type: 'button' }, 'Cancel')
  const form = element(
    'form',
    { method: 'dialog' },
    element('h2', { id: 'settings-title' }, 'Settings of the app'),
    ...fields.map(({ name, input }) => element('label', {}, name, input)),
    element('footer', {}, cancel, element('button', { type: 'submit', class: 'submit' }, 'Save and reload')),
  )
  const dialog = element(
    'dialog',
    { class: 'settings', 'aria-labelledby': 'settings-title' },
    form,
  ) as HTMLDialogElement
  cancel.addEventListener('click', () => dialog.close())
  form.addEventListener('submit', () =>
    save(Object.fromEntries(fields.map(({ name, input }) => [name, valueOf(input)]))),
  )
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
}

function inputFor(type: string, value: unknown): HTMLInputElement {
  const input = element('input', { type: INPUT_TYPES[type] ?? 'text', step: 'any' }) as HTMLInputElement
  if (input.type === 'checkbox') input.checked = value === true
  else if (typeof value === 'string' || typeof value === 'number') input.value = String(value)
  return input
}

/** What an empty field holds is no setting. */
function valueOf(input: HTMLInputElement): unknown {
  if (input.type === 'checkbox') return input.checked
  if (input.value === '') return null
  return input.type === 'number' ? input.valueAsNumber : input.value
}
