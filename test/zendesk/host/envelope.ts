/** A message from an app, as the app framework's SDK makes it. */
export interface Envelope {
  readonly key?: string
  readonly message?: unknown
  readonly id?: number
  readonly request?: 'get' | 'set' | 'invoke'
  readonly params?: unknown
  /** The instance that is meant: the sender's own, or another one after `client.instance(guid)`. */
  readonly instanceGuid?: string
  /** Of a reply: why the host must not go on. */
  readonly error?: { readonly msg?: unknown }
}

/** The envelope in a window's message: replies come as objects, everything else as JSON. Null where there is none. */
export function envelopeIn(data: unknown): Envelope | null {
  try {
    const found = (typeof data === 'string' ? JSON.parse(data) : data) as unknown
    return typeof found === 'object' ? found : null
  } catch {
    return null
  }
}
