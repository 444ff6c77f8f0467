import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Vite's own record of the build: what each source file became and what that imports. */
export type Chunks = Readonly<Record<string, Chunk>>

export interface Chunk {
  readonly file: string
  readonly src?: string
  readonly isEntry?: boolean
  readonly isDynamicEntry?: boolean
  readonly imports?: readonly string[]
}

/** What a screen may make an agent wait for: its initial JavaScript after gzip, in KiB. */
export const BUDGETS = [
  { screen: 'ticket_sidebar', source: 'ui/sidebar/SidebarScreen.tsx', budgetKiB: 105 },
  { screen: 'nav_bar', source: 'ui/navbar/NavBarScreen.tsx', budgetKiB: 230 },
] as const

/** The key of the chunk that a source file became, found by the end of the path. */
function chunkOf(chunks: Chunks, source: string): string {
  const matches = (path: string | undefined): boolean => path === source || (path?.endsWith(`/${source}`) ?? false)
  const key = Object.keys(chunks).find((name) => matches(name) || matches(chunks[name]?.src))
  if (key === undefined) throw new Error(`No chunk was built for ${source}: is it renamed, or no longer loaded lazily?`)
  return key
}

/** Files that load before a screen can draw: the entry, what starts the app, the screen's chunk, and all that these import statically. */
export function initialJavaScript(chunks: Chunks, source: string): string[] {
  const waiting = [chunkOf(chunks, 'index.html'), chunkOf(chunks, 'start.tsx'), chunkOf(chunks, source)]
  const keys = new Set<string>()
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (keys.has(key)) continue
    keys.add(key)
    waiting.push(...(chunks[key]?.imports ?? []))
  }
  const files = [...keys].map((key) => chunks[key]?.file ?? '')
  return [...new Set(files)].filter((file) => file.endsWith('.js')).sort()
}

/** Size of a built screen's initial JavaScript, in KiB, each file gzipped on its own as it travels. */
export function initialKiB(assets: string, source: string): number {
  const chunks = JSON.parse(readFileSync(join(assets, 'chunks.json'), 'utf8')) as Chunks
  const sizes = initialJavaScript(chunks, source).map(
    (file) => gzipSync(readFileSync(join(assets, file)), { level: 9 }).length,
  )
  return sizes.reduce((sum, size) => sum + size, 0) / 1024
}
