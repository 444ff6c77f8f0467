import { describe, expect, it } from 'vitest'
import { png, samplePackage } from './samplePackage.ts'
import { validatePackage } from './validator.ts'

const parameters = (...list: object[]): object => ({ parameters: list })
const support = (locations: object): object => ({ location: { support: locations } })
const english = (app: unknown): Record<string, string> => ({ 'translations/en.json': JSON.stringify({ app }) })
const svg = (inside: string, attributes = 'viewBox="0 0 9 9"'): Record<string, string> => ({
  'assets/icon_nav_bar.svg': `<svg ${attributes}>${inside}</svg>\n`,
})

type Case = readonly [rule: string, package_: ReturnType<typeof samplePackage>, message: string]

const ERRORS: readonly Case[] = [
  ['a manifest', samplePackage({}, { 'manifest.json': null }), 'Could not find manifest.json'],
  [
    'a manifest at the root',
    samplePackage({}, { 'manifest.json': null, 'dist/manifest.json': '{}' }),
    'but dist/manifest.json was found',
  ],
  ['a manifest in JSON', samplePackage({}, { 'manifest.json': '{,}' }), 'manifest is not proper JSON'],
  [
    'each key once',
    samplePackage({}, { 'manifest.json': '{"author":{"url":1},"author":{"url":2}}' }),
    'Duplicate reference in manifest: "author"',
  ],
  ['an author', samplePackage({ author: undefined }), 'Missing required field in manifest: author'],
  ['a default locale', samplePackage({ defaultLocale: undefined }), 'field in manifest: defaultLocale'],
  ['a framework version', samplePackage({ frameworkVersion: undefined }), 'field in manifest: frameworkVersion'],
  ['framework version 2.0', samplePackage({ frameworkVersion: '2.1' }), '2.1 is not a valid framework version'],
  ['booleans', samplePackage({ private: 'yes' }), 'private must be a boolean value, got "yes".'],
  ['strings', samplePackage({ version: 1 }), 'version must be a string, got "1".'],
  ['strings of the author', samplePackage({ author: { name: 1 } }), 'author name must be a string, got "1".'],
  ['a whitelist of strings', samplePackage({ domainWhitelist: 'x' }), 'domainWhitelist need to be an array'],
  ['experiments as pairs', samplePackage({ experiments: [] }), 'field experiments needs to be key-value pairs'],
  ['known experiments', samplePackage({ experiments: { fast: true } }), 'unavailable experiment: fast'],
  ['a locale as default', samplePackage({ defaultLocale: 'english' }), 'english is not a valid default locale.'],
  ['texts in the default locale', samplePackage({ defaultLocale: 'de' }), "translation file for locale 'de'"],
  ['a real author url', samplePackage({ author: { url: 'not a url' } }), 'author url must be a valid URL'],
  ['a real terms url', samplePackage({ termsConditionsURL: 'ftp://a.b' }), 'termsConditionsURL must be a valid URL'],
  ['no noTemplate', samplePackage({ noTemplate: true }), 'noTemplate is deprecated'],
  ['all oauth fields', samplePackage({ oauth: { client_id: 'a' } }), 'oauth field in manifest: client_secret, auth'],
  ['an oauth parameter', samplePackage({ oauth: {} }), "Missing parameter of type 'oauth'."],
  ['a location', samplePackage({ location: undefined }), 'Missing required field in manifest: location'],
  ['known hosts', samplePackage({ location: { mail: {} } }), 'mail is an invalid host for apps.'],
  ['known locations', samplePackage(support({ left_bar: 'https://a.b/' })), 'left_bar is an invalid location'],
  ['a url for a location', samplePackage(support({ nav_bar: {} })), 'nav_bar location does not specify a URI.'],
  ['assets that exist', samplePackage(support({ nav_bar: 'assets/no.html' })), 'assets/no.html is either an invalid'],
  ['https', samplePackage(support({ nav_bar: 'http://a.example/x' })), 'http://a.example/x is either an invalid'],
  ['urls in assets/', samplePackage(support({ nav_bar: 'manifest.json' })), 'manifest.json is either an invalid'],
  [
    'a boolean flexible',
    samplePackage(support({ nav_bar: { url: 'https://a.b', flexible: 'yes' } })),
    'yes is an invalid',
  ],
  ['parameters as a list', samplePackage({ parameters: {} }), 'App parameters must be an array.'],
  ['unique parameters', samplePackage(parameters({ name: 'a' }, { name: 'a' })), 'parameters defined: ["a"]'],
  ['no parameter called name', samplePackage(parameters({ name: 'name' })), "Can't call a parameter 'name'"],
  [
    'hidden parameters optional',
    samplePackage(parameters({ name: 'h', type: 'hidden', required: true })),
    'h is set to',
  ],
  [
    'known parameter types',
    samplePackage(parameters({ name: 'a', type: 'dropdown' }, { name: 'b', type: 'textarea' })),
    'dropdown, textarea are invalid parameter types.',
  ],
  ['a boolean required', samplePackage(parameters({ name: 'a', required: 'no' })), '].required must be a boolean'],
  ['a boolean secure', samplePackage(parameters({ name: 'a', secure: 1 })), '].secure must be a boolean'],
  [
    'one oauth parameter',
    samplePackage(parameters({ name: 'a', type: 'oauth' }, { name: 'b', type: 'oauth' })),
    "Too many parameters with type 'oauth'",
  ],
  [
    'oauth not secure',
    samplePackage(parameters({ name: 'a', type: 'oauth', secure: true })),
    'cannot be set to be secure',
  ],
  ['scopes only if secure', samplePackage(parameters({ name: 'a', scopes: ['body'] })), 'in a non-secure parameter'],
  ['scopes as a list', samplePackage(parameters({ name: 'a', secure: true, scopes: 'body' })), 'needs to be an array'],
  ['some scopes', samplePackage(parameters({ name: 'a', secure: true, scopes: [] })), 'scopes cannot be empty'],
  ['known scopes', samplePackage(parameters({ name: 'a', secure: true, scopes: ['x'] })), 'invalid values: x.'],
  [
    'locales as file names',
    samplePackage({}, { 'translations/zh-Hans.json': '{}' }),
    'zh-Hans.json is not a valid locale',
  ],
  ['texts in JSON', samplePackage({}, { 'translations/de.json': '{' }), 'translations/de.json is not valid JSON.'],
  ['texts in an object', samplePackage({}, { 'translations/de.json': '[]' }), 'de.json is not a JSON object.'],
  ['a name', samplePackage({}, english({})), 'Missing required key from translations/en.json: name'],
  [
    'a description when public',
    samplePackage({ private: false }, english({ name: 'x', description: 'x' })),
    'translations/en.json: long_description, installation_instructions',
  ],
  ['labels', samplePackage({}, english({ name: 'x', parameters: { a: {} } })), 'Missing required key label on leaf a'],
  [
    'titled leaves in a package of texts',
    samplePackage({}, english({ name: 'x', package: 'x' })),
    "'name': 'x' is invalid",
  ],
  [
    'no blocked files',
    samplePackage({}, { 'assets/readme.pdf': '' }),
    'Unsupported MIME type detected in assets/readme.pdf.',
  ],
  ['no disguised files', samplePackage({}, { 'assets/a.js': 'PK\x03\x04' }), 'MIME type detected in assets/a.js.'],
  ['listed asset types', samplePackage({}, { 'assets/a.wasm': '' }), 'assets/a.wasm is of a type'],
  ['a logo', samplePackage({}, { 'assets/logo.png': null }), 'assets/logo.png is missing.'],
  ['a logo in PNG', samplePackage({}, { 'assets/logo.png': 'GIF89a' }), 'assets/logo.png must be a PNG file.'],
  ['a logo of 320 pixels', samplePackage({}, { 'assets/logo.png': png(256, 320) }), 'logo.png must be 320x320px.'],
  ['a small logo of 128 pixels', samplePackage({}, { 'assets/logo-small.png': png(64, 64) }), 'must be 128x128px.'],
  ['a clear small logo', samplePackage({}, { 'assets/logo-small.png': png(128, 128, 2) }), 'must have transparency.'],
  ['a banner in PNG', samplePackage({}, { 'assets/banner.png': 'x' }), 'Banner image must be a PNG file.'],
  ['a banner of the right size', samplePackage({}, { 'assets/banner.png': png(830, 100) }), 'Invalid banner image'],
  ['icons with a viewBox', samplePackage({}, svg('', 'width="9"')), 'assets/icon_nav_bar.svg has no viewBox.'],
]

