/** The endpoints that have a limit of their own. */
export type EndpointLimit = 'incremental-exports' | 'search-export' | 'search-index' | 'tickets-index' | 'views-execute'

/** Requests a minute that a plan allows the whole account. */
export const PLAN_PER_MINUTE = { team: 200, growth: 400, professional: 400, enterprise: 700, enterprisePlus: 2500 }

export interface LimitOptions {
  /** The whole account's budget; absent: 700. */
  readonly perMinute?: number
  /** The High Volume add-on: 30 incremental exports a minute instead of 10, and at least 2,500 requests. */
  readonly highVolume?: boolean
  /** How much of the account's budget other integrations use up, all the time or at an instant (epoch ms). */
  readonly othersPerMinute?: number | ((now: number) => number)
  /** False: an answer 429 does not say when to come back. */
  readonly retryAfter?: boolean
  /** What an app may ask for each person; absent: 100 a minute and 700 in five minutes. Null: no app is asking. */
  readonly app?: { readonly perMinute: number; readonly perFiveMinutes: number } | null
  readonly searchPerMinute?: number
}

export interface Asking {
  /** The id of the person, null for nobody. */
  readonly who: number | null
  readonly endpoint: EndpointLimit | null
  /** Tells apart what has a limit each, such as views. */
  readonly item?: number
}

export interface Standing {
  /** Null: the request may go on. */
  readonly refusal: { readonly body: string; readonly retryAfterSeconds: number } | null
  readonly headers: Readonly<Record<string, string>>
}

export interface Limiter {
  /** Counts a request, or refuses it; a refused one does not count. */
  readonly take: (asking: Asking) => Standing
  readonly retryAfter: boolean
}

const MINUTE = 60_000
const APP = { perMinute: 100, perFiveMinutes: 700 }
/** Those whose header has been seen; the others have none. */
const WITH_HEADER: readonly EndpointLimit[] = ['incremental-exports', 'search-index', 'tickets-index']

/** Zendesk's request budgets, each sliding on the clock. */
export function limiter(now: () => number, options: LimitOptions = {}): Limiter {
  const { highVolume = false, othersPerMinute = 0, retryAfter = true, app = APP, searchPerMinute = 2500 } = options
  const perMinute = highVolume ? Math.max(2500, options.perMinute ?? 0) : (options.perMinute ?? 700)
  const totals: Record<EndpointLimit, number> = {
    'incremental-exports': highVolume ? 30 : 10,
    'search-export': 100,
    'search-index': searchPerMinute,
    'tickets-index': 100,
    'views-execute': 5,
  }
  const account = slidingWindow({ total: perMinute, span: MINUTE })
  const windows = new Map<string, SlidingWindow>()
  const windowOf = (name: string, size: { total: number; span: number }) => {
    const known = windows.get(name) ?? slidingWindow(size)
    windows.set(name, known)
    return known
  }

  function take({ who, endpoint, item }: Asking): Standing {
    const at = now()
    const others = Math.max(0, typeof othersPerMinute === 'number' ? othersPerMinute : othersPerMinute(at))
    const own =
      endpoint === null
        ? null
        : windowOf(`${endpoint} ${item ?? ''} ${endpoint === 'views-execute' ? who : ''}`, {
            total: totals[endpoint],
            span: MINUTE,
          })
    const person =
      who === null || app === null
        ? []
        : [
            windowOf(`minute ${who}`, { total: app.perMinute, span: MINUTE }),
            windowOf(`five minutes ${who}`, { total: app.perFiveMinutes, span: 5 * MINUTE }),
          ]
    const waits = [
      { wait: account.wait(at, others), body: 'Rate limit for this account exceeded, please wait before trying again' },
      { wait: own?.wait(at) ?? 0, body: `Number of allowed ${endpoint} API requests per minute exceeded` },
      ...person.map((window) => ({ wait: window.wait(at), body: 'Number of allowed requests of this app exceeded' })),
    ]
    const longest = waits.reduce((a, b) => (b.wait > a.wait ? b : a))
    if (longest.wait === 0) for (const window of [account, ...(own === null ? [] : [own]), ...person]) window.add(at)
    const total = account.standing(at, others)
    const ownHeader =
      own !== null && endpoint !== null && WITH_HEADER.includes(endpoint)
        ? { [`zendesk-ratelimit-${endpoint}`]: endpointHeader(own.standing(at)) }
        : {}
    const refused = { body: longest.body, retryAfterSeconds: Math.ceil(longest.wait / 1000) }
    return { refusal: longest.wait === 0 ? null : refused, headers: { ...accountHeaders(total), ...ownHeader } }
  }
  return { take, retryAfter }
}

interface Stand {
  readonly total: number
  readonly remaining: number
  /** Seconds until there is more. */
  readonly resets: number
}

export function accountHeaders({ total, remaining, resets }: Stand): Record<string, string> {
  return {
    'x-rate-limit': String(total),
    'x-rate-limit-remaining': String(remaining),
    'ratelimit-limit': String(total),
    'ratelimit-remaining': String(remaining),
    'ratelimit-reset': String(resets),
  }
}

const endpointHeader = ({ total, remaining, resets }: Stand) =>
  `total=${total}; remaining=${remaining}; resets=${resets}`

type SlidingWindow = ReturnType<typeof slidingWindow>

/** A budget for a span that ends now, whenever now is. `others` is the part that somebody else has used up. */
function slidingWindow({ total, span }: { readonly total: number; readonly span: number }) {
  let times: number[] = []
  const current = (now: number) => {
    const first = times.findIndex((time) => time > now - span)
    if (first !== 0) times = first < 0 ? [] : times.slice(first)
    return times
  }
  return {
    add: (now: number) => void times.push(now),
    /** Milliseconds until a request fits; 0 when it fits now. */
    wait: (now: number, others = 0): number => {
      const used = current(now)
      const room = Math.floor(total - others)
      if (used.length < room) return 0
      return room <= 0 ? span : used[used.length - room]! + span - now
    },
    standing: (now: number, others = 0): Stand => {
      const used = current(now)
      const resets = Math.ceil(((used[0] ?? now) + span - now) / 1000)
      return { total, remaining: Math.max(0, Math.floor(total - others - used.length)), resets }
    },
  }
}
