import { type Message, messageOf } from '../conversation.ts'
import { FAULT_HEADER } from '../fault.ts'
import type { OpenTicket, Workspace } from '../workspace.ts'
import type { Stage } from './actions.ts'
import { invoked, resize } from './actions.ts'
import { makeRequest, signedInAs } from './apiRequest.ts'
import type { Place, Surroundings } from './appFrame.ts'
import { AppFrame } from './appFrame.ts'
import { byId } from './element.ts'
import type { Size } from './modal.ts'
import { showModal } from './modal.ts'
import { propertiesOf, setAt, unavailable, valueAt } from './properties.ts'
import type { HostState } from './state.ts'
import { settingsWith } from './state.ts'

/** Where in the page the frame of a location goes. A modal brings its own place. */
const HOLDERS = { ticket_sidebar: 'sidebar-frames', nav_bar: 'nav-bar', top_bar: 'popover' } as const

/** The instances of the app for one person: in each ticket tab, in the nav bar and the top bar, and the modals they open. */
export class Frames {
  readonly #workspace: Workspace
  readonly #state: () => HostState
  readonly #as: string
  readonly #around: Surroundings
  readonly #open = new Set<AppFrame>()
  /** Outlives the instance: an app that is about to go may still look something up. */
  readonly #properties = new WeakMap<AppFrame, Record<string, unknown>>()
  readonly #navBar: AppFrame
  /** Null for an app that is not in the top bar. */
  readonly #topBar: AppFrame | null
  #shown: AppFrame | null = null

