import { ENGLISH, type Texts, type Tongue } from './translate.ts'

type Files = Readonly<Record<string, () => Promise<Texts>>>

const FILES: Files = import.meta.glob<Texts>(['../../translations/*.json', '!../../translations/en.json'], {
  import: 'texts',
})

const languageOf = (locale: string) => locale.split('-')[0]!

/**
 * The tongues to look texts up in: the locale's own (`pt-BR`), its language's (`pt`), then English, as far as translated.
 * At once where only English is needed.
 * @param files the translations at hand, loaded when asked for
 */
export function tonguesFor(locale: string, files: Files = FILES): readonly Tongue[] | Promise<readonly Tongue[]> {
  const wanted = [...new Set([locale, languageOf(locale)])].filter((name) => name !== ENGLISH.locale)
  const loading = wanted.flatMap((name) => {
    const load = files[`../../translations/${name}.json`]
    return load === undefined ? [] : [load().then((texts): Tongue => ({ locale: name, texts }))]
  })
  return loading.length === 0 ? [ENGLISH] : Promise.all(loading).then((tongues) => [...tongues, ENGLISH])
}

/**
 * The locale that numbers, dates and words are written in: the reader's, as long as there are words in its language.
 * Arabic numerals and German units in English sentences would be neither one nor the other.
 */
export function spokenLocale(locale: string, tongues: readonly Tongue[]): string {
  const spoken = tongues[0] ?? ENGLISH
  return languageOf(spoken.locale) === languageOf(locale) ? locale : spoken.locale
}
