import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { galleryFile } from '../gallery/galleryFiles.ts'
import { hostBundle } from './bundle.ts'
import type { Sent } from './http.ts'

const host = (name: string) => readFile(fileURLToPath(new URL(`host/${name}`, import.meta.url)), 'utf8')

const NO_ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 26 26"><rect x="5" y="5" width="16" height="16" rx="4"/></svg>'

/** The host page at `/` and at Zendesk's own addresses, its files, the app's icon for the nav bar, and the gallery; null for any other path. */
export async function hostFile(path: string, appFolder: string): Promise<Sent | null> {
  const sent = (type: string, body: string): Sent => ({
    status: 200,
    headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' },
    body,
  })
  switch (path.startsWith('/agent/') ? '/' : path) {
    case '/':
      return sent('text/html', await host('index.html'))
    case '/stand-in/ground.css':
    case '/stand-in/host.css':
      return sent('text/css', await host(path.slice('/stand-in/'.length)))
    case '/stand-in/host.js':
      return sent('text/javascript', await hostBundle())
    case '/stand-in/icon.svg': {
      const icon = join(appFolder, 'icon_nav_bar.svg')
      return sent('image/svg+xml', existsSync(icon) ? await readFile(icon, 'utf8') : NO_ICON)
    }
    default:
      return galleryFile(path)
  }
}
