import { focusStyles, getColor } from '@zendeskgarden/react-theming'
import { useId, useState, type ReactNode } from 'react'
import { styled } from 'styled-components'
import { Glyph } from './Glyph.tsx'

const Opener = styled.button`
  display: flex;
  align-items: center;
  gap: ${({ theme }) => theme.space.xxs};
  border: 0;
  border-radius: ${({ theme }) => theme.borderRadii.md};
  background: none;
  padding: ${({ theme }) => theme.space.xxs} 0;
  width: 100%;
  min-height: 24px;
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
  font: inherit;
  font-size: ${({ theme }) => theme.fontSizes.sm};
  line-height: ${({ theme }) => theme.lineHeights.sm};
  text-align: inherit;
  cursor: pointer;
  &:hover {
    color: ${({ theme }) => getColor({ theme, variable: 'foreground.default' })};
  }
  ${({ theme }) => focusStyles({ theme })}
`

const Words = styled.span`
  display: flex;
  flex: 1;
  flex-wrap: wrap;
  gap: 0 ${({ theme }) => theme.space.xs};
  justify-content: space-between;
  min-width: 0;
`

interface DisclosureProps {
  readonly label: ReactNode
  /** Stands at the other end of the opener. */
  readonly aside?: ReactNode
  readonly onChange?: (isOpen: boolean) => void
  readonly children: ReactNode
}

/** A line that opens in place to say more. */
export function Disclosure({ label, aside, onChange, children }: DisclosureProps) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const toggle = () => {
    setOpen(!isOpen)
    onChange?.(!isOpen)
  }
  return (
    <>
      <Opener type="button" aria-expanded={isOpen} aria-controls={isOpen ? id : undefined} onClick={toggle}>
        <Words>
          <span>{label}</span>
          {aside && <span>{aside}</span>}
        </Words>
        <Glyph name={isOpen ? 'chevronUp' : 'chevronDown'} size={12} />
      </Opener>
      {isOpen && <div id={id}>{children}</div>}
    </>
  )
}
