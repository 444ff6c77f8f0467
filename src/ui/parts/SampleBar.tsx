import { styled } from 'styled-components'
import type { Line } from '../../domain/scorecard.ts'
import { useLanguage } from '../Language.tsx'
import { Bar, Rail } from './Rail.tsx'
import { Stack } from './text.ts'
import { cssPercent } from './track.ts'

const Sample = styled(Stack)`
  margin: ${({ theme }) => theme.space.xxs} 0;
`

const Count = styled.data`
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
`

interface SampleBarProps {
  readonly line: Line
  readonly minimumSample: number
}

/** How far a sample is from one that can be judged. */
export function SampleBar({ line: { metric, n, state }, minimumSample }: SampleBarProps) {
  const { t } = useLanguage()
  const towards = t(`metric.${metric}.towards`, { n, count: minimumSample })
  const sentence = t('tile.sample', { metric: t(`metric.${metric}.name`), towards, state: t(`state.${state}`) })
  return (
    <Sample>
      <Count value={n} data-part="n">
        {towards}
      </Count>
      <Rail role="img" aria-label={sentence}>
        <Bar $state={state} style={{ width: cssPercent(n / minimumSample) }} />
      </Rail>
    </Sample>
  )
}
