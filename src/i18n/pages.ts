import { texts as pages } from '../../translations/pages/en.json'
import { ENGLISH, type Texts, type Tongue } from './translate.ts'

type Files = Readonly<Record<string, () => Promise<Texts>>>

const FILES: Files = import.meta.glob<Texts>(['../../translations/pages/*.json', '!../../translations/pages/en.json'], {
  import: 'texts',
})

/** The tongues with the texts of the nav bar's pages as well, which the sidebar does without. At once where only English is needed. */
export function withPages(
  tongues: readonly Tongue[],
  files: Files = FILES,
): readonly Tongue[] | Promise<readonly Tongue[]> {
  const english: Tongue = { locale: ENGLISH.locale, texts: { ...ENGLISH.texts, ...pages } }
  const withTexts = async ({ locale, texts }: Tongue): Promise<Tongue> => {
    const more = await files[`../../translations/pages/${locale}.json`]?.()
    return { locale, texts: { ...texts, ...more } }
  }
  const isEnglish = ({ locale }: Tongue) => locale === ENGLISH.locale
  if (tongues.every(isEnglish)) return [english]
  return Promise.all(tongues.map(async (tongue) => (isEnglish(tongue) ? english : withTexts(tongue))))
}
