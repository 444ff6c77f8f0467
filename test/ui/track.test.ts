import { describe, expect, it } from 'vitest'
import { goalFromTarget, type Goal } from '../../src/domain/goal.ts'
import { cssPercent, placeOnTrack, spanOnTrack } from '../../src/ui/parts/track.ts'

const ACCOUNT = { scope: 'account', of: null, cadence: null, why: null } as const
const replies: Goal = { metric: 'firstReplyTime', threshold: 60, target: 30, stretch: 20, ...ACCOUNT }
const csat: Goal = { metric: 'csat', threshold: 0.84, target: 0.9, stretch: 0.95, ...ACCOUNT }

describe('the place of a value on its track', () => {
  it.each([
    [replies, 60, '24%'],
    [replies, 30, '70%'],
    [replies, 20, '93%'],
    [replies, 31, '68.5%'],
    [replies, 0, '100%'],
    [replies, 1000, '0%'],
    [csat, 0.84, '24%'],
    [csat, 0.925, '81.5%'],
    [csat, 1, '100%'],
    [csat, 0, '0%'],
  ] as const)('of %o: %d stands at %s', (goal, value, place) => {
    expect(cssPercent(placeOnTrack(goal, value))).toBe(place)
  })

  it('is well defined where target and stretch are the same', () => {
    const perfect = goalFromTarget('csat', 100)
    expect([0.5, 1].map((value) => placeOnTrack(perfect, value)).every((place) => place >= 0 && place <= 1)).toBe(true)
  })

  it('spans an interval the same way for times and for shares', () => {
    const { start, length } = spanOnTrack(replies, [26, 37])
    expect([cssPercent(start), cssPercent(length)]).toEqual(['59.3%', '19.9%'])
  })
})
