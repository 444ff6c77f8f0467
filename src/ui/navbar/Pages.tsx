import { focusStyles, getColor } from '@zendeskgarden/react-theming'
import { styled } from 'styled-components'
import { useLanguage } from '../Language.tsx'
import { addressOf, type PageName, PAGES } from './usePage.ts'

const Bar = styled.nav`
  display: flex;
  flex: 1;
  flex-wrap: wrap;
  align-self: stretch;
`

/** Looks like Garden's tabs, and is a link: each page has its address. */
const PageLink = styled.a`
  display: flex;
  align-items: center;
  border: solid transparent;
  border-width: 3px 0;
  padding: 0 ${({ theme }) => theme.space.sm};
  min-height: 40px;
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.default' })};
  text-decoration: none;
  &:hover,
  &[aria-current] {
    color: ${({ theme }) => getColor({ theme, variable: 'foreground.primary' })};
  }
  &[aria-current] {
    border-bottom-color: ${({ theme }) => getColor({ theme, variable: 'border.primaryEmphasis' })};
  }
  ${({ theme }) => focusStyles({ theme, inset: true })}
`

/** The way to the other pages. */
export function Pages({ page }: { readonly page: PageName }) {
  const { t } = useLanguage()
  return (
    <Bar aria-label={t('pages.title')}>
      {PAGES.map((each) => (
        <PageLink key={each} href={addressOf(each)} aria-current={each === page ? 'page' : undefined}>
          {t(`pages.${each}`)}
        </PageLink>
      ))}
    </Bar>
  )
}
