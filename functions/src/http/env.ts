/** What travels with a request inside the app. */
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { Caller } from './admission.ts'

export interface Env {
  Bindings: Partial<HttpBindings>
  Variables: {
    requestId: string
    /** Set by `guard`; routes without it have none. */
    caller: Caller
  }
}

/** A request on its way through the app. */
export type Call = Context<Env>
