import { Progress as ProgressBar } from '@zendeskgarden/react-loaders'
import { styled } from 'styled-components'
import type { Progress } from '../../sync/syncState.ts'
import { useLanguage } from '../Language.tsx'
import { percentRead, progressText } from './progressText.ts'
import { Subtle } from './text.ts'

const Title = styled.p`
  font-size: ${({ theme }) => theme.fontSizes.sm};
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
`

const Note = styled.p`
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  gap: 0 ${({ theme }) => theme.space.xs};
`

/** The first reading: how far it has come, really counted. A screen reader hears of it once, and of its progress when asked. */
export function Reading({ progress }: { readonly progress: Progress }) {
  const { t, format } = useLanguage()
  const text = progressText(progress, t, format)
  return (
    <div>
      <Title role="status">{t('loading.title')}</Title>
      <ProgressBar value={percentRead(progress)} aria-label={t('loading.title')} aria-valuetext={text} />
      <Note>
        <Subtle>{text}</Subtle>
        <Subtle>{t('loading.keepWorking')}</Subtle>
      </Note>
    </div>
  )
}
