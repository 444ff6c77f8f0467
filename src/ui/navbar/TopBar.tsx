import { getColor } from '@zendeskgarden/react-theming'
import type { ReactNode } from 'react'
import { styled } from 'styled-components'
import { useLanguage } from '../Language.tsx'
import { BrandMark } from '../parts/BrandMark.tsx'
import { Pages } from './Pages.tsx'
import type { PageName } from './usePage.ts'

const Bar = styled.header`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0 ${({ theme }) => theme.space.md};
  border-bottom: ${({ theme }) => theme.borders.sm} ${({ theme }) => getColor({ theme, variable: 'border.default' })};
  padding: 0 ${({ theme }) => theme.space.md};
  min-height: 60px;
  @media (min-width: 1024px) {
    padding-inline: ${({ theme }) => theme.space.lg};
  }
`

const Brand = styled.div`
  display: flex;
  gap: ${({ theme }) => theme.space.xs};
  align-items: center;
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
`

interface TopBarProps {
  readonly page: PageName
  /** How fresh the numbers are, when there are some. */
  readonly children: ReactNode
}

/** The line above every nav bar page. */
export function TopBar({ page, children }: TopBarProps) {
  const { t } = useLanguage()
  return (
    <Bar>
      <Brand>
        <BrandMark size={20} />
        {t('brand')}
      </Brand>
      <Pages page={page} />
      {children}
    </Bar>
  )
}
