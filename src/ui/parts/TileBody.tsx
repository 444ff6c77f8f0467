import type { ReactNode } from 'react'
import { styled } from 'styled-components'
import type { Line } from '../../domain/scorecard.ts'
import type { Unit } from '../../i18n/format.ts'
import { SampleBar } from './SampleBar.tsx'
import { Track } from './Track.tsx'
import { Value } from './Value.tsx'

const Figure = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: 0 ${({ theme }) => theme.space.xs};
  margin: ${({ theme }) => theme.space.xxs} 0;
`

interface TileBodyProps {
  readonly line: Line
  readonly unit: Unit
  readonly minimumSample: number
  readonly showsInterval: boolean
  readonly picture?: ReactNode
}

/** The number of a tile, and how far it has come. Without data there is nothing here, and no zero either. */
export function TileBody({ line, unit, minimumSample, showsInterval, picture }: TileBodyProps) {
  const { value, goal, state, interval } = line
  if (value === null || state === 'noData') return null
  if (state === 'notEnough') return <SampleBar line={line} minimumSample={minimumSample} />
  return (
    <>
      <Figure>
        <Value value={value} unit={unit} size="large" />
        {picture}
      </Figure>
      {goal && <Track goal={goal} state={state} value={value} unit={unit} interval={showsInterval ? interval : null} />}
    </>
  )
}
