import { styled } from 'styled-components'

/** The sidebar's page: sides that breathe with its width, and a container for the widths inside. */
export const Frame = styled.main`
  container-type: inline-size;
  padding: ${({ theme }) => theme.space.sm};
  @media (min-width: 520px) {
    padding: ${({ theme }) => theme.space.md};
  }
`
