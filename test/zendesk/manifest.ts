import { existsSync, readFileSync } from 'node:fs'

/** A setting that an admin may fill in. */
export interface Parameter {
  readonly name: string
  /** `text`, `number`, `checkbox` and others. */
  readonly type: string
}

/** What the host needs to know of an app. */
export interface AppManifest {
  readonly name: string
  readonly version: string
  /** The parameters that have a default, and the title that every installation has. */
  readonly settings: Readonly<Record<string, unknown>>
  readonly parameters: readonly Parameter[]
  /** Addresses relative to the app's origin. */
  readonly locations: { readonly ticket_sidebar: string; readonly nav_bar: string; readonly top_bar: string | null }
}

type Location = string | { url?: string } | undefined

interface ManifestFile {
  name?: string
  version?: string
  parameters?: { name: string; type?: string; default?: unknown }[]
  location?: { support?: Record<string, Location> }
}

const PAGE = 'assets/index.html'

/** Reads an app's manifest.json; without one the app is called "App" and lives at assets/index.html. */
export function readManifest(path: string): AppManifest {
  const file = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as ManifestFile) : {}
  const name = file.name ?? 'App'
  const parameters = file.parameters ?? []
  const defaults = parameters.filter((parameter) => parameter.default !== undefined)
  const support = file.location?.support ?? {}
  const url = (location: Location) => (typeof location === 'string' ? location : location?.url) ?? PAGE
  return {
    name,
    version: file.version ?? '0.0.0',
    settings: { title: name, ...Object.fromEntries(defaults.map((parameter) => [parameter.name, parameter.default])) },
    parameters: parameters.map(({ name: parameter, type = 'text' }) => ({ name: parameter, type })),
    locations: {
      ticket_sidebar: url(support['ticket_sidebar']),
      nav_bar: url(support['nav_bar']),
      top_bar: support['top_bar'] === undefined ? null : url(support['top_bar']),
    },
  }
}
