import { type Change, inTenths, type Replay } from '../../../domain/replay.ts'
import type { Translate } from '../../../i18n/translate.ts'

type Cell = string | number | null

interface ReplayNames {
  /** Names of the versions. */
  readonly present: string
  readonly draft: string
  readonly nameOf: (kind: 'agent' | 'group', id: number) => string
}

/** Everybody of a replay as CSV, a line per person, with the numbers as machines read them. */
export function replayCsv({ people }: Replay, { present, draft, nameOf }: ReplayNames, t: Translate): string {
  const targets = ({ turned }: Change, isMet: boolean) =>
    turned.flatMap((each) => (each.isMet === isMet ? [t(`metric.${each.metric}.name`)] : [])).join(', ')
  const points = (value: number | null | undefined) => (value == null ? null : inTenths(value))
  return csv([
    [
      t('replay.csv.id'),
      t('replay.csv.name'),
      t('replay.csv.period'),
      t('replay.csv.present', { version: present }),
      t('replay.csv.draft', { version: draft }),
      t('replay.csv.difference'),
      t('replay.csv.metric'),
      t('replay.csv.points'),
      t('replay.csv.reaches'),
      t('replay.csv.misses'),
    ],
    ...people.map((change) => [
      change.subject.id,
      nameOf('agent', change.subject.id),
      change.period.id,
      points(change.present),
      points(change.draft),
      points(change.difference),
      change.because && t(`metric.${change.because.metric}.name`),
      points(change.because?.points),
      targets(change, true),
      targets(change, false),
    ]),
  ])
}

/** Rows as CSV after RFC 4180. No cell is taken for a formula by a program that opens it. */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map((cell) => quoted(harmless(cell))).join(',')}\r\n`).join('')
}

/** What a spreadsheet may take for the beginning of a formula, also behind spaces and in full width. */
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/
const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?$/

function harmless(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  return FORMULA.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell
}

/** In quotes wherever a separator of any land, or a space at an end, could be misread. */
function quoted(text: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
