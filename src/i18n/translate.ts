import { texts as english } from '../../translations/en.json'
import type { texts as pages } from '../../translations/pages/en.json'
import type { texts as scorecard } from '../../translations/scorecard/en.json'

/** A text, or its forms by plural category; `zero` also answers for exactly 0 where the language has no such category. */
type Text = string | { readonly other: string }

type PathsOf<Node> = {
  [Key in keyof Node & string]: Node[Key] extends Text ? Key : `${Key}.${PathsOf<Node[Key]>}`
}[keyof Node & string]

/**
 * The path of a text in `texts` of translations/en.json: `state.met`, `metric.csat.name`; or of translations/pages/en.json, whose
 * texts only the nav bar has; or of translations/scorecard/en.json, whose texts come with the first numbers.
 */
export type TextKey = PathsOf<typeof english> | PathsOf<typeof pages> | PathsOf<typeof scorecard>

/** What goes into the `{{holes}}` of a text. `count` chooses the plural form. Numbers are written in the reader's way. */
export type Holes = Readonly<Record<string, string | number>>

export type Translate = (key: TextKey, holes?: Holes) => string

/** The texts of a language; a translation may have gaps. */
export interface Texts {
  readonly [key: string]: string | Texts
}

/** A language to look texts up in. */
export interface Tongue {
  readonly locale: string
  readonly texts: Texts
}

export const ENGLISH: Tongue = { locale: 'en', texts: english }

/**
 * Looks texts up in the tongues, first come first served.
 * @param locale how numbers in holes are written
 */
export function translator(locale: string, tongues: readonly Tongue[]): Translate {
  const numbers = new Intl.NumberFormat(locale)
  const write = (hole: string | number) => (typeof hole === 'number' ? numbers.format(hole) : hole)
  return (key, holes = {}) => {
    for (const tongue of tongues) {
      const text = textIn(tongue, key, holes['count'])
      if (text !== null) return text.replaceAll(/\{\{(\w+)\}\}/g, (hole, name: string) => write(holes[name] ?? hole))
    }
    return key
  }
}

function textIn({ locale, texts }: Tongue, key: string, count: string | number | undefined): string | null {
  let found: string | Texts | undefined = texts
  for (const step of key.split('.')) found = typeof found === 'object' ? found[step] : undefined
  if (typeof found !== 'object') return found ?? null
  const form = typeof count === 'number' ? new Intl.PluralRules(locale).select(count) : 'other'
  const text = (count === 0 ? found['zero'] : undefined) ?? found[form] ?? found['other']
  return typeof text === 'string' ? text : null
}
