type Part = string | number | boolean | null

/** What a version is compared by: first `leading`, then all its parts by name. */
export function partsOf(version: object, ...leading: readonly Part[]): readonly Part[] {
  const byName = Object.entries(version).sort(([a], [b]) => (a < b ? -1 : 1))
  return [...leading, ...byName.map(([, part]) => part as Part)]
}

/** Compares part by part, absent before present: a total order, so that of two versions the same one stays whichever came first. */
export function compareParts(a: readonly Part[], b: readonly Part[]): number {
  for (let each = 0; each < a.length; each++) {
    const left = a[each] ?? null
    const right = b[each] ?? null
    if (left === right) continue
    if (left === null) return -1
    if (right === null) return 1
    return left < right ? -1 : 1
  }
  return 0
}