const WARNINGS: readonly Case[] = [
  ['elements in drawings', samplePackage({}, svg('<style>a{}</style>')), 'has been edited for use in Zendesk'],
  ['attributes in drawings', samplePackage({}, svg('<path focusable="false" d="M0 0"/>')), '(focusable)'],
  ['comments in drawings', samplePackage({}, svg('<!-- x -->')), '(a comment)'],
  ['one drawing a file', samplePackage({}, svg('</svg>text')), '(what is not inside <svg>)'],
  ['bitmaps in drawings', samplePackage({}, svg('<image/>')), 'contains an embedded bitmap'],
  [
    'insecure addresses',
    samplePackage({}, { 'assets/a.js': 'fetch("http://a.b/c")' }),
    'HTTP request to http://a.b/c in',
  ],
  ['words for secrets', samplePackage({}, { 'assets/a.js': 'let api_key' }), "assets/a.js ('api_key...')"],
  ['assigned tokens', samplePackage({}, { 'assets/a.js': 'token = "abcde"' }), 'Possible Token found in assets/a.js.'],
  ['settings named like secrets', samplePackage(parameters({ name: 'api_key' })), 'Make sure to set secure to true'],
  [
    'defaults of hidden settings',
    samplePackage(parameters({ name: 'a', type: 'hidden', default: 1 })),
    'not stored securely',
  ],
  ['secure settings without scopes', samplePackage(parameters({ name: 'a', secure: true })), 'parameter(s): a.'],
]

