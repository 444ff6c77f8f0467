import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Who may import whom, and which packages. Arrows point one way: ui → sync → zendesk → domain; i18n → domain. */
const MAY_IMPORT: Record<string, { folders: readonly string[]; packages: readonly RegExp[] }> = {
  domain: { folders: ['domain'], packages: [] },
  zendesk: { folders: ['zendesk', 'domain'], packages: [/^zod\/mini$/] },
  sync: { folders: ['sync', 'zendesk', 'domain'], packages: [/^zod\/mini$/] },
  i18n: { folders: ['i18n', 'domain', '../translations'], packages: [] },
  ui: {
    folders: ['ui', 'sync', 'i18n', 'domain'],
    packages: [/^react(-dom)?(\/|$)/, /^styled-components$/, /^@zendeskgarden\//],
  },
  headless: { folders: ['headless', 'sync', 'zendesk', 'domain'], packages: [/^node:/, /^temporal-polyfill\/global$/] },
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file) && file.includes('/'))

/** Every module that a file names, types included. */
function importsOf(file: string): string[] {
  const source = readFileSync(join('src', file), 'utf8')
  return [...source.matchAll(/(?<![.\w])(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1]!)
}

function isAllowed(file: string, target: string): boolean {
  const rule = MAY_IMPORT[file.split('/')[0]!]
  if (rule === undefined) return false
  if (!target.startsWith('.')) return rule.packages.some((allowed) => allowed.test(target))
  const reached = normalize(join(dirname(file), target)).replaceAll('\\', '/')
  return rule.folders.some((folder) => reached === folder || reached.startsWith(`${folder}/`))
}

describe('the layout of src', () => {
  it('has no folder without a rule', () => {
    expect([...new Set(files.map((file) => file.split('/')[0]))].sort()).toEqual(Object.keys(MAY_IMPORT).sort())
  })

  it.each(files)('%s imports only what lies below it', (file) => {
    expect(importsOf(file).filter((target) => !isAllowed(file, target))).toEqual([])
  })

  it.each([
    ['domain/goal.ts', '../zendesk/get.ts'],
    ['domain/goal.ts', 'zod/mini'],
    ['ui/App.tsx', '../zendesk/zaf.ts'],
    ['zendesk/get.ts', '../sync/store.ts'],
    ['sync/store.ts', 'react'],
  ])('would not let %s import %s', (file, target) => {
    expect(isAllowed(file, target)).toBe(false)
  })

  it('keeps clocks, locales, randomness and globals of the page out of the domain', () => {
    const impure = /\b(Date\.now|new Date\(\)|Math\.random|window|document|navigator|localStorage|fetch|console)\b/
    const found = files.filter(
      (file) => file.startsWith('domain/') && impure.test(readFileSync(join('src', file), 'utf8')),
    )
    expect(found).toEqual([])
  })

  it('has no utils, helpers, services, common, types or barrels', () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|services?|common|types|index)(\.|\/)/.test(file))).toEqual([])
  })
})
