/** What stood there, short enough to be quoted in a sentence; empty where nothing stood that could be written down. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : written(value)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

function written(value: unknown): string {
  if (value === undefined) return ''
  try {
    // In a list, so that what JSON has no words for comes out as null.
    return JSON.stringify([value]).slice(1, -1)
  } catch {
    // Nested too deep for the platform, or in itself.
    return '…'
  }
}
