import { readFile } from 'node:fs/promises'
import { extname, resolve, sep } from 'node:path'
import { SDK_CDN_URL, sdkBundle } from './bundle.ts'
import type { Sent } from './http.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
}

/** The content type of a file by its name's ending. */
export const contentType = (name: string): string => TYPES[extname(name)] ?? 'application/octet-stream'

const SDK_PATH = '/sdk/zaf_sdk.min.js'

/** What an app may do in the frame: its own scripts, styles and images, no connection of its own, framed by the host only. */
const policy = (hostOrigin: string) =>
  [
    "default-src 'none'",
    "script-src 'self' https://static.zdassets.com",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "worker-src 'self'",
    `frame-ancestors ${hostOrigin}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

/**
 * The app's files under /assets/. With `sdk: 'local'` the SDK's address at Zendesk's CDN is rewritten in HTML to a copy on
 * this origin; with `'cdn'` the HTML is sent as it was built.
 */
export async function appFile(
  path: string,
  app: { readonly folder: string; readonly sdk: 'local' | 'cdn'; readonly hostOrigin: string },
): Promise<Sent> {
  const headers = { 'content-security-policy': policy(app.hostOrigin), 'cache-control': 'no-store' }
  const typed = (name: string) => ({ ...headers, 'content-type': contentType(name) })
  if (path === SDK_PATH) return { status: 200, headers: typed(SDK_PATH), body: await sdkBundle() }
  const root = resolve(app.folder)
  const file = resolve(root, `.${path.replace(/^\/assets(?=\/)/, '')}`)
  if (!path.startsWith('/assets/') || !file.startsWith(root + sep)) return missing(headers)
  try {
    const body = await readFile(file)
    const local = extname(file) === '.html' && app.sdk === 'local'
    return { status: 200, headers: typed(file), body: local ? body.toString().replace(SDK_CDN_URL, SDK_PATH) : body }
  } catch {
    return missing(headers)
  }
}

const missing = (headers: Readonly<Record<string, string>>): Sent => ({
  status: 404,
  headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' },
  body: 'There is no such file in the built app.',
})
