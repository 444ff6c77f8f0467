import type { IGardenTheme } from '@zendeskgarden/react-theming'

declare module 'styled-components' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- this is how styled-components learns the theme
  export interface DefaultTheme extends IGardenTheme {}
}
