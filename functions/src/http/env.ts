/** What travels with a request inside the app. */
import type { HttpBindings } from '@hono/node-server'
import type { Caller } from './admission.ts'

export interface Env {
  Bindings: Partial<HttpBindings>
  Variables: {
    requestId: string
    /** Set by `guard`; routes without it have none. */
    caller: Caller
  }
}
