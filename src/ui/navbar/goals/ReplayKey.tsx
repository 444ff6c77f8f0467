import { styled } from 'styled-components'
import { useLanguage } from '../../Language.tsx'
import { Subtle } from '../../parts/text.ts'
import { ReplayDot, ReplayRule } from './ReplayDots.ts'

const Signs = styled(Subtle)`
  display: flex;
  flex-wrap: wrap;
  gap: 0 ${({ theme }) => theme.space.md};
`

const Sign = styled.span`
  display: inline-flex;
  gap: 6px;
  align-items: center;
`

interface ReplayKeyProps {
  /** Names of the versions. */
  readonly present: string
  readonly draft: string
}

/** What the signs in the pictures of a replay stand for. */
export function ReplayKey({ present, draft }: ReplayKeyProps) {
  const { t } = useLanguage()
  return (
    <Signs as="p">
      <Sign>
        <svg width="12" height="12" aria-hidden="true" focusable="false">
          <ReplayDot cx="6" cy="6" r="4" data-version="present" />
        </svg>
        {t('replay.key.present', { version: present })}
      </Sign>
      <Sign>
        <svg width="12" height="12" aria-hidden="true" focusable="false">
          <ReplayDot cx="6" cy="6" r="4" data-version="draft" />
        </svg>
        {t('replay.key.draft', { version: draft })}
      </Sign>
      <Sign>
        <svg width="6" height="14" aria-hidden="true" focusable="false">
          <ReplayRule x1="3" x2="3" y1="0" y2="14" data-score="100" />
        </svg>
        {t('replay.key.hundred')}
      </Sign>
    </Signs>
  )
}
