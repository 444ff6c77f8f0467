/** The part of Zendesk's app framework client that Laurel uses. */
export interface ZafClient {
  on(event: string, listener: (data: unknown) => void): void
  get(paths: readonly string[]): Promise<unknown>
  invoke(action: string, ...args: readonly unknown[]): Promise<unknown>
  request(options: Readonly<Record<string, unknown>>): Promise<unknown>
}

/**
 * Joins the framework. `null` when the page was not opened by Zendesk (the SDK then has no client to give, or did not load).
 * To be called once, before anything touches the page's address, from which the SDK reads who opened it.
 */
export function joinZendesk(): ZafClient | null {
  const sdk = (globalThis as { ZAFClient?: { init(): ZafClient | false } }).ZAFClient
  return sdk?.init() || null
}

/** What Zendesk tells at the beginning; not yet checked. */
export interface Met {
  /** What came with the registration. */
  readonly app: unknown
  /** What was asked for, by path. */
  readonly answer: unknown
}

const PATHS = [
  'currentUser.locale',
  'currentAccount.timeZone',
  'currentUser.timeZone',
  'colorScheme',
  'currentUser.id',
  'currentUser.name',
  'currentUser.role',
  'currentAccount.subdomain',
] as const

/** Waits for Zendesk to register the app, then asks who looks at it and how. */
export async function meet(client: ZafClient): Promise<Met> {
  const app = await new Promise<unknown>((resolve) => {
    client.on('app.registered', resolve)
  })
  return { app, answer: await client.get(PATHS) }
}

/** The account and the person, under which things are kept in this browser. `unknown` where the framework does not tell the person. */
export const ownerOf = (subdomain: unknown, person: unknown): string =>
  `${typeof subdomain === 'string' ? subdomain : ''}:${typeof person === 'number' ? person : 'unknown'}`

/** Asks for a frame of this height. A host that refuses leaves the frame as it is, which can still be scrolled. */
export function resizeTo(client: ZafClient, pixels: number): void {
  client.invoke('resize', { width: '100%', height: `${pixels}px` }).catch(() => undefined)
}
