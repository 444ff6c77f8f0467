import { ENGLISH, type Texts, type Tongue } from './translate.ts'

export type TextFiles = Readonly<Record<string, () => Promise<Texts>>>

/** Adds texts that only a part of the app needs to those that every screen has. At once where only English is needed. */
export type Complete = (tongues: readonly Tongue[], files?: TextFiles) => readonly Tongue[] | Promise<readonly Tongue[]>

/**
 * @param more the English texts
 * @param known translations at hand, by paths that end with `/<locale>.json`, loaded when asked for
 */
export const completing =
  (more: Texts, known: TextFiles): Complete =>
  (tongues, files = known) => {
    const english: Tongue = { locale: ENGLISH.locale, texts: { ...ENGLISH.texts, ...more } }
    const isEnglish = ({ locale }: Tongue) => locale === ENGLISH.locale
    if (tongues.every(isEnglish)) return [english]
    const withTexts = async ({ locale, texts }: Tongue): Promise<Tongue> => {
      const wanted = Object.entries(files).filter(([path]) => path.endsWith(`/${locale}.json`))
      const loaded = await Promise.all(wanted.map(([, load]) => load()))
      return { locale, texts: Object.assign({}, texts, ...loaded) as Texts }
    }
    return Promise.all(tongues.map(async (tongue) => (isEnglish(tongue) ? english : withTexts(tongue))))
  }
