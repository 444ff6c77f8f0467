import { useSyncExternalStore } from 'react'

/** The pages of the nav bar app; the first one is where it opens. */
export const PAGES = ['team', 'goals', 'data'] as const

export type PageName = (typeof PAGES)[number]

/** The page that the fragment of the address names. */
export const usePage = (): PageName => useSyncExternalStore(watchAddress, pageInAddress)

/** What a link to the page leads to. */
export const addressOf = (page: PageName): string => `#${page}`

const pageInAddress = () => PAGES.find((page) => window.location.hash === addressOf(page)) ?? PAGES[0]

function watchAddress(listener: () => void) {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}
