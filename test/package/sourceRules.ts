import { textOf } from './json.ts'

/** Words that make Zendesk say "possible secrets". */
const WORDS = /password|secret|secretToken|secret_token|auth_key|authKey|auth_pass|authPass|auth_user|AuthUser|api_key/

/** A word, something like `=` or `:`, and a value on the same line. */
const assigned = (word: string, value = '[0-9a-z+_.-]{4,156}'): RegExp =>
  new RegExp(`${word}( [:"=-]|[:"=-]).*.${value}`, 'i')

/** Secrets by their shape. Those that only Zendesk's own systems have are left out. */
const SECRETS: Readonly<Record<string, RegExp>> = {
  'Slack Token': /xox[p|boa]-*.[a-z0-9]/,
  'RSA Private Key': /-----BEGIN RSA PRIVATE KEY-----/,
  'SSH Private Key (OpenSSH)': /-----BEGIN OPENSSH PRIVATE KEY-----/,
  'SSH Private Key (DSA)': /-----BEGIN DSA PRIVATE KEY-----/,
  'SSH Private Key (EC)': /-----BEGIN EC PRIVATE KEY-----/,
  'PGP Private Key Block': /-----BEGIN PGP PRIVATE KEY BLOCK-----/,
  'Facebook OAuth Token': assigned('facebook', '[0-9a-f]{24,36}'),
  'Twitter OAuth Token': assigned('twitter', '[0-9a-z]{30,45}'),
  'Github Token': assigned('github', '[0-9a-z]{30,45}'),
  'Google OAuth Token': assigned('client[-_]secret', '[a-z0-9_-]{16,32}'),
  'AWS Access Key ID': /AKIA[0-9A-Z]{8,24}/,
  'AWS Secret Access Key': /aws[_-]secret[_-]access[_-]key.*.[0-9a-z]{24,48}/i,
  'App Key': assigned('app[-_]key'),
  'App Secret': assigned('app[-_]secret'),
  'Consumer Key': assigned('consumer[-_]key'),
  'Consumer Secret': assigned('consumer[-_]secret'),
  'Generic Secret': /^secret( [:"=-]|[:"=-])[^]*[0-9a-z+_.-]{4,156}/im,
  'Master Key': assigned('master[-_]key'),
  'Master Secret': assigned('master[-_]secret'),
  'Token Key': assigned('token[-_]key'),
  'Token Secret': assigned('token[-_]secret'),
  'Help Center Private Key': assigned('private[-_]key'),
  Password: /password.*.[0-9a-z+_.-]{4,156}/i,
  Token: assigned('token'),
}

type Entries = ReadonlyMap<string, Uint8Array>

const texts = (entries: Entries, pattern: RegExp): (readonly [string, string])[] =>
  [...entries.keys()].filter((path) => pattern.test(path)).map((path) => [path, textOf(entries, path) ?? ''] as const)

/** Addresses without encryption in scripts and pages. XML namespaces are counted too: Zendesk does not tell them apart. */
export const requestWarnings = (entries: Entries): string[] =>
  texts(entries, /\.(jsx?|html?)$/).flatMap(([path, text]) => {
    const addresses = text.match(/http:[\w\-.!~*'();/?:@&=+$,[\]%#]+/g)
    if (addresses === null) return []
    return [`Possible insecure HTTP request to ${[...new Set(addresses)].join(', ')} in ${path}.`]
  })

/** What looks like a secret. Minified libraries often do. */
export function secretWarnings(entries: Entries): string[] {
  const files = texts(entries, /(html?|xml|js|json?)$/)
  const worded = files.flatMap(([path, text]) => {
    const word = WORDS.exec(text)?.[0]
    return word === undefined ? [] : [`${path} ('${word}...')`]
  })
  return [
    ...files.flatMap(([path, text]) =>
      Object.entries(SECRETS)
        .filter(([, pattern]) => pattern.test(text))
        .map(([kind]) => `Possible ${kind} found in ${path}.`),
    ),
    ...(worded.length > 0 ? [`Possible secrets found in ${worded.join(', ')}.`] : []),
  ]
}
