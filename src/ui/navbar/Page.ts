import { styled } from 'styled-components'

/** The contents of a nav bar page; they stop growing where lines would get too long to follow. */
export const Page = styled.main`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: ${({ theme }) => theme.space.md};
  margin: 0 auto;
  padding: ${({ theme }) => theme.space.md};
  max-width: 1440px;
  @media (min-width: 1024px) {
    padding: ${({ theme }) => `${theme.space.md} ${theme.space.lg} ${theme.space.xl}`};
  }
`

/** Holds words to a width at which they are read well. */
export const Measure = styled.div`
  container-type: inline-size;
  max-width: 720px;
`
