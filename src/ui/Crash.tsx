import { Button } from '@zendeskgarden/react-buttons'
import { useEffect } from 'react'
import { endFirstPaint } from './firstPaint.ts'
import { useLanguage } from './Language.tsx'
import { Remark } from './parts/Remark.tsx'

/** What is shown instead of a screen that broke. */
export function Crash() {
  const { t } = useLanguage()
  useEffect(endFirstPaint, [])
  return (
    <Remark type="error" title={t('crash.title')}>
      <p>{t('crash.hint')}</p>
      <Button size="small" onClick={() => window.location.reload()}>
        {t('crash.reload')}
      </Button>
    </Remark>
  )
}
