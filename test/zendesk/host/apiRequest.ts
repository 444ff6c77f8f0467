/** Options of `client.request`, as far as the host acts on them. */
export interface RequestOptions {
  readonly url: string
  readonly type?: string
  readonly method?: string
  readonly data?: unknown
  readonly contentType?: string | false
  readonly dataType?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Milliseconds. */
  readonly timeout?: number
  readonly httpCompleteResponse?: boolean
}

/** A response as jQuery describes one; status 0 when there was none. */
interface ResponseDescription {
  readonly status: number
  readonly statusText: string
  readonly headers: Readonly<Record<string, string>>
  readonly responseText: string
  readonly responseJSON?: unknown
}

/** The arguments that the host passes to the app's `done` or `fail`. */
export interface RequestOutcome {
  readonly outcome: 'done' | 'fail'
  readonly args: readonly unknown[]
}

const LONGEST_MS = 120_000

/** The header with which a person signs in to the API. */
export const signedInAs = (who: string): Record<string, string> => ({ Authorization: `Basic ${btoa(`${who}:`)}` })

/** Makes an app's request as the signed-in person. Only the account's own API can be reached. */
export async function makeRequest(
  options: RequestOptions,
  person: Readonly<Record<string, string>>,
): Promise<RequestOutcome> {
  const url = addressOf(options)
  if (url === null) return failed(none('error'), 'error')
  try {
    const response = await fetch(url, {
      method: methodOf(options),
      headers: { ...contentType(options), ...options.headers, ...person },
      body: bodyOf(options),
      signal: AbortSignal.timeout(options.timeout ?? LONGEST_MS),
    })
    const text = await response.text()
    const json = parsed(text, response.headers.get('content-type') ?? '', options.dataType)
    const described: ResponseDescription = {
      status: response.status,
      statusText: response.statusText,
      headers: Object.fromEntries(response.headers),
      responseText: text,
      ...(json === null ? {} : { responseJSON: json.value }),
    }
    if (!response.ok) return failed(described, response.statusText)
    if (options.dataType === 'json' && json === null)
      return failed({ ...described, statusText: 'parsererror' }, 'parsererror')
    const body = json === null || options.dataType === 'text' ? text : json.value
    return { outcome: 'done', args: [options.httpCompleteResponse === true ? described : body, 'success', described] }
  } catch (reason) {
    const word = reason instanceof DOMException && reason.name === 'TimeoutError' ? 'timeout' : 'error'
    return failed(none(word), word)
  }
}

const methodOf = ({ type, method }: RequestOptions) => (type ?? method ?? 'GET').toUpperCase()

const none = (statusText: string): ResponseDescription => ({ status: 0, statusText, headers: {}, responseText: '' })

const failed = (described: ResponseDescription, word: string): RequestOutcome => ({
  outcome: 'fail',
  args: [described, 'error', word],
})

/** The address at this origin; addresses of the account at Zendesk mean the same API here. Null for any other. */
function addressOf(options: RequestOptions): URL | null {
  if (!URL.canParse(options.url, location.origin)) return null
  const url = new URL(options.url, location.origin)
  const ours = url.origin === location.origin || url.hostname.endsWith('.zendesk.com')
  if (!ours || !url.pathname.startsWith('/api/')) return null
  const local = new URL(url.pathname + url.search, location.origin)
  if (methodOf(options) === 'GET' && typeof options.data === 'object' && options.data !== null)
    for (const [name, value] of Object.entries(options.data)) local.searchParams.set(name, String(value))
  return local
}

function bodyOf(options: RequestOptions): string | null {
  if (methodOf(options) === 'GET' || options.data === undefined || options.data === null) return null
  if (typeof options.data === 'string') return options.data
  return new URLSearchParams(options.data as Record<string, string>).toString()
}

function contentType(options: RequestOptions): Record<string, string> {
  if (methodOf(options) === 'GET' || options.contentType === false) return {}
  return { 'content-type': options.contentType ?? 'application/x-www-form-urlencoded; charset=UTF-8' }
}

/** The JSON in a text, where the answer or the caller says it is JSON; null where it is none. */
function parsed(text: string, type: string, dataType: string | undefined): { value: unknown } | null {
  if (dataType === 'text' || (dataType !== 'json' && !type.includes('json'))) return null
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return null
  }
}
