import { describe, expect, it } from 'vitest'
import { accountOf, coldReading, requestsWhileSignedOut, workingDay } from './arithmetic.ts'

describe('the arithmetic of requests', () => {
  it('reads an account of 12 000 tickets as fast as the limits allow, this month first, and is never refused', async () => {
    const { seconds, boundSeconds, soonSeconds, refused } = await coldReading(accountOf(12_000))
    expect(boundSeconds).toBeGreaterThan(60)
    expect(seconds).toBeLessThanOrEqual(1.05 * boundSeconds)
    expect(soonSeconds).toBeLessThan(60)
    expect(refused).toBe(0)
  }, 60_000)

  it('takes a fiftieth of what an account with 700 a minute may ask, for 200 agents all day', async () => {
    // Twenty of them; agents do not know of each other.
    const { share, searchPerOpenShare, refused } = await workingDay(accountOf(3000), 20)
    expect(10 * share).toBeLessThanOrEqual(0.02)
    expect(searchPerOpenShare / share).toBeGreaterThan(15)
    expect(refused).toBe(0)
  }, 60_000)

  it('asks every five minutes, of each copy, while nobody is signed in: copies that fail do not wake each other', async () => {
    expect(await requestsWhileSignedOut(accountOf(1000))).toBeLessThanOrEqual(3 * 13)
  })
})
