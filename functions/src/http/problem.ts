/** Every error leaves as problem+json (RFC 9457), whoever raised it: our code, the framework, or a bug. */
import { z } from '@hono/zod-openapi'
import { VisibleError, type ErrorKind, type FieldError } from '@doorwalk/core/error'
import { HTTPException } from 'hono/http-exception'
import { PROBLEMS } from '../document/problem-codes.ts'
import { nameSchemas } from '../document/schema-names.ts'
import { fieldErrors } from './field-errors.ts'

export const ProblemField = z.object({
  pointer: z
    .string()
    .describe('JSON pointer into the body, `?name` of a query parameter, `{name}` of the path'),
  detail: z.string().describe('what came, and what was expected'),
})

const ProblemCode = z
  .enum(Object.keys(PROBLEMS) as [keyof typeof PROBLEMS])
  .meta({ description: 'what went wrong', 'x-enumDescriptions': PROBLEMS })

export const Problem = z
  .object({
    type: z.string().describe('URN that ends in the code'),
    title: z.string().describe('the status in words'),
    status: z.number().int().describe('HTTP status'),
    detail: z.string().describe('what came, what was expected, what to do'),
    instance: z.string().describe('path of the request'),
    code: ProblemCode.describe('stable, meant for programs; there may be more of them one day'),
    requestId: z.string().describe('quote it when asking for help'),
    errors: z.array(ProblemField).describe('the fields that were wrong'),
  })
  .meta({
    description: 'problem details, RFC 9457',
    examples: [
      {
        type: 'urn:doorwalk:problem:request.invalid',
        title: 'Bad request',
        status: 400,
        detail: '/volunteers: got 0; expected at least 1',
        instance: '/v1/plans',
        code: 'request.invalid',
        requestId: 'req_01KKN9J4X0V5C0ZJ7M8Q2R3S4T',
        errors: [{ pointer: '/volunteers', detail: 'got 0; expected at least 1' }],
      },
    ],
  })
export type Problem = z.infer<typeof Problem>
nameSchemas({ Problem, ProblemCode, ProblemField: [ProblemField, 'a field that was wrong'] })

const STATUS_OF: Record<ErrorKind, number> = {
  input: 400,
  auth: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unprocessable: 422,
  rate: 429,
  upstream: 503,
  full: 507,
}

const TITLES: Record<number, string> = {
  400: 'Bad request',
  401: 'Key missing or unknown',
  403: 'Not allowed with this key',
  404: 'Not found',
  405: 'Method not allowed',
  406: 'Not acceptable',
  409: 'Conflict',
  410: 'Gone',
  412: 'Precondition failed',
  413: 'Too large',
  415: 'Unsupported content type',
  422: 'Cannot be processed',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Try again later',
  507: 'Disk full or read-only',
}

export function titleOf(status: number): string {
  return TITLES[status] ?? 'Error'
}

/** Answered with `Retry-After`. */
const COME_BACK = [429, 503, 507]

/** An error of the protocol itself, which core has no word for. */
export class HttpProblem extends Error {
  readonly status: number
  readonly code: string
  readonly headers: Record<string, string>
  readonly errors: FieldError[]

  constructor(
    status: number,
    code: string,
    detail: string,
    more: { headers?: Record<string, string>; errors?: FieldError[] } = {},
  ) {
    super(detail)
    this.status = status
    this.code = code
    this.headers = more.headers ?? {}
    this.errors = more.errors ?? []
  }
}

/** Raised by the validators of all routes. */
export function invalid(error: z.ZodError, came: { target: string; value: unknown }): HttpProblem {
  const errors = fieldErrors(error.issues, came)
  const shown = errors.slice(0, 10).map(({ pointer, detail }) => `${pointer || '/'}: ${detail}`)
  const more = errors.length > shown.length ? [`and ${errors.length - shown.length} more`] : []
  return new HttpProblem(400, 'request.invalid', [...shown, ...more].join('; '), { errors })
}

interface Asked {
  id: string
  path: string
  /** Of a call without a body: what it said in its query. */
  parameters?: readonly string[]
}

/** Turns anything thrown into an answer; what nobody foresaw becomes 500 and says no more than its request id. */
export function problemResponse(thrown: unknown, request: Asked): Response {
  const known = inQuery(classify(thrown), request.parameters ?? [])
  // Whoever is to come back is told when, whatever raised it.
  const retry = COME_BACK.includes(known.status) ? { 'Retry-After': '5' } : {}
  const body: Problem = {
    type: `urn:doorwalk:problem:${known.code}`,
    title: titleOf(known.status),
    status: known.status,
    detail: known.message,
    instance: request.path,
    // Declared, every one of them: the tests compare the sources with the document.
    code: known.code as Problem['code'],
    requestId: request.id,
    errors: known.errors,
  }
  const bytes = new TextEncoder().encode(JSON.stringify(body))
  // Told its length, what is short is not compressed: that costs more than the problem itself.
  const length = { 'Content-Length': String(bytes.length) }
  // A browser keeps 404, 405 and 410 as long as it likes unless it is told: what is mended would stay broken.
  const fresh = { 'Cache-Control': 'no-store' }
  return new Response(bytes, {
    status: known.status,
    headers: { 'Content-Type': 'application/problem+json', ...fresh, ...length, ...retry, ...known.headers },
  })
}

/** A call without a body has no fields: what core found at `/area/precincts/0` came as `?precincts`. */
function inQuery(problem: HttpProblem, parameters: readonly string[]): HttpProblem {
  let detail = problem.message
  const errors = problem.errors.map((error) => {
    const parts = error.pointer.startsWith('/') ? error.pointer.split('/').reverse() : []
    const name = parts.find((part) => parameters.includes(part))
    if (name === undefined) return error
    detail = detail.replace(error.pointer, `?${name}`)
    return { ...error, pointer: `?${name}` }
  })
  return new HttpProblem(problem.status, problem.code, detail, { headers: problem.headers, errors })
}

function classify(thrown: unknown): HttpProblem {
  if (thrown instanceof HttpProblem) return thrown
  if (thrown instanceof VisibleError) {
    const status = STATUS_OF[thrown.kind]
    const headers: Record<string, string> = {}
    if (status === 401) headers['WWW-Authenticate'] = 'Bearer realm="doorwalk"'
    return new HttpProblem(status, thrown.code, thrown.message, { headers, errors: thrown.errors })
  }
  if (thrown instanceof HTTPException) {
    if (thrown.status === 415) {
      return new HttpProblem(
        415,
        'request.content_type',
        'the body has a content type that this call does not read; see the list of types in /openapi.json',
      )
    }
    if (thrown.status === 400) {
      return new HttpProblem(
        400,
        'request.malformed',
        'the body is not valid JSON; expected one JSON value in UTF-8',
      )
    }
  }
  return new HttpProblem(
    500,
    'bug.unexpected',
    'something failed here; the request id leads to the log line of it',
  )
}
