import { Button } from '@zendeskgarden/react-buttons'
import { useState } from 'react'
import { styled } from 'styled-components'
import type { Moves, TicketChange } from '../../domain/lastLook.ts'
import type { Instant } from '../../domain/period.ts'
import { useLanguage } from '../Language.tsx'
import { Ends, SmallHeading, Stack, Subtle } from '../parts/text.ts'
import { rounded } from '../parts/workedScore.ts'
import { changeText } from './changeText.ts'
import { TicketLink } from './TicketLink.tsx'

const Lines = styled.ul`
  font-size: ${({ theme }) => theme.fontSizes.sm};
  line-height: ${({ theme }) => theme.lineHeights.sm};
  & > li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: baseline;
    gap: ${({ theme }) => theme.space.xs};
  }
`

/** So many lines are read at a glance. */
const SHOWN = 4

export interface SinceLastLook {
  /** When the person looked last, on an earlier day. */
  readonly asOf: Instant
  readonly moves: Moves
  readonly changes: readonly TicketChange[]
  /** The score of the own work then and now, of the same period; `null`: one of them is none. */
  readonly scores: { readonly before: number; readonly now: number } | null
}

interface ChangesProps {
  readonly since: SinceLastLook
  readonly now: Instant
  readonly onOpenTicket: (ticket: number) => void
}

/** What moved the numbers since the person looked last, a line for each ticket. */
export function Changes({ since: { asOf, changes, scores }, now, onOpenTicket }: ChangesProps) {
  const { t, format } = useLanguage()
  const [isWhole, setWhole] = useState(false)
  const moved = scores === null ? 0 : rounded(scores.now - scores.before, 1)
  const shown = isWhole ? changes : changes.slice(0, SHOWN)
  return (
    <Stack>
      <Ends>
        <SmallHeading>{t('change.title', { moment: format.moment(asOf, now) })}</SmallHeading>
        {scores !== null && (
          <Subtle>
            {moved === 0
              ? t('change.same')
              : moved > 0
                ? t('change.up', { points: moved })
                : t('change.down', { points: -moved })}
          </Subtle>
        )}
      </Ends>
      {changes.length === 0 && <Subtle as="p">{t('change.none')}</Subtle>}
      <Lines>
        {shown.map((each) => (
          <li key={each.ticket}>
            <TicketLink ticket={each.ticket} onOpen={onOpenTicket} />
            <span>{changeText(each, t)}</span>
          </li>
        ))}
      </Lines>
      {shown.length < changes.length && (
        <div>
          <Button isBasic size="small" onClick={() => setWhole(true)}>
            {t('change.more', { count: changes.length - shown.length })}
          </Button>
        </div>
      )}
    </Stack>
  )
}
