import { isRecord, parsed, quoted, textOf } from './json.ts'

/** How a locale is spelled in a file name: `en`, `pt-BR`, `es-419`. */
export const LOCALE = /^[a-z]{2,3}(-\w{2,3})?$/

const PUBLIC_TEXTS = ['name', 'short_description', 'long_description', 'installation_instructions']

type Json = Record<string, unknown>

/** Rules for the texts of the listing and of the settings form. */
export function translationErrors(manifest: Json, entries: ReadonlyMap<string, Uint8Array>): string[] {
  return [...entries.keys()].flatMap((path) => {
    const locale = /^translations\/(.*)\.json$/.exec(path)?.[1]
    if (locale === undefined) return []
    const named = LOCALE.test(locale) ? [] : [`${path} is not a valid locale.`]
    const json = parsed(textOf(entries, path) ?? '')
    if (json === undefined) return [...named, `${path} is not valid JSON.`]
    if (!isRecord(json)) return [...named, `${path} is not a JSON object.`]
    const app = isRecord(json.app) ? json.app : {}
    const required = manifest.private === false ? PUBLIC_TEXTS : ['name']
    return [
      ...named,
      ...parameterTexts(app.parameters, path),
      ...('package' in app ? untitledLeaves({ ...json, app: without(app, 'package') }) : []),
      ...(path === 'translations/en.json' ? missingTexts(app, required, path) : []),
    ]
  })
}

const parameterTexts = (parameters: unknown, path: string): string[] =>
  Object.entries(isRecord(parameters) ? parameters : {})
    .filter(([, texts]) => !isRecord(texts) || !('label' in texts))
    .map(([name]) => `Missing required key label on leaf ${name} from ${path}`)

function missingTexts(app: Json, required: readonly string[], path: string): string[] {
  const given = Object.keys(app).map((key) => (key === 'description' ? 'short_description' : key))
  const missing = required.filter((key) => !given.includes(key))
  return missing.length > 0 ? [`Missing required key from ${path}: ${missing.join(', ')}`] : []
}

/** With `app.package` present, Zendesk takes the file for its own and wants `{ title, value }` at every leaf. */
function untitledLeaves(texts: Json): string[] {
  return Object.entries(texts).flatMap(([key, value]) => {
    if (!isRecord(value)) return [`'${key}': '${quoted(value)}' is invalid for translation.`]
    const titled = Object.keys(value).sort().join() === 'title,value'
    return titled && Object.values(value).every((text) => typeof text === 'string') ? [] : untitledLeaves(value)
  })
}

const without = (object: Json, left: string): Json =>
  Object.fromEntries(Object.entries(object).filter(([key]) => key !== left))
