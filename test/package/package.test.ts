import { unzipSync } from 'fflate'
import { existsSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BUDGETS, initialJavaScript, initialKiB, type Chunks } from '../../.ci/bundleSize.ts'
import { MAXIMUM_BYTES, packageEntries, zipped } from '../../.ci/packageEntries.ts'
import { manifest } from '../../.ci/packageRoot.ts'
import { validatePackage } from './validator.ts'

if (!existsSync('dist/manifest.json')) throw new Error('These tests read dist/: run `npm run build` first.')

/** What libraries contain and Zendesk cannot tell from a mistake: namespaces, an address in a message, "password". */
const OF_LIBRARIES = [
  /^Possible insecure HTTP request to (http:\/\/(www\.w3\.org|fb\.me)\/[^,\s]+(, )?)+ in assets\/\S+\.js\.$/,
  /^Possible (Password|Token) found in assets\/\S+\.js\.$/,
  /^Possible secrets found in (assets\/\S+\.js \('password\.\.\.'\)(, )?)+\.$/,
]

const entries = packageEntries('dist')
const zip = zipped(entries)

describe('the package', () => {
  it('breaks no rule of Zendesk', () => {
    expect(validatePackage(entries).errors).toEqual([])
  })

  it('gives no warning but for what libraries contain', () => {
    const ours = validatePackage(entries).warnings.filter((text) => !OF_LIBRARIES.some((known) => known.test(text)))
    expect(ours).toEqual([])
  })

  it('is small enough for a private app', () => {
    expect(zip.length).toBeLessThanOrEqual(MAXIMUM_BYTES)
  })

  it('is the same, byte for byte, when made again', () => {
    const backwards = new Map([...packageEntries('dist')].sort().map(([path, bytes]) => [path, bytes.slice()]))
    expect(Buffer.compare(zipped(backwards), zip)).toBe(0)
  })

  it('holds the manifest, the texts and built assets, and nothing else', () => {
    const paths = Object.keys(unzipSync(zip))
    expect(paths).toEqual([...paths].sort())
    expect(paths).toContain('assets/index.html')
    const foreign = paths.filter(
      (path) => !/^(manifest\.json|translations\/[\w-]+\.json|assets\/[\w./-]+\.(html|js|css|svg|png))$/.test(path),
    )
    expect(foreign).toEqual([])
    expect(paths.filter((path) => /(^|\/)\.|\.map$|\.tsx?$|chunks\.json$/.test(path))).toEqual([])
  })

  it('ships only the texts that Zendesk itself shows', () => {
    for (const [path, bytes] of entries) {
      if (path.startsWith('translations/'))
        expect(Object.keys(JSON.parse(Buffer.from(bytes).toString()) as object)).toEqual(['app'])
    }
  })

  it('refuses a symbolic link', () => {
    const directory = mkdtempSync(join(tmpdir(), 'laurel-link-'))
    writeFileSync(join(directory, 'manifest.json'), '{}')
    symlinkSync('manifest.json', join(directory, 'again.json'))
    expect(() => packageEntries(directory)).toThrow('Symlinks are not allowed in the zip file: again.json')
  })
})

describe('the settings form', () => {
  const { app } = JSON.parse(readFileSync('translations/en.json', 'utf8')) as {
    app: { parameters: Record<string, { label: string; helpText: string }> }
  }

  it('has a label and a help text for each parameter of the manifest, in its order', () => {
    expect(Object.keys(app.parameters)).toEqual(manifest().parameters.map(({ name }) => name))
    for (const { label, helpText } of Object.values(app.parameters)) expect([label, helpText]).not.toContain('')
  })

  it.each(manifest().parameters)('says what $name is without a value', ({ name, default: standard }) => {
    const text = app.parameters[name]?.helpText ?? ''
    if (standard === undefined) expect(text).toContain('Leave empty')
    if (typeof standard === 'number') expect(text).toContain(`default of ${standard}`)
    if (typeof standard === 'boolean') expect(text).toContain(`${standard ? 'On' : 'Off'} by default`)
  })
})

describe('the JavaScript that a screen waits for', () => {
  it.each(BUDGETS)('stays within $budgetKiB KiB gzip for $screen', ({ source, budgetKiB }) => {
    const size = initialKiB('dist/assets', source)
    expect(size).toBeGreaterThan(0)
    expect(size).toBeLessThanOrEqual(budgetKiB)
  })

  const chunks: Chunks = {
    '_shared.js': { file: 'shared.js', imports: ['index.html'] },
    'index.html': { file: 'index.js', src: 'index.html', isEntry: true, imports: ['_vendor.js'] },
    '_vendor.js': { file: 'vendor.js' },
    'start.tsx': { file: 'start.js', isDynamicEntry: true, imports: ['_vendor.js'] },
    '../src/ui/A.tsx': { file: 'A.js', isDynamicEntry: true, imports: ['_shared.js'] },
    'ui/B.tsx': { file: 'B.js', isDynamicEntry: true },
  }

  it('is the entry, what starts the app, the screen and all that these import statically', () => {
    expect(initialJavaScript(chunks, 'ui/A.tsx')).toEqual(['A.js', 'index.js', 'shared.js', 'start.js', 'vendor.js'])
    expect(initialJavaScript(chunks, 'ui/B.tsx')).toEqual(['B.js', 'index.js', 'start.js', 'vendor.js'])
  })

  it('cannot be measured for a screen that is not built on its own', () => {
    expect(() => initialJavaScript(chunks, 'ui/C.tsx')).toThrow('No chunk was built for ui/C.tsx')
  })
})
