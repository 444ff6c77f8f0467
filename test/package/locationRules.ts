import { isRecord, quoted } from './json.ts'

const PRODUCTS = ['support', 'chat', 'standalone_chat', 'sell']
const SUPPORT_LOCATIONS = [
  ...['top_bar', 'nav_bar', 'ticket_sidebar', 'new_ticket_sidebar', 'user_sidebar', 'organization_sidebar'],
  ...['background', 'modal', 'ticket_editor', 'system_top_bar'],
]

type Entries = ReadonlyMap<string, Uint8Array>

/** Rules for where the app appears. Only locations of Zendesk Support are known here. */
export function locationErrors({ location }: Record<string, unknown>, entries: Entries): string[] {
  const products = isRecord(location) ? location : {}
  const support = isRecord(products.support) ? products.support : {}
  if (Object.keys(support).length === 0) return ['Missing required field in manifest: location', ...hosts(products)]
  return [
    ...hosts(products),
    ...Object.keys(support)
      .filter((name) => !SUPPORT_LOCATIONS.includes(name))
      .map((name) => `${name} is an invalid location in Support.`),
    ...Object.entries(support).flatMap(([name, options]) => optionErrors(name, options, entries)),
  ]
}

const hosts = (products: Record<string, unknown>): string[] =>
  Object.keys(products)
    .filter((host) => !PRODUCTS.includes(host))
    .map((host) => `${host} is an invalid host for apps.`)

function optionErrors(name: string, given: unknown, entries: Entries): string[] {
  const { url, flexible, autoLoad = true } = isRecord(given) ? given : { url: given }
  const hasUrl = typeof url === 'string' && url !== ''
  return [
    ...(!hasUrl && autoLoad !== false ? [`${name} location does not specify a URI.`] : []),
    ...(hasUrl && !servable(url, entries)
      ? [`${url} is either an invalid location URI, refers to a missing asset, or does not use HTTPS.`]
      : []),
    ...([true, false, undefined, null].includes(flexible as boolean | null | undefined)
      ? []
      : [`${quoted(flexible)} is an invalid type for the flexible location parameter.`]),
  ]
}

/** A file under assets/ that is in the package, an https address, or one of this machine. */
function servable(url: string, entries: Entries): boolean {
  if (url.includes('{{setting.')) return true
  if (URL.canParse(url)) return new URL(url).protocol === 'https:' || new URL(url).hostname === 'localhost'
  const path = url.replace(/[?#].*$/, '')
  return path.startsWith('assets/') && entries.has(path)
}
