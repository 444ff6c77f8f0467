import { ThemeProvider } from '@zendeskgarden/react-theming'
import { LG, Paragraph } from '@zendeskgarden/react-typography'
import { useSyncExternalStore } from 'react'
import { styled } from 'styled-components'
import { canonicalLocale, directionOf } from '../i18n/locale.ts'
import { LanguageProvider, useLanguage } from './Language.tsx'
import { PageStyle } from './PageStyle.ts'
import { BrandMark } from './parts/BrandMark.tsx'
import { themeOf } from './theme.ts'

const dark = window.matchMedia('(prefers-color-scheme: dark)')

function watchScheme(listener: () => void) {
  dark.addEventListener('change', listener)
  return () => dark.removeEventListener('change', listener)
}

const Page = styled.main`
  max-width: 560px;
  margin: 0 auto;
  padding: ${({ theme }) => `${theme.space.xxl} ${theme.space.md}`};
  & > h1 {
    margin: ${({ theme }) => `${theme.space.sm} 0`};
  }
`

const Words = () => {
  const { t } = useLanguage()
  return (
    <Page>
      <BrandMark size={40} />
      <LG tag="h1" isBold>
        {t('outside.title')}
      </LG>
      <Paragraph>{t('outside.what')}</Paragraph>
      <Paragraph>{t('outside.install')}</Paragraph>
    </Page>
  )
}

/** The page for somebody who opened the app's address without Zendesk around it. */
export function OutsidePage() {
  const isDark = useSyncExternalStore(watchScheme, () => dark.matches)
  const locale = canonicalLocale(navigator.language)
  return (
    <ThemeProvider theme={themeOf(isDark ? 'dark' : 'light', directionOf(locale))}>
      <PageStyle />
      <LanguageProvider locale={locale} timeZone="UTC">
        <Words />
      </LanguageProvider>
    </ThemeProvider>
  )
}
