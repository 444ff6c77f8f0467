import type { RequestOptions } from './apiRequest.ts'
import type { Envelope } from './envelope.ts'
import { envelopeIn } from './envelope.ts'
import type { NamedError } from './properties.ts'
import { unavailable } from './properties.ts'

export type AppLocation = 'ticket_sidebar' | 'nav_bar' | 'top_bar' | 'modal'

/** Where a frame belongs. */
export interface Place {
  readonly location: AppLocation
  /** Null outside a ticket. */
  readonly ticketId: number | null
}

type Found = { value: unknown } | { error: NamedError }

/** What a frame asks of the workspace around it. */
export interface Surroundings {
  readonly registration: (frame: AppFrame) => { context: object; metadata: object }
  readonly get: (frame: AppFrame, path: string) => Found
  readonly set: (frame: AppFrame, path: string, value: unknown) => NamedError | null
  readonly invoke: (frame: AppFrame, action: string, args: readonly unknown[]) => Found
  readonly request: (options: RequestOptions) => Promise<{ outcome: string; args: readonly unknown[] }>
  readonly instance: (guid: string) => AppFrame | undefined
  /** An event was told to an instance; others may listen to it. */
  readonly told: (frame: AppFrame, event: string, data: unknown) => void
}

const GRACE_MS = 500
/** Locations that people open and leave again while the app goes on running. */
const PANES: readonly AppLocation[] = ['nav_bar', 'top_bar']

/** One instance of an app: an iframe, and the host's side of the app framework's wire protocol. */
export class AppFrame {
  readonly element = document.createElement('iframe')
  readonly guid = crypto.randomUUID()
  readonly location: AppLocation
  readonly ticketId: number | null
  readonly #url: URL
  readonly #around: Surroundings
  /** What the app listens to: an instance's guid, a space, an event. */
  readonly #subscribed = new Set<string>()
  /** Events to tell as soon as the app listens to them. */
  readonly #waiting = new Map<string, unknown>()
  readonly #replies = new Map<string, (refusal: string | null) => void>()
  #registered = false
  #visible = false
  /** The app was displayed before: only then can someone come back to it. */
  #displayed = false

  constructor(url: URL, title: string, place: Place, around: Surroundings) {
    this.location = place.location
    this.ticketId = place.ticketId
    this.#url = url
    this.#around = around
    this.element.title = title
    this.element.allow = 'clipboard-write'
    this.element.hidden = true
    this.element.setAttribute(
      'sandbox',
      'allow-downloads allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-same-origin allow-scripts',
    )
  }

  /** An instance has its guid from the start, also while its page is not loaded. */
  get loaded(): boolean {
    return this.element.isConnected
  }

  get visible(): boolean {
    return this.#visible
  }

  get isPane(): boolean {
    return PANES.includes(this.location)
  }

