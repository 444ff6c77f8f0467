// Zips dist/ to the file that an admin uploads to Zendesk.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BUDGETS, initialKiB } from './bundleSize.ts'
import { MAXIMUM_BYTES, packageEntries, zipped } from './packageEntries.ts'
import { manifest } from './packageRoot.ts'

function refuse(reason: string): never {
  console.error(reason)
  process.exit(1)
}

if (!existsSync('dist/manifest.json')) refuse('dist/ has no manifest.json: run `npm run build` first.')

const entries = packageEntries('dist')
const zip = zipped(entries)
if (zip.length > MAXIMUM_BYTES) refuse(`The package has ${zip.length} bytes; Zendesk accepts up to ${MAXIMUM_BYTES}.`)

const path = join('tmp', `laurel-${manifest().version}.zip`)
mkdirSync('tmp', { recursive: true })
writeFileSync(path, zip)
console.log(`${path}: ${(zip.length / 1024).toFixed(1)} KiB, ${entries.size} files`)

for (const { screen, source, budgetKiB } of BUDGETS) {
  const size = initialKiB('dist/assets', source)
  console.log(`${screen}: initial JavaScript ${size.toFixed(1)} KiB gzip of ${budgetKiB} KiB`)
}
