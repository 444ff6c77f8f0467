import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Installs the packages that the bench compares with, when they are missing or older than their lockfile says. */
export function installPeers(): void {
  const folder = import.meta.dirname
  const lockfile = join(folder, 'package-lock.json')
  const installed = join(folder, 'node_modules/.package-lock.json')
  if (
    existsSync(installed) &&
    (statSync(installed).mtimeMs >= statSync(lockfile).mtimeMs || holds(installed, lockfile))
  )
    return
  console.error('Installing the packages to compare with …')
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (npm.status !== 0) throw new Error('The packages to compare with could not be installed')
}

type Lockfile = Readonly<{
  packages: Readonly<Record<string, { readonly version?: string; readonly optional?: boolean }>>
}>

function holds(installed: string, lockfile: string): boolean {
  const [have, want] = [installed, lockfile].map(
    (file) => (JSON.parse(readFileSync(file, 'utf8')) as Lockfile).packages,
  )
  return Object.entries(want!).every(
    ([path, { version, optional }]) => path === '' || optional === true || have![path]?.version === version,
  )
}
