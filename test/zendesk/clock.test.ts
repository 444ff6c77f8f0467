import { describe, expect, it } from 'vitest'
import { virtualClock } from './clock.ts'

const HOUR = 3_600_000

describe('a virtual clock', () => {
  it('stands still until it is moved', async () => {
    const clock = virtualClock(1000)
    let woken = false
    void clock.sleep(5).then(() => (woken = true))
    await clock.advance(4)
    expect([clock.now(), woken]).toEqual([1004, false])
    await clock.advance(1)
    expect([clock.now(), woken]).toEqual([1005, true])
  })

  it('wakes sleepers in the order of their time, then of their falling asleep, each at its own instant', async () => {
    const clock = virtualClock(0)
    const seen: string[] = []
    const sleeper = async (name: string, ms: number) => {
      await clock.sleep(ms)
      seen.push(`${name} ${clock.now()}`)
    }
    void sleeper('late', 30)
    void sleeper('first', 10)
    void sleeper('second', 10)
    await clock.advance(100)
    expect(seen).toEqual(['first 10', 'second 10', 'late 30'])
    expect(clock.now()).toBe(100)
  })

  it('lets what a sleeper does go on before the next one wakes', async () => {
    const clock = virtualClock(0)
    const seen: number[] = []
    const walk = async () => {
      for (let step = 0; step < 3; step++) {
        await clock.sleep(10)
        await Promise.resolve()
        seen.push(clock.now())
      }
    }
    void walk()
    await clock.advance(25)
    expect(seen).toEqual([10, 20])
  })

  it('takes a call back', async () => {
    const clock = virtualClock(0)
    let called = false
    const cancel = clock.after(10, () => (called = true))
    cancel()
    await clock.advance(20)
    expect(called).toBe(false)
  })

  it('runs hours of work to its end in no time', async () => {
    const clock = virtualClock(0)
    const work = async () => {
      for (let hour = 0; hour < 100; hour++) await clock.sleep(HOUR)
      return 'done'
    }
    expect(await clock.run(work())).toBe('done')
    expect(clock.now()).toBe(100 * HOUR)
  })

  it('hands on what the work fails with', async () => {
    const clock = virtualClock(0)
    const work = clock.sleep(10).then(() => Promise.reject(new Error('broken')))
    await expect(clock.run(work)).rejects.toThrow('broken')
  })

  it('says when the work waits for something else', async () => {
    await expect(virtualClock(0).run(new Promise(() => undefined))).rejects.toThrow('not on the clock')
  })
})
