import { unzipSync } from 'fflate'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageEntries } from '../../.ci/packageEntries.ts'

/** An account that cannot exist, so that nothing is asked of a real one and no password store is installed. */
const NOWHERE = {
  ZENDESK_SUBDOMAIN: 'none',
  ZENDESK_DOMAIN: 'example.invalid',
  ZENDESK_EMAIL: 'none@example.invalid',
  ZENDESK_API_TOKEN: 'none',
}

/** Each file with a digest of its content: as exact as the content, and readable when it differs. */
const digests = (files: Iterable<readonly [string, Uint8Array]>): string[] =>
  [...files].map(([path, bytes]) => `${path} ${createHash('sha256').update(bytes).digest('hex')}`).sort()

it('is the package that Zendesk’s own command line tool makes', { timeout: 60_000 }, () => {
  const home = mkdtempSync(join(tmpdir(), 'laurel-zcli-'))
  const app = join(home, 'app')
  cpSync('dist', app, { recursive: true })
  writeFileSync(join(app, 'zcli.apps.config.json'), '{"parameters":{}}')
  // A fresh version note keeps the tool from looking for a newer one.
  mkdirSync(join(home, '@zendesk/zcli'), { recursive: true })
  writeFileSync(join(home, '@zendesk/zcli/version'), '{}')

  // The tool zips first, then asks Zendesk to check the zip: without an account it ends with status 2 and leaves the zip.
  const zcli = spawnSync(process.execPath, ['node_modules/@zendesk/zcli/bin/run', 'apps:package', app], {
    env: { ...process.env, ...NOWHERE, HOME: home, XDG_CACHE_HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 30_000,
  })
  expect(zcli.status).toBe(2)

  const [zip = ''] = readdirSync(join(app, 'tmp'))
  const files = Object.entries(unzipSync(readFileSync(join(app, 'tmp', zip)))).filter(([path]) => !path.endsWith('/'))
  expect(digests(files)).toEqual(digests(packageEntries('dist')))
})
