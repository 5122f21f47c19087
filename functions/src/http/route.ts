/** What all route files share: a router that answers wrong requests as problems, and the words of the document. */
import { OpenAPIHono, type z } from '@hono/zod-openapi'
import { FORMATS, type FormatName } from '@doorwalk/core/formats/formats'
import { type HeaderName, headersNamed } from '../document/headers.ts'
import type { Env } from './env.ts'
import { Problem, invalid } from './problem.ts'

export function routeGroup(): OpenAPIHono<Env> {
  return new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (!result.success)
        throw invalid(result.error, {
          target: result.target,
          value: 'data' in result ? result.data : undefined,
        })
    },
  })
}

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
})

/** Answers that any secured call may give. */
export const COMMON_PROBLEMS = {
  400: problem('The request is not as documented; `errors` names the fields'),
  401: problem('No key, or an unknown one'),
  403: problem('The key lacks the scope'),
  406: problem('No form that `Accept` allows'),
  410: problem('It was cancelled, the last ballot is over, or the campaign was erased'),
  429: problem('Too many requests; `Retry-After` says when to come back'),
  507: problem('The disk of this server is full; nothing is lost that was answered'),
} as const

export const BODY_PROBLEMS = {
  413: problem('The body, or what it asks for, is too large'),
  415: problem('A content type that this call does not read'),
} as const

export const NOT_FOUND = { 404: problem('Not there, or not in this campaign') } as const
export const CONFLICT = {
  409: problem('The first request with this Idempotency-Key is still running'),
} as const
export const UNPROCESSABLE = { 422: problem('Understood, but it cannot be done') } as const
/** Answers of every call that takes an `Idempotency-Key`. */
export const ONCE_PROBLEMS = { ...CONFLICT, ...UNPROCESSABLE } as const
export const CHANGED = { 412: problem('It is no longer what `If-Match` says') } as const
export const WRONG_METHOD = { 405: problem('Only the documented methods; `Allow` lists them') } as const
export const UPSTREAM = { 503: problem('Something this call needs does not work; try again later') } as const

/** Answers of a call that makes something out of a body, once per `Idempotency-Key`. */
export const CREATE_PROBLEMS = {
  ...COMMON_PROBLEMS,
  ...BODY_PROBLEMS,
  ...NOT_FOUND,
  ...ONCE_PROBLEMS,
} as const

/** @param headers  that it carries beside those of every answer */
export const jsonAnswer = <Schema extends z.ZodType>(
  description: string,
  schema: Schema,
  ...headers: HeaderName[]
) => ({
  description,
  headers: headersNamed(...headers),
  content: { 'application/json': { schema } },
})
type FormContent<Name extends FormatName> = Record<
  (typeof FORMATS)[Name]['type'],
  { schema: { type: 'object' | 'string' } }
>

/** What these forms look like to callers: JSON of some kind, or text. */
export function formContent<Name extends FormatName>(names: readonly Name[]): FormContent<Name> {
  const content = names.map((name) => {
    const { type } = FORMATS[name]
    return [type, { schema: { type: type.endsWith('+json') ? 'object' : 'string' } }]
  })
  return Object.fromEntries(content) as FormContent<Name>
}

export const jsonBody = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
})

/** `security` of every call that needs a key. */
export const SECURED = [{ key: [] }]
/** … or a signed message. */
export const SIGNED = [{ signature: [] }]
