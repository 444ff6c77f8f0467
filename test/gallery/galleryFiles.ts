import react from '@vitejs/plugin-react'
import { join } from 'node:path'
import { build } from 'vite'
import { contentType } from '../zendesk/appFiles.ts'
import { once } from '../zendesk/bundle.ts'
import type { Sent } from '../zendesk/http.ts'

const HOME = '/states/'

/** The gallery's pages with all that they load, under /states/; null for any other path. Builds them for the first who asks. */
export async function galleryFile(path: string): Promise<Sent | null> {
  if (path === HOME.slice(0, -1)) return { status: 301, headers: { location: HOME }, body: '' }
  if (!path.startsWith(HOME)) return null
  const name = path.slice(HOME.length) || 'index.html'
  const body = (await builtFiles()).get(name)
  if (body === undefined) return null
  // The names of all but the pages change with what is in them.
  const caching = name.endsWith('.html') ? 'no-store' : 'max-age=31536000, immutable'
  return { status: 200, headers: { 'content-type': contentType(name), 'cache-control': caching }, body }
}

/** By name. It is React's development build, whose warnings show up as errors of the page. */
const builtFiles = once(async (): Promise<ReadonlyMap<string, string | Buffer>> => {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    base: './',
    publicDir: false,
    plugins: [react()],
    define: { 'process.env.NODE_ENV': '"development"' },
    build: {
      write: false,
      target: 'es2023',
      minify: false,
      modulePreload: false,
      rolldownOptions: { input: ['index.html', 'state.html'].map((page) => join(import.meta.dirname, page)) },
    },
  })
  const outputs = [result].flat().flatMap((built) => ('output' in built ? built.output : []))
  return new Map(
    outputs.map((output) => [
      output.fileName,
      output.type === 'chunk'
        ? output.code
        : typeof output.source === 'string'
          ? output.source
          : Buffer.from(output.source),
    ]),
  )
})
