import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const SDK_ENTRY = 'virtual:zaf-sdk'

/** Zendesk's own address of the app framework SDK; every app loads it from there. */
export const SDK_CDN_URL = 'https://static.zdassets.com/zendesk_app_framework_sdk/2.0/zaf_sdk.min.js'

/** The SDK as one classic script that sets the global ZAFClient, as Zendesk's CDN serves it. */
export const sdkBundle = once(() => script(SDK_ENTRY))

/** The host page's code as one classic script. */
export const hostBundle = once(() => script(fileURLToPath(new URL('host/main.ts', import.meta.url))))

async function script(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('../..', import.meta.url)),
    plugins: [
      {
        name: 'zaf-sdk',
        resolveId: (id) => (id === SDK_ENTRY ? id : null),
        load: (id) =>
          id === SDK_ENTRY ? "import client from 'zendesk_app_framework_sdk'; globalThis.ZAFClient = client" : null,
      },
    ],
    publicDir: false,
    build: { write: false, rolldownOptions: { input: entry, output: { format: 'iife' } } },
  })
  const outputs = [result].flat().flatMap((built) => ('output' in built ? built.output : []))
  const chunk = outputs.find((output) => output.type === 'chunk')
  if (chunk === undefined) throw new Error(`nothing was built from ${entry}`)
  return chunk.code
}

/** Makes something for the first who asks, and hands the same to all others. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