  /** Loads the app's page, out of sight. */
  load(into: HTMLElement, colorScheme: string): void {
    if (this.loaded) return
    const source = new URL(this.#url)
    source.searchParams.set('origin', window.location.origin)
    source.searchParams.set('app_guid', this.guid)
    source.searchParams.set('colorScheme', colorScheme)
    this.element.src = source.href
    window.addEventListener('message', this.#hear)
    into.append(this.element)
  }

  /** Brings the app into view. In a pane it is told of its return by another event than of its first display. */
  show(): void {
    const returning = this.isPane && this.#displayed
    this.element.hidden = false
    this.#visible = true
    this.#displayed = true
    if (returning) this.emit('pane.activated')
    else this.#tellOnceHeard('app.activated')
  }

  /** Takes the app out of view; it goes on running. One that was not there yet knows nothing of its display. */
  hide(): void {
    this.element.hidden = true
    this.#visible = false
    this.#waiting.delete('app.activated')
    if (!this.#registered) this.#displayed = false
    this.emit(this.isPane ? 'pane.deactivated' : 'app.deactivated')
  }

  /** Lets the app clean up: its page goes a moment after it was told, and is heard until then. */
  destroy(): void {
    this.emit('app.willDestroy')
    this.element.hidden = true
    // The frame that takes its place has the same title.
    this.element.removeAttribute('title')
    setTimeout(() => {
      window.removeEventListener('message', this.#hear)
      ;(this.element.closest('dialog') ?? this.element).remove()
    }, GRACE_MS)
  }

  /** Tells the app about an event of the host. */
  emit(event: string, data?: unknown): void {
    if (!this.#registered) return
    this.#post({ key: `zaf.${event}`, message: data })
    this.#around.told(this, event, data)
  }

  /** Sends the nav bar's app to a route, or lets it know once it listens. */
  route(data: unknown): void {
    this.#tellOnceHeard('app.route.changed', data)
  }

  /** Passes on what was told to another instance, if this app listens to that. */
  overhear({ guid }: AppFrame, event: string, data: unknown): void {
    // The SDK throws for an instance that the app did not ask for.
    if (this.#subscribed.has(`${guid} ${event}`)) this.#post({ key: `zaf.${event}`, message: data, instanceGuid: guid })
  }

  /** Asks the app whether the host may go on: null when it may, else why not. An app that does not listen has no say. */
  ask(event: string): Promise<string | null> {
    if (!this.#subscribed.has(`${this.guid} ${event}`)) return Promise.resolve(null)
    return new Promise((resolve) => {
      this.#replies.set(event, resolve)
      this.#post({ key: `zaf.${event}`, needsReply: true })
    })
  }

  #tellOnceHeard(event: string, data?: unknown): void {
    if (this.#subscribed.has(`${this.guid} ${event}`)) this.emit(event, data)
    else this.#waiting.set(event, data)
  }

  #post(message: object): void {
    this.element.contentWindow?.postMessage(JSON.stringify(message), this.#url.origin)
  }

  readonly #hear = (event: MessageEvent<unknown>): void => {
    if (event.source !== this.element.contentWindow || event.origin !== this.#url.origin) return
    const envelope = envelopeIn(event.data)
    if (envelope === null) return
    if (envelope.request !== undefined) this.#answer(envelope, envelope.request)
    else if (envelope.key !== undefined) void this.#heard(envelope.key, envelope)
  }

  async #heard(key: string, { message, instanceGuid = this.guid, error }: Envelope): Promise<void> {
    const [, kind, event = ''] = /^iframe\.(on|off|trigger|reply):(.*)$/.exec(key) ?? []
    if (key === 'iframe.handshake') this.#register()
    else if (kind === 'on') this.#subscribe(instanceGuid, event)
    else if (kind === 'off') this.#unsubscribe(instanceGuid, event, message)
    else if (kind === 'trigger') this.#meant(instanceGuid)?.emit(event, message)
    else if (kind === 'reply') this.#replied(event, error)
    else if (key.startsWith('request:')) {
      const { outcome, args } = await this.#around.request(message as RequestOptions)
      this.emit(`${key}.${outcome}`, { responseArgs: args })
    }
  }

  /** Exactly once per handshake: each further one would make the SDK send its queue again. */
  #register(): void {
    this.#registered = true
    this.#subscribed.clear()
    if (this.#visible) this.#tellOnceHeard('app.activated')
    this.emit('app.registered', this.#around.registration(this))
  }

  #subscribe(guid: string, event: string): void {
    this.#subscribed.add(`${guid} ${event}`)
    if (guid !== this.guid || !this.#waiting.has(event)) return
    this.emit(event, this.#waiting.get(event))
    this.#waiting.delete(event)
  }

  #unsubscribe(guid: string, event: string, message: unknown): void {
    if ((message as { subscriberCount?: number } | undefined)?.subscriberCount === 0)
      this.#subscribed.delete(`${guid} ${event}`)
  }

  #replied(event: string, error: Envelope['error']): void {
    const refusal = typeof error?.msg === 'string' ? error.msg : 'The app does not allow this.'
    this.#replies.get(event)?.(error === undefined ? null : refusal)
    this.#replies.delete(event)
  }

  /** The instance that a message is meant for. An app that is about to go is no longer known to others, only to itself. */
  #meant(guid: string): AppFrame | undefined {
    return guid === this.guid ? this : this.#around.instance(guid)
  }

  #answer({ id, params, instanceGuid = this.guid }: Envelope, request: 'get' | 'set' | 'invoke'): void {
    const meant = this.#meant(instanceGuid)
    if (meant === undefined) {
      this.#post({ id, error: unavailable(`there is no instance ${instanceGuid}`) })
      return
    }
    const asked: [string, unknown][] =
      request === 'get' ? (params as string[]).map((path) => [path, null]) : Object.entries(params as object)
    const errors: Record<string, NamedError & { path: string }> = {}
    const result: Record<string, unknown> = { errors }
    for (const [path, given] of asked) {
      const found = meant.#found(request, path, given)
      if ('error' in found) errors[path] = { ...found.error, path }
      else result[path] = found.value
    }
    this.#post({ id, result })
  }

  #found(request: 'get' | 'set' | 'invoke', path: string, given: unknown): Found {
    if (request === 'get') return this.#around.get(this, path)
    if (request === 'invoke') return this.#around.invoke(this, path, given as readonly unknown[])
    const error = this.#around.set(this, path, given)
    return error === null ? { value: given } : { error }
  }
}
