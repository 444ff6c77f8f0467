import { useLanguage } from './Language.tsx'
import { Frame } from './parts/Frame.tsx'

/** Zendesk opened the app at a place for which there is no screen. */
export function UnknownLocation() {
  const { t } = useLanguage()
  return (
    <Frame>
      <p>{t('unknownLocation')}</p>
    </Frame>
  )
}
