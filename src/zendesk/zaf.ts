import * as z from 'zod/mini'
import { isTimeZone } from '../domain/period.ts'
import type { Ask } from './ask.ts'
import type { Send } from './installation.ts'
import type { Met, ZafClient } from './join.ts'
import type { Person } from './person.ts'
import { budgetLeftIn, type Response } from './response.ts'

/** Where the app was opened, by whom, and what the admin set. */
export interface Surroundings {
  /** `ticket_sidebar`, `nav_bar`, or a location this version does not know. */
  readonly location: string
  /** The app's settings as Zendesk gives them; not yet checked. */
  readonly settings: unknown
  readonly locale: string
  /** IANA name of the account's zone, so that everybody's month is the same; else the person's, else `UTC`. */
  readonly timeZone: string
  readonly colorScheme: ColorScheme
  /** Who looks at it; `null` where the framework does not tell. */
  readonly person: Person | null
  /** The account's name in its address; empty where the framework does not tell. */
  readonly subdomain: string
  /** The number under which the account keeps the app's settings; `null` where there is none, as on a developer's machine. */
  readonly installation: number | null
}

export type ColorScheme = 'light' | 'dark'

/** Longer than any answer Zendesk gives; the SDK itself never gives a request up. */
const REQUEST_TIMEOUT_MILLISECONDS = 60_000

const registeredSchema = z.object({
  context: z.object({ location: z.catch(z.string(), '') }),
  metadata: z.catch(
    z.object({ settings: z.optional(z.unknown()), installationId: z.catch(z.nullish(z.int()), null) }),
    {
      settings: {},
      installationId: null,
    },
  ),
})

/** A zone that the platform does not know is as good as none. */
const timeZone = z.catch(z.nullable(z.object({ ianaName: z.string().check(z.refine(isTimeZone)) })), null)

const surroundingsSchema = z.object({
  'currentUser.locale': z.catch(z.string(), 'en'),
  'currentAccount.timeZone': timeZone,
  'currentUser.timeZone': timeZone,
  colorScheme: z.catch(z.enum(['light', 'dark']), 'light'),
  'currentUser.id': z.catch(z.nullable(z.int()), null),
  'currentUser.name': z.catch(z.string(), ''),
  'currentUser.role': z.catch(z.string(), ''),
  'currentAccount.subdomain': z.catch(z.string(), ''),
})

/** Who looks at the app and how, by what Zendesk told when it was met. */
export function surroundings({ app, answer }: Met): Surroundings {
  const registered = z.parse(registeredSchema, app)
  const found = z.parse(surroundingsSchema, answer)
  const id = found['currentUser.id']
  return {
    location: registered.context.location,
    settings: registered.metadata.settings,
    locale: found['currentUser.locale'],
    timeZone: (found['currentAccount.timeZone'] ?? found['currentUser.timeZone'])?.ianaName ?? 'UTC',
    colorScheme: found.colorScheme,
    person:
      id === null ? null : { id, name: found['currentUser.name'], isAdmin: found['currentUser.role'] === 'admin' },
    subdomain: found['currentAccount.subdomain'],
    installation: registered.metadata.installationId || null,
  }
}

export function onColorScheme(client: ZafClient, listener: (scheme: ColorScheme) => void): void {
  client.on('colorScheme.changed', (scheme) => listener(scheme === 'dark' ? 'dark' : 'light'))
}

/** Opens the ticket in Zendesk's own workspace. */
export function openTicket(client: ZafClient, ticket: number): void {
  client.invoke('routeTo', 'ticket', ticket).catch(() => undefined)
}

/** Opens the app's own place in the nav bar at this page. */
export function openNavBar(client: ZafClient, page: string): void {
  client.invoke('routeTo', 'nav_bar', '', page).catch(() => undefined)
}

const routeSchema = z.catch(
  z.union([
    z.string(),
    z.pipe(
      z.object({ path: z.string() }),
      z.transform(({ path }) => path),
    ),
    z.pipe(
      z.array(z.string()),
      z.transform((segments) => segments.join('/')),
    ),
  ]),
  '',
)

/** Told which page a link into the nav bar asks for; empty: none. Zendesk does not say in which shape it tells, so all likely ones are read. */
export function onRoute(client: ZafClient, listener: (page: string) => void): void {
  client.on('app.route.changed', (route) => listener(z.parse(routeSchema, route).replace(/^\/+|\/+$/g, '')))
}

/** Told whenever this copy comes to the front or goes to the back, and once when it is about to be closed. */
export function onPresence(client: ZafClient, listener: (presence: 'front' | 'back' | 'closing') => void): void {
  for (const event of ['app.activated', 'pane.activated']) client.on(event, () => listener('front'))
  for (const event of ['app.deactivated', 'pane.deactivated']) client.on(event, () => listener('back'))
  client.on('app.willDestroy', () => listener('closing'))
}

/** Asks the API through the framework, as the signed-in person. */
export function askThrough(client: ZafClient): Ask {
  const send = sendThrough(client)
  return (path) => send('GET', path)
}

/** The same, also to change something. */
export function sendThrough(client: ZafClient): Send {
  return async (method, path, body) => {
    const options = {
      url: path,
      type: method,
      ...(body === undefined ? {} : { contentType: 'application/json', data: JSON.stringify(body) }),
      dataType: 'text',
      httpCompleteResponse: true,
      autoRetry: false,
      timeout: REQUEST_TIMEOUT_MILLISECONDS,
    }
    const late = timeout()
    const answer = await Promise.race([client.request(options).catch((refusal: unknown) => refusal), late.passed])
    late.cancel()
    return responseIn(answer)
  }
}

const completeSchema = z.object({
  status: z.number(),
  responseText: z.catch(z.nullish(z.string()), null),
  responseJSON: z.optional(z.unknown()),
  headers: z.catch(z.nullish(z.record(z.string(), z.string())), null),
})

/**
 * What the framework gave, whether the request went well (the whole response, or only its body as text or object) or not
 * (an object in the manner of jQuery, never an `Error`).
 */
function responseIn(answer: unknown): Response {
  if (typeof answer === 'string') return { status: 200, text: answer, retryAfter: null }
  const complete = z.safeParse(completeSchema, answer)
  if (!complete.success) return { status: 0, text: '', retryAfter: null }
  const { status, responseText, responseJSON, headers } = complete.data
  const text = responseText ?? (responseJSON === undefined ? '' : JSON.stringify(responseJSON))
  const retryAfter = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'retry-after')?.[1]
  return { status, text, retryAfter: retryAfter ?? null, budgetLeft: budgetLeftIn(headers ?? {}) }
}

function timeout(): { readonly passed: Promise<null>; readonly cancel: () => void } {
  let timer: ReturnType<typeof setTimeout>
  const passed = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, REQUEST_TIMEOUT_MILLISECONDS, null)
  })
  return { passed, cancel: () => clearTimeout(timer) }
}
