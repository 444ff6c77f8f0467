import { Table } from '@zendeskgarden/react-tables'
import { styled } from 'styled-components'

/** A number in a table: it stands at the end of its column. */
export const EndCell = styled(Table.Cell)`
  text-align: end;
`

export const EndHeader = styled(Table.HeaderCell)`
  text-align: end;
`

/** For a narrow column: columns are as wide as they need to be, and lines break between words alone. */
export const NarrowTable = styled(Table)`
  table-layout: auto;
  overflow-wrap: normal;
  th,
  td {
    padding-inline: 0 ${({ theme }) => theme.space.xs};
  }
`
