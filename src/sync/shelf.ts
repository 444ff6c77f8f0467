/** A chunk to be put down under its place. */
export interface Put {
  readonly place: number
  readonly chunk: unknown
}

export interface Kept {
  readonly mark: unknown
  /** Chunks by place; whatever is there, to be checked. */
  readonly chunks: ReadonlyMap<number, unknown>
}

/** Where facts are kept for the next copy. Any call may fail: then the copy goes on without. */
export interface Shelf {
  /** What is kept under this key, or `null`. */
  readonly load: (key: string) => Promise<Kept | null>
  /** The revision of the mark that is kept, or `null`. */
  readonly revision: (key: string) => Promise<number | null>
  /**
   * All of it or nothing: puts chunks down, takes others away and replaces the mark. `false`, and nothing done, when the mark kept is no longer
   * of the revision expected (`null`: none is kept): somebody else has written.
   */
  readonly save: (
    key: string,
    expected: number | null,
    mark: { readonly revision: number },
    put: readonly Put[],
    drop: readonly number[],
  ) => Promise<boolean>
  /** Takes everything away that belongs to other owners than this one. */
  readonly keepOnly: (owner: string) => Promise<void>
}

/** Keys begin with their owner, the account and the person, so that no person finds what another one read. */
export const ownedBy = (owner: string, key: string): boolean => key.startsWith(`${owner}/`)

/** A shelf in memory, for a copy that may not store; it lasts as long as the copy. */
export function memoryShelf(): Shelf {
  const kept = new Map<string, { mark: { readonly revision: number }; chunks: Map<number, unknown> }>()
  return {
    load: (key) => Promise.resolve(kept.get(key) ?? null),
    revision: (key) => Promise.resolve(kept.get(key)?.mark.revision ?? null),
    save(key, expected, mark, put, drop) {
      const known = kept.get(key)
      if ((known?.mark.revision ?? null) !== expected) return Promise.resolve(false)
      const chunks = new Map(known?.chunks)
      for (const place of drop) chunks.delete(place)
      for (const { place, chunk } of put) chunks.set(place, chunk)
      kept.set(key, { mark, chunks })
      return Promise.resolve(true)
    },
    keepOnly(owner) {
      for (const key of kept.keys()) if (!ownedBy(owner, key)) kept.delete(key)
      return Promise.resolve()
    },
  }
}

/** The revision of whatever is kept as a mark, or `null`. */
export function revisionOf(mark: unknown): number | null {
  const revision = (mark as { readonly revision?: unknown } | null | undefined)?.revision
  return typeof revision === 'number' ? revision : null
}
