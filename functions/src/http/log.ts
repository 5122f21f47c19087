/**
 * One line of JSON per request and per event. Neither addresses nor bodies nor queries are written:
 * nothing in the log tells who walks where.
 */
import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Env } from './env.ts'
import type { Log, LogLine } from '../ports/log.ts'
import type { World } from '../world.ts'

/** What a line gets beside its own fields. @param at  milliseconds since the epoch */
export type MoreFields = (line: LogLine, at: number) => Record<string, unknown>

export function jsonLog(write: (line: string) => void, more: MoreFields = () => ({})): Log {
  return (line) => {
    const now = new Date()
    write(JSON.stringify({ time: now.toISOString(), ...line, ...more(line, now.getTime()) }))
  }
}

/** The plan that was made or asked for: leads to the lines of its job. */
const PLAN = /^\/v1\/plans\/(pln_[A-Z0-9]+)/

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
      planId: PLAN.exec(c.res.headers.get('Location') ?? c.req.path)?.[1],
      milliseconds: clock.now() - from,
      campaign: caller?.campaign,
      key: caller?.keyId,
      ...(c.error && c.res.status >= 500 && { error: c.error.stack ?? c.error.message }),
    })
  }
}
