import { type File, PAINTED, type Turn } from './turn.ts'

/*
 * Runs in each frame before its scripts: notes when the number of a scorecard is painted, and what came before it. Nothing is polled.
 */

const marks: Partial<Turn> = {}
const tasks: PerformanceEntry[] = []

const NUMBER = '[data-metric=csat] data'
const BUSY = '[aria-busy=true]'

function look(): void {
  if (isThere(`${BUSY}:not(:has(data))`)) marks.skeleton ??= performance.now()
  if (marks.inserted === undefined && isThere(NUMBER)) {
    marks.inserted = performance.now()
    afterPaint((at) => (marks.painted = at))
  }
  if (!isThere(`${NUMBER}:not(${BUSY} *)`)) return
  observer.disconnect()
  marks.settledInserted = performance.now()
  afterPaint((at) => {
    marks.settledPainted = at
    console.debug(PAINTED)
  })
}

const isThere = (selector: string) => document.querySelector(selector) !== null

/** In the task after the one in which the next frame is drawn. */
function afterPaint(call: (at: number) => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => call(performance.now())
    port2.postMessage(null)
  })
}

const observer = new MutationObserver(look)
observer.observe(document, { childList: true, subtree: true, attributeFilter: ['aria-busy'] })

new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask' })

addEventListener('message', ({ data }) => {
  if (typeof data === 'string' && data.includes('zaf.app.registered')) marks.registered ??= performance.now()
})

/** Is told of every call of a method of the database. */
function watch(of: object, name: string, onCall: (request: IDBRequest) => void): void {
  const methods = of as Record<string, (...given: unknown[]) => IDBRequest>
  const own = methods[name]!
  methods[name] = function (...given) {
    const request = own.apply(this, given)
    onCall(request)
    return request
  }
}

watch(IDBFactory.prototype, 'open', () => (marks.asked ??= performance.now()))
for (const name of ['get', 'getAll']) {
  watch(IDBObjectStore.prototype, name, (request) =>
    request.addEventListener('success', () => {
      if (marks.settledInserted === undefined) marks.facts = performance.now()
    }),
  )
}

function turn(): Turn {
  const { settledInserted, settledPainted } = marks as Turn
  const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
  const files = resources
    .filter(({ responseEnd }) => responseEnd < settledPainted)
    .map(({ name, startTime, responseEnd, decodedBodySize }): File => ({
      name: new URL(name).pathname.split('/').at(-1)!,
      start: startTime,
      end: responseEnd,
      bytes: decodedBodySize,
    }))
  const firstPaint = performance.getEntriesByName('first-contentful-paint')[0]!.startTime
  const held = tasks.filter(({ startTime }) => startTime < settledInserted)
  return { ...(marks as Turn), firstPaint, longTasks: held.reduce((sum, { duration }) => sum + duration, 0), files }
}

Object.assign(globalThis, { paintTurn: turn })
