import type { Formats, Unit } from '../../i18n/format.ts'
import type { Translate } from '../../i18n/translate.ts'

/** What a ticket brought to a number of this unit: whether it met the condition of a share, or how much. */
export const broughtText = (unit: Unit, value: number, t: Translate, format: Formats): string =>
  unit === 'ratio' ? t(value === 1 ? 'evidence.hit' : 'evidence.miss') : format.text(unit, value)
