import { Skeleton } from '@zendeskgarden/react-loaders'
import { useId } from 'react'
import { styled } from 'styled-components'
import { SCORED_METRICS } from '../../domain/metrics.ts'
import { useLanguage } from '../Language.tsx'
import { Metrics, Tile, Tiles } from './Tiles.ts'
import { Hidden } from './Hidden.ts'

const Name = styled.h3`
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
`

const Number = styled.div`
  margin: ${({ theme }) => theme.space.xs} 0;
  height: 20px;
`

/** Where the numbers will stand. */
export function SkeletonTiles() {
  const { t } = useLanguage()
  const heading = useId()
  return (
    <Metrics aria-labelledby={heading} aria-busy>
      <Hidden as="h2" id={heading}>
        {t('sidebar.metrics')}
      </Hidden>
      <Tiles>
        {SCORED_METRICS.map((metric) => (
          <Tile key={metric}>
            <Name>{t(`metric.${metric}.name`)}</Name>
            <Number>
              <Skeleton width="33%" height="20px" />
            </Number>
            <Skeleton height="6px" />
          </Tile>
        ))}
      </Tiles>
    </Metrics>
  )
}
