import type { Arrival } from './measured.ts'

const TICK_MILLISECONDS = 5
/** The browser tells of a long task some time after it. */
const LATE_MILLISECONDS = 200

/** Watches how long the frame's thread is held up, from now on until the end is asked for. */
export function noticing(): () => Promise<Arrival> {
  const start = performance.now()
  let tick = start
  let gap = 0
  const note = () => {
    const now = performance.now()
    gap = Math.max(gap, now - tick)
    tick = now
  }
  const timer = setInterval(note, TICK_MILLISECONDS)
  const tasks: PerformanceEntry[] = []
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()))
  observer.observe({ type: 'longtask' })
  return async () => {
    // The task that ends it belongs to it too, so the timer has its turn once more.
    await new Promise((resolve) => setTimeout(resolve, TICK_MILLISECONDS))
    note()
    clearInterval(timer)
    const end = tick
    await new Promise((resolve) => setTimeout(resolve, LATE_MILLISECONDS))
    tasks.push(...observer.takeRecords())
    observer.disconnect()
    const within = tasks.filter(({ startTime }) => startTime >= start && startTime <= end)
    return { longTasks: within.length, gap, milliseconds: end - start }
  }
}
