/** A piece of a formatted quantity, so that number and unit can look different. */
export interface Part {
  readonly kind: 'number' | 'unit' | 'space'
  readonly text: string
}

/** Writes durations given in minutes. On the calendar clock a day is 24 h; on the business clock there are no days. */
export interface Durations {
  /** At most two units, rounded: `31 min`, `8 h 24 min`, `3 d 4 h`. */
  parts(minutes: number, hasDays: boolean): readonly Part[]
  /** For tight places: `90 min`, `9 h`, `7:12 h`, `3 d 4 h`. */
  brief(minutes: number, hasDays: boolean): string
  /** For tight places: `26–37 min`, `6:57–9:49 h`, `3 d 4 h–5 d`. */
  range(low: number, high: number, hasDays: boolean): string
}

type Unit = 'day' | 'hour' | 'minute'

/** No line breaks inside a quantity. */
const SPACE = '\u00a0'
const RANGE_DASH = '–'
const HOUR = 60
const DAY = 24 * HOUR
/** Below this a brief duration stays in minutes. */
const BRIEF_HOURS_FROM = 2 * HOUR

export function durationsIn(locale: string): Durations {
  const unit = (unit: Unit, unitDisplay: 'narrow' | 'short') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay, maximumFractionDigits: 0 })
  const formats = { day: unit('day', 'narrow'), hour: unit('hour', 'narrow'), minute: unit('minute', 'short') }
  const twoDigits = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2, maximumFractionDigits: 0 })
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })

  function partsOf(unit: Unit, value: number): readonly Part[] {
    const tokens = formats[unit].formatToParts(value).filter(({ type }) => type !== 'literal')
    const write = (isUnit: boolean) =>
      tokens.flatMap(({ type, value }) => ((type === 'unit') === isUnit ? [value] : [])).join('')
    const [number, name]: Part[][] = [[{ kind: 'number', text: write(false) }], [{ kind: 'unit', text: write(true) }]]
    return spaced(tokens[0]?.type === 'unit' ? [name!, number!] : [number!, name!])
  }

  /** Hours and minutes as on a clock face, with the unit around them where the locale puts it. */
  const inHours = (write: (minutes: number) => string, ...minutes: number[]) =>
    partsOf('hour', 8)
      .map(({ kind, text }) => (kind === 'number' ? minutes.map(write).join(RANGE_DASH) : text))
      .join('')
  const clockFace = (minutes: number) =>
    `${whole.format(Math.floor(minutes / HOUR))}:${twoDigits.format(minutes % HOUR)}`

  const parts = (minutes: number, hasDays: boolean) =>
    spaced(split(minutes, hasDays).map(([unit, value]) => partsOf(unit, value)))
  const long = (minutes: number, hasDays: boolean) => textOf(parts(minutes, hasDays))
  const isInDays = (minutes: number, hasDays: boolean) => hasDays && minutes >= DAY

  function brief(minutes: number, hasDays: boolean): string {
    const rounded = Math.round(minutes)
    if (isInDays(rounded, hasDays)) return long(rounded, hasDays)
    if (rounded < BRIEF_HOURS_FROM) return textOf(partsOf('minute', rounded))
    return rounded % HOUR === 0 ? long(rounded, hasDays) : inHours(clockFace, rounded)
  }

  function range(low: number, high: number, hasDays: boolean): string {
    const [from, to] = [Math.round(low), Math.round(high)]
    if (from === to || isInDays(to, hasDays)) return joined(brief(from, hasDays), brief(to, hasDays))
    return to < BRIEF_HOURS_FROM ? formats.minute.formatRange(from, to) : inHours(clockFace, from, to)
  }

  return { parts, brief, range }
}

/** The text of a formatted quantity. */
export const textOf = (parts: readonly Part[]): string => parts.map(({ text }) => text).join('')

/** A range of two texts; one text when both are the same. */
export const joined = (low: string, high: string): string => (low === high ? low : `${low}${RANGE_DASH}${high}`)

function split(minutes: number, hasDays: boolean): (readonly [Unit, number])[] {
  const rounded = Math.round(minutes)
  if (rounded < HOUR) return [['minute', rounded]]
  if (!hasDays || rounded < DAY) return shown(['hour', Math.floor(rounded / HOUR)], ['minute', rounded % HOUR])
  const hours = Math.round(rounded / HOUR)
  return shown(['day', Math.floor(hours / 24)], ['hour', hours % 24])
}

const shown = (...units: (readonly [Unit, number])[]) => units.filter(([, value]) => value > 0)

function spaced(groups: readonly (readonly Part[])[]): readonly Part[] {
  return groups.flatMap((group, place) => (place === 0 ? group : [{ kind: 'space' as const, text: SPACE }, ...group]))
}
