import { FAULTS } from '../fault.ts'
import type { Workspace } from '../workspace.ts'
import { byId, element } from './element.ts'
import type { HostState } from './state.ts'

const LOCALES = ['en-US', 'en-GB', 'de', 'fr', 'es', 'pt-BR', 'it', 'nl', 'ja', 'ar', 'he']
const TIME_ZONES = [
  'Europe/Rome',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/New_York',
  'UTC',
]
const WIDTHS = [280, 320, 480, 600]

type Choice = readonly [value: string, label: string]

/** Fills the top bar's choices and marks the present ones, also those that came by the address only. */
export function showControls(workspace: Workspace, state: HostState): void {
  const same = (values: readonly string[]): Choice[] => values.map((value) => [value, value])
  fill(
    'as',
    workspace.people.map(({ who, label }) => [who, label]),
    state.as,
  )
  fill(
    'scheme',
    [
      ['light', 'Light'],
      ['dark', 'Dark'],
    ],
    state.scheme,
  )
  fill('locale', same(LOCALES), state.locale)
  fill('timeZone', same(TIME_ZONES), state.timeZone)
  fill(
    'width',
    WIDTHS.map((width) => [String(width), `${String(width)} px`]),
    String(state.width),
  )
  fill('fault', [['', 'none'], ...same(FAULTS)], state.fault)
}

function fill(name: keyof HostState, choices: readonly Choice[], chosen: string): void {
  const select = selectOf(name)
  const all: readonly Choice[] = choices.some(([value]) => value === chosen) ? choices : [...choices, [chosen, chosen]]
  select.replaceChildren(...all.map(([value, label]) => element('option', { value }, label)))
  select.value = chosen
}

const selectOf = (name: string): HTMLSelectElement =>
  byId('controls').querySelector<HTMLSelectElement>(`[name="${name}"]`)!

/** Calls back with each change that someone makes in the top bar. */
export function onControls(changed: (change: Partial<HostState>) => void): void {
  byId('controls').addEventListener('change', ({ target }) => {
    const { name, value } = target as HTMLSelectElement
    changed({ [name]: name === 'width' ? Number(value) : value })
  })
}
