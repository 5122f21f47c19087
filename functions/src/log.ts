/**
 * One line of JSON per request and per event. Neither addresses nor bodies nor queries are written:
 * nothing in the log tells who walks where.
 */
import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Env } from './env.ts'
import type { World } from './world.ts'

export interface LogLine {
  level: 'info' | 'warn' | 'error'
  event: string
  [field: string]: string | number | boolean | undefined
}
export type Log = (line: LogLine) => void

export function jsonLog(write: (line: string) => void): Log {
  return (line) => write(`${JSON.stringify({ time: new Date().toISOString(), ...line })}`)
}

/** The route's pattern stands for the path: ids of walks stay out of the log. */
export function requestLog({ log, clock }: Pick<World, 'log' | 'clock'>): MiddlewareHandler<Env> {
  return async (c, next) => {
    const from = clock.now()
    await next()
    const route = matchedRoutes(c).findLast((each) => each.method !== 'ALL')
    const caller = c.get('caller') as Env['Variables']['caller'] | undefined
    log({
      level: c.res.status >= 500 ? 'error' : 'info',
      event: 'request',
      requestId: c.get('requestId'),
      method: c.req.method,
      route: route?.path ?? 'none',
      status: c.res.status,
      milliseconds: clock.now() - from,
      campaign: caller?.campaign,
      key: caller?.keyId,
      ...(c.error && c.res.status >= 500 && { error: c.error.stack ?? c.error.message }),
    })
  }
}
