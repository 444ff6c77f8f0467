import { styled } from 'styled-components'

/** Buttons beside each other, and what belongs to them; below each other where it is narrow. */
export const Buttons = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: ${({ theme }) => theme.space.sm};
  align-items: center;
`
