import { getColor } from '@zendeskgarden/react-theming'
import type { ReactNode } from 'react'
import { styled } from 'styled-components'
import type { TicketRemark } from '../../domain/thisTicket.ts'

type Shape = Exclude<TicketRemark['kind'], 'firstReplied'> | 'repliedWithin' | 'repliedBeyond'

const shapeOf = (remark: TicketRemark): Shape =>
  remark.kind === 'firstReplied' ? (remark.isWithinTarget ? 'repliedWithin' : 'repliedBeyond') : remark.kind

const DIAL = <circle cx="8" cy="8" r="6.2" />
const SPEECH = <path d="M2 2.500h12v8.500H8l-3 3v-3H2Z" />
const HEAD = <circle cx="8" cy="5" r="2.800" />
const SHOULDERS = 'M2.500 14c.6-3.200 2.700-4.600 5.500-4.600s4.900 1.400 5.500 4.600'

/** Every remark has a shape of its own, so that nobody needs the colour. */
const SHAPES: Readonly<Record<Shape, ReactNode>> = {
  firstReplyDue: (
    <>
      {DIAL}
      <path d="M8 4.500V8l2.400 1.700" />
    </>
  ),
  firstReplyOverdue: (
    <>
      {DIAL}
      <path d="M8 4.300v4.400M8 10.300v1.300" />
    </>
  ),
  repliedWithin: <path d="m2.500 8.500 3.700 3.700 7.300-8" />,
  repliedBeyond: (
    <>
      <path d="m1.500 9.500 2.800 2.800 5.600-6.200" />
      <path d="M11 12.300h3.500" />
    </>
  ),
  reopened: <path d="M2.500 3v3.500H6M2.800 6.500a5.500 5.500 0 1 1-.3 2.500" />,
  settles: (
    <path d="M4 1.500h8M4 14.500h8M4.500 1.500C4.500 5.500 11.500 10.500 11.500 14.500M11.500 1.500C11.500 5.500 4.500 10.500 4.500 14.500" />
  ),
  waitingForRating: (
    <>
      {SPEECH}
      <path d="M5 6.800h.1M8 6.800h.1M11 6.800h.1" strokeLinecap="round" />
    </>
  ),
  ratedGood: (
    <>
      {SPEECH}
      <path d="m5 6.800 2 2L11 4.800" />
    </>
  ),
  ratedBad: (
    <>
      {SPEECH}
      <path d="M5 6.800h6" />
    </>
  ),
  notYours: (
    <>
      {HEAD}
      <path d={SHOULDERS} />
    </>
  ),
  nobodys: (
    <>
      <circle cx="8" cy="8" r="6.2" strokeDasharray="2.4 1.500" />
      <path d="M8 5v6M5 8h6" />
    </>
  ),
}

/** Nothing here is an alarm: what went well is green, what is past mending amber, all else quiet. */
const COLORS: Readonly<Partial<Record<Shape, string>>> = {
  repliedWithin: 'foreground.success',
  ratedGood: 'foreground.success',
  firstReplyOverdue: 'foreground.warning',
  reopened: 'foreground.warning',
}

const Drawing = styled.svg<{ readonly $shape: Shape }>`
  flex: none;
  margin-top: 2px;
  color: ${({ theme, $shape }) => getColor({ theme, variable: COLORS[$shape] ?? 'foreground.subtle' })};
`

/** What kind of remark it is, for the eye; the words beside it say it. */
export function TicketMark({ remark }: { readonly remark: TicketRemark }) {
  const shape = shapeOf(remark)
  return (
    <Drawing $shape={shape} data-shape={shape} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <g fill="none" stroke="currentColor" strokeWidth="1.4">
        {SHAPES[shape]}
      </g>
    </Drawing>
  )
}
