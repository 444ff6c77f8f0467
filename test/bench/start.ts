import 'temporal-polyfill/global'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { baselineBench, printBaseline } from './baseline.ts'
import { browserBench, printBrowser } from './browser.ts'
import { coreSize } from './coreSize.ts'
import { installPeers } from './install.ts'
import { isPaintSoonEnough, paintBench, printPaint } from './paint.ts'

/*
 * npm run bench [-- --check] [-- --size 10k|100k|1m] [-- --part core|ingest|requests|rules|browser|paint]
 *
 * What is measured runs in a plain Node process of its own: a TypeScript loader hands modules over in buffers that it detaches,
 * and from the first detached buffer on V8 looks at every access to a typed array whether the memory behind it is still there
 * (measured: 14 ms became 18). It is built next to the packages that it compares with, so that it finds them.
 */
const { values: options } = parseArgs({
  options: { check: { type: 'boolean' }, size: { type: 'string' }, part: { type: 'string' } },
})
const isWhole = options.part === undefined && options.size === undefined
if (!['browser', 'paint', 'rules'].includes(options.part ?? '')) await inPlainNode()
if (isWhole || options.part === 'rules') {
  console.log()
  printBaseline(baselineBench())
}
if (isWhole || options.part === 'browser') {
  console.log()
  printBrowser(await browserBench())
}
if (isWhole || options.part === 'paint') {
  console.log()
  const paint = await paintBench()
  printPaint(paint)
  if (options.check === true && !isPaintSoonEnough(paint)) process.exitCode = 1
}

async function inPlainNode(): Promise<void> {
  installPeers()
  const folder = join(import.meta.dirname, 'node_modules/.built')
  await build({
    configFile: false,
    logLevel: 'warn',
    build: { ssr: join(import.meta.dirname, 'bench.ts'), outDir: folder, emptyOutDir: true, target: 'node20' },
  })
  const { status } = spawnSync(
    process.execPath,
    [join(folder, 'bench.js'), '--core-bytes', String(await coreSize()), ...process.argv.slice(2)],
    { cwd: join(import.meta.dirname, '../..'), stdio: 'inherit' },
  )
  process.exitCode = status ?? 1
}