  constructor(workspace: Workspace, state: () => HostState, stage: Stage) {
    this.#workspace = workspace
    this.#state = state
    this.#as = state().as
    const instances = {
      preload: (frame: AppFrame) => this.#load(frame),
      popover: (open?: boolean) => this.popover(open),
      openModal: (url: string, size: Size) => this.#openModal(url, size),
    }
    this.#around = {
      registration: (frame) => ({ context: this.#context(frame), metadata: this.#metadata() }),
      get: (frame, path) => this.#get(frame, path),
      set: (frame, path, value) => {
        if (!path.startsWith('ticket.') || !setAt(this.#propertiesOf(frame), path, value))
          return unavailable('cannot be set here')
        frame.emit(`${path}.changed`, value)
        return null
      },
      invoke: (frame, action, args) => invoked(stage, instances, frame, action, args),
      request: (options) => makeRequest(options, this.#headers()),
      instance: (guid) => [...this.#open].find((frame) => frame.guid === guid),
      told: (frame, event, data) => {
        for (const other of this.#open) if (other !== frame) other.overhear(frame, event, data)
      },
    }
    const { nav_bar, top_bar } = workspace.app.locations
    this.#navBar = this.#create(nav_bar, { location: 'nav_bar', ticketId: null }, null)
    this.#topBar = top_bar === null ? null : this.#create(top_bar, { location: 'top_bar', ticketId: null }, null)
  }

  /** Whose pages are loaded: the ids of tickets, and null for the nav bar. */
  get loaded(): ReadonlySet<number | null> {
    const lasting = [...this.#open].filter((frame) => frame === this.#navBar || frame.ticketId !== null)
    return new Set(lasting.filter(({ loaded }) => loaded).map(({ ticketId }) => ticketId))
  }

  /** Loads the instance of a ticket's tab, or of the nav bar (null), without showing it. */
  load(ticket: OpenTicket | null): AppFrame {
    const frame = ticket === null ? this.#navBar : (this.#beside(ticket.id) ?? this.#createBeside(ticket))
    this.#load(frame)
    return frame
  }

  /** Shows the instance of a ticket's tab, or of the nav bar (null), and hides the one before. */
  show(ticket: OpenTicket | null): void {
    const frame = this.load(ticket)
    if (frame === this.#shown) return
    this.hide()
    this.#shown = frame
    frame.show()
  }

  hide(): void {
    this.#shown?.hide()
    this.#shown = null
  }

  /** Opens or closes the popover of the top bar; without a word, the other of the two. */
  popover(open = this.#topBar?.visible === false): void {
    if (this.#topBar === null || this.#topBar.visible === open) return
    this.#load(this.#topBar)
    if (open) this.#topBar.show()
    else this.#topBar.hide()
    byId('popover').hidden = !open
  }

  /** Ends the instance of a ticket's tab. */
  close(ticketId: number): void {
    const frame = this.#beside(ticketId)
    if (frame === undefined) return
    if (frame === this.#shown) this.hide()
    this.#destroy(frame)
  }

  /** Ends every instance. */
  destroy(): void {
    for (const frame of this.#open) this.#destroy(frame)
    this.#shown = null
    byId('popover').hidden = true
  }

  /** Tells every instance about an event. */
  emit(event: string, data: unknown): void {
    for (const frame of this.#open) frame.emit(event, data)
  }

  /** Sends the instance in the nav bar to a route. */
  route(path: string): void {
    this.#navBar.route({ appName: this.#workspace.app.name, path })
  }

  /** Changes a property of a ticket as its form does, and tells the instance beside it. */
  change(ticketId: number, path: string, value: unknown): void {
    const frame = this.#beside(ticketId)
    if (frame !== undefined && setAt(this.#propertiesOf(frame), path, value)) frame.emit(`${path}.changed`, value)
  }

  /** Asks the instance beside a ticket whether the ticket may be saved, and tells it what came of it. Null: saved. */
  async save(ticketId: number, reply: string): Promise<string | null> {
    const frame = this.#beside(ticketId)
    const refusal = (await frame?.ask('ticket.save')) ?? null
    if (frame !== undefined && refusal === null && reply !== '') this.#replied(frame, reply)
    frame?.emit(refusal === null ? 'ticket.submit.done' : 'ticket.submit.fail')
    return refusal
  }

  #replied(frame: AppFrame, reply: string): void {
    const { signedIn } = this.#workspace
    const found = valueAt(this.#propertiesOf(frame), 'ticket.conversation')
    if (frame.ticketId === null || signedIn === null || !('value' in found)) return
    const role = signedIn.role === 'admin' ? 'admin' : 'agent'
    const author = { id: signedIn.id, name: signedIn.name, role, avatar: null }
    const message = messageOf(author, 'web', reply, new Date().toISOString())
    this.change(frame.ticketId, 'ticket.conversation', [...(found.value as readonly Message[]), message])
  }

  #create(path: string, place: Place, ticket: OpenTicket | null): AppFrame {
    const { app } = this.#workspace
    const url = new URL(path, `${app.origin}/`)
    const title = ticket === null ? app.name : `${app.name}, ticket ${String(ticket.id)}`
    const frame = new AppFrame(url, title, place, this.#around)
    this.#open.add(frame)
    this.#properties.set(frame, propertiesOf(this.#workspace, this.#state(), ticket))
    return frame
  }

  #createBeside(ticket: OpenTicket): AppFrame {
    const place: Place = { location: 'ticket_sidebar', ticketId: ticket.id }
    return this.#create(this.#workspace.app.locations.ticket_sidebar, place, ticket)
  }

  #beside(ticketId: number): AppFrame | undefined {
    return [...this.#open].find((frame) => frame.ticketId === ticketId)
  }

  #load(frame: AppFrame): void {
    if (frame.location !== 'modal') frame.load(byId(HOLDERS[frame.location]), this.#state().scheme)
  }

  #openModal(url: string, size: Size): AppFrame {
    const frame = this.#create(url, { location: 'modal', ticketId: null }, null)
    showModal(frame, this.#state().scheme, () => {
      frame.emit('modal.close')
      this.#destroy(frame)
    })
    resize(frame, size)
    frame.show()
    return frame
  }

  #destroy(frame: AppFrame): void {
    this.#open.delete(frame)
    frame.destroy()
  }

  #get(frame: AppFrame, path: string) {
    const guid = /^instances(?:\.(.+))?$/.exec(path)
    if (path === 'colorScheme') return { value: this.#state().scheme }
    if (guid === null) return valueAt(this.#propertiesOf(frame), path)
    const contexts = Object.fromEntries([...this.#open].map((each) => [each.guid, this.#context(each)]))
    return guid[1] === undefined ? { value: contexts } : valueAt(contexts, guid[1])
  }

  #propertiesOf(frame: AppFrame): Record<string, unknown> {
    return this.#properties.get(frame) ?? {}
  }

  #context({ guid, location, ticketId }: AppFrame) {
    const { subdomain } = this.#workspace.account
    const ticket: { ticketId?: OpenTicket['id'] } = ticketId === null ? {} : { ticketId }
    return { instanceGuid: guid, product: 'support', account: { subdomain }, location, ...ticket }
  }

  #metadata() {
    const { app, installation } = this.#workspace
    return {
      appId: installation.appId,
      installationId: installation.id,
      name: app.name,
      version: app.version,
      settings: settingsWith(app.settings, this.#state().settings),
    }
  }

  #headers(): Record<string, string> {
    const { fault } = this.#state()
    const person = this.#workspace.signedIn === null ? {} : signedInAs(this.#as)
    return { ...person, ...(fault === '' ? {} : { [FAULT_HEADER]: fault }) }
  }
}
