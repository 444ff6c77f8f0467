import { getColor } from '@zendeskgarden/react-theming'
import { createGlobalStyle } from 'styled-components'

/** What Garden leaves to the page: font, colours, and no margins of the browser's own. */
export const PageStyle = createGlobalStyle`
  :root { color-scheme: ${({ theme }) => theme.colors.base}; }
  *, ::before, ::after { box-sizing: border-box; }
  body {
    margin: 0;
    background: ${({ theme }) => getColor({ theme, variable: 'background.default' })};
    color: ${({ theme }) => getColor({ theme, variable: 'foreground.default' })};
    font: ${({ theme }) => `${theme.fontSizes.md}/${theme.lineHeights.md} ${theme.fonts.system}`};
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  h1, h2, h3, p, ul, dl, dd, figure { margin: 0; padding: 0; font: inherit; }
  ul { list-style: none; }
  @media (prefers-reduced-motion: reduce) {
    *, ::before, ::after { animation: none !important; transition: none !important; }
  }
`
