import { zipSync, type Zippable } from 'fflate'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Files of the package by their path from its root, in the order of their names. */
export type Entries = ReadonlyMap<string, Uint8Array>

/** Zendesk refuses a private app above this size. */
export const MAXIMUM_BYTES = 2 * 1024 * 1024

/** What stands in dist/ for our own use, or must never leave this machine. */
const leftOut = (path: string): boolean =>
  path.endsWith('.map') ||
  path === 'assets/chunks.json' ||
  path === 'zcli.apps.config.json' ||
  path.startsWith('tmp/') ||
  path.split('/').some((part) => part.startsWith('.'))

/** The files that belong into the package. Throws on a symbolic link, which Zendesk refuses. */
export function packageEntries(directory: string): Entries {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => {
      const file = join(entry.parentPath, entry.name)
      const path = file.slice(join(directory, '/').length).replaceAll('\\', '/')
      if (entry.isSymbolicLink()) throw new Error(`Symlinks are not allowed in the zip file: ${path}`)
      return { file, path }
    })
    .filter(({ path }) => !leftOut(path))
    .sort((one, other) => (one.path < other.path ? -1 : 1))
  return new Map(entries.map(({ file, path }) => [path, readFileSync(file)]))
}

/** The package as a zip: the same entries give the same bytes, on any day and in any time zone. */
export function zipped(entries: Entries): Uint8Array {
  // Zip holds local wall-clock time without a zone, so a local date writes the same bytes everywhere.
  const mtime = new Date(1980, 0, 1, 12)
  const files: Zippable = Object.fromEntries([...entries].map(([path, bytes]) => [path, [bytes, { mtime }]]))
  return zipSync(files, { level: 9 })
}
