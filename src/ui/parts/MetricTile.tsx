import { type ReactNode, useState } from 'react'
import { styled } from 'styled-components'
import type { Settings } from '../../domain/settings.ts'
import { unitOf } from '../../i18n/format.ts'
import { useLanguage } from '../Language.tsx'
import { Disclosure } from './Disclosure.tsx'
import type { Headline } from './headlines.ts'
import { MetricDetails } from './MetricDetails.tsx'
import { StateMark } from './StateMark.tsx'
import { TileBody } from './TileBody.tsx'
import { Value } from './Value.tsx'
import { Hidden } from './Hidden.ts'

/** A long name wraps under itself; the state keeps its place. */
const Head = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr) auto;
  gap: ${({ theme }) => theme.space.xs};
`

const Name = styled.h3`
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
`

interface MetricTileProps {
  readonly headline: Headline
  readonly settings: Settings
  /** Stands beside the number. */
  readonly picture?: ReactNode
  /** What more there is to say, once it is open. */
  readonly children?: ReactNode
}

/** A metric at a glance: value, state, the way to the goal, n and interval; opens to how it came to be. */
export function MetricTile({ headline, settings, picture, children }: MetricTileProps) {
  const { t, format } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const { line } = headline
  const { metric, n, interval } = line
  const unit = unitOf(metric, settings.rules.clock)
  return (
    <>
      <Head>
        <Name>{t(`metric.${metric}.name`)}</Name>
        <StateMark state={line.state} />
      </Head>
      <TileBody
        line={line}
        unit={unit}
        minimumSample={settings.minimumSample}
        showsInterval={isOpen}
        picture={picture}
      />
      <Disclosure
        onChange={setOpen}
        label={
          <>
            {line.state === 'notEnough' && line.value !== null ? (
              <>
                <Value value={line.value} unit={unit} size="small" /> {t('tile.soFar')}
              </>
            ) : (
              <data value={n} data-part="n">
                {t(`metric.${metric}.count`, { count: n })}
              </data>
            )}{' '}
            <Hidden>{t('tile.details', { metric: t(`metric.${metric}.name`) })}</Hidden>
          </>
        }
        aside={interval && t('tile.interval', { range: format.range(unit, interval) })}
      >
        <MetricDetails headline={headline} settings={settings} unit={unit} />
        {children}
      </Disclosure>
    </>
  )
}
