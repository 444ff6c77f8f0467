import { instantOf, isId, isObject, listOf, searchResults, type Raw } from './raw.ts'

export interface Subject {
  readonly kind: 'agent' | 'group'
  readonly id: number
  readonly name: string | null
}

/** Users or groups of all pages once, by id: of two copies the one that was updated later. */
function readRecords(pages: readonly unknown[], list: 'users' | 'groups', kind: 'user' | 'group'): Map<number, Raw> {
  const updatedAt = (record: Raw) => instantOf(record['updated_at']) ?? -Infinity
  const byId = new Map<number, Raw>()
  for (const record of pages.flatMap((page) => [...listOf(page, list), ...searchResults(page, kind)])) {
    if (!isObject(record) || !isId(record['id'])) continue
    const known = byId.get(record['id'])
    if (known === undefined || updatedAt(record) >= updatedAt(known)) byId.set(record['id'], record)
  }
  return byId
}

const isStaff = (user: Raw): boolean =>
  (user['role'] === 'agent' || user['role'] === 'admin') &&
  user['active'] !== false &&
  user['only_private_comments'] !== true &&
  user['role_type'] !== 1

/** Who has a scorecard: whoever has data, and without data active full agents and admins, or groups not deleted. */
export function subjectsOf(
  pages: readonly unknown[],
  kind: 'agent' | 'group',
  withData: ReadonlySet<number>,
): Subject[] {
  const records = kind === 'agent' ? readRecords(pages, 'users', 'user') : readRecords(pages, 'groups', 'group')
  const isListed = kind === 'agent' ? isStaff : (group: Raw) => group['deleted'] !== true
  const ids = new Set(withData)
  for (const [id, record] of records) if (isListed(record)) ids.add(id)
  return [...ids]
    .sort((a, b) => a - b)
    .map((id) => {
      const name = records.get(id)?.['name']
      return { kind, id, name: typeof name === 'string' && name !== '' ? name : null }
    })
}
