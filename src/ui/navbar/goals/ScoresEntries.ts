import { styled } from 'styled-components'

/** Names with what there is to say of them, below each other. */
export const ScoresEntries = styled.dl`
  display: grid;
  gap: ${({ theme }) => theme.space.sm};
`
