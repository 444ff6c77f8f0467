import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import { generateAccount } from './account.ts'
import { answer } from './api.ts'
import { appFile } from './appFiles.ts'
import type { Clock } from './clock.ts'
import { machineClock } from './clock.ts'
import type { Desk, DeskOptions } from './desk.ts'
import { openDesk } from './desk.ts'
import { hostFile } from './hostFiles.ts'
import { closed, listen, LOOPBACK, portOf, send } from './http.ts'
import { readManifest } from './manifest.ts'
import type { Answer } from './request.ts'
import { json, requestOf } from './request.ts'
import type { Account } from './shapes.ts'
import { workspaceOf } from './workspace.ts'

export { SDK_CDN_URL, sdkBundle } from './bundle.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const INSTALLATION = { id: 4_570_001, appId: 4_570 }

type FromDesk = Pick<DeskOptions, 'metricSets' | 'plan' | 'limits' | 'indexLagSeconds' | 'faults'>

export interface StandInOptions extends FromDesk {
  /** Port of the host page and the API; the app gets the next one. 0 or absent: two free ports. */
  readonly port?: number
  /** Absent: a generated one. */
  readonly account?: Account
  readonly seed?: number
  /** Epoch milliseconds. The account ends here and the API's clock stands still. Absent: the machine's clock. */
  readonly now?: number
  /** How many tickets to generate. */
  readonly tickets?: number
  /** Over how many weeks they are spread. */
  readonly weeks?: number
  readonly timeZone?: string
  /** `cdn` leaves the SDK's address in the app's HTML alone, for tests that answer that address themselves. */
  readonly sdk?: 'local' | 'cdn'
  /** Where the built app lies; absent: dist/assets of this project. */
  readonly appFolder?: string
  /** The app is served elsewhere, for example by a development server: no app origin is opened. */
  readonly appUrl?: string
  readonly manifest?: string
  /** The time of the API and of its delays, instead of `now`. */
  readonly clock?: Clock
}

/** An API request as it arrived. */
export interface SeenRequest {
  readonly method: string
  /** Path and query. */
  readonly address: string
  readonly authorization: string | undefined
  /** 0 when the connection was broken on purpose. */
  readonly status: number
}

export interface StandIn {
  /** The open account, for tests that change it. */
  readonly desk: Desk
  /** Origin of the host page and the API. */
  readonly hostUrl: string
  /** Origin of the app. */
  readonly appUrl: string
  readonly account: Account
  /** Every API request since the start, the oldest first. */
  readonly requests: readonly SeenRequest[]
  readonly close: () => Promise<void>
}

/** Starts the stand-in: the host page with the API on one origin, the app on another. */
export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const clock = options.clock ?? machineClock
  const now = options.now ?? clock.now()
  const { seed = 1, sdk = 'local', appFolder = `${ROOT}dist/assets` } = options
  const account = options.account ?? generateAccount({ seed, now, ...sizes(options) })
  const manifest = readManifest(options.manifest ?? `${ROOT}manifest.json`)
  const desk = openDesk(account, {
    ...options,
    now: options.clock !== undefined || options.now === undefined ? clock.now : () => now,
    installation: { ...INSTALLATION, settings: manifest.settings },
  })
  const requests: SeenRequest[] = []

  const host = await listen(options.port ?? 0, onHost)
  const hostUrl = `http://${LOOPBACK}:${String(portOf(host))}`
  const appPort = options.port === undefined || options.port === 0 ? 0 : options.port + 1
  const app = options.appUrl === undefined ? await listen(appPort, onApp).catch(closing(host)) : null
  const appUrl = app === null ? (options.appUrl ?? '') : `http://localhost:${String(portOf(app))}`

  async function onHost(request: IncomingMessage, response: ServerResponse) {
    const { pathname, searchParams } = new URL(request.url ?? '/', hostUrl)
    if (pathname.startsWith('/api/')) await onApi(request, response)
    else if (pathname === '/stand-in/workspace.json') {
      const asked = searchParams.getAll('ticket').map(Number)
      const app = { ...manifest, settings: desk.installation.settings, origin: appUrl }
      send(response, json(200, workspaceOf(desk, searchParams.get('as') ?? 'agent', asked, app)))
    } else send(response, (await hostFile(pathname, appFolder)) ?? json(404, { error: 'There is no such page' }))
  }

  async function onApi(request: IncomingMessage, response: ServerResponse) {
    const given = await answerTo(desk, request, hostUrl)
    const { method = 'GET', url = '/' } = request
    requests.push({ method, address: url, authorization: request.headers.authorization, status: given.status })
    if (given.delayMs !== undefined && given.delayMs > 0) await clock.sleep(given.delayMs)
    if (given.status === 0) request.socket.destroy()
    else send(response, given)
  }

  async function onApp(request: IncomingMessage, response: ServerResponse) {
    const { pathname } = new URL(request.url ?? '/', hostUrl)
    send(response, await appFile(decodeURIComponent(pathname), { folder: appFolder, sdk, hostOrigin: hostUrl }))
  }

  return {
    desk,
    hostUrl,
    appUrl,
    account: desk.account,
    requests,
    close: () => closed([host, ...(app === null ? [] : [app])]),
  }
}

const sizes = ({ tickets, weeks, timeZone }: StandInOptions) => ({
  ...(weeks === undefined ? {} : { weeks }),
  ...(tickets === undefined ? {} : { tickets }),
  ...(timeZone === undefined ? {} : { timeZone }),
})

async function answerTo(desk: Desk, request: IncomingMessage, origin: string): Promise<Answer> {
  const headers = Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(', ')] as const)
  const sent: Buffer[] = []
  for await (const chunk of request) sent.push(chunk as Buffer)
  const body = Buffer.concat(sent).toString('utf8')
  return answer(desk, requestOf(origin + (request.url ?? '/'), Object.fromEntries(headers), request.method, body))
}

const closing = (other: Server) => async (reason: unknown) => {
  await closed([other])
  throw reason
}
