// Develops against a real account: Vite serves the screens with hot reload, zcli tells Zendesk to load them from here.
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'vite'
import { completePackageRoot, json, manifest, type Manifest } from './packageRoot.ts'

const ROOT = 'tmp/dev'
const SCREENS = 'http://localhost:5173/'
const ZCLI = 'node_modules/@zendesk/zcli/bin/run'

/** The app as zcli serves it: every location loads from Vite instead of from the package. */
function devManifest(): Manifest {
  const { location, ...rest } = manifest()
  const support = Object.entries(location.support).map(([name, options]) => [name, { ...options, url: SCREENS }])
  return { ...rest, location: { support: Object.fromEntries(support) as Manifest['location']['support'] } }
}

/** A value for every parameter: zcli stops and asks for each one that is missing. */
const settings = (): object => ({
  parameters: Object.fromEntries(manifest().parameters.map((parameter) => [parameter.name, parameter.default ?? ''])),
})

function writeDevPackage(): void {
  rmSync(ROOT, { recursive: true, force: true })
  mkdirSync(ROOT, { recursive: true })
  cpSync('assets', `${ROOT}/assets`, { recursive: true })
  completePackageRoot(ROOT, devManifest())
  writeFileSync(`${ROOT}/zcli.apps.config.json`, json(settings()))
}

// First of all: a port in use means that another copy runs, whose files must stay.
const vite = await createServer()
await vite.listen().catch((error: unknown) => {
  console.error(String(error))
  process.exit(1)
})
writeDevPackage()

// Serving needs no account; with these set, zcli does not try to install a password store.
const account = { ZENDESK_SUBDOMAIN: 'none', ZENDESK_EMAIL: 'none@example.com', ZENDESK_API_TOKEN: 'none' }
const zcli = spawn(process.execPath, [ZCLI, 'apps:server', ROOT, '--port', '4567'], {
  env: { ...account, ...process.env },
  stdio: ['ignore', 'ignore', 'inherit'],
})

/** Ends both servers, whichever of them or of the signals came first. */
async function end(status: number): Promise<void> {
  zcli.removeAllListeners('exit').kill()
  await vite.close()
  process.exit(status)
}
zcli.once('exit', (status) => void end(status ?? 1))
process.once('SIGINT', () => void end(0))
process.once('SIGTERM', () => void end(0))

console.log(`
Laurel runs from here:
  screens  ${SCREENS} (hot reload)
  app      http://localhost:4567/app.json

1. Sign in to your Zendesk and open  https://<subdomain>.zendesk.com/agent/?zcli_apps=true
2. When the browser asks whether Zendesk may reach apps on this device (local network access), allow it.
3. Open a ticket, or Laurel in the navigation bar.

Settings are in ${ROOT}/zcli.apps.config.json; start again after a change of manifest.json, assets/ or translations/.
Ctrl-C ends both servers.
`)
