import { getColor } from '@zendeskgarden/react-theming'
import type { ReactNode } from 'react'
import { css, styled } from 'styled-components'
import { Glyph } from './Glyph.tsx'
import { Stack } from './text.ts'

type RemarkType = 'info' | 'warning' | 'error'

const HUES = { info: null, warning: 'warning', error: 'danger' } as const satisfies Record<RemarkType, string | null>

/** Looks like Garden's Alert; drawn here because the sidebar cannot carry Garden's notifications within its budget. */
const Box = styled.div<{ readonly $type: RemarkType }>`
  display: grid;
  grid-template-columns: 16px minmax(0, 1fr);
  gap: ${({ theme }) => theme.space.sm};
  border: ${({ theme }) => theme.borders.sm};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  padding: ${({ theme }) => theme.space.sm};
  & > svg {
    margin-top: 2px;
  }
  ${({ theme, $type }) => {
    const hue = HUES[$type]
    const color = (variable: string) => getColor({ theme, variable })
    return css`
      border-color: ${color(hue ? `border.${hue}` : 'border.default')};
      background: ${color(hue ? `background.${hue}` : 'background.subtle')};
      color: ${color(hue ? `foreground.${hue}Emphasis` : 'foreground.default')};
      & > svg {
        color: ${color(hue ? `foreground.${hue}` : 'foreground.subtle')};
      }
    `
  }}
`

const Title = styled.p`
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
`

const Body = styled(Stack)`
  justify-items: start;
  font-size: ${({ theme }) => theme.fontSizes.sm};
  line-height: ${({ theme }) => theme.lineHeights.sm};
  & > button {
    margin-top: ${({ theme }) => theme.space.xs};
  }
`

interface RemarkProps {
  readonly type: RemarkType
  readonly title: string
  /** How a screen reader learns of it: `alert` at once, `status` politely, `note` in passing. */
  readonly role?: 'alert' | 'status' | 'note'
  readonly children: ReactNode
}

/** Something to know about the numbers. */
export function Remark({ type, title, role = 'note', children }: RemarkProps) {
  return (
    <Box $type={type} role={role}>
      <Glyph name={type} />
      <Stack>
        <Title>{title}</Title>
        <Body>{children}</Body>
      </Stack>
    </Box>
  )
}
