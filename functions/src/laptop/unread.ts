/**
 * Requests that are answered before all of them was read, such as one that is too large. A connection that is closed
 * while its caller still sends loses him the answer, so the rest is taken first; what goes on too long is told that the
 * connection ends.
 */
import type { MiddlewareHandler } from 'hono'
import type { IncomingMessage } from 'node:http'
import type { Env } from '../http/env.ts'

/** Below the 500 ms after which the HTTP library cuts such a connection off. */
const MILLISECONDS = 400
/** Of a body that nobody reads: more would only cost. */
const MOST_BYTES = 50_000_000

export const takeUnread: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  const incoming = c.env?.incoming
  if (incoming === undefined || incoming.complete) return
  if (!(await isTaken(incoming))) c.header('Connection', 'close')
}

/** Whether the request has come to its end. */
function isTaken(incoming: IncomingMessage): Promise<boolean> {
  return new Promise((done) => {
    let bytes = 0
    const stop = (): void => {
      clearTimeout(timer)
      incoming.off('data', count).off('end', stop).off('close', stop)
      done(incoming.complete)
    }
    const count = (chunk: Uint8Array): void => {
      bytes += chunk.length
      if (bytes > MOST_BYTES) stop()
    }
    const timer = setTimeout(stop, MILLISECONDS)
    // Whoever began to read stops the flow whenever nobody takes what he has; nobody will.
    incoming.removeAllListeners('data')
    incoming.on('data', count).on('end', stop).on('close', stop)
    incoming.resume()
  })
}
