import { useEffect } from 'react'
import { endFirstPaint } from './firstPaint.ts'
import { useLanguage } from './Language.tsx'
import { Frame } from './parts/Frame.tsx'

/** Zendesk opened the app at a place for which there is no screen. */
export function UnknownLocation() {
  const { t } = useLanguage()
  useEffect(endFirstPaint, [])
  return (
    <Frame>
      <p>{t('unknownLocation')}</p>
    </Frame>
  )
}
