import type { AppFrame } from './appFrame.ts'
import type { NamedError } from './properties.ts'
import { unavailable } from './properties.ts'

/** What actions do to the workspace. */
export interface Stage {
  readonly notice: (text: string, kind: string, sticky: boolean, milliseconds: number) => void
  readonly openTicket: (id: number) => void
  readonly openNavBar: (path: string) => void
}

const NOTICE_MS = 5000

/** Carries out one `client.invoke`. Actions that the stand-in does not have come back as errors with a name. */
export function invoked(
  stage: Stage,
  frame: AppFrame,
  action: string,
  args: readonly unknown[],
): { value: unknown } | { error: NamedError } {
  const done = { value: null }
  switch (action) {
    case 'resize': {
      const { height } = (args[0] ?? {}) as { height?: string | number }
      if (frame.location === 'ticket_sidebar' && height !== undefined)
        frame.element.style.height = typeof height === 'number' ? `${String(height)}px` : height
      return done
    }
    case 'notify': {
      const [text, kind, duration] = args
      const sticky = typeof duration === 'object'
      stage.notice(String(text), typeof kind === 'string' ? kind : 'notice', sticky, Number(duration) || NOTICE_MS)
      return done
    }
    case 'routeTo':
      return routed(stage, args)
    case 'track':
    case 'preloadPane':
      return done
    default:
      return { error: unavailable('is not supported in this workspace') }
  }
}

function routed(stage: Stage, [to, target, path]: readonly unknown[]): { value: unknown } | { error: NamedError } {
  if (to === 'ticket' && Number(target) > 0) stage.openTicket(Number(target))
  else if (to === 'nav_bar') stage.openNavBar(typeof path === 'string' ? path : '')
  else if (to === 'user')
    stage.notice(`Zendesk would show the profile of person ${String(target)}.`, 'notice', false, NOTICE_MS)
  else return { error: unavailable(`cannot go to "${String(to)}"`) }
  return { value: null }
}
