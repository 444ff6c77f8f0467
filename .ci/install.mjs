// Installs the dependencies when they are missing or older than the lockfile, so that every command works on a fresh clone.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const installed = `${root}node_modules/.package-lock.json`

/** Whether node_modules holds exactly what the lockfile asks for, as npm itself recorded at its last install. */
function upToDate() {
  if (!existsSync(installed)) return false
  if (statSync(installed).mtimeMs >= statSync(`${root}package-lock.json`).mtimeMs) return true
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages
  const want = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')).packages
  return Object.entries(want).every(
    ([path, entry]) => path === '' || entry.optional || entry.extraneous || have[path]?.version === entry.version,
  )
}

if (!upToDate()) {
  // Standard output belongs to the command that follows: npm reports on standard error.
  const npm = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (npm.status !== 0) process.exit(npm.status ?? 1)
}