describe('the port of Zendesk’s package rules', () => {
  it('finds nothing in a good package', () => {
    expect(validatePackage(samplePackage())).toEqual({ errors: [], warnings: [] })
  })

  it.each(ERRORS)('demands %s', (_rule, entries, message) => {
    expect(validatePackage(entries).errors).toContainEqual(expect.stringContaining(message))
  })

  it.each(WARNINGS)('warns of %s', (_rule, entries, message) => {
    const { errors, warnings } = validatePackage(entries)
    expect(warnings).toContainEqual(expect.stringContaining(message))
    expect(errors).toEqual([])
  })

  it.each([
    ['a query and a fragment', 'assets/index.html?v=1#nav'],
    ['a server on this machine', 'http://localhost:5173/'],
    ['a setting', 'https://{{setting.host}}/'],
  ])('accepts %s in a location', (_what, url) => {
    expect(validatePackage(samplePackage(support({ nav_bar: { url } }))).errors).toEqual([])
  })

  it('names everything that is wrong, not only the first', () => {
    const location = { mail: {}, support: { left_bar: 'https://a.b', nav_bar: { flexible: 'yes' } } }
    const list = [
      { name: 'name' },
      { name: 'a' },
      { name: 'a', type: 'dropdown' },
      { name: 'h', type: 'hidden', required: true },
    ]
    const bad = { private: 'yes', defaultLocale: 'english', noTemplate: true, location, parameters: list }
    expect(validatePackage(samplePackage(bad, { 'assets/readme.pdf': '%PDF-' })).errors).toHaveLength(12)
  })
})
