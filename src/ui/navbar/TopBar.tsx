import { getColor } from '@zendeskgarden/react-theming'
import type { ComponentProps } from 'react'
import { styled } from 'styled-components'
import { useLanguage } from '../Language.tsx'
import { BrandMark } from '../parts/BrandMark.tsx'
import { Freshness } from '../parts/Freshness.tsx'

const Bar = styled.header`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: 0 ${({ theme }) => theme.space.md};
  border-bottom: ${({ theme }) => theme.borders.sm} ${({ theme }) => getColor({ theme, variable: 'border.default' })};
  padding: ${({ theme }) => `${theme.space.sm} ${theme.space.md}`};
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
  /** Absent while there are no numbers. */
  readonly freshness?: ComponentProps<typeof Freshness>
}

/** The line above every nav bar page. */
export function TopBar({ freshness }: TopBarProps) {
  const { t } = useLanguage()
  return (
    <Bar>
      <Brand>
        <BrandMark size={20} />
        {t('brand')}
      </Brand>
      {freshness && <Freshness {...freshness} />}
    </Bar>
  )
}
