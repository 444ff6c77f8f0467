/** A request to the API, free of any server. */
export interface ApiRequest {
  readonly method: string
  /** Scheme, host and port that the caller used; links in answers start with it. */
  readonly origin: string
  readonly path: string
  readonly query: URLSearchParams
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>
  /** Empty where nothing was sent. */
  readonly body: string
}

/** An answer; status 0 means that the connection breaks without one. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** How long the server waits before it sends the answer. */
  readonly delayMs?: number
}

/** Takes an address apart, with or without the `.json` that Zendesk allows at the end of a path. */
export function requestOf(address: string, headers: ApiRequest['headers'] = {}, method = 'GET', body = ''): ApiRequest {
  const { origin, pathname, searchParams } = new URL(address)
  return { method, origin, path: pathname.replace(/\.json$/, ''), query: searchParams, headers, body }
}

/** The same address with other parameters. */
export function linkTo(
  request: ApiRequest,
  changes: Readonly<Record<string, string>>,
  without: readonly string[] = [],
) {
  const query = new URLSearchParams(request.query)
  for (const name of without) query.delete(name)
  for (const [name, value] of Object.entries(changes)) query.set(name, value)
  return `${request.origin}${request.path}.json?${query.toString()}`
}

export const json = (status: number, body: unknown): Answer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(body),
})

/** What an endpoint gives when the status is not 200. */
export class Reply {
  readonly status: number
  /** Null: there is none. */
  readonly body: object | null

  constructor(status: number, body: object | null) {
    this.status = status
    this.body = body
  }
}

/** What was sent as JSON: an object under the one key that the endpoint expects. */
export function sentUnder(request: ApiRequest, key: string): Readonly<Record<string, unknown>> {
  try {
    const body = JSON.parse(request.body) as unknown
    const sent = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[key] : undefined
    if (typeof sent === 'object' && sent !== null && !Array.isArray(sent)) return sent as Record<string, unknown>
  } catch {
    throw invalid(422, 'The body is not JSON', 'Unprocessable Entity')
  }
  throw invalid(400, `Parameter ${key} is required`, 'MissingParameter')
}

/** An answer that ends the request early: thrown where it is known, sent by the API. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly answer: Answer

  constructor(status: number, body: unknown) {
    super(`refused with ${String(status)}`)
    this.answer = json(status, body)
  }
}

export const unauthorized = () => new Refusal(401, { error: "Couldn't authenticate you" })
export const notFound = () => new Refusal(404, { error: 'RecordNotFound', description: 'Not found' })
export const invalid = (status: number, description: string, error = 'invalid') =>
  new Refusal(status, { error, description })
export const forbidden = () =>
  new Refusal(403, {
    error: {
      title: 'Forbidden',
      message:
        'You do not have access to this page. Please contact the account owner of this help desk for further help.',
    },
  })

const MOST_IDS = 100

/** The ids of a `show_many`, each once; more than a hundred are refused. */
export function askedIds(request: ApiRequest): readonly number[] {
  const ids = (request.query.get('ids') ?? '').split(',').filter((id) => id !== '')
  if (ids.length > MOST_IDS) {
    const description = `Parameter ids cannot specify more than ${MOST_IDS} values`
    throw new Refusal(400, { error: 'TooManyValues', description, max_count: MOST_IDS })
  }
  return [...new Set(ids.map(Number))]
}
