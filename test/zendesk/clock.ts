/** What the stand-in needs of time: an instant and a way to wait. */
export interface Clock {
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly sleep: (ms: number) => Promise<void>
}

/** A clock that moves only when a test moves it. */
export interface VirtualClock extends Clock {
  /** Calls back after so many milliseconds; the result takes the call back. */
  readonly after: (ms: number, call: () => void) => () => void
  /** Moves on by so many milliseconds and wakes on the way everyone who is due, the earliest first. */
  readonly advance: (ms: number) => Promise<void>
  /** Moves on, from sleeper to sleeper, until the work is done; gives what the work gives. */
  readonly run: <T>(work: Promise<T>) => Promise<T>
}

interface Sleeper {
  readonly at: number
  /** Who fell asleep first wakes first. */
  readonly order: number
  readonly wake: () => void
}

/** So many turns of the real event loop without a sleeper and without an end mean that the work will never end. */
const PATIENCE = 2000

/** The machine's time. */
export const machineClock: Clock = {
  now: Date.now,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}

/**
 * Time for tests: an hour passes as fast as the work in it. Between two sleepers everything that is ready runs; `turns`
 * is how many turns of the event loop that takes (more than one where storage or streams answer in turns of their own).
 */
export function virtualClock(start: number, { turns = 1 }: { readonly turns?: number } = {}): VirtualClock {
  let now = start
  let order = 0
  const sleepers: Sleeper[] = []

  function after(ms: number, call: () => void): () => void {
    const sleeper = { at: now + Math.max(0, ms), order: order++, wake: call }
    const place = sleepers.findLastIndex(({ at }) => at <= sleeper.at)
    sleepers.splice(place + 1, 0, sleeper)
    return () => {
      const at = sleepers.indexOf(sleeper)
      if (at >= 0) sleepers.splice(at, 1)
    }
  }

  function wakeFirst(): void {
    const first = sleepers.shift()!
    now = Math.max(now, first.at)
    first.wake()
  }

  async function drained(): Promise<void> {
    for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve))
  }

  async function advance(ms: number): Promise<void> {
    const until = now + ms
    await drained()
    while (sleepers[0] !== undefined && sleepers[0].at <= until) {
      wakeFirst()
      await drained()
    }
    now = until
  }

  async function run<T>(work: Promise<T>): Promise<T> {
    let done = false
    const end = () => void (done = true)
    work.then(end, end)
    await drained()
    const isDone = () => done
    for (let idle = 0; !isDone();) {
      if (sleepers.length > 0) {
        idle = 0
        wakeFirst()
      } else if (++idle > PATIENCE) throw new Error('The work waits for something that is not on the clock')
      await drained()
    }
    return work
  }

  return { now: () => now, sleep: (ms) => new Promise((wake) => void after(ms, wake)), after, advance, run }
}
