/** Ends a server with care: no new calls, those under way are answered, and what was cut is named. */
import type { Server as HttpServer } from 'node:http'
import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Env } from '../http/env.ts'
import { HttpProblem } from '../http/problem.ts'

/** How often connections that have become idle are closed. */
const LOOK_MILLISECONDS = 50

export interface Drain {
  /** Knows what is under way; while the server ends, refuses what is new. */
  watch: MiddlewareHandler<Env>
  /** Number of calls under way whose callers still wait. */
  underWay(): number
  /** Returns the calls that were cut, as method and route, when none is under way or the time is over. */
  end(server: HttpServer, milliseconds: number): Promise<string[]>
}

export function openDrain(): Drain {
  const calls = new Set<{ name: string; isWaited: () => boolean }>()
  let isEnding = false

  const watch: MiddlewareHandler<Env> = async (c, next) => {
    if (isEnding) {
      throw new HttpProblem(503, 'service.closing', 'this server is being stopped; try again in a moment', {
        headers: { 'Retry-After': '5', Connection: 'close' },
      })
    }
    const socket = c.env?.incoming?.socket
    const route = matchedRoutes(c).findLast((each) => each.method !== 'ALL')
    const call = {
      name: `${c.req.method} ${route?.path ?? 'none'}`,
      isWaited: () => socket?.destroyed !== true,
    }
    calls.add(call)
    try {
      await next()
    } finally {
      calls.delete(call)
      if (isEnding) c.header('Connection', 'close')
    }
  }

  const waited = (): string[] => [...calls].filter(({ isWaited }) => isWaited()).map(({ name }) => name)

  return {
    watch,
    underWay: () => waited().length,
    async end(server, milliseconds) {
      isEnding = true
      let cut: string[] = []
      const looking = setInterval(() => server.closeIdleConnections(), LOOK_MILLISECONDS)
      await new Promise<void>((done) => {
        const timer = setTimeout(() => {
          cut = waited()
          server.closeAllConnections()
        }, milliseconds)
        server.close(() => {
          clearTimeout(timer)
          done()
        })
      })
      clearInterval(looking)
      return cut
    },
  }
}
