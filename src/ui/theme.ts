import { DEFAULT_THEME, type IGardenTheme } from '@zendeskgarden/react-theming'
import type { Direction } from '../i18n/locale.ts'

export type ColorScheme = 'light' | 'dark'

/** Garden's theme in this scheme and direction. */
export const themeOf = (colorScheme: ColorScheme, direction: Direction): IGardenTheme => ({
  ...DEFAULT_THEME,
  rtl: direction === 'rtl',
  colors: { ...DEFAULT_THEME.colors, base: colorScheme },
})
