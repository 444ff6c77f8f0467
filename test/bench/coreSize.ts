import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type InlineConfig } from 'vite'

const DOMAIN = join(import.meta.dirname, '../../src/domain')
const ENTRY = 'virtual:core'

/** What measures: facts in; periods, goals and everybody's measurements out. Rulebook and scores stand on it. */
const PARTS = ['ticketTable', 'period', 'goal', 'measuring']

/** Bytes of the metric core, bundled and minified as the product is, gzipped. */
export async function coreSize(): Promise<number> {
  const entry = PARTS.map((part) => `export * from ${JSON.stringify(join(DOMAIN, `${part}.ts`))}`).join('\n')
  const config: InlineConfig = {
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'core',
        resolveId: (id) => (id === ENTRY ? id : null),
        load: (id) => (id === ENTRY ? entry : null),
      },
    ],
    build: {
      write: false,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: { input: ENTRY, preserveEntrySignatures: 'strict' },
    },
  }
  const built = await build(config)
  if (!('output' in built)) throw new Error('The core was not built in one piece')
  const chunks = built.output.filter((part) => part.type === 'chunk')
  const strangers = chunks.flatMap(({ moduleIds }) => moduleIds).filter((id) => id !== ENTRY && dirname(id) !== DOMAIN)
  if (strangers.length > 0) throw new Error(`The core brings others along: ${strangers.join(', ')}`)
  return chunks.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0)
}
