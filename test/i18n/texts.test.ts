import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Texts } from '../../src/i18n/translate.ts'
import { callSites } from './callSites.ts'

const project = join(import.meta.dirname, '../..')
const translations = join(project, 'translations')

/** Keys that the source puts together elsewhere than in a call of `t`. */
const INDIRECT = ['detail.businessClock', 'detail.calendarClock', 'detail.zeroReplies']

/** The holes of every text of a translation, by key; those of a plural are of all its forms. */
function holesByKey(texts: Texts, path: readonly string[] = []): Map<string, Set<string>> {
  const holes = new Map<string, Set<string>>()
  for (const [name, text] of Object.entries(texts)) {
    const steps = [...path, name]
    if (typeof text === 'string' || 'other' in text) holes.set(steps.join('.'), holesIn(text))
    else for (const [key, names] of holesByKey(text, steps)) holes.set(key, names)
  }
  return holes
}

const holesIn = (text: string | Texts) =>
  new Set([...JSON.stringify(text).matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!))

/** The file and all that is loaded with it: what is imported when it is needed is not. */
function loadedTogether(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file) || !/\.tsx?$/.test(file)) return seen
  seen.add(file)
  for (const [, target] of readFileSync(file, 'utf8').matchAll(/^(?:import|export) [^;]*?from '(\.[^']+)'/gm))
    loadedTogether(join(file, '..', target!), seen)
  return seen
}

const read = (file: string) => (JSON.parse(readFileSync(join(translations, file), 'utf8')) as { texts: Texts }).texts

const english = new Map(
  ['en.json', 'pages/en.json', 'scorecard/en.json'].flatMap((file) => [...holesByKey(read(file))]),
)
const calls = [...callSites(join(project, 'src/ui')), ...callSites(join(project, 'src/i18n'))]

describe('the texts', () => {
  it('are all shown somewhere', () => {
    const shown = (key: string) => INDIRECT.includes(key) || calls.some(({ pattern }) => pattern.test(key))
    expect([...english.keys()].filter((key) => !shown(key))).toEqual([])
  })

  it('of the nav bar’s pages are asked for in the nav bar alone', () => {
    const pages = [...holesByKey(read('pages/en.json')).keys()]
    const elsewhere = calls.filter(({ place }) => !place.includes('navbar'))
    expect(elsewhere.filter(({ pattern }) => pages.some((key) => pattern.test(key)))).toEqual([])
  })

  it('that come with the first numbers are not asked for before', () => {
    const scorecard = [...holesByKey(read('scorecard/en.json')).keys()]
    const first = loadedTogether(join(project, 'src/ui/sidebar/SidebarScreen.tsx'))
    expect(first.size).toBeGreaterThan(20)
    const early = calls.filter(({ place }) => first.has(place))
    expect(early.filter(({ pattern }) => scorecard.some((key) => pattern.test(key)))).toEqual([])
  })

  it('exist for every call', () => {
    const keys = [...english.keys()]
    const missing = calls.filter(({ pattern }) => !keys.some((key) => pattern.test(key)))
    expect(missing).toEqual([])
  })

  it('have all their holes filled by every call', () => {
    const open = calls.flatMap(({ place, pattern, holes }) =>
      [...english]
        .filter(([key]) => pattern.test(key))
        .flatMap(([key, names]) =>
          [...names].filter((name) => !holes?.includes(name)).map((name) => [place, key, name]),
        ),
    )
    expect(open).toEqual([])
  })

  it('are asked to fill only holes that they have', () => {
    const idle = calls.flatMap(({ place, pattern, holes }) => {
      const known = [...english].filter(([key]) => pattern.test(key)).flatMap(([, names]) => [...names])
      return (holes ?? []).filter((hole) => hole !== 'count' && !known.includes(hole)).map((hole) => [place, hole])
    })
    expect(idle).toEqual([])
  })

  it('of plurals are chosen by a count', () => {
    const counted = calls.filter(({ pattern }) =>
      [...english].some(([key, names]) => pattern.test(key) && names.has('count')),
    )
    expect(counted.filter(({ holes }) => !holes?.includes('count'))).toEqual([])
  })

  it.each(
    readdirSync(translations, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.json') && !file.endsWith('en.json'),
    ),
  )('%s has no text that English lacks, and the same holes', (file) => {
    for (const [key, names] of holesByKey(read(file))) expect([key, names]).toEqual([key, english.get(key)])
  })
})
