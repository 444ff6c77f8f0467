import { useCallback, useEffect, useId, useSyncExternalStore } from 'react'
import { styled } from 'styled-components'
import type { Clock } from '../../domain/metrics.ts'
import type { Instant } from '../../domain/period.ts'
import type { Scorecard } from '../../domain/scorecard.ts'
import type { Settings } from '../../domain/settings.ts'
import { remarksOn, type TicketRemark, wantsSchedule } from '../../domain/thisTicket.ts'
import { type Formats, unitOf } from '../../i18n/format.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { Facts } from '../../sync/syncState.ts'
import type { TicketDesk } from '../../sync/ticketDesk.ts'
import { useLanguage } from '../Language.tsx'
import { Section } from '../parts/Section.tsx'
import { SmallHeading, Stack } from '../parts/text.ts'
import { TicketMark } from './TicketMark.tsx'
import { useMinutes } from './useMinutes.ts'

const List = styled.ul`
  display: grid;
  gap: ${({ theme }) => theme.space.xs};
`

const Item = styled.li`
  display: flex;
  gap: ${({ theme }) => theme.space.xs};
  font-size: ${({ theme }) => theme.fontSizes.sm};
  line-height: ${({ theme }) => theme.lineHeights.sm};
  & strong {
    font-weight: ${({ theme }) => theme.fontWeights.semibold};
  }
`

interface ThisTicketProps {
  readonly desk: TicketDesk
  readonly facts: Facts
  /** Of the person who looks. */
  readonly scorecard: Scorecard
  readonly settings: Settings
  readonly now: () => Instant
}

/** What the ticket at hand can still do, and has done, for the person's scorecard. Nothing where there is nothing to say. */
export function ThisTicket({ desk, facts, scorecard, settings, now }: ThisTicketProps) {
  const { t, format } = useLanguage()
  const heading = useId()
  const subscribe = useCallback((listener: () => void) => desk.subscribe(listener), [desk])
  const ticket = useSyncExternalStore(subscribe, () => desk.ticket())
  const schedule = useSyncExternalStore(subscribe, () => desk.schedule())
  const isInFront = useSyncExternalStore(subscribe, () => desk.isInFront())
  const instant = now()
  const around = { table: facts.table, settings, scorecard, schedule, now: instant }
  const remarks = ticket === null ? [] : remarksOn(ticket, around)
  useMinutes(isInFront && remarks.some(({ kind }) => kind === 'firstReplyDue'))
  const isScheduleWanted = isInFront && ticket !== null && wantsSchedule(ticket, remarks)
  useEffect(() => {
    if (isScheduleWanted) desk.wantSchedule()
  }, [desk, isScheduleWanted])
  if (remarks.length === 0) return null
  return (
    <Section aria-labelledby={heading}>
      <Stack>
        <SmallHeading id={heading}>{t('thisTicket.title')}</SmallHeading>
        <List>
          {remarks.map((remark) => {
            const [first, rest] = wordsOf(remark, settings.rules.clock, instant, t, format)
            return (
              <Item key={remark.kind} data-remark={remark.kind}>
                <TicketMark remark={remark} />
                <span>
                  <strong>{first}</strong> {rest}
                </span>
              </Item>
            )
          })}
        </List>
      </Stack>
    </Section>
  )
}

/** The remark in a few words, and what it means. */
function wordsOf(
  remark: TicketRemark,
  clock: Clock,
  now: Instant,
  t: Translate,
  format: Formats,
): readonly [string, string] {
  const minutes = (value: number) => format.text(unitOf('firstReplyTime', clock), value)
  switch (remark.kind) {
    case 'firstReplyDue': {
      const { due, leftMinutes, waitedMinutes } = remark
      const target = minutes(remark.targetMinutes)
      if (due === null || leftMinutes === null) {
        const waited = format.text('calendarMinutes', waitedMinutes)
        return [t('thisTicket.dueBusiness', { target }), t('thisTicket.waited', { waited })]
      }
      const left = minutes(leftMinutes)
      return [
        t(clock === 'business' ? 'thisTicket.leftBusiness' : 'thisTicket.left', { left }),
        t('thisTicket.replyBy', { moment: format.moment(due, now), target }),
      ]
    }
    case 'firstReplyOverdue':
      return [
        t('thisTicket.overdue', { target: minutes(remark.targetMinutes) }),
        t('thisTicket.wasDue', { moment: format.moment(remark.due, now) }),
      ]
    case 'firstReplied':
      return [
        t('thisTicket.replied', { minutes: minutes(remark.minutes) }),
        t(remark.isWithinTarget ? 'thisTicket.within' : 'thisTicket.beyond', { target: minutes(remark.targetMinutes) }),
      ]
    case 'reopened':
      return [t('thisTicket.reopened', { count: remark.times }), t('thisTicket.noFirstContact')]
    case 'settles':
      return [t('thisTicket.settles', { moment: format.moment(remark.on, now) }), t('thisTicket.ifNotReopened')]
    case 'waitingForRating':
      return [t('thisTicket.unrated'), t('thisTicket.ratingMayCome')]
    case 'ratedGood':
      return [t('thisTicket.ratedGood'), t('thisTicket.inYourCsat')]
    case 'ratedBad':
      return [t('thisTicket.ratedBad'), t('thisTicket.inYourCsat')]
    case 'notYours':
      return [t('thisTicket.notYours'), t('thisTicket.countsForThem')]
    case 'nobodys':
      return [t('thisTicket.nobodys'), t('thisTicket.countsForTaker')]
  }
}
