import { getColor } from '@zendeskgarden/react-theming'
import { styled } from 'styled-components'

const Mark = styled.svg`
  display: block;
  flex: none;
  color: ${({ theme }) => getColor({ theme, hue: 'chromeHue', light: { shade: 700 }, dark: { shade: 500 } })};
`

/** The laurel sprig. */
export const BrandMark = ({ size }: { readonly size: number }) => (
  <Mark width={size} height={size} viewBox="0 0 18 18" aria-hidden="true" focusable="false">
    <path
      fill="currentColor"
      d="M9 7.2C12.13 5.82 12.13 2.92 9 .3 5.87 2.92 5.87 5.82 9 7.2ZM8.8 11.1C9.23 7.96 6.68 6.11 2.73 6.69 3.4 10.62 5.95 12.47 8.8 11.1ZM9.2 11.1C12.05 12.47 14.6 10.62 15.27 6.69 11.32 6.11 8.77 7.96 9.2 11.1ZM8.8 15.7C8.83 12.5 5.95 10.84 1.96 11.75 3.16 15.67 6.04 17.32 8.8 15.7ZM9.2 15.7C11.96 17.32 14.84 15.67 16.04 11.75 12.05 10.84 9.17 12.5 9.2 15.7ZM8.5 6.4 8.2 17.7h1.6L9.5 6.4Z"
    />
  </Mark>
)
