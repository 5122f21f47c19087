/** Ends a server with care: no new calls, those under way are answered, and what was cut is named. */
import type { Server as HttpServer, ServerResponse } from 'node:http'
import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Env } from '../http/env.ts'
import { HttpProblem } from '../http/problem.ts'

/** How often connections that have become idle are closed. */
const LOOK_MILLISECONDS = 50
/** What was begun for callers who have gone is taken back in less, while there is a database to write to. */
const SETTLE_MILLISECONDS = 5_000

export interface Drain {
  /** Knows what is under way; while the server ends, refuses what is new. */
  watch: MiddlewareHandler<Env>
  /** Number of calls under way whose callers still wait. */
  underWay(): number
  /**
   * Returns the calls that were cut, as method and route, when all answers are sent or the time is over, and what is
   * done for those who have gone has ended or had some seconds to.
   */
  end(milliseconds: number): Promise<string[]>
}

export function openDrain(server: HttpServer): Drain {
  /** Answers that are not sent. */
  const answers = new Set<ServerResponse>()
  server.on('request', (_, answer: ServerResponse) => {
    answers.add(answer)
    answer.once('close', () => answers.delete(answer))
  })
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
    async end(milliseconds) {
      isEnding = true
      const until = performance.now() + milliseconds
      let cut: string[] = []
      const looking = setInterval(() => {
        if (answers.size > 0 && performance.now() < until) return server.closeIdleConnections()
        // Those that are left have asked nothing, or not to the end.
        cut = answers.size > 0 ? waited() : []
        clearInterval(looking)
        server.closeAllConnections()
      }, LOOK_MILLISECONDS)
      await new Promise<void>((done) => server.close(() => done()))
      clearInterval(looking)
      const settled = performance.now() + SETTLE_MILLISECONDS
      while (calls.size > 0 && performance.now() < settled)
        await new Promise((done) => setTimeout(done, LOOK_MILLISECONDS))
      return cut
    },
  }
}
