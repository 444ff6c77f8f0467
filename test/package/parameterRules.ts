import { isRecord, quoted } from './json.ts'

const TYPES = ['text', 'checkbox', 'url', 'number', 'multiline', 'hidden', 'oauth']
const SCOPES = [
  ...['header', 'body', 'url', 'jwt_secret_key', 'jwt_claim', 'basic_auth_username', 'basic_auth_password'],
]

type Json = Record<string, unknown>

const parametersOf = ({ parameters }: Json): Json[] => (Array.isArray(parameters) ? parameters.filter(isRecord) : [])
const typeOf = (parameter: Json): string => quoted(parameter.type ?? 'text')

/** Rules for the settings that an admin fills in. */
export function parameterErrors(manifest: Json): string[] {
  const parameters = parametersOf(manifest)
  const names = parameters.map(({ name }) => quoted(name))
  const twice = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
  const ofType = (type: string): Json[] => parameters.filter((parameter) => typeOf(parameter) === type)
  const hidden = ofType('hidden').filter(({ required }) => required === true)
  const unknown = parameters.map(typeOf).filter((type) => !TYPES.includes(type))
  return [
    ...(twice.length > 0 ? [`Duplicate app parameters defined: ${JSON.stringify(twice)}`] : []),
    ...parameters.flatMap(flagErrors),
    ...(hidden.length > 0
      ? [`${hidden.map(({ name }) => quoted(name)).join(', ')} is set to hidden and cannot be required.`]
      : []),
    ...(unknown.length > 0
      ? [
          `${unknown.join(', ')} ${unknown.length === 1 ? 'is an invalid parameter type' : 'are invalid parameter types'}.`,
        ]
      : []),
    ...(ofType('oauth').length > 1 ? ["Too many parameters with type 'oauth': one permitted"] : []),
    ...(ofType('oauth').some(({ secure }) => secure === true) ? ['oauth parameter cannot be set to be secure.'] : []),
    ...(names.includes('name') ? ["Can't call a parameter 'name'"] : []),
    ...parameters.flatMap(scopeErrors),
  ]
}

const flagErrors = (parameter: Json): string[] =>
  ['required', 'secure']
    .filter((flag) => ![true, false, undefined, null].includes(parameter[flag] as boolean | null | undefined))
    .map(
      (flag) =>
        `parameters[name="${quoted(parameter.name)}"].${flag} must be a boolean value, got "${quoted(parameter[flag])}".`,
    )

function scopeErrors({ name, scopes, secure }: Json): string[] {
  if (scopes === undefined || scopes === null) return []
  const field = `parameters[name="${quoted(name)}"].scopes`
  const insecure = secure === true ? [] : [`${field} cannot be defined in a non-secure parameter.`]
  if (!Array.isArray(scopes)) return [...insecure, `The manifest field ${field} needs to be an array`]
  const unknown = scopes.map(quoted).filter((scope) => !SCOPES.includes(scope))
  return [
    ...insecure,
    ...(scopes.length === 0 ? [`${field} cannot be empty.`] : []),
    ...(unknown.length > 0 ? [`${field} contains invalid values: ${unknown.join(', ')}.`] : []),
  ]
}

/** Settings that look like secrets but are not kept as such. */
export function parameterWarnings(manifest: Json): string[] {
  const parameters = parametersOf(manifest)
  const bare = parameters.filter(
    (parameter) =>
      /token|key|pwd|password/i.test(quoted(parameter.name)) && typeOf(parameter) === 'text' && !parameter.secure,
  )
  const exposed = parameters.filter(
    (parameter) => 'default' in parameter && (Boolean(parameter.secure) || typeOf(parameter) === 'hidden'),
  )
  const unscoped = parameters
    .filter(({ secure, scopes }) => Boolean(secure) && !(Array.isArray(scopes) && scopes.length > 0))
    .map(({ name }) => quoted(name))
  return [
    ...(bare.length > 0 ? ['Make sure to set secure to true when using keys in Settings.'] : []),
    ...(exposed.length > 0 ? ['Default values for secure or hidden parameters are not stored securely.'] : []),
    ...(unscoped.length > 0 ? [`The scopes property is not configured for parameter(s): ${unscoped.join(', ')}.`] : []),
  ]
}
