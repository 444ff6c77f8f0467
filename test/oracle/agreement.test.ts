import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { periodNamed } from '../../src/domain/period.ts'
import { generateAccount } from '../zendesk/account.ts'
import { oracle } from './oracle.ts'
import { product } from './product.ts'
import type { Settings } from './settings.ts'
import { type TrapAccount, trapAccount } from './trapAccount.ts'

function secondWay({ pages, settings, period, now }: TrapAccount, by: 'agent' | 'group') {
  const milliseconds = { start: period.start * 1000, end: period.end * 1000 }
  return oracle({ pages, settings, period: milliseconds, now: now * 1000, by })
}

/** Ten digits of what is not whole: doubles cannot do much better, and whole numbers must be right to the last one. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? value : Number(value.toPrecision(10))
  if (Array.isArray(value)) return value.map(rounded)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, rounded(part)]))
}

/** The stand-in's account as pages: tickets with metric sets beside them, people, ratings. */
function believablePages(seed: number, now: number): unknown[] {
  const account = generateAccount({ seed, now: now * 1000, tickets: 3000, weeks: 12 })
  const pages: unknown[] = [{ users: account.users }, { groups: account.groups }]
  for (let from = 0; from < account.tickets.length; from += 100) {
    const tickets = account.tickets.slice(from, from + 100)
    pages.push({ tickets, metric_sets: tickets.flatMap(({ id }) => account.metricSets.get(id) ?? []) })
  }
  return [...pages, { satisfaction_ratings: account.satisfactionRatings }]
}

describe.each(['agent', 'group'] as const)('the command line’s numbers by %s', (by) => {
  it('are those of the second way on any account, traps included', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(trapAccount, (account) => {
        expect(rounded(product(account, by))).toEqual(rounded(secondWay(account, by)))
      }),
      { numRuns: 500, seed: 3 },
    )
  })

  it.each<[string, Settings, boolean]>([
    ['2026-09', {}, false],
    ['2026-Q3', { business_hours: true, csat_target_percent: 90, first_reply_target_minutes: 60 }, true],
    [
      '2026-W38',
      { fcr_counts_zero_replies: true, first_contact_resolution_target_percent: 60, minimum_sample: 5 },
      false,
    ],
    [
      '2026-08',
      {
        csat_target_percent: 90,
        first_contact_resolution_target_percent: 60,
        first_reply_target_minutes: 60,
        full_resolution_target_minutes: 1440,
        weights: 'fullResolutionTime 27.5, csat 22.5, firstReplyTime 10, firstContactResolution 40',
        team_share_percent: 45,
      },
      true,
    ],
  ])('are those of the second way on a believable account, %s with %j', (id, settings, hasScores) => {
    const now = Date.parse('2026-09-28T09:00:00Z') / 1000
    const account = { pages: believablePages(7, now), settings, now, period: periodNamed(id, 'Europe/Rome', now)! }
    const answer = product(account, by)
    expect(answer.tickets.counted).toBeGreaterThan(2000)
    expect(answer.scorecards.some(({ score }) => score !== null)).toBe(hasScores)
    expect(rounded(answer)).toEqual(rounded(secondWay(account, by)))
  })
})
