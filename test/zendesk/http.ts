import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Only this machine can reach the stand-in. */
export const LOOPBACK = '127.0.0.1'

export interface Sent {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer
}

export function send(response: ServerResponse, { status, headers, body }: Sent): void {
  response.writeHead(status, headers).end(body)
}

type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Opens a port; 0 is any free one. Rejects when the port is in use. A listener that fails answers 500. */
export function listen(port: number, listener: Listener): Promise<Server> {
  const server = createServer((request, response) => {
    listener(request, response).catch((reason: unknown) => {
      send(response, {
        status: 500,
        headers: { 'content-type': 'text/plain' },
        body: `The stand-in failed: ${String(reason)}`,
      })
    })
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, LOOPBACK, () => resolve(server))
  })
}

export const portOf = (server: Server): number => (server.address() as AddressInfo).port

/** Closes servers with all their connections. */
export async function closed(servers: readonly Server[]): Promise<void> {
  for (const server of servers) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}
