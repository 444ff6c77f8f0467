import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attainment, goalFromTarget, goalState } from '../../src/domain/goal.ts'
import type { Measurement } from '../../src/domain/measurement.ts'
import type { MetricKey } from '../../src/domain/metrics.ts'
import { decimal, fraction, toNumber } from '../oracle/exact.ts'
import { attainmentOf, goalOf, stateOf } from '../oracle/goals.ts'

const measurement = (metric: MetricKey, value: number | null, n: number): Measurement => ({
  metric,
  value,
  n,
  p90: null,
  hits: null,
  interval: null,
  provisional: 0,
})

describe('a goal from a target', () => {
  it.each([
    ['firstReplyTime', 60, 90, 60, 48],
    ['fullResolutionTime', 15, 22.5, 15, 12],
    ['csat', 90, 0.8, 0.9, 0.925],
    ['firstContactResolution', 70, 0.4, 0.7, 0.775],
    ['csat', 40, 0, 0.4, 0.55],
    ['csat', 100, 1, 1, 1],
    ['csat', 0, 0, 0, 0.25],
  ] as const)(
    'for %s, %d, begins at %d, is met at %d and stretches to %d',
    (metric, given, threshold, target, stretch) => {
      expect(goalFromTarget(metric, given)).toMatchObject({
        metric,
        threshold,
        target,
        stretch,
        scope: 'account',
        of: null,
      })
    },
  )
})

describe('attainment', () => {
  it.each([
    ['csat', 90, 0.5, 0],
    ['csat', 90, 0.8, 0],
    ['csat', 90, 0.85, 0.5],
    ['csat', 90, 0.9, 1],
    ['csat', 90, 0.9125, 1.1],
    ['csat', 90, 37 / 40, 1.2],
    ['csat', 90, 1, 1.2],
    ['csat', 100, 1, 1.2],
    ['csat', 100, 0.99, 0],
    ['csat', 0, 0, 1],
    ['firstReplyTime', 60, 90, 0],
    ['firstReplyTime', 60, 120, 0],
    ['firstReplyTime', 60, 75, 0.5],
    ['firstReplyTime', 60, 60, 1],
    ['firstReplyTime', 60, 54, 1.1],
    ['firstReplyTime', 60, 48, 1.2],
    ['firstReplyTime', 60, 0, 1.2],
  ] as const)('of %s with target %d at %d is %d', (metric, target, value, attained) => {
    expect(attainment(metric, goalFromTarget(metric, target), value)).toBeCloseTo(attained, 12)
  })

  it('decides at each mark as exact fractions do', () => {
    const percent = fc.oneof(
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10),
    )
    const share = fc
      .integer({ min: 1, max: 400 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))
    fc.assert(
      fc.property(percent, share, (target, [hits, n]) => {
        const exact = attainmentOf(fraction(hits, n), goalOf('csat', { csat_target_percent: target })!)
        const found = goalState(measurement('csat', hits / n, n), goalFromTarget('csat', target), 1)
        expect([found.state, found.attainment!.toFixed(9)]).toEqual([stateOf(exact), toNumber(exact).toFixed(9)])
      }),
      { numRuns: 5000, seed: 3 },
    )
  })

  it('decides at each mark of a time as exact fractions do', () => {
    const minutes = fc.integer({ min: 2, max: 20_000 }).map((halves) => halves / 2)
    const value = (target: number) =>
      fc.oneof(
        fc.constantFrom(target, 0.8 * target, 1.5 * target),
        fc.integer({ min: 0, max: 40_000 }).map((halves) => halves / 2),
      )
    fc.assert(
      fc.property(
        minutes.chain((target) => fc.tuple(fc.constant(target), value(target))),
        ([target, minutes]) => {
          const halves = Math.round(2 * minutes) / 2
          const exact = attainmentOf(decimal(halves), goalOf('firstReplyTime', { first_reply_target_minutes: target })!)
          const found = goalState(
            measurement('firstReplyTime', halves, 30),
            goalFromTarget('firstReplyTime', target),
            1,
          )
          expect([found.state, found.attainment!.toFixed(9)]).toEqual([stateOf(exact), toNumber(exact).toFixed(9)])
        },
      ),
      { numRuns: 3000, seed: 3 },
    )
  })

  it('never falls when the value gets better', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (target, one, other) => {
          const goal = goalFromTarget('csat', target)
          const at = (value: number) => attainment('csat', goal, value)
          expect(at(Math.min(one, other))).toBeLessThanOrEqual(at(Math.max(one, other)))
        },
      ),
    )
  })
})

describe('the state of a line', () => {
  const goal = goalFromTarget('csat', 90)
  it.each([
    [null, 0, 'noData', null],
    [0.95, 19, 'notEnough', null],
    [0.95, 20, 'stretch', 1.2],
    [0.925, 20, 'stretch', 1.2],
    [0.92, 20, 'met', 1.16],
    [0.9, 20, 'met', 1],
    [0.81, 20, 'close', 0.1],
    [0.8, 20, 'missed', 0],
    [0, 20, 'missed', 0],
  ] as const)('at %d with n = %d is %s', (value, n, state, attained) => {
    const found = goalState(measurement('csat', value, n), goal, 20)
    expect(found.state).toBe(state)
    if (attained === null) expect(found.attainment).toBeNull()
    else expect(found.attainment).toBeCloseTo(attained, 12)
  })

  it('without a goal says so, once there is enough to say anything', () => {
    const states = [0, 19, 20].map((n) => goalState(measurement('csat', n === 0 ? null : 0.9, n), null, 20).state)
    expect(states).toEqual(['noData', 'notEnough', 'noGoal'])
  })

  it('of solved tickets needs no minimum sample', () => {
    const states = [0, 1].map((n) => goalState(measurement('solvedTickets', n, n), null, 20).state)
    expect(states).toEqual(['noData', 'noGoal'])
  })
})
