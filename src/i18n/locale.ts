export type Direction = 'ltr' | 'rtl'

/** Languages written from right to left, for platforms that do not tell. */
const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'nqo', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'])

interface TextInfo {
  readonly direction?: Direction
}

/** The locale as the platform writes it (`pt_br` is `pt-BR`), or English where it knows no such locale. */
export function canonicalLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0] ?? 'en'
  } catch {
    return 'en'
  }
}

/** Which way the locale is written. */
export function directionOf(locale: string): Direction {
  const known = new Intl.Locale(canonicalLocale(locale)) as Intl.Locale & {
    readonly textInfo?: TextInfo
    getTextInfo?(): TextInfo
  }
  const told = (known.getTextInfo?.() ?? known.textInfo)?.direction
  return told ?? (RIGHT_TO_LEFT.has(known.language) ? 'rtl' : 'ltr')
}
