import { XL } from '@zendeskgarden/react-typography'
import { useLanguage } from '../Language.tsx'

/** What the page is about, while it is not known which team that is. */
export function Title() {
  const { t } = useLanguage()
  return (
    <XL tag="h1" isBold>
      {t('team.title')}
    </XL>
  )
}
