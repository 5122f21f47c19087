/** What travels with a request inside the app. */
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { Caller } from './admission.ts'
import type { Errand } from '../errands/errand.ts'

export interface Env {
  Bindings: Partial<HttpBindings>
  Variables: {
    requestId: string
    /** Set by `guard`; routes without it have none. */
    caller: Caller
    /** Set by `idempotent` where the request names itself. */
    errand: Errand | undefined
    /** Whether the answer is kept for the next request of the same name: then it is told, whoever hears it. */
    isKept: boolean | undefined
    /** Set by `tell` once what was made for the caller is being taken back: true when nothing is left of it. */
    undone: Promise<boolean> | undefined
  }
}

/** A request on its way through the app. */
export type Call = Context<Env>
