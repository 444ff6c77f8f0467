import { Table } from '@zendeskgarden/react-tables'
import type { ReactNode } from 'react'
import { styled } from 'styled-components'
import { useLanguage } from '../../Language.tsx'
import { Hidden } from '../../parts/Hidden.ts'
import { EndCell, EndHeader } from './ReplayCells.ts'

const Draft = styled.span`
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
`

interface Row {
  readonly key: string | number
  readonly name: string
  /** `null`: there is nothing to say. */
  readonly present: ReactNode
  readonly draft: ReactNode
}

interface ReplayComparisonProps {
  readonly caption: string
  /** What the rows are. */
  readonly of: string
  readonly rows: readonly Row[]
}

/** Two versions of the rules beside each other, a row per thing to compare. */
export function ReplayComparison({ caption, of, rows }: ReplayComparisonProps) {
  const { t } = useLanguage()
  return (
    <Table isReadOnly size="small">
      <Table.Caption>
        <Hidden>{caption}</Hidden>
      </Table.Caption>
      <Table.Head>
        <Table.HeaderRow>
          <Table.HeaderCell scope="col">{of}</Table.HeaderCell>
          <EndHeader scope="col">{t('replay.present')}</EndHeader>
          <EndHeader scope="col">{t('replay.draft')}</EndHeader>
        </Table.HeaderRow>
      </Table.Head>
      <Table.Body>
        {rows.map(({ key, name, present, draft }) => (
          <Table.Row key={key}>
            <Table.HeaderCell scope="row">{name}</Table.HeaderCell>
            <EndCell>
              <OrNothing>{present}</OrNothing>
            </EndCell>
            <EndCell>
              <Draft>
                <OrNothing>{draft}</OrNothing>
              </Draft>
            </EndCell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  )
}

/** A dash where there is nothing, in words for screen readers. */
export function OrNothing({ children }: { readonly children: ReactNode }) {
  const { t } = useLanguage()
  if (children !== null) return children
  return (
    <>
      <span aria-hidden>{t('team.noValue')}</span>
      <Hidden>{t('state.noData')}</Hidden>
    </>
  )
}
