import { getColor } from '@zendeskgarden/react-theming'
import { styled } from 'styled-components'

/** A list of tiles, in two columns where the container is wide enough. */
export const Tiles = styled.ul`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 0 ${({ theme }) => theme.space.lg};
  @container (min-width: 480px) {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
`

export const Tile = styled.li`
  border-top: ${({ theme }) => theme.borders.sm} ${({ theme }) => getColor({ theme, variable: 'border.subtle' })};
  padding: ${({ theme }) => `${theme.space.sm} 0 ${theme.space.xs}`};
`

/** Holds the tiles and their heading. */
export const Metrics = styled.section`
  margin-top: ${({ theme }) => theme.space.sm};
`
