import type { AppFrame } from './appFrame.ts'
import type { Size } from './modal.ts'
import type { NamedError } from './properties.ts'
import { unavailable } from './properties.ts'

/** What actions do to the workspace. */
export interface Stage {
  readonly notice: (text: string, kind: string, sticky: boolean, milliseconds: number) => void
  readonly openTicket: (id: number) => void
  readonly openNavBar: (path: string) => void
}

/** What actions do to the instances of the app. */
export interface Instances {
  readonly preload: (frame: AppFrame) => void
  /** Opens or closes the popover of the top bar; without a word, the other of the two. */
  readonly popover: (open?: boolean) => void
  readonly openModal: (url: string, size: Size) => AppFrame
}

type Outcome = { value: unknown } | { error: NamedError }

const NOTICE_MS = 5000
const DONE: Outcome = { value: null }
const REFUSED: Outcome = { error: unavailable('is not supported in this location') }

/** Carries out one `client.invoke`. Actions that an instance does not have come back as errors with a name. */
export function invoked(
  stage: Stage,
  instances: Instances,
  frame: AppFrame,
  action: string,
  args: readonly unknown[],
): Outcome {
  switch (action) {
    case 'resize':
      resize(frame, args[0] ?? {})
      return DONE
    case 'notify': {
      const [text, kind, duration] = args
      const sticky = (duration as { sticky?: boolean } | null | undefined)?.sticky === true
      stage.notice(String(text), typeof kind === 'string' ? kind : 'notice', sticky, Number(duration) || NOTICE_MS)
      return DONE
    }
    case 'routeTo':
      return routed(stage, args)
    case 'track':
      return DONE
    case 'instances.create': {
      const { location, url, size = {} } = (args[0] ?? {}) as { location?: string; url?: string; size?: Size }
      if (location !== 'modal' || url === undefined) return REFUSED
      return { value: [{ instanceGuid: instances.openModal(url, size).guid }] }
    }
    case 'preloadPane':
      if (!frame.isPane) return REFUSED
      instances.preload(frame)
      return DONE
    case 'popover': {
      if (frame.location !== 'top_bar') return REFUSED
      const [wish] = args
      if (typeof wish === 'object') resize(frame, wish ?? {})
      else instances.popover(wish === undefined ? wish : wish === 'show')
      return DONE
    }
    case 'destroy':
      if (frame.location !== 'modal') return REFUSED
      frame.element.closest('dialog')?.close()
      return DONE
    default:
      return REFUSED
  }
}

/** Gives a frame its size. A sidebar keeps its width, and the page in the nav bar fills its pane. */
export function resize({ element, location }: AppFrame, { width, height }: Size): void {
  if (location === 'nav_bar') return
  if (height !== undefined) element.style.height = length(height)
  if (location !== 'ticket_sidebar' && width !== undefined) element.style.width = length(width)
}

const length = (given: string | number) => (typeof given === 'number' ? `${String(given)}px` : given)

function routed(stage: Stage, [to, target, path]: readonly unknown[]): Outcome {
  if (to === 'ticket' && Number(target) > 0) stage.openTicket(Number(target))
  else if (to === 'nav_bar') stage.openNavBar(typeof path === 'string' ? path : '')
  else if (to === 'user')
    stage.notice(`Zendesk would show the profile of person ${String(target)}.`, 'notice', false, NOTICE_MS)
  else return { error: unavailable(`cannot go to "${String(to)}"`) }
  return DONE
}
