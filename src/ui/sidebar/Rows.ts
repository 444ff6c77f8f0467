import { styled } from 'styled-components'

/** A small table: what in front, how much at the end. */
export const Rows = styled.table`
  border-collapse: collapse;
  width: 100%;
  font-variant-numeric: tabular-nums;
  & th {
    padding: 0;
    text-align: start;
    font-weight: ${({ theme }) => theme.fontWeights.regular};
  }
  & td {
    padding: 0;
    text-align: end;
  }
`
