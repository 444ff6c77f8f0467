export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value of a JSON text, or `undefined` when it is not JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A file of the package as text, or `null` when it is missing. */
export function textOf(entries: ReadonlyMap<string, Uint8Array>, path: string): string | null {
  const bytes = entries.get(path)
  return bytes === undefined ? null : new TextDecoder().decode(bytes)
}

/** Keys that stand twice in one object of a JSON text; `JSON.parse` silently keeps the last. */
export function duplicateKeys(text: string): string[] {
  const open: Set<string>[] = []
  const found: string[] = []
  for (const [token, key] of text.matchAll(/("(?:\\.|[^"\\])*")\s*:|"(?:\\.|[^"\\])*"|[{}]/g)) {
    if (token === '{') open.push(new Set())
    else if (token === '}') open.pop()
    else if (key !== undefined) {
      const name = JSON.parse(key) as string
      if (open.at(-1)?.has(name) === true) found.push(name)
      open.at(-1)?.add(name)
    }
  }
  return found
}

/** A value as messages quote it. */
export const quoted = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
