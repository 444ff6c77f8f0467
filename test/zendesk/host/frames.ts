import { FAULT_HEADER } from '../fault.ts'
import type { OpenTicket, Workspace } from '../workspace.ts'
import { invoked } from './actions.ts'
import type { Stage } from './actions.ts'
import { makeRequest } from './apiRequest.ts'
import type { AppLocation, Surroundings } from './appFrame.ts'
import { AppFrame } from './appFrame.ts'
import { byId } from './element.ts'
import { propertiesOf, setAt, unavailable, valueAt } from './properties.ts'
import type { HostState } from './state.ts'
import { settingsWith } from './state.ts'

/** The frames of the app: one for each ticket tab that was shown, one for the nav bar once it was opened. */
export class Frames {
  readonly #workspace: () => Workspace
  readonly #state: () => HostState
  readonly #around: Surroundings
  readonly #properties = new Map<AppFrame, Record<string, unknown>>()
  #shown: AppFrame | null = null

  constructor(workspace: () => Workspace, state: () => HostState, stage: Stage) {
    this.#workspace = workspace
    this.#state = state
    this.#around = {
      registration: (frame) => ({ context: this.#context(frame), metadata: this.#metadata() }),
      get: (frame, path) => this.#get(frame, path),
      set: (frame, path, value) => {
        if (!path.startsWith('ticket.') || !setAt(this.#propertiesOf(frame), path, value))
          return unavailable('cannot be set here')
        frame.emit(`${path}.changed`, value)
        return null
      },
      invoke: (frame, action, args) => invoked(stage, frame, action, args),
      request: (options) => makeRequest(options, this.#person()),
      trigger: (guid, event, data) =>
        this.#all()
          .find((frame) => frame.guid === guid)
          ?.emit(event, data),
    }
  }

  /** Shows the frame of a ticket, or of the nav bar, and hides the one before. */
  show(location: AppLocation, ticketId: number | null): AppFrame {
    const known = this.#all().find((frame) => frame.location === location && frame.ticketId === ticketId)
    const frame = known ?? this.#open(location, ticketId)
    if (frame === this.#shown) return frame
    this.hide()
    frame.element.hidden = false
    this.#shown = frame
    if (location === 'nav_bar' && known !== undefined) frame.emit('pane.activated')
    else frame.activate()
    return frame
  }

  hide(): void {
    if (this.#shown === null) return
    if (this.#shown.location === 'nav_bar') this.#shown.emit('pane.deactivated')
    else this.#shown.deactivate()
    this.#shown.element.hidden = true
    this.#shown = null
  }

  emit(event: string, data: unknown): void {
    for (const frame of this.#all()) frame.emit(event, data)
  }

  destroy(): void {
    for (const frame of this.#all()) frame.destroy()
    this.#properties.clear()
    this.#shown = null
  }

  #open(location: AppLocation, ticketId: number | null): AppFrame {
    const { app, tickets } = this.#workspace()
    const url = new URL(app.locations[location], `${app.origin}/`)
    const title = ticketId === null ? app.name : `${app.name}, ticket ${String(ticketId)}`
    const frame = new AppFrame(url, title, { location, ticketId, colorScheme: this.#state().scheme }, this.#around)
    const ticket = tickets.find(({ id }) => id === ticketId) ?? null
    this.#properties.set(frame, propertiesOf(this.#workspace(), this.#state(), ticket))
    byId(location === 'nav_bar' ? 'nav-bar' : 'sidebar-frames').append(frame.element)
    return frame
  }

  #all(): AppFrame[] {
    return [...this.#properties.keys()]
  }

  #get(frame: AppFrame, path: string) {
    const guid = /^instances(?:\.(.+))?$/.exec(path)
    if (path === 'colorScheme') return { value: this.#state().scheme }
    if (guid === null) return valueAt(this.#propertiesOf(frame), path)
    const contexts = Object.fromEntries(this.#all().map((each) => [each.guid, this.#context(each)]))
    return guid[1] === undefined ? { value: contexts } : valueAt(contexts, guid[1])
  }

  #propertiesOf(frame: AppFrame): Record<string, unknown> {
    return this.#properties.get(frame) ?? {}
  }

  #context({ guid, location, ticketId }: AppFrame) {
    const { subdomain } = this.#workspace().account
    const ticket: { ticketId?: OpenTicket['id'] } = ticketId === null ? {} : { ticketId }
    return { instanceGuid: guid, product: 'support', account: { subdomain }, location, ...ticket }
  }

  #metadata() {
    const { app, installation } = this.#workspace()
    return {
      appId: installation.appId,
      installationId: installation.id,
      name: app.name,
      version: app.version,
      settings: settingsWith(app.settings, this.#state().settings),
    }
  }

  #person(): Record<string, string> {
    const { as, fault } = this.#state()
    const signedIn = this.#workspace().signedIn === null ? {} : { Authorization: `Basic ${btoa(`${as}:`)}` }
    return { ...signedIn, ...(fault === '' ? {} : { [FAULT_HEADER]: fault }) }
  }
}
