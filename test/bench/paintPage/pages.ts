import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'

/** A folder with the built app, a page with only React on it, and an empty page; and a manifest for each of the two. */
export interface PaintPages {
  readonly folder: string
  readonly app: string
  readonly plain: string
  /** The script that watches a frame. */
  readonly watch: string
}

const EMPTY = '<!doctype html><title>Empty</title>'

/** Builds the present app, and beside it the page with React alone in the same way. In the manifests the nav bar is the empty page. */
export async function buildPaintPages(): Promise<PaintPages> {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-paint-'))
  const assets = join(folder, 'assets')
  await build({
    configFile: resolve('vite.config.ts'),
    logLevel: 'error',
    build: { outDir: assets, emptyOutDir: true },
  })
  await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    build: {
      outDir: assets,
      emptyOutDir: false,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: { input: join(import.meta.dirname, 'plain.tsx'), output: { entryFileNames: 'plain.js' } },
    },
  })
  const page = readFileSync(join(assets, 'index.html'), 'utf8')
  writeFileSync(join(assets, 'plain.html'), withoutScripts(page, '<script type="module" src="./plain.js"></script>'))
  writeFileSync(join(assets, 'empty.html'), EMPTY)
  const manifest = (name: string) => {
    const file = join(folder, `${name}.json`)
    const own = JSON.parse(readFileSync('manifest.json', 'utf8')) as object
    const support = { ticket_sidebar: { url: `assets/${name}.html` }, nav_bar: { url: 'assets/empty.html' } }
    writeFileSync(file, JSON.stringify({ ...own, location: { support } }))
    return file
  }
  return { folder, app: manifest('index'), plain: manifest('plain'), watch: await watchScript() }
}

async function watchScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'es2023',
      rolldownOptions: { input: join(import.meta.dirname, 'watch.ts'), output: { format: 'iife' } },
    },
  })
  const chunk = 'output' in built ? built.output.find((part) => part.type === 'chunk') : undefined
  if (chunk === undefined) throw new Error('The watching script was not built in one piece')
  return chunk.code
}

/** The app's page with this script for all that it loads. */
const withoutScripts = (page: string, script: string): string =>
  page.replaceAll(/<script.*?<\/script>|<link.*?>/gs, '').replace('</head>', `${script}</head>`)
