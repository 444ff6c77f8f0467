import { styled } from 'styled-components'
import type { Line } from '../../domain/scorecard.ts'
import type { Unit } from '../../i18n/format.ts'
import { SampleBar } from './SampleBar.tsx'
import { Track } from './Track.tsx'
import { Value } from './Value.tsx'

const Figure = styled.div`
  margin: ${({ theme }) => theme.space.xxs} 0;
`

interface TileBodyProps {
  readonly line: Line
  readonly unit: Unit
  readonly minimumSample: number
  readonly showsInterval: boolean
}

/** The number of a tile, and how far it has come. Without data there is nothing here, and no zero either. */
export function TileBody({ line, unit, minimumSample, showsInterval }: TileBodyProps) {
  const { value, goal, state, interval } = line
  if (value === null || state === 'noData') return null
  if (state === 'notEnough') return <SampleBar line={line} minimumSample={minimumSample} />
  return (
    <>
      <Figure>
        <Value value={value} unit={unit} size="large" />
      </Figure>
      {goal && <Track goal={goal} state={state} value={value} unit={unit} interval={showsInterval ? interval : null} />}
    </>
  )
}
