import type { View } from './view.ts'

/** Makes this page's browser prefer the scheme and a language of the direction, for a screen that has no one else to ask. */
export function wishFor({ scheme, dir }: Pick<View, 'scheme' | 'dir'>): void {
  const ask = window.matchMedia.bind(window)
  window.matchMedia = (query) =>
    query === '(prefers-color-scheme: dark)' ? ask(scheme === 'dark' ? 'all' : 'not all') : ask(query)
  Object.defineProperty(navigator, 'language', { value: dir === 'rtl' ? 'ar' : 'en-GB' })
}
