import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { build } from 'vite'

/** The scripts that a page of their own is served for. */
const PAGES = ['store', 'host', 'frame']

/** Builds the pages and serves them, and the texts as /pages/0 and on, to this machine only, by both of its names, which are two sites. */
export async function serveBenchPages(
  folder: string,
  texts: readonly Uint8Array[],
): Promise<{ readonly server: Server; readonly origin: string }> {
  const scripts = await builtScripts(folder)
  const server = createServer((request, response) => {
    const path = request.url!
    const script = scripts.get(path)
    const text = path.startsWith('/pages/') ? texts[Number(path.slice('/pages/'.length))] : undefined
    if (script !== undefined) response.setHeader('content-type', 'text/javascript').end(script)
    else if (text !== undefined) response.setHeader('content-type', 'text/plain; charset=utf-8').end(text)
    else if (PAGES.includes(path.slice(1)))
      response
        .setHeader('content-type', 'text/html; charset=utf-8')
        .end(`<!doctype html><title>Bench</title><body><script type="module" src="${path}.js"></script>`)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, origin: `http://localhost:${(server.address() as AddressInfo).port}` }
}

/** By path, bundled as the product is; nothing is written. */
async function builtScripts(folder: string): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const names = { entryFileNames: '[name].js', chunkFileNames: '[name].js', assetFileNames: '[name][extname]' }
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: folder,
    base: './',
    build: {
      write: false,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(PAGES.map((page) => [page, join(folder, `${page}.ts`)])),
        output: names,
      },
    },
    worker: { format: 'es', rolldownOptions: { output: names } },
  })
  if (!('output' in built)) throw new Error('The pages were not built in one piece')
  return new Map(built.output.map((part) => [`/${part.fileName}`, part.type === 'chunk' ? part.code : part.source]))
}
