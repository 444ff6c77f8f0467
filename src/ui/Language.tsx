import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { styled } from 'styled-components'
import type { Complete } from '../i18n/completing.ts'
import { formatsFor, type Formats } from '../i18n/format.ts'
import { directionOf } from '../i18n/locale.ts'
import { spokenLocale, tonguesFor } from '../i18n/tongues.ts'
import { translator, type Tongue, type Translate } from '../i18n/translate.ts'

/** How the reader is spoken to. */
export interface Language {
  readonly t: Translate
  readonly format: Formats
  readonly timeZone: string
  /** The reader's locale, whether or not there are words in its language. */
  readonly locale: string
}

const LanguageContext = createContext<Language | null>(null)

/** The language of the screen around. */
export function useLanguage(): Language {
  const language = useContext(LanguageContext)
  if (language === null) throw new Error('There is no LanguageProvider around this component')
  return language
}

interface LanguageProviderProps {
  /** A canonical locale. */
  readonly locale: string
  readonly timeZone: string
  /** Adds the texts of what is inside to those that every screen has. */
  readonly complete?: Complete
  readonly children: ReactNode
}

/** Keeps words of the one direction readable on a page of the other: a language that is not translated yet. */
const Guest = styled.div`
  text-align: ${({ theme }) => (theme.rtl ? 'right' : 'left')};
  & * {
    unicode-bidi: plaintext;
  }
`

/**
 * Loads the texts for the reader, tells the page its language, and shows what is inside once there are words for it.
 * The page runs the way the reader's locale is written, as the rest of Zendesk does.
 */
export function LanguageProvider({ locale, timeZone, complete = asTheyAre, children }: LanguageProviderProps) {
  const tongues = useTongues(locale, complete)
  const spoken = tongues && spokenLocale(locale, tongues)
  const language = useMemo(
    () =>
      tongues && spoken
        ? { t: translator(spoken, tongues), format: formatsFor(spoken, timeZone), timeZone, locale }
        : null,
    [locale, spoken, timeZone, tongues],
  )
  useEffect(() => {
    document.documentElement.lang = spoken ?? locale
    document.documentElement.dir = directionOf(locale)
  }, [locale, spoken])
  if (language === null || spoken === null) return null
  const isGuest = directionOf(spoken) !== directionOf(locale)
  return (
    <LanguageContext.Provider value={language}>
      {isGuest ? <Guest>{children}</Guest> : children}
    </LanguageContext.Provider>
  )
}

const asTheyAre: Complete = (tongues) => tongues

function useTongues(locale: string, complete: Complete): readonly Tongue[] | null {
  const wanted = useMemo(() => {
    const tongues = tonguesFor(locale)
    return tongues instanceof Promise ? tongues.then(complete) : complete(tongues)
  }, [locale, complete])
  const [loaded, setLoaded] = useState<readonly Tongue[] | null>(null)
  useEffect(() => {
    if (!(wanted instanceof Promise)) return
    let isWanted = true
    void wanted.then((tongues) => {
      if (isWanted) setLoaded(tongues)
    })
    return () => {
      isWanted = false
    }
  }, [wanted])
  return wanted instanceof Promise ? loaded : wanted
}
