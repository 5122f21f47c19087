/** The socket of the server: how long it waits for callers, and what it makes of requests that no app can read. */
import { type Server as HttpServer, createServer } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { RequestError, getRequestListener } from '@hono/node-server'
import { HttpProblem, problemResponse } from '../http/problem.ts'
import { newId } from '../store/id.ts'
import type { Tls } from './certificate.ts'

/** How long a caller may take to send: a connection that dawdles holds what others need. */
const PATIENCE = { headersTimeout: 10_000, requestTimeout: 60_000, connectionsCheckingInterval: 1_000 }
/**
 * Who names no host asks this one: balancers that look whether we are alive speak HTTP/1.0. No name of this machine: to
 * the demo he is a stranger.
 */
const NO_HOST = 'unnamed.invalid'

export type Fetch = Parameters<typeof getRequestListener>[0]

interface Listening {
  server: HttpServer
  port: number
}

/** @throws Error with the system's code when there is no such address or the port is taken */
export function listen(
  fetch: Fetch,
  { host, port: wanted, tls }: { host: string; port: number; tls?: Tls },
): Promise<Listening> {
  const answer = getRequestListener(fetch, { hostname: NO_HOST, errorHandler: unreadable })
  const onRequest = (...call: Parameters<typeof answer>): void => void answer(...call)
  // With a certificate the port speaks HTTPS only: whoever comes by HTTP gets no answer, and no redirect that anybody
  // on the way could change.
  const server = tls
    ? createSecureServer({ ...PATIENCE, ...tls }, onRequest)
    : createServer(PATIENCE, onRequest)
  return new Promise((done, failed) => {
    server.once('error', failed)
    server.listen(wanted, host, () => {
      const address = server.address()
      if (address === null || typeof address === 'string') return failed(new Error('no port'))
      done({ server, port: address.port })
    })
  })
}

/** The app, which answers everything else, has not seen it. */
function unreadable(error: unknown): Response {
  const problem =
    error instanceof RequestError
      ? new HttpProblem(
          400,
          'request.malformed',
          `the address of the request cannot be read (${error.message}); expected a path, and in Host a name with an optional port`,
        )
      : error
  return problemResponse(problem, { id: newId('req'), path: '/' })
}
