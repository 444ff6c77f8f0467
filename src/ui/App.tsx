import { ThemeProvider } from '@zendeskgarden/react-theming'
import { lazy, Suspense, useMemo, type ComponentType, type LazyExoticComponent } from 'react'
import { canonicalLocale, directionOf } from '../i18n/locale.ts'
import type { Instant } from '../domain/period.ts'
import type { Settings, SettingsProblem } from '../domain/settings.ts'
import { Crash } from './Crash.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import type { KeptCard } from './keptCard.ts'
import { LanguageProvider } from './Language.tsx'
import { PageStyle } from './PageStyle.ts'
import type { ScreenProps, ScreenStore } from './screen.ts'
import { themeOf, type ColorScheme } from './theme.ts'
import { UnknownLocation } from './UnknownLocation.tsx'
import { useContentHeight } from './useContentHeight.ts'
import { useStoreState } from './useStoreState.ts'

interface Location {
  readonly Screen: LazyExoticComponent<ComponentType<ScreenProps>>
  /** Whether Zendesk sizes the frame by its contents. */
  readonly fitsContent: boolean
}

const LOCATIONS: Readonly<Record<string, Location>> = {
  ticket_sidebar: {
    Screen: lazy(() => import('./sidebar/SidebarScreen.tsx').then(({ SidebarScreen }) => ({ default: SidebarScreen }))),
    fitsContent: true,
  },
  nav_bar: {
    Screen: lazy(() => import('./navbar/NavBarScreen.tsx').then(({ NavBarScreen }) => ({ default: NavBarScreen }))),
    fitsContent: false,
  },
}

export interface AppProps {
  /** Where in Zendesk this copy of the app is, in Zendesk's words. */
  readonly location: string
  readonly locale: string
  readonly timeZone: string
  readonly colorScheme: ColorScheme
  readonly settings: Settings
  readonly problems: readonly SettingsProblem[]
  readonly store: ScreenStore
  readonly now: () => Instant
  /** Is told how high the contents are, where that sizes the frame. */
  readonly onHeight: (px: number) => void
  readonly openTicket: (id: number) => void
  /** Keeps the card for the next time. */
  readonly keepCard: (card: KeptCard) => void
  /** Opens a page of the nav bar app. */
  readonly openPage: (page: string) => void
}

/** The screen of the location, in the reader's language and colours. */
export function App({ location, locale: wanted, timeZone, colorScheme, store, onHeight, ...rest }: AppProps) {
  const state = useStoreState(store)
  const locale = canonicalLocale(wanted)
  const theme = useMemo(() => themeOf(colorScheme, directionOf(locale)), [colorScheme, locale])
  const { Screen = UnknownLocation, fitsContent = false } = LOCATIONS[location] ?? {}
  const content = useContentHeight(fitsContent ? onHeight : null)
  return (
    <ThemeProvider theme={theme}>
      <PageStyle />
      <div ref={content}>
        <LanguageProvider locale={locale} timeZone={timeZone}>
          <ErrorBoundary fallback={<Crash />}>
            <Suspense fallback={null}>
              <Screen {...rest} state={state} store={store} />
            </Suspense>
          </ErrorBoundary>
        </LanguageProvider>
      </div>
    </ThemeProvider>
  )
}
