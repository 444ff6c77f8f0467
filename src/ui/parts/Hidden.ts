import { styled } from 'styled-components'

/** Words for screen readers alone: there, but not to be seen. */
export const Hidden = styled.span`
  position: absolute;
  clip-path: inset(50%);
  width: 1px;
  height: 1px;
  overflow: hidden;
  white-space: nowrap;
`
