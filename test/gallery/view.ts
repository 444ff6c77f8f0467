import { NAV_BAR_SAMPLES, type Sample, SIDEBAR_SAMPLES } from '../ui/sampleStates.ts'

interface Screen {
  readonly title: string
  readonly samples: Readonly<Record<string, Sample | null>>
  /** CSS pixels that the screen is looked at in; the first is usual. */
  readonly widths: readonly [number, ...number[]]
  /** CSS pixels of the frame until the screen tells its own height, if it ever does. */
  readonly height: number
}

const navBar = (title: string): Screen => ({ title, samples: NAV_BAR_SAMPLES, widths: [1280, 1920], height: 900 })

/** Whatever the app can show; the pages of the nav bar go by their names in the address. */
export const SCREENS = {
  sidebar: { title: 'Sidebar', samples: SIDEBAR_SAMPLES, widths: [320, 280, 600], height: 320 },
  team: navBar('Team'),
  goals: navBar('Goals'),
  data: navBar('Data'),
  outside: { title: 'Outside Zendesk', samples: { outside: null }, widths: [1280, 320], height: 480 },
} as const satisfies Readonly<Record<string, Screen>>

export type ScreenName = keyof typeof SCREENS

/** What the gallery shows, as it stands in the address. */
export interface View {
  readonly screen: ScreenName
  readonly scheme: 'light' | 'dark'
  readonly dir: 'ltr' | 'rtl'
  readonly width: number
  /** One state by name; null: all of them. */
  readonly state: string | null
}

/** The view of a query; what the screen does not have becomes what is usual. */
export function viewIn(search: string): View {
  const query = new URLSearchParams(search)
  const asked = query.get('screen') ?? ''
  const screen = isScreen(asked) ? asked : 'sidebar'
  const { widths, samples }: Screen = SCREENS[screen]
  const state = query.get('state')
  return {
    screen,
    scheme: query.get('scheme') === 'dark' ? 'dark' : 'light',
    dir: query.get('dir') === 'rtl' ? 'rtl' : 'ltr',
    width: widths.find((width) => String(width) === query.get('width')) ?? widths[0],
    state: state !== null && Object.hasOwn(samples, state) ? state : null,
  }
}

/** The query that shows the view. */
export function queryOf(view: View): string {
  const given = Object.entries(view).filter(([, value]) => value !== null)
  return `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`
}

const isScreen = (name: string): name is ScreenName => Object.hasOwn(SCREENS, name)
