import type { Settings } from '../../domain/settings.ts'
import { useLanguage } from '../Language.tsx'
import { Ends, Subtle } from '../parts/text.ts'
import { WordButton } from './WordButton.ts'

interface WhoSeesProps {
  readonly privacy: Settings['privacy']
  readonly onDetails: () => void
}

/** Who else may see these numbers, and the way to the pages with more room. */
export function WhoSees({ privacy, onDetails }: WhoSeesProps) {
  const { t } = useLanguage()
  return (
    <Ends>
      <Subtle>{t(`visibility.${privacy}`)}</Subtle>
      <WordButton type="button" role="link" onClick={onDetails}>
        {t('visibility.details')}
      </WordButton>
    </Ends>
  )
}
