import type { Message, Peers } from './ports.ts'

const nothingToFree = () => undefined

/** Each copy for itself, where the browser has no way from one to another. */
export const noPeers: Peers = {
  hasLocks: false,
  tell: () => undefined,
  listen: () => undefined,
  takeLead: () => Promise.resolve(nothingToFree),
}

/**
 * The copies of one owner, by BroadcastChannel and Web Locks as far as the browser has them: both end with the copy, so that
 * nothing is left behind by one that was killed.
 */
export function browserPeers(owner: string): Peers {
  const name = `laurel:${owner}`
  const channel = attempt(() => new BroadcastChannel(name))
  const locks = attempt(() => navigator.locks) ?? null
  return {
    hasLocks: locks !== null,
    tell: (message) => {
      attempt(() => channel?.postMessage(message))
    },
    listen(listener) {
      channel?.addEventListener('message', ({ data }: MessageEvent<Message>) => listener(data))
    },
    takeLead: (key) =>
      new Promise((resolve) => {
        if (locks === null) {
          resolve(nothingToFree)
          return
        }
        const held = locks.request(`laurel:${key}`, { ifAvailable: true }, async (lock) => {
          if (lock === null) resolve(null)
          else await new Promise<void>((free) => resolve(free))
        })
        // A frame that may not lock reads for itself.
        held.catch(() => resolve(nothingToFree))
      }),
  }
}

function attempt<Value>(make: () => Value): Value | null {
  try {
    return make()
  } catch {
    return null
  }
}
