/**
 * What is declared of every route beside its document, for those who ask about all of them: tests, and the deployment.
 */
import type { MiddlewareHandler } from 'hono'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Scope } from './admission.ts'
import type { Env } from './env.ts'

/** What every route says of itself where it is guarded. */
export interface About {
  /** `targets`: it tells of single targets or plans with them, and is refused once the last ballot is over. */
  tells: 'targets' | 'no targets'
  /** A key needs one of them; undefined: none is asked for. */
  scopes?: readonly Scope[]
  /**
   * What a volunteer's link may do here: `walk` where the path names the walk of the link, `visits` where the route
   * itself takes only what is of that walk, `invitation` where the path names the invitation that it is. Undefined, as
   * it is unless a route says so: nothing.
   */
  link?: 'walk' | 'visits' | 'invitation'
  /** It changes the walk of its path: keys that only report may do it with the walks that they made. */
  changesWalk?: true
  /** It needs streets, and so the planner's code; the deployment sends everything else to a thin function. */
  by?: 'planner'
}

export interface Row {
  method: string
  /** As the document writes it: `/v1/plans/{planId}`. */
  path: string
  /** Undefined: nobody guards it. */
  about: About | undefined
  /** It answers the same request under the same name once. */
  isOnce: boolean
}

const declared = new WeakMap<object, About>()
const once = new WeakSet<object>()

export function declare(guard: MiddlewareHandler<Env>, about: About): MiddlewareHandler<Env> {
  declared.set(guard, about)
  return guard
}

export function declareOnce(middleware: MiddlewareHandler<Env>): MiddlewareHandler<Env> {
  once.add(middleware)
  return middleware
}

/** Every route of an app, in the order in which they were added. */
export function routeTable(app: OpenAPIHono<Env>): Row[] {
  const rows = new Map<string, Row>()
  for (const { method, path, handler } of app.routes) {
    if (method === 'ALL') continue
    const written = path.replace(/:(\w+)/g, '{$1}')
    const name = `${method} ${written}`
    const known = rows.get(name)
    const about = declared.get(handler) ?? known?.about
    const isOnce = once.has(handler) || known?.isOnce === true
    rows.set(name, { method, path: written, about, isOnce })
  }
  return [...rows.values()]
}
