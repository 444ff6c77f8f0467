import { isRecord, quoted } from './json.ts'
import { LOCALE } from './translationRules.ts'

const BOOLEANS = ['requirementsOnly', 'marketingOnly', 'singleInstall', 'signedUrls', 'private']
const STRINGS = ['defaultLocale', 'version', 'frameworkVersion', 'remoteInstallationURL', 'termsConditionsURL', 'gaID']
const OAUTH_FIELDS = ['client_id', 'client_secret', 'authorize_uri', 'access_token_uri']
const EXPERIMENTS = ['hashParams', 'newCssCompiler']

type Json = Record<string, unknown>

/** Rules for the manifest's own fields. */
export function manifestErrors(manifest: Json, entries: ReadonlyMap<string, Uint8Array>): string[] {
  return [
    ...missingFields(manifest),
    ...wrongTypes(manifest),
    ...defaultLocale(manifest.defaultLocale, entries),
    ...urls(manifest),
    ...oauth(manifest),
    ...(manifest.frameworkVersion === '2.0'
      ? []
      : [`${quoted(manifest.frameworkVersion)} is not a valid framework version. Available versions are: 2.0.`]),
    ...(manifest.noTemplate ? ['noTemplate is deprecated and cannot be used with framework version 2 or above.'] : []),
  ]
}

const missingFields = (manifest: Json): string[] =>
  ['author', 'defaultLocale', 'frameworkVersion']
    .filter((field) => manifest[field] === undefined || manifest[field] === null)
    .map((field) => `Missing required field in manifest: ${field}`)

function wrongTypes(manifest: Json): string[] {
  const author = isRecord(manifest.author) ? manifest.author : {}
  const strings = [
    ...STRINGS.map((field) => [field, manifest[field]] as const),
    ...['name', 'email', 'url'].map((field) => [`author ${field}`, author[field]] as const),
  ]
  const { domainWhitelist, experiments = {}, parameters = [] } = manifest
  const enabled = isRecord(experiments) ? Object.keys(experiments).filter((name) => experiments[name]) : []
  return [
    ...BOOLEANS.filter((field) => ![true, false, undefined].includes(manifest[field] as boolean | undefined)).map(
      (field) => `${field} must be a boolean value, got "${quoted(manifest[field])}".`,
    ),
    ...strings
      .filter(([, value]) => value !== undefined && value !== null && typeof value !== 'string')
      .map(([field, value]) => `${field} must be a string, got "${quoted(value)}".`),
    ...(isRecord(experiments)
      ? []
      : [
          `The manifest field experiments needs to be key-value pairs with string keys, but it was ${quoted(experiments)}`,
        ]),
    ...enabled
      .filter((name) => !EXPERIMENTS.includes(name))
      .map((name) => `Manifest specifies unknown or unavailable experiment: ${name}`),
    ...(domainWhitelist === undefined ||
    (Array.isArray(domainWhitelist) && domainWhitelist.every((domain) => typeof domain === 'string'))
      ? []
      : ['The manifest field domainWhitelist need to be an array containing strings']),
    ...(Array.isArray(parameters) ? [] : ['App parameters must be an array.']),
  ]
}

function defaultLocale(locale: unknown, entries: ReadonlyMap<string, Uint8Array>): string[] {
  if (locale === undefined || locale === null) return []
  if (typeof locale !== 'string' || !LOCALE.test(locale)) return [`${quoted(locale)} is not a valid default locale.`]
  return entries.has(`translations/${locale}.json`) ? [] : [`Missing translation file for locale '${locale}'.`]
}

function urls(manifest: Json): string[] {
  const author = isRecord(manifest.author) ? manifest.author : {}
  return Object.entries({ 'author url': author.url, termsConditionsURL: manifest.termsConditionsURL })
    .filter(([, value]) => typeof value === 'string' && !(URL.canParse(value) && /^https?:\/\/[^/]/i.test(value)))
    .map(([field, value]) => `${field} must be a valid URL, got "${quoted(value)}".`)
}

function oauth({ oauth: settings, parameters }: Json): string[] {
  if (!isRecord(settings)) return []
  const missing = OAUTH_FIELDS.filter((field) => !settings[field])
  const hasParameter = Array.isArray(parameters) && parameters.some((one) => isRecord(one) && one.type === 'oauth')
  return [
    ...(missing.length > 0 ? [`Missing required oauth field in manifest: ${missing.join(', ')}`] : []),
    ...(hasParameter ? [] : ["Missing parameter of type 'oauth'."]),
  ]
}
