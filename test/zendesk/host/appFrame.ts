import type { RequestOptions } from './apiRequest.ts'
import type { NamedError } from './properties.ts'

export type AppLocation = 'ticket_sidebar' | 'nav_bar'

/** What a frame asks of the workspace around it. */
export interface Surroundings {
  readonly registration: (frame: AppFrame) => { context: object; metadata: object }
  readonly get: (frame: AppFrame, path: string) => { value: unknown } | { error: NamedError }
  readonly set: (frame: AppFrame, path: string, value: unknown) => NamedError | null
  readonly invoke: (
    frame: AppFrame,
    action: string,
    args: readonly unknown[],
  ) => { value: unknown } | { error: NamedError }
  readonly request: (options: RequestOptions) => Promise<{ outcome: string; args: readonly unknown[] }>
  /** An app triggered an event on itself or on another instance. */
  readonly trigger: (instanceGuid: string, event: string, data: unknown) => void
}

const GRACE_MS = 100

interface Message {
  readonly key?: string
  readonly message?: unknown
  readonly id?: number
  readonly request?: 'get' | 'set' | 'invoke'
  readonly params?: unknown
  readonly instanceGuid?: string
}

/** One instance of an app: an iframe, and the host's side of the app framework's wire protocol. */
export class AppFrame {
  readonly element = document.createElement('iframe')
  readonly guid = crypto.randomUUID()
  readonly location: AppLocation
  readonly ticketId: number | null
  readonly #origin: string
  readonly #around: Surroundings
  readonly #subscribed = new Set<string>()
  /** Events to tell as soon as the app listens to them. */
  readonly #waiting = new Map<string, unknown>()
  #registered = false
  #active = false

  constructor(
    url: URL,
    title: string,
    place: { location: AppLocation; ticketId: number | null; colorScheme: string },
    around: Surroundings,
  ) {
    this.location = place.location
    this.ticketId = place.ticketId
    this.#origin = url.origin
    this.#around = around
    const src = new URL(url)
    src.searchParams.set('origin', window.location.origin)
    src.searchParams.set('app_guid', this.guid)
    src.searchParams.set('colorScheme', place.colorScheme)
    this.element.title = title
    this.element.src = src.href
    this.element.allow = 'clipboard-write'
    this.element.setAttribute(
      'sandbox',
      'allow-downloads allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-same-origin allow-scripts',
    )
    window.addEventListener('message', this.#hear)
  }

  /** Tells the app about an event of the host. */
  emit(event: string, data?: unknown): void {
    if (this.#registered) this.#post({ key: `zaf.${event}`, message: data })
  }

  /** Tells the app about an event now or, while it does not listen yet, as soon as it does. */
  tell(event: string, data?: unknown): void {
    if (this.#subscribed.has(event)) this.emit(event, data)
    else this.#waiting.set(event, data)
  }

  /** The app became visible. */
  activate(): void {
    this.#active = true
    this.tell('app.activated')
  }

  deactivate(): void {
    this.#active = false
    if (!this.#waiting.delete('app.activated')) this.emit('app.deactivated')
  }

  /** Lets the app clean up: its frame goes a moment after it was told. */
  destroy(): void {
    this.emit('app.willDestroy')
    window.removeEventListener('message', this.#hear)
    this.element.hidden = true
    setTimeout(() => this.element.remove(), GRACE_MS)
  }

  #post(message: object): void {
    this.element.contentWindow?.postMessage(JSON.stringify(message), this.#origin)
  }

  readonly #hear = (event: MessageEvent<unknown>): void => {
    if (event.source !== this.element.contentWindow || event.origin !== this.#origin) return
    // Save-hook replies come as objects; the host has no hooks to wait for.
    if (typeof event.data !== 'string') return
    const message = messageIn(event.data)
    if (message === null) return
    if (message.request !== undefined) this.#answer(message, message.request)
    else if (message.key !== undefined) void this.#heard(message.key, message)
  }

  async #heard(key: string, { message, instanceGuid }: Message): Promise<void> {
    if (key === 'iframe.handshake') this.#register()
    else if (key.startsWith('iframe.on:')) this.#subscribe(key.slice('iframe.on:'.length))
    else if (key.startsWith('iframe.off:')) this.#unsubscribe(key.slice('iframe.off:'.length), message)
    else if (key.startsWith('iframe.trigger:'))
      this.#around.trigger(instanceGuid ?? this.guid, key.slice('iframe.trigger:'.length), message)
    else if (key.startsWith('request:')) {
      const { outcome, args } = await this.#around.request(message as RequestOptions)
      this.emit(`${key}.${outcome}`, { responseArgs: args })
    }
  }

  /** Exactly once per handshake: each further one would make the SDK send its queue again. */
  #register(): void {
    this.#registered = true
    this.#subscribed.clear()
    if (this.#active) this.tell('app.activated')
    this.emit('app.registered', this.#around.registration(this))
  }

  #subscribe(event: string): void {
    this.#subscribed.add(event)
    if (this.#waiting.has(event)) this.emit(event, this.#waiting.get(event))
    this.#waiting.delete(event)
  }

  #unsubscribe(event: string, message: unknown): void {
    if ((message as { subscriberCount?: number } | undefined)?.subscriberCount === 0) this.#subscribed.delete(event)
  }

  #answer({ id, params }: Message, request: 'get' | 'set' | 'invoke'): void {
    const asked: [string, unknown][] =
      request === 'get' ? (params as string[]).map((path) => [path, null]) : Object.entries(params as object)
    const errors: Record<string, NamedError & { path: string }> = {}
    const result: Record<string, unknown> = { errors }
    for (const [path, given] of asked) {
      const found = this.#found(request, path, given)
      if ('error' in found) errors[path] = { ...found.error, path }
      else result[path] = found.value
    }
    this.#post({ id, result })
  }

  #found(request: 'get' | 'set' | 'invoke', path: string, given: unknown): { value: unknown } | { error: NamedError } {
    if (request === 'get') return this.#around.get(this, path)
    if (request === 'invoke') return this.#around.invoke(this, path, given as readonly unknown[])
    const error = this.#around.set(this, path, given)
    return error === null ? { value: given } : { error }
  }
}

function messageIn(text: string): Message | null {
  try {
    return JSON.parse(text) as Message | null
  } catch {
    return null
  }
}
